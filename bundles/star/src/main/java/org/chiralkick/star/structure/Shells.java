package org.chiralkick.star.structure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;

/** The shells of a star that is to evolve, from a profile. */
public final class Shells {
    private Shells() {}

    /**
     * Returns the shells.
     *
     * @param relativistic whether masses are enclosed in the proper volume of general relativity
     * @throws IllegalArgumentException if a row has no density, temperature or Y_e
     */
    public static StellarProfile of(StarProfile star, boolean relativistic) {
        // The innermost shell may be the centre itself, which encloses nothing.
        int first = star.radiusOfRow(0) == 0 ? 1 : 0;
        List<RadialState> rows = IntStream.range(first, star.rows())
                .mapToObj(i -> star.interpolate(star.radiusOfRow(i)))
                .toList();
        for (RadialState row : rows) {
            if (Double.isNaN(row.densityGPerCm3() + row.temperatureMev() + row.electronFraction())) {
                throw new IllegalArgumentException("profile " + star.name() + " has no density, temperature or Y_e at "
                        + row.radiusCm() + " cm; a star that evolves needs rho_gcc, T_MeV and Ye in every row (or use "
                        + "--host static)");
            }
        }
        return StellarProfile.ofRadii(
                column(rows, RadialState::radiusCm),
                column(rows, RadialState::densityGPerCm3),
                column(rows, RadialState::temperatureMev),
                column(rows, RadialState::electronFraction),
                column(rows, row -> Double.isNaN(row.neutrinoFraction()) ? 0 : row.neutrinoFraction()),
                relativistic);
    }

    private static double[] column(List<RadialState> rows, ToDoubleFunction<RadialState> quantity) {
        return rows.stream().mapToDouble(quantity).toArray();
    }
}

package org.chiralkick.cli.star;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.chiralkick.pns.structure.StellarProfile;

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
        List<StarState> rows = IntStream.range(first, star.rows())
                .mapToObj(i -> star.interpolate(star.radiusOfRow(i)))
                .toList();
        for (StarState row : rows) {
            if (Double.isNaN(row.densityGPerCm3() + row.temperatureMev() + row.electronFraction())) {
                throw new IllegalArgumentException("profile " + star.name() + " has no density, temperature or Y_e at "
                        + row.radiusCm() + " cm; a star that evolves needs rho_gcc, T_MeV and Ye in every row (or use "
                        + "--host static)");
            }
        }
        return StellarProfile.ofRadii(
                column(rows, StarState::radiusCm),
                column(rows, StarState::densityGPerCm3),
                column(rows, StarState::temperatureMev),
                column(rows, StarState::electronFraction),
                column(rows, row -> Double.isNaN(row.neutrinoFraction()) ? 0 : row.neutrinoFraction()),
                relativistic);
    }

    private static double[] column(List<StarState> rows, ToDoubleFunction<StarState> quantity) {
        return rows.stream().mapToDouble(quantity).toArray();
    }
}

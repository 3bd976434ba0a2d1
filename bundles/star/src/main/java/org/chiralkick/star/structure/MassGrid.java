package org.chiralkick.star.structure;

import java.util.Locale;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.chiralkick.matter.PhysicalConstants;

/**
 * The Lagrangian zones of a star: baryons between shells of fixed enclosed mass.
 *
 * <p>Zones are equally spaced in the coordinate
 *
 * <pre>
 *   xi(m) = m/2M + ln(1 - (1 - epsilon) m/M)/(2 ln epsilon),   epsilon = M_out/M,
 * </pre>
 *
 * half of them in mass, half in the logarithm of the mass outside, so that the outermost zone holds about M_out and the surface
 * layers where neutrinos decouple (1e-5 to 1e-3 of the star) are resolved at all times.
 */
public final class MassGrid {
    private static final double TOLERANCE = 1e-15;
    private static final int EVALUATIONS = 500;

    private final double[] enclosed;

    private MassGrid(double[] enclosed) {
        this.enclosed = enclosed;
    }

    /**
     * Returns a grid.
     *
     * @param zones number of zones, {@code >= 8}
     * @param massG mass of the star M [g]
     * @param outermostFraction epsilon [1], in (0, 0.1)
     */
    public static MassGrid of(int zones, double massG, double outermostFraction) {
        if (zones < 8) {
            throw new IllegalArgumentException("number of zones is " + zones + "; must be >= 8");
        }
        if (!(massG > 0) || !(outermostFraction > 0 && outermostFraction < 0.1)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "mass is %s g and fraction outside %s; must be > 0 and in (0, 0.1)",
                    massG,
                    outermostFraction));
        }
        double[] enclosed = new double[zones + 1];
        double scale = 2 * Math.log(outermostFraction);
        for (int j = 1; j < zones; j++) {
            double xi = (double) j / zones;
            enclosed[j] = massG
                    * new BrentSolver(TOLERANCE)
                            .solve(
                                    EVALUATIONS,
                                    q -> q / 2 + Math.log1p(-(1 - outermostFraction) * q) / scale - xi,
                                    0,
                                    1);
        }
        enclosed[zones] = massG;
        return new MassGrid(enclosed);
    }

    /** Returns the number of zones. */
    public int zones() {
        return enclosed.length - 1;
    }

    /** Returns the mass inside an interface [g]; interface 0 is the centre, interface {@link #zones} the surface. */
    public double enclosedG(int face) {
        return enclosed[face];
    }

    /** Returns the number of baryons in a zone [1]. */
    public double baryons(int zone) {
        return (enclosed[zone + 1] - enclosed[zone]) / PhysicalConstants.ATOMIC_MASS_G;
    }
}

package org.chiralkick.star.structure;

import java.util.Locale;
import org.chiralkick.matter.PhysicalConstants;

/**
 * The lapse alpha of a star: by what energy is redshifted and clocks are slower than far away [1]. Outside the star of mass M it is
 * Schwarzschild's, inside it follows from the balance of forces of Tolman, Oppenheimer and Volkoff:
 *
 * <pre>
 *   alpha = sqrt(1 - 2 G M/r c^2)  for r &gt;= R,
 *   d ln alpha/dr = (G/r^2 c^2)(m + 4 pi r^3 P/c^2)/(1 - 2 G m/r c^2)  for r &lt; R;
 * </pre>
 *
 * with rest masses for m, as everywhere in this model.
 */
public final class Lapse {
    private static final double C2 = PhysicalConstants.C_CM_PER_S * PhysicalConstants.C_CM_PER_S;

    /** No gravitational redshift anywhere: Newton's gravity. */
    public static final Lapse NONE = new Lapse(new double[] {0}, new double[] {0}, 0);

    private final double[] radius;
    private final double[] logarithm;
    private final double massG;

    private Lapse(double[] radius, double[] logarithm, double massG) {
        this.radius = radius;
        this.logarithm = logarithm;
        this.massG = massG;
    }

    /**
     * Returns the lapse of a star.
     *
     * @throws IllegalStateException if the star or a part of it is inside its horizon
     */
    public static Lapse of(Star star) {
        int zones = star.zones();
        double[] radius = new double[zones + 1];
        double[] logarithm = new double[zones + 1];
        double mass = star.grid().enclosedG(zones);
        radius[zones] = star.surfaceRadiusCm();
        logarithm[zones] = Math.log1p(-compactness(mass, radius[zones])) / 2;
        for (int i = zones - 1; i >= 0; i--) {
            radius[i] = star.radiusCm(i);
            logarithm[i] = logarithm[i + 1] - slope(star, i) * (radius[i + 1] - radius[i]);
        }
        return new Lapse(radius, logarithm, mass);
    }

    /** Returns d ln alpha/dr in the middle of a zone [1/cm]. */
    private static double slope(Star star, int zone) {
        double inner = star.radiusCm(zone);
        double outer = star.radiusCm(zone + 1);
        double r = (inner + outer) / 2;
        double part = (r * r * r - inner * inner * inner) / (outer * outer * outer - inner * inner * inner);
        double inside = star.grid().enclosedG(zone);
        double mass = inside + part * (star.grid().enclosedG(zone + 1) - inside);
        double pressure = star.matter(zone).pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
        double active = mass + 4 * Math.PI * r * r * r * pressure / C2;
        return PhysicalConstants.NEWTON_CM3_PER_G_S2 * active / (r * r * C2) / (1 - compactness(mass, r));
    }

    /** Returns 2 G m/r c^2 [1]. */
    private static double compactness(double massG, double radiusCm) {
        double compactness = 2 * PhysicalConstants.NEWTON_CM3_PER_G_S2 * massG / (radiusCm * C2);
        if (!(compactness < 1)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%.4g g are inside r = %.4g cm, which must be > %.4g cm, their horizon; the star would be a black hole",
                    massG,
                    radiusCm,
                    compactness * radiusCm));
        }
        return compactness;
    }

    /** Returns alpha at a radius [cm], {@code >= 0}; its logarithm is linear in r between interfaces. */
    public double at(double radiusCm) {
        int surface = radius.length - 1;
        if (radiusCm >= radius[surface]) {
            return massG == 0 ? 1 : Math.sqrt(1 - compactness(massG, radiusCm));
        }
        int i = 0;
        while (radius[i + 1] < radiusCm) {
            i++;
        }
        double q = (radiusCm - radius[i]) / (radius[i + 1] - radius[i]);
        return Math.exp((1 - q) * logarithm[i] + q * logarithm[i + 1]);
    }
}

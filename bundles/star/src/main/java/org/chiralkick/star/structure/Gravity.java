package org.chiralkick.star.structure;

import org.chiralkick.matter.PhysicalConstants;

/**
 * Gravity of a star in mass shells, derived from one potential energy, so that what contraction releases is counted exactly:
 *
 * <pre>
 *   E = -sum over interfaces of G lambda_j m_j dm_j/r_j + P_out (4 pi/3) R^3,   dm_j = half of each neighbouring zone
 * </pre>
 *
 * <p>lambda_j = 1 is Newton's gravity. The relativistic correction keeps lambda_j at the factor by which the
 * Tolman-Oppenheimer-Volkoff equation exceeds Newton's in a reference star,
 *
 * <pre>
 *   lambda = (1 + P/rho c^2)(1 + 4 pi r^3 P/m c^2)/(1 - 2 G m/r c^2),
 * </pre>
 *
 * frozen in each mass shell (the effective potential of Marek et al. 2006, A&amp;A 445, 273, case A, held at one instant). It
 * makes the star about as compact as in general relativity; redshifts are those of {@link Lapse}.
 *
 * <p>P_out is the constant pressure of the layers outside the outermost zone. It keeps the surface from being blown away: there
 * neutrinos heat a dilute gas and drive a wind, which has no hydrostatic solution.
 */
public final class Gravity {
    private final double[] strength;
    private final double outerPressure;

    private Gravity(double[] strength, double outerPressure) {
        this.strength = strength;
        this.outerPressure = outerPressure;
    }

    /** Returns Newton's gravity for a grid, with a constant pressure outside [dyn cm^-2]. */
    public static Gravity newton(MassGrid grid, double outerPressure) {
        double[] strength = new double[grid.zones() + 1];
        for (int j = 1; j < strength.length; j++) {
            double shell = (grid.enclosedG(Math.min(j + 1, grid.zones())) - grid.enclosedG(j - 1)) / 2;
            strength[j] = PhysicalConstants.NEWTON_CM3_PER_G_S2 * grid.enclosedG(j) * shell;
        }
        return new Gravity(strength, outerPressure);
    }

    /** Returns this gravity with the relativistic correction of a reference star on the same grid. */
    public Gravity asCompactAs(Star reference) {
        double[] corrected = strength.clone();
        for (int j = 1; j < corrected.length; j++) {
            corrected[j] *= relativisticFactor(reference, j);
        }
        return new Gravity(corrected, outerPressure);
    }

    private static double relativisticFactor(Star star, int face) {
        double c2 = PhysicalConstants.C_CM_PER_S * PhysicalConstants.C_CM_PER_S;
        int zone = face - 1;
        double pressure = star.matter(zone).pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
        double density = star.matter(zone).densityGPerCm3();
        double mass = star.grid().enclosedG(face);
        double r = star.radiusCm(face);
        return (1 + pressure / (density * c2))
                * (1 + 4 * Math.PI * r * r * r * pressure / (mass * c2))
                / (1 - 2 * PhysicalConstants.NEWTON_CM3_PER_G_S2 * mass / (r * c2));
    }

    /** Returns G lambda m dm of an interface [dyn cm^2]: over r^2 it is the weight of the shell, over r its binding energy. */
    public double strength(int face) {
        return strength[face];
    }

    /** Returns the pressure of the layers outside the star [dyn cm^-2]. */
    public double outerPressure() {
        return outerPressure;
    }

    /** Returns the potential energy of a star [erg], the work against the outer pressure included. */
    public double energyErg(Star star) {
        double radius = star.surfaceRadiusCm();
        double sum = outerPressure * 4 * Math.PI / 3 * radius * radius * radius;
        for (int j = 1; j < strength.length; j++) {
            sum -= strength[j] / star.radiusCm(j);
        }
        return sum;
    }
}

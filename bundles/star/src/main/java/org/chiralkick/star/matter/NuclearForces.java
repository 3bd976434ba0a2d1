package org.chiralkick.star.matter;

import java.util.Locale;
import org.chiralkick.matter.PhysicalConstants;

/**
 * Parameters of nuclear matter at saturation, and the energy of interaction that reproduces them.
 *
 * <p>With u = n/n_0 and the proton fraction x the energy per baryon of interaction and the nucleon mass are
 *
 * <pre>
 *   v(u, x) = a u + b u^sigma + (1 - 2x)^2 c u^gamma,   M*(u) = M/(1 + beta u),   beta = M/M*(1) - 1,
 * </pre>
 *
 * the form of a Skyrme force with the quadratic approximation for the asymmetry of the interaction alone; the kinetic part is
 * exact (Lattimer and Swesty 1991, Nucl. Phys. A 535, 331; Steiner, Prakash, Lattimer and Ellis 2005, Phys. Rep. 411, 325).
 * With K_0 = (3/5) E_F(n_0) the kinetic energy of symmetric matter at T = 0 is K_0 u^(2/3) (1 + beta u), and a, b, sigma follow
 * from binding energy, saturation and incompressibility; c and gamma from the symmetry energy and its slope, whose kinetic part
 * is (5/9) K_0 u^(2/3) (1 + beta u).
 *
 * @param saturationDensityPerFm3 n_0 [fm^-3]
 * @param bindingEnergyMev energy per baryon of symmetric matter at n_0 [MeV], negative
 * @param incompressibilityMev K = 9 u^2 d^2(E/A)/du^2 at n_0 [MeV]
 * @param symmetryEnergyMev S at n_0 [MeV]
 * @param symmetrySlopeMev L = 3 dS/du at n_0 [MeV]
 * @param effectiveMassRatio M*&#47;M at n_0 [1], in (0, 1]
 */
public record NuclearForces(
        double saturationDensityPerFm3,
        double bindingEnergyMev,
        double incompressibilityMev,
        double symmetryEnergyMev,
        double symmetrySlopeMev,
        double effectiveMassRatio) {

    /** Refuses parameters for which the energy has no minimum at n_0. */
    public NuclearForces {
        require(saturationDensityPerFm3 > 0, "saturation density", saturationDensityPerFm3, "fm^-3", "> 0");
        require(bindingEnergyMev < 0, "binding energy", bindingEnergyMev, "MeV", "< 0");
        require(incompressibilityMev > 0, "incompressibility", incompressibilityMev, "MeV", "> 0");
        require(effectiveMassRatio > 0 && effectiveMassRatio <= 1, "M*/M", effectiveMassRatio, "", "in (0, 1]");
        require(Double.isFinite(symmetrySlopeMev), "symmetry slope", symmetrySlopeMev, "MeV", "finite");
        double kinetic = kineticEnergy(saturationDensityPerFm3) * 5 / 9 / effectiveMassRatio;
        require(
                symmetryEnergyMev > kinetic,
                "symmetry energy",
                symmetryEnergyMev,
                "MeV",
                String.format(Locale.ROOT, "> %.4g MeV, its kinetic part", kinetic));
    }

    /** Returns the values of Lattimer and Swesty 1991 with K = 220 MeV: n_0 = 0.155, E = -16, S = 29.3, L = 73.8, M* = M. */
    public static NuclearForces lattimerSwesty() {
        return new NuclearForces(0.155, -16, 220, 29.3, 73.8, 1);
    }

    /** Returns n_0 [MeV^3]. */
    double saturationDensity() {
        return saturationDensityPerFm3 / PhysicalConstants.PER_FM3_PER_MEV3;
    }

    /** Returns beta = M/M*(n_0) - 1 [1]. */
    double massSlope() {
        return 1 / effectiveMassRatio - 1;
    }

    /** Returns K_0 = (3/5) k_F^2/2M of symmetric matter at n_0 [MeV]. */
    private double kineticEnergy() {
        return kineticEnergy(saturationDensityPerFm3);
    }

    private static double kineticEnergy(double densityPerFm3) {
        double density = densityPerFm3 / PhysicalConstants.PER_FM3_PER_MEV3;
        double fermiMomentum = Math.cbrt(1.5 * Math.PI * Math.PI * density);
        return 0.3 * fermiMomentum * fermiMomentum / PhysicalConstants.NUCLEON_MASS_MEV;
    }

    /** Returns a + b [MeV]: what the interaction gives at n_0. */
    private double interactionAtSaturation() {
        return bindingEnergyMev - kineticEnergy() * (1 + massSlope());
    }

    /** Returns a + sigma b [MeV]: minus the slope of the kinetic energy at n_0, so that the pressure vanishes. */
    private double interactionSlope() {
        return -kineticEnergy() * (2 + 5 * massSlope()) / 3;
    }

    /** Returns sigma [1]. */
    double repulsionExponent() {
        double curvature = incompressibilityMev / 9 - kineticEnergy() * (-2 + 10 * massSlope()) / 9;
        return curvature / (interactionSlope() - interactionAtSaturation());
    }

    /** Returns b [MeV]. */
    double repulsion() {
        return (interactionSlope() - interactionAtSaturation()) / (repulsionExponent() - 1);
    }

    /** Returns a [MeV]. */
    double attraction() {
        return interactionAtSaturation() - repulsion();
    }

    /** Returns c [MeV]. */
    double asymmetry() {
        return symmetryEnergyMev - kineticEnergy() * 5 / 9 * (1 + massSlope());
    }

    /** Returns gamma [1]. */
    double asymmetryExponent() {
        double kineticSlope = kineticEnergy() * 5 / 9 * (2 + 5 * massSlope()) / 3;
        return (symmetrySlopeMev / 3 - kineticSlope) / asymmetry();
    }

    private static void require(boolean good, String what, double value, String unit, String range) {
        if (!good) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is %s %s; must be %s", what, value, unit, range));
        }
    }
}

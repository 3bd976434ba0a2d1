package org.chiralkick.matter;

/**
 * Chemical potential of electrons with their mass, from the density of one spin state: what {@link MassiveFermiGas} finds by integrals
 * and iteration, in a tenth of a microsecond. Relative error below 1e-7, for any density and temperature (guide/physics.md (3.4) is right
 * to 2e-5 where it starts).
 *
 * <p><b>Method.</b> In units of the mass: a gas so hot or dense that the mass is next to nothing has the first-order correction; a cold one,
 * T below a fortieth of the kinetic Fermi energy, the expansion of Sommerfeld,
 *
 * <pre>
 *   6 pi^2 n = p^3 [1 + pi^2 (2 mu^2 - 1) h^2/2 + 7 pi^4 h^4/40 + 31 pi^6 (6 mu^2 + 1) h^6/336],   p^2 = mu^2 - 1, h = T/p^2;
 * </pre>
 *
 * and what lies between {@link ElectronTable}.
 */
final class ThinElectrons {
    /** From this (3 mu^2 + pi^2 T^2)/m^2 on, what follows the first order in m^2 is below 1e-8. */
    private static final double FIRST_ORDER_STIFFNESS = 4.2e4;

    /** Kinetic Fermi energy over T from which the gas is cold; the next term of the expansion is 1e-10. */
    static final double COLD = 40;

    /** No state of a star: fewer electrons than one in a cubic light year, or so cold that 1/T means nothing. */
    private static final double LEAST_DENSITY = 1e-250;

    private static final double LEAST_TEMPERATURE = 1e-12;

    private static final double SIX_PI_SQUARED = 6 * Math.PI * Math.PI;
    private static final double PI2 = Math.PI * Math.PI;

    private ThinElectrons() {}

    /**
     * Returns the chemical potential of electrons, rest mass included [MeV]; odd in n.
     *
     * @param massless what the potential would be without mass [MeV], of the sign of n
     * @param perSpin net density of one spin state [MeV^3]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    static double chemicalPotential(double massless, double perSpin, double temperature) {
        double mass = PhysicalConstants.ELECTRON_MASS_MEV;
        double mu0 = Math.abs(massless) / mass;
        double t = temperature / mass;
        double stiffness = 3 * mu0 * mu0 + PI2 * t * t;
        if (stiffness >= FIRST_ORDER_STIFFNESS) {
            return massless + 1.5 * massless / stiffness;
        }
        double n = Math.abs(perSpin) / (mass * mass * mass);
        // The massless potential is the Fermi momentum of a cold gas, but for 1/500.
        if (t * COLD * (Math.sqrt(1 + mu0 * mu0) + 1) <= mu0 * mu0 && n >= LEAST_DENSITY) {
            return Math.copySign(mass * (1 + coldKinetic(n, t)), perSpin);
        }
        if (!(t >= LEAST_TEMPERATURE && n >= LEAST_DENSITY)) {
            return MassiveFermiGas.chemicalPotential(
                    perSpin, temperature, mass); // zero, not a number, or out of this world
        }
        return Math.copySign(mass * ElectronTable.chemicalPotential(n, t), perSpin);
    }

    /** Returns (mu - m)/m by the expansion of Sommerfeld. */
    private static double coldKinetic(double n, double t) {
        double filled = SIX_PI_SQUARED * n;
        double momentum = Math.cbrt(filled);
        double square = momentum * momentum;
        double energy = Math.sqrt(1 + square);
        double kinetic = square / (energy + 1);
        kinetic -= PI2 * t * t / 6 * (2 * square + 1) / (energy * square);
        for (int i = 0; i < 2; i++) { // with the slope of T = 0, each step leaves a thousandth of the error
            square = kinetic * (kinetic + 2);
            energy = kinetic + 1;
            momentum = Math.sqrt(square);
            double h2 = t / square * (t / square);
            double e2 = energy * energy;
            double sixth = 31 * PI2 * PI2 * PI2 / 336 * (6 * e2 + 1);
            double thermal = h2 * (PI2 / 2 * (2 * e2 - 1) + h2 * (7 * PI2 * PI2 / 40 + h2 * sixth));
            kinetic -= (square * momentum * (1 + thermal) - filled) / (3 * energy * momentum);
        }
        return kinetic;
    }
}

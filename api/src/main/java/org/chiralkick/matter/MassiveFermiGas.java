package org.chiralkick.matter;

/**
 * Net density and chemical potential of one spin state of a massive fermion (particles minus antiparticles), for any degeneracy
 * and any ratio of temperature to mass. Electrons have two spin states.
 *
 * <pre>
 *   n = 1/(2 pi^2) Int_0^inf p^2 dp [f(E - mu) - f(E + mu)],   E = sqrt(p^2 + m^2),   f(E) = 1/(1 + exp(E/T))
 * </pre>
 *
 * <p><b>Method.</b> {@link FermiSurface} integrates. The inversion is Newton's method on ln n, which is concave in mu: from below
 * it converges monotonically, and the massless solution is a lower bound. It starts from the massless solution with its
 * first-order mass correction, or from the Fermi energy of T = 0, an upper bound, where that is less; while n is linear in mu
 * and far off, it scales mu instead. A handful of steps, some microseconds in all; the relative error of n is below 1e-13.
 */
public final class MassiveFermiGas {
    private static final double SIX_PI_SQUARED = 6 * Math.PI * Math.PI;

    /** Where T is less than this part of the kinetic Fermi energy, its T^2 terms are beyond double precision. */
    private static final double COLD = 1e-9;

    /** A Newton step this small, relative to the length on which n varies, leaves an error of its square. */
    private static final double CONVERGED = 1e-8;

    /** More than any state needs; a bound so that nothing can loop forever. */
    private static final int MOST_ITERATIONS = 100;

    private MassiveFermiGas() {}

    /**
     * Returns the net number density of one spin state [MeV^3]; odd in mu, 0 for mu = 0.
     *
     * @param mu chemical potential, rest mass included [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     * @param mass rest mass [MeV], {@code >= 0}
     */
    public static double netNumberDensity(double mu, double temperature, double mass) {
        double particles = Math.abs(mu);
        double kinetic = Math.max(particles - mass, 0);
        if (temperature <= COLD * kinetic || temperature == 0) {
            double momentum = Math.sqrt(kinetic * (kinetic + 2 * mass));
            return Math.copySign(momentum * momentum * momentum / SIX_PI_SQUARED, mu);
        }
        double dilution = Math.exp(Math.min((particles - mass) / temperature, 0));
        return Math.copySign(dilution * FermiSurface.netDensity(particles, temperature, mass), mu);
    }

    /**
     * Returns the chemical potential, rest mass included [MeV], at which one spin state has the net density n; odd in n, 0 for
     * n = 0. NaN gives NaN.
     *
     * @param numberDensity net number density of one spin state [MeV^3]
     * @param temperature temperature [MeV], {@code >= 0}
     * @param mass rest mass [MeV], {@code >= 0}
     */
    public static double chemicalPotential(double numberDensity, double temperature, double mass) {
        double n = Math.abs(numberDensity);
        double massless = WeylGas.chemicalPotential(n, temperature);
        if (massless == 0) {
            return numberDensity * mass; // 0 with the sign of n, or NaN for a mass that is not a number
        }
        double fermiMomentum = Math.cbrt(SIX_PI_SQUARED * n);
        double fermiEnergy = Math.hypot(fermiMomentum, mass);
        double kinetic = fermiMomentum * fermiMomentum / (fermiEnergy + mass);
        if (temperature <= COLD * kinetic) {
            return Math.copySign(fermiEnergy, numberDensity);
        }
        double stiffness = 3 * massless * massless + Math.PI * Math.PI * temperature * temperature;
        double mu = Math.min(massless + 1.5 * mass * mass * massless / stiffness, fermiEnergy);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double density = FermiSurface.netDensity(mu, temperature, mass);
            double scale = density / FermiSurface.susceptibility(mu, temperature, mass);
            double logRatio = Math.log(density / n) + Math.min((mu - mass) / temperature, 0);
            boolean farInLinearRange = logRatio < -1 && mu < temperature;
            mu = farInLinearRange
                    ? Math.min(mu * Math.exp(-logRatio), temperature)
                    : Math.max(mu - scale * logRatio, massless);
            if (!(Math.abs(logRatio) > CONVERGED)) {
                break; // also on NaN
            }
        }
        return Math.copySign(mu, numberDensity);
    }
}

package org.chiralkick.matter;

/**
 * How fast electrons lose their helicity: Coulomb scattering on protons flips the spin through the electron's mass, and erases an
 * axial density n_5 = n_eL - n_eR.
 *
 * <pre>
 *   Gamma = (2 alpha^2/3 pi) (m_e^2/mu) [ln(1 + X) - X/(1 + X)],   X = 3 pi T/(alpha mu),   mu = sqrt(mu_e^2 + pi^2 T^2)
 * </pre>
 *
 * <p>For relativistic degenerate electrons on non-degenerate protons with static screening (compare Grabowska, Kaplan and Reddy,
 * Phys. Rev. D 91 (2015) 085035), extended to any degeneracy by mu in the place of mu_e (guide/physics.md (4.3) and (7.7)). At mu_e = 300 MeV, T = 10 MeV it is 4e13 per second, against weak rates of 1e9 to 1e10; degeneracy of the
 * protons lowers it there to 6e12. So chirality is washed out long before the star has cooled.
 */
public final class SpinFlip {
    private static final double ALPHA = PhysicalConstants.FINE_STRUCTURE;

    /** Below this X/(1 + X) the power series is used; 30 terms of it reach double precision. */
    private static final double SERIES_BELOW = 0.25;

    private static final int SERIES_TERMS = 30;

    private SpinFlip() {}

    /**
     * Returns the helicity-flip rate of electrons Gamma [1/s], {@code >= 0}; 0 at T = 0.
     *
     * @param electronPotentialMeV electron chemical potential mu_e [MeV]; its magnitude counts. The square root of mu_e^2 + pi^2 T^2 is
     *     taken as the electron mass at least, as the formula holds for relativistic electrons (or positrons) only
     * @param temperatureMeV temperature [MeV], {@code >= 0}
     */
    public static double ratePerS(double electronPotentialMeV, double temperatureMeV) {
        double mass = PhysicalConstants.ELECTRON_MASS_MEV;
        double thermal = Math.PI * temperatureMeV;
        double mu = Math.max(Math.sqrt(electronPotentialMeV * electronPotentialMeV + thermal * thermal), mass);
        double screening = 3 * Math.PI * temperatureMeV / (ALPHA * mu);
        double coulombLogarithm = coulombLogarithm(screening);
        double rate = 2 * ALPHA * ALPHA / (3 * Math.PI) * (mass * mass / mu) * coulombLogarithm;
        return rate / PhysicalConstants.HBAR_MEV_S;
    }

    /**
     * Returns ln(1 + X) - X/(1 + X) to a few ulp, for small X too, where it is X^2/2: with w = X/(1 + X) it is -ln(1 - w) - w =
     * w^2/2 + w^3/3 + ...
     */
    static double coulombLogarithm(double x) {
        double w = x / (1 + x);
        if (w > SERIES_BELOW) {
            return Math.log1p(x) - w;
        }
        double sum = 0;
        for (int k = SERIES_TERMS; k >= 2; k--) {
            sum = sum * w + 1.0 / k;
        }
        return sum * w * w;
    }
}

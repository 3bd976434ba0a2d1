package org.chiralkick.matter;

/**
 * Mean free paths of electron neutrinos and antineutrinos in nuclear matter, for the Knudsen number: estimates to a factor of two,
 * in closed form.
 *
 * <p><b>Charged current.</b> nu_e + n -&gt; e + p between degenerate particles, all four within T of their Fermi surfaces
 * (Sawyer and Soni, ApJ 230 (1979) 859; Reddy, Prakash and Lattimer, Phys. Rev. D 58 (1998) 013009):
 *
 * <pre>
 *   1/lambda = G_F^2 V_ud^2 (1 + 3 g_A^2) M*_n M*_p T^2 mu_e (pi^2 + x^2)/(4 pi^3 (1 + exp(-x))),   x = (E - mu_nu)/T;
 * </pre>
 *
 * on free nucleons sigma = G_F^2 V_ud^2 (1 + 3 g_A^2) E_e^2/pi with E_e = E +- (m_n - m_p), plus for nu_e + n, minus for anti-nu_e
 * + p.
 *
 * <p><b>Neutral current.</b> nu + N -&gt; nu + N: dsigma/dOmega = (G_F^2 E^2/4 pi^2)(c_V^2 + 3 c_A^2)(1 + a cos), a = (c_V^2 -
 * c_A^2)/(c_V^2 + 3 c_A^2); for transport times 1 - a/3 (Bruenn, ApJS 58 (1985) 771).
 *
 * <p><b>Joining the regimes.</b> {@link #electronNeutrinoCm} counts targets with Pauli-blocking factors b in [0, 1]:
 *
 * <pre>
 *   1/lambda = n_n sigma_CC(E_e) (1 - f_e(E_e)) b_CC + sum over N = n, p of n_N sigma_NC(E) (1 - a/3) b_N
 * </pre>
 *
 * For the charged current {@link ChargedCurrent} says how: the electron has E_e = E + Delta and must find an empty state, b_CC leaves
 * the degenerate rate in degenerate matter. Here Delta is that of beta equilibrium, mu_n - mu_p = mu_e - mu_nu; below 1e12 g/cm^3, where
 * mu_nu says nothing of the nucleons and mean fields differ by less than 1 MeV, it is m_n - m_p. Nucleons scatter only near their
 * Fermi surface: b_N = y/sqrt(1 + y^2), y = 3T/2E_F, is 1 when they are dilute and 3T/2E_F when degenerate (after Rampp and Janka,
 * A&amp;A 396 (2002) 361, appendix A).
 */
public final class NeutrinoMeanFreePath {
    /** With more nucleons than this per spin and cube of the thermal wavelength the gas is cold to double precision. */
    private static final double COLD_ABOVE = 1e12;

    private static final double LOG_THREE_QUARTERS_ROOT_PI = Math.log(0.75 * Math.sqrt(Math.PI));

    private static final double AXIAL_SQUARED = square(PhysicalConstants.G_A / 2);
    private static final double VECTOR_SQUARED_NEUTRON = 0.25;
    private static final double VECTOR_SQUARED_PROTON = square(0.5 - 2 * PhysicalConstants.SIN_SQUARED_WEINBERG);

    private NeutrinoMeanFreePath() {}

    /**
     * Returns the mean free path of a nu_e against absorption in degenerate matter [cm]; infinite at T = 0 for E at or below
     * mu_nu.
     *
     * @param energyMeV neutrino energy E [MeV], {@code >= 0}
     * @param neutrinoPotentialMeV mu_nu [MeV]
     * @param electronPotentialMeV mu_e [MeV], {@code > 0}
     * @param temperatureMeV temperature [MeV], {@code >= 0}
     * @param neutronMassMeV effective neutron mass M*_n [MeV]
     * @param protonMassMeV effective proton mass M*_p [MeV]
     */
    public static double degenerateChargedCurrentCm(
            double energyMeV,
            double neutrinoPotentialMeV,
            double electronPotentialMeV,
            double temperatureMeV,
            double neutronMassMeV,
            double protonMassMeV) {
        return PhysicalConstants.HBAR_C_MEV_CM
                / ChargedCurrent.degenerateRate(
                        energyMeV - neutrinoPotentialMeV,
                        electronPotentialMeV,
                        temperatureMeV,
                        neutronMassMeV * protonMassMeV);
    }

    /**
     * Returns the cross section of nu_e + n -&gt; e + p on free neutrons [cm^2].
     *
     * @param energyMeV neutrino energy [MeV], {@code >= 0}
     */
    public static double neutrinoCaptureCm2(double energyMeV) {
        return ChargedCurrent.capture(energyMeV + PhysicalConstants.NEUTRON_PROTON_MASS_DIFFERENCE_MEV)
                * square(PhysicalConstants.HBAR_C_MEV_CM);
    }

    /**
     * Returns the cross section of anti-nu_e + p -&gt; e+ + n on free protons [cm^2]; 0 below threshold.
     *
     * @param energyMeV antineutrino energy [MeV], {@code >= 0}
     */
    public static double antineutrinoCaptureCm2(double energyMeV) {
        return ChargedCurrent.capture(Math.max(energyMeV - PhysicalConstants.NEUTRON_PROTON_MASS_DIFFERENCE_MEV, 0))
                * square(PhysicalConstants.HBAR_C_MEV_CM);
    }

    /**
     * Returns the transport cross section of neutrino scattering on free neutrons [cm^2].
     *
     * @param energyMeV neutrino energy [MeV], {@code >= 0}
     */
    public static double neutronScatteringCm2(double energyMeV) {
        return scattering(energyMeV, VECTOR_SQUARED_NEUTRON) * square(PhysicalConstants.HBAR_C_MEV_CM);
    }

    /**
     * Returns the transport cross section of neutrino scattering on free protons [cm^2].
     *
     * @param energyMeV neutrino energy [MeV], {@code >= 0}
     */
    public static double protonScatteringCm2(double energyMeV) {
        return scattering(energyMeV, VECTOR_SQUARED_PROTON) * square(PhysicalConstants.HBAR_C_MEV_CM);
    }

    /**
     * Returns the energy that stands for the diffusing nu_e of a gas, sqrt(mu_nu^2 + (3.1514 T)^2) [MeV]: the Fermi energy when
     * degenerate, the mean energy when not; 3.1514 T for a negative mu_nu.
     *
     * @param neutrinoPotentialMeV mu_nu [MeV]
     * @param temperatureMeV temperature [MeV], {@code >= 0}
     */
    public static double typicalEnergyMeV(double neutrinoPotentialMeV, double temperatureMeV) {
        return Math.hypot(
                Math.max(neutrinoPotentialMeV, 0), PhysicalConstants.MEAN_ENERGY_PER_TEMPERATURE * temperatureMeV);
    }

    /**
     * Returns the mean free path of a nu_e in matter of any degeneracy [cm], joined as described above; infinite where nothing
     * stops it.
     *
     * @param energyMeV neutrino energy E [MeV], {@code >= 0}; {@link #typicalEnergyMeV} for the gas as a whole
     * @param densityGPerCm3 rest-mass density [g cm^-3], {@code > 0}
     * @param protonFraction protons per baryon, Y_e in neutral matter without muons [1], in [0, 1]
     * @param temperatureMeV temperature [MeV], {@code >= 0}
     * @param electronPotentialMeV mu_e [MeV]
     * @param neutrinoPotentialMeV mu_nu [MeV]
     * @param effectiveMassRatio M-star/M of the nucleons [1], 1 if not known
     */
    public static double electronNeutrinoCm(
            double energyMeV,
            double densityGPerCm3,
            double protonFraction,
            double temperatureMeV,
            double electronPotentialMeV,
            double neutrinoPotentialMeV,
            double effectiveMassRatio) {
        double neutrons = LeptonPotentials.numberDensity(densityGPerCm3, 1 - protonFraction);
        double protons = LeptonPotentials.numberDensity(densityGPerCm3, protonFraction);
        double mass = effectiveMassRatio * PhysicalConstants.NUCLEON_MASS_MEV;

        double absorbed = ChargedCurrent.neutrinoPerCm(
                energyMeV,
                neutrons,
                energyTransfer(
                        neutrons,
                        protons,
                        densityGPerCm3,
                        temperatureMeV,
                        electronPotentialMeV - neutrinoPotentialMeV,
                        mass),
                temperatureMeV,
                electronPotentialMeV,
                neutrinoPotentialMeV,
                effectiveMassRatio);
        double scattered = neutrons
                        * scattering(energyMeV, VECTOR_SQUARED_NEUTRON)
                        * blocking(neutrons, temperatureMeV, mass)
                + protons * scattering(energyMeV, VECTOR_SQUARED_PROTON) * blocking(protons, temperatureMeV, mass);
        return 1 / (absorbed + scattered / PhysicalConstants.HBAR_C_MEV_CM);
    }

    /** Returns Delta of {@link ChargedCurrent} in beta equilibrium [MeV]; that of free nucleons where there may be none. */
    static double energyTransfer(
            double neutrons,
            double protons,
            double densityGPerCm3,
            double temperature,
            double potentialDifference,
            double mass) {
        if (densityGPerCm3 < PhysicalConstants.DECOUPLING_DENSITY_G_PER_CM3 || !(neutrons > 0 && protons > 0)) {
            return PhysicalConstants.NEUTRON_PROTON_MASS_DIFFERENCE_MEV;
        }
        return ChargedCurrent.energyTransferMeV(
                potentialDifference,
                temperature,
                degeneracy(neutrons, temperature, mass),
                degeneracy(protons, temperature, mass));
    }

    /**
     * Returns eta, the kinetic chemical potential over T of nucleons of a number density [MeV^3]: the closed form of Nilsson for the
     * inverse of F_1/2, right to 0.02; infinite at T = 0.
     */
    static double degeneracy(double density, double temperature, double mass) {
        double waves = mass * temperature / (2 * Math.PI);
        double u = density / (2 * waves * Math.sqrt(waves));
        double logarithm = Math.log(u);
        double cold = Math.exp(2.0 / 3 * (logarithm + LOG_THREE_QUARTERS_ROOT_PI));
        double dilute = Math.abs(u - 1) < 1e-6 ? -0.5 : logarithm / (1 - u * u);
        return u < COLD_ABOVE ? dilute + cold / (1 + 1 / square(0.24 + 1.08 * cold)) : cold;
    }

    /** Returns the part of the nucleons that can scatter, b = y/sqrt(1 + y^2), y = 3T/2E_F. */
    static double blocking(double density, double temperature, double mass) {
        double fermiMomentum = Math.cbrt(3 * Math.PI * Math.PI * density);
        double thermal = 3 * temperature * mass;
        return thermal == 0 ? 0 : thermal / Math.hypot(thermal, fermiMomentum * fermiMomentum);
    }

    private static double scattering(double energy, double vectorSquared) {
        double sum = vectorSquared + 3 * AXIAL_SQUARED;
        double asymmetry = (vectorSquared - AXIAL_SQUARED) / sum;
        return square(PhysicalConstants.FERMI_COUPLING_PER_MEV2 * energy) / Math.PI * sum * (1 - asymmetry / 3);
    }

    private static double square(double x) {
        return x * x;
    }
}

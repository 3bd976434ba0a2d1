package org.chiralkick.matter;

/**
 * Absorption of electron neutrinos on neutrons, and of antineutrinos on protons, in nuclear matter of any degeneracy: the one place
 * where the limits of {@link NeutrinoMeanFreePath} are joined.
 *
 * <p><b>Free targets.</b> A nucleon at rest hands over the energy Delta, so the electron that is made has E_e = E + Delta (a positron
 * E - Delta) and must find an empty state: n sigma_CC(E_e) (1 - f_e(E_e)). In a dilute gas Delta is the mass difference with the
 * difference of the mean fields (Martinez-Pinedo et al., Phys. Rev. Lett. 109 (2012) 251104); in a degenerate one nucleons react at
 * their Fermi surfaces and Delta = mu_n - mu_p. Both are
 *
 * <pre>
 *   Delta = mu_n - mu_p - T ln[f_n(0)/f_p(0)],   f(0) = 1/(1 + exp(-eta)),
 * </pre>
 *
 * f(0) the occupation at the bottom of the band and eta the kinetic chemical potential over T: when dilute T ln(f_n/f_p) = T (eta_n -
 * eta_p) takes the kinetic part away, when degenerate it vanishes. With Delta = mu_n - mu_p = mu_e - mu_nu the electron is blocked
 * exactly as the neutrino is, as detailed balance wants.
 *
 * <p><b>Joining.</b> With r the degenerate rate over the free one the free rate is multiplied by the Pauli-blocking factor r/(1 + r)
 * of the nucleons: 1 when dilute, and when degenerate what leaves the degenerate rate. In the latter the Fermi energy mu_e of the
 * electrons is sqrt(mu_e^2 + pi^2 T^2), so that it does not vanish with mu_e.
 *
 * <p>Stimulated absorption is not part of it: diffusion divides by 1 - f_nu.
 */
public final class ChargedCurrent {
    /** G_F^2 V_ud^2 (1 + 3 g_A^2) [MeV^-4]. */
    private static final double STRENGTH = square(PhysicalConstants.FERMI_COUPLING_PER_MEV2 * PhysicalConstants.V_UD)
            * (1 + 3 * square(PhysicalConstants.G_A));

    private ChargedCurrent() {}

    /**
     * Returns Delta, the energy that a neutron hands over when it becomes a proton [MeV].
     *
     * @param nucleonPotentialDifferenceMeV mu_n - mu_p, rest masses included [MeV]; mu_e - mu_nu in beta equilibrium
     * @param temperatureMeV temperature [MeV], {@code >= 0}
     * @param neutronDegeneracy kinetic chemical potential of the neutrons over T [1], {@code > -700}
     * @param protonDegeneracy the same of the protons [1]
     */
    public static double energyTransferMeV(
            double nucleonPotentialDifferenceMeV,
            double temperatureMeV,
            double neutronDegeneracy,
            double protonDegeneracy) {
        double protons = 1 / (1 + Math.exp(-protonDegeneracy));
        double neutrons = 1 / (1 + Math.exp(-neutronDegeneracy));
        return nucleonPotentialDifferenceMeV - temperatureMeV * Math.log(neutrons / protons);
    }

    /**
     * Returns the absorption coefficient of a nu_e [1/cm].
     *
     * @param energyMeV neutrino energy E [MeV], {@code >= 0}
     * @param neutronDensity number density of the neutrons [MeV^3], {@code >= 0}
     * @param energyTransferMeV Delta [MeV]; no absorption where E + Delta {@code <= 0}
     * @param temperatureMeV temperature [MeV], {@code >= 0}
     * @param electronPotentialMeV mu_e [MeV]
     * @param neutrinoPotentialMeV mu_nu [MeV]
     * @param effectiveMassRatio M-star/M of the nucleons [1], 1 if not known
     */
    public static double neutrinoPerCm(
            double energyMeV,
            double neutronDensity,
            double energyTransferMeV,
            double temperatureMeV,
            double electronPotentialMeV,
            double neutrinoPotentialMeV,
            double effectiveMassRatio) {
        return joinedPerCm(
                neutronDensity,
                Math.max(energyMeV + energyTransferMeV, 0),
                energyMeV - neutrinoPotentialMeV,
                electronPotentialMeV,
                temperatureMeV,
                effectiveMassRatio);
    }

    /**
     * Returns the absorption coefficient of an anti-nu_e [1/cm]. Its degenerate rate is that of nu_e with mu_nu of the other sign, which
     * only bounds the free rate where antineutrinos are far above the energy that they must hand over.
     *
     * @param energyMeV antineutrino energy E [MeV], {@code >= 0}
     * @param protonDensity number density of the protons [MeV^3], {@code >= 0}
     * @param energyTransferMeV Delta [MeV]; no absorption where E {@code <=} Delta
     * @param temperatureMeV temperature [MeV], {@code >= 0}
     * @param electronPotentialMeV mu_e [MeV]
     * @param neutrinoPotentialMeV mu_nu of the neutrinos [MeV]
     * @param effectiveMassRatio M-star/M of the nucleons [1], 1 if not known
     */
    public static double antineutrinoPerCm(
            double energyMeV,
            double protonDensity,
            double energyTransferMeV,
            double temperatureMeV,
            double electronPotentialMeV,
            double neutrinoPotentialMeV,
            double effectiveMassRatio) {
        return joinedPerCm(
                protonDensity,
                Math.max(energyMeV - energyTransferMeV, 0),
                energyMeV + neutrinoPotentialMeV,
                -electronPotentialMeV,
                temperatureMeV,
                effectiveMassRatio);
    }

    /** Returns the joined rate [1/cm]; {@code excess} is E over the neutrino's, {@code potential} that of the charged lepton. */
    private static double joinedPerCm(
            double targets,
            double leptonEnergy,
            double excess,
            double potential,
            double temperature,
            double effectiveMassRatio) {
        double free = targets * capture(leptonEnergy) * fermi(potential - leptonEnergy, temperature);
        double mass = effectiveMassRatio * PhysicalConstants.NUCLEON_MASS_MEV;
        double fermiEnergy = Math.hypot(potential, Math.PI * temperature);
        double degenerate = degenerateRate(excess, fermiEnergy, temperature, mass * mass);
        double joined = free == 0 ? 0 : free * degenerate / (free + degenerate);
        return joined / PhysicalConstants.HBAR_C_MEV_CM;
    }

    /** Returns 1/lambda of degenerate matter [MeV]; {@code excess} is E - mu_nu. */
    static double degenerateRate(double excess, double electronEnergy, double temperature, double massProduct) {
        double open = fermi(-excess, temperature);
        return STRENGTH
                * massProduct
                * electronEnergy
                * (square(Math.PI * temperature) + square(excess))
                * open
                / (4 * Math.PI * Math.PI * Math.PI);
    }

    /** Returns the cross section of free nucleons that make a lepton of an energy [MeV^-2]. */
    static double capture(double leptonEnergy) {
        return STRENGTH * leptonEnergy * leptonEnergy / Math.PI;
    }

    /** Returns 1/(1 + exp(x/T)), a step of height 1/2 at x = 0 for T = 0. */
    private static double fermi(double x, double temperature) {
        return x == 0 ? 0.5 : 1 / (1 + Math.exp(x / temperature));
    }

    private static double square(double x) {
        return x * x;
    }
}

package org.chiralkick.chiral.anomaly;

/**
 * The anomaly coefficients of a lepton family in the form in which its currents are evaluated: with mu_e = (mu_eL + mu_eR)/2, mu_5 =
 * (mu_eL - mu_eR)/2, w = pi^2 T^2/3 and N = mu_nu^2 + w
 *
 * <pre>
 *   4 pi^2 J_l  = leptonMagnetic mu_5 eB + leptonVortical [leptonElectrons mu_e mu_5 + N] Omega
 *   4 pi^2 J_l5 = axialMagnetic mu_e eB  + axialVortical [axialElectrons (mu_e^2 + mu_5^2 + w) + N] Omega
 *   4 pi^2 J_eL = electronMagnetic mu_eL eB + leftVortical (mu_eL^2 + w) Omega
 *   8 pi^2 T_eL = electronMagnetic (mu_eL^2 + w) eB,     6 pi^2 T_eL = leftVortical mu_eL (mu_eL^2 + 3 w) Omega
 *   4 pi^2 J_nu = leftVortical N Omega,                  6 pi^2 T_nu = leftVortical mu_nu (mu_nu^2 + 3 w) Omega
 *   4 pi^2 J_em = electricMagnetic mu_5 eB,              4 pi^2 dn_l5/dt = axialDecay (eE).(eB)
 * </pre>
 *
 * with T the energy currents. Each is a contraction of 4 pi^2 C_abc, so for integer charges an exact integer or ratio of such; w goes with
 * mu^2 because beta_a contracts the same chiralities.
 *
 * @param leptonMagnetic 2 for electrons and their neutrino
 * @param leptonElectrons 4 for these
 * @param leptonVortical -1
 * @param axialMagnetic 2
 * @param axialElectrons 2
 * @param axialVortical -1
 * @param electronMagnetic 1
 * @param leftVortical -1, of left-handed electrons as of neutrinos
 * @param electricMagnetic -2
 * @param axialDecay -2
 */
public record CurrentFactors(
        double leptonMagnetic,
        double leptonElectrons,
        double leptonVortical,
        double axialMagnetic,
        double axialElectrons,
        double axialVortical,
        double electronMagnetic,
        double leftVortical,
        double electricMagnetic,
        double axialDecay) {
    /** The factors of electrons and their neutrino. */
    public static final CurrentFactors ELECTRON_FAMILY = of(FieldContent.ELECTRON_FAMILY);

    /**
     * Returns the factors of a family.
     *
     * @throws IllegalArgumentException if the content is not a {@link LeptonFamily}
     */
    public static CurrentFactors of(FieldContent content) {
        LeptonFamily family = LeptonFamily.of(content);
        ChemicalPotentials em = new ChemicalPotentials(1, 0, 0);
        ChemicalPotentials lepton = new ChemicalPotentials(0, 1, 0);
        ChemicalPotentials axial = new ChemicalPotentials(0, 0, 1);
        // What 1 MeV of mu_e, mu_5, mu_eL or mu_nu alone is in potentials of the charges.
        ChemicalPotentials mean = family.potentials(1, 1, 0);
        ChemicalPotentials difference = family.potentials(1, -1, 0);
        ChemicalPotentials left = family.potentials(1, 0, 0);
        ChemicalPotentials neutrino = family.potentials(0, 0, 1);
        double leptonVortical = content.chiralTrace(lepton, neutrino, neutrino);
        double axialVortical = content.chiralTrace(axial, neutrino, neutrino);
        return new CurrentFactors(
                content.chiralTrace(lepton, em, difference),
                2 * content.chiralTrace(lepton, mean, difference) / leptonVortical,
                leptonVortical,
                content.chiralTrace(axial, em, mean),
                content.chiralTrace(axial, mean, mean) / axialVortical,
                axialVortical,
                content.chiralTrace(left, em, left),
                content.chiralTrace(left, left, left),
                content.chiralTrace(em, em, difference),
                content.chiralTrace(em, em, axial));
    }
}

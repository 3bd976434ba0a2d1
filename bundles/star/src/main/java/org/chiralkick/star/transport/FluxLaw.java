package org.chiralkick.star.transport;

/**
 * Neutrino flows through the interfaces of a star as linear functions of the new state, with coefficients of the old one:
 *
 * <pre>
 *   N_s = n_0 + n_T (T_in - T_out) + sign_s n_eta (eta_in - eta_out) [1/s],   the same with e for energy [MeV/s],
 * </pre>
 *
 * sign_s the lepton number of the species. Interface i lies between zones i - 1 and i. At the surface T_out and eta_out are
 * those of the outermost zone before the step and n_0, e_0 what escapes from it; elsewhere n_0 = e_0 = 0.
 */
public final class FluxLaw {
    private static final Species[] SPECIES = Species.values();

    private final double[][] numberBase;
    private final double[][] numberPerMev;
    private final double[][] numberPerEta;
    private final double[][] energyBase;
    private final double[][] energyPerMev;
    private final double[][] energyPerEta;

    /** Makes a law without flows. */
    public FluxLaw(int zones) {
        numberBase = new double[SPECIES.length][zones + 1];
        numberPerMev = new double[SPECIES.length][zones + 1];
        numberPerEta = new double[SPECIES.length][zones + 1];
        energyBase = new double[SPECIES.length][zones + 1];
        energyPerMev = new double[SPECIES.length][zones + 1];
        energyPerEta = new double[SPECIES.length][zones + 1];
    }

    /** Sets the number flow of a species through an interface: n_0 [1/s], n_T [1/(s MeV)], n_eta [1/s]. */
    public void number(Species species, int face, double base, double perMev, double perEta) {
        numberBase[species.ordinal()][face] = base;
        numberPerMev[species.ordinal()][face] = perMev;
        numberPerEta[species.ordinal()][face] = perEta;
    }

    /** Sets the energy flow of a species through an interface: e_0 [MeV/s], e_T [1/s], e_eta [MeV/s]. */
    public void energy(Species species, int face, double base, double perMev, double perEta) {
        energyBase[species.ordinal()][face] = base;
        energyPerMev[species.ordinal()][face] = perMev;
        energyPerEta[species.ordinal()][face] = perEta;
    }

    /** Returns the number flow of a species [1/s] for given differences T_in - T_out [MeV] and eta_in - eta_out [1]. */
    public double numberFlow(Species species, int face, double temperatureDrop, double etaDrop) {
        int s = species.ordinal();
        return numberBase[s][face]
                + numberPerMev[s][face] * temperatureDrop
                + species.leptonNumber() * numberPerEta[s][face] * etaDrop;
    }

    /** Returns the energy flow of a species [MeV/s] for given differences T_in - T_out [MeV] and eta_in - eta_out [1]. */
    public double energyFlow(Species species, int face, double temperatureDrop, double etaDrop) {
        int s = species.ordinal();
        return energyBase[s][face]
                + energyPerMev[s][face] * temperatureDrop
                + species.leptonNumber() * energyPerEta[s][face] * etaDrop;
    }

    /** Returns the flow of lepton number [1/s]. */
    public double leptonFlow(int face, double temperatureDrop, double etaDrop) {
        double sum = 0;
        for (Species s : SPECIES) {
            sum += s.leptonNumber() * numberFlow(s, face, temperatureDrop, etaDrop);
        }
        return sum;
    }

    /** Returns the flow of energy in all species [MeV/s]. */
    public double energyFlow(int face, double temperatureDrop, double etaDrop) {
        double sum = 0;
        for (Species s : SPECIES) {
            sum += energyFlow(s, face, temperatureDrop, etaDrop);
        }
        return sum;
    }
}

package org.chiralkick.star.transport;

import java.util.Arrays;

/**
 * Neutrino flows through the interfaces of a star as linear functions of the new state, with coefficients of the old one:
 *
 * <pre>
 *   N_s = n_0 + n_T (T_in - T_out) + sign_s n_eta (eta_in - eta_out) [1/s],   the same with e for energy [MeV/s],
 * </pre>
 *
 * sign_s the lepton number of the species. Interface i lies between zones i - 1 and i. At the surface T_out and eta_out are
 * those of the outermost zone before the step and n_0, e_0 what escapes from it; elsewhere n_0 = e_0 = 0.
 *
 * <p>For what depends on direction the law also holds, per zone, the coefficients of the flux along a sphere, and per interface
 * what the flux limiter leaves of a flux. Both are 0 and 1 where nobody has set them.
 */
public final class FluxLaw {
    private static final Species[] SPECIES = Species.values();

    private final double[][] numberBase;
    private final double[][] numberPerMev;
    private final double[][] numberPerEta;
    private final double[][] energyBase;
    private final double[][] energyPerMev;
    private final double[][] energyPerEta;
    private final double[][] numberDiffusion;
    private final double[][] numberDiffusionPerEta;
    private final double[][] energyDiffusion;
    private final double[][] energyDiffusionPerEta;
    private final double[][] numberLimit;
    private final double[][] energyLimit;

    /** Makes a law without flows. */
    public FluxLaw(int zones) {
        numberBase = new double[SPECIES.length][zones + 1];
        numberPerMev = new double[SPECIES.length][zones + 1];
        numberPerEta = new double[SPECIES.length][zones + 1];
        energyBase = new double[SPECIES.length][zones + 1];
        energyPerMev = new double[SPECIES.length][zones + 1];
        energyPerEta = new double[SPECIES.length][zones + 1];
        numberDiffusion = new double[SPECIES.length][zones];
        numberDiffusionPerEta = new double[SPECIES.length][zones];
        energyDiffusion = new double[SPECIES.length][zones];
        energyDiffusionPerEta = new double[SPECIES.length][zones];
        numberLimit = new double[SPECIES.length][zones + 1];
        energyLimit = new double[SPECIES.length][zones + 1];
        for (int s = 0; s < SPECIES.length; s++) {
            Arrays.fill(numberLimit[s], 1);
            Arrays.fill(energyLimit[s], 1);
        }
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

    /**
     * Sets the number flux of a species in a zone without limiter, -(d_T dT/ds + sign d_eta d eta/ds): d_T [1/(cm s MeV)] and d_eta
     * [1/(cm s)].
     */
    public void numberDiffusion(Species species, int zone, double perMev, double perEta) {
        numberDiffusion[species.ordinal()][zone] = perMev;
        numberDiffusionPerEta[species.ordinal()][zone] = perEta;
    }

    /** Sets the same of the energy flux: d_T [1/(cm s)] and d_eta [MeV/(cm s)]. */
    public void energyDiffusion(Species species, int zone, double perMev, double perEta) {
        energyDiffusion[species.ordinal()][zone] = perMev;
        energyDiffusionPerEta[species.ordinal()][zone] = perEta;
    }

    /**
     * Sets what is left of a flux of a species through an interface [1], in [0, 1]: inside the star what the limiter leaves, at
     * the surface what of a drift in the outermost zone gets out of it.
     */
    public void limit(Species species, int face, double number, double energy) {
        numberLimit[species.ordinal()][face] = number;
        energyLimit[species.ordinal()][face] = energy;
    }

    /** Returns the part of a number flux of a species that is left at an interface [1]. */
    public double numberLimit(Species species, int face) {
        return numberLimit[species.ordinal()][face];
    }

    /** Returns the part of an energy flux of a species that is left at an interface [1]. */
    public double energyLimit(Species species, int face) {
        return energyLimit[species.ordinal()][face];
    }

    /** Returns the part of a number flux of a species that is left in a zone [1]: the mean of its interfaces inside the star. */
    public double numberLimitIn(Species species, int zone) {
        return middle(numberLimit[species.ordinal()], zone);
    }

    /** Returns the part of an energy flux of a species that is left in a zone [1]: the mean of its interfaces inside the star. */
    public double energyLimitIn(Species species, int zone) {
        return middle(energyLimit[species.ordinal()], zone);
    }

    /** The centre has no gradient and no limit; the surface has a law of its own. */
    private static double middle(double[] limit, int zone) {
        double inner = zone == 0 ? 1 : limit[zone];
        return zone + 2 == limit.length ? inner : (inner + limit[zone + 1]) / 2;
    }

    /**
     * Returns the flux of lepton number in a zone along a sphere, limited [cm^-2 s^-1].
     *
     * @param temperatureSlope dT/ds [MeV/cm]
     * @param etaSlope d eta/ds [1/cm]
     */
    public double leptonFluxAlong(int zone, double temperatureSlope, double etaSlope) {
        double sum = 0;
        for (Species species : SPECIES) {
            int s = species.ordinal();
            int sign = species.leptonNumber();
            sum -= sign
                    * numberLimitIn(species, zone)
                    * (numberDiffusion[s][zone] * temperatureSlope + sign * numberDiffusionPerEta[s][zone] * etaSlope);
        }
        return sum;
    }

    /**
     * Returns the flux of energy in all species in a zone along a sphere, limited [MeV cm^-2 s^-1].
     *
     * @param temperatureSlope dT/ds [MeV/cm]
     * @param etaSlope d eta/ds [1/cm]
     */
    public double energyFluxAlong(int zone, double temperatureSlope, double etaSlope) {
        double sum = 0;
        for (Species species : SPECIES) {
            int s = species.ordinal();
            sum -= energyLimitIn(species, zone)
                    * (energyDiffusion[s][zone] * temperatureSlope
                            + species.leptonNumber() * energyDiffusionPerEta[s][zone] * etaSlope);
        }
        return sum;
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

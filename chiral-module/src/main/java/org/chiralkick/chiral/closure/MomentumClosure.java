package org.chiralkick.chiral.closure;

import org.chiralkick.chiral.anomaly.WeylCurrent;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;

/**
 * How much energy the escaping neutrinos carry. The rule gives the magnetic part of the energy flux F_E per eB; its vortical
 * part is always f T0i_eL + T0i_nu. The momentum flux is F_E/c along F_E, never a quotient of fluxes that can blow up.
 */
public enum MomentumClosure implements Choice {
    /**
     * F_E = f T0i_eL + T0i_nu, the energy that the anomaly itself transports: f (mu_eL^2/8 pi^2 + T^2/24) per eB. Assumes that
     * neutrinos take over the energy current with the number current.
     */
    ENERGY_CURRENT("energy-current", "momentum is the anomalous energy current, T0i/c") {
        @Override
        public void magneticEnergy(
                LeptonColumns leptons, double[] share, double neutrinoTemperature, double[] perField) {
            double[] temperature = leptons.temperature;
            double[] left = leptons.left;
            int end = leptons.end();
            for (int i = leptons.first(); i < end; i++) {
                double square = WeylCurrent.square(left[i], WeylCurrent.thermalSquare(temperature[i]));
                perField[i] = energyCurrent(share[i], square);
            }
        }
    },
    /** p = mu_nu per neutrino, mu_l with one potential for all (Kaminski et al. 2016). The degenerate limit, twice its value. */
    CHEMICAL_POTENTIAL("chemical-potential", "each neutrino carries p = mu_nu") {
        @Override
        public void magneticEnergy(
                LeptonColumns leptons, double[] share, double neutrinoTemperature, double[] perField) {
            double[] perEscaping = leptons.perEscaping;
            double[] left = leptons.left;
            int end = leptons.end();
            for (int i = leptons.first(); i < end; i++) {
                double current = 2 * share[i] * left[i];
                perField[i] = perEscaping[i] * current;
            }
        }
    },
    /** p = eps/n of the neutrino gas; 0, with a flag, where n <= 0. Assumes that the average neutrino escapes. */
    MEAN_ENERGY("mean-energy", "each neutrino carries eps/n of the neutrino gas") {
        @Override
        public void magneticEnergy(
                LeptonColumns leptons, double[] share, double neutrinoTemperature, double[] perField) {
            double[] temperature = leptons.temperature;
            double[] left = leptons.left;
            double[] neutrino = leptons.neutrino;
            int end = leptons.end();
            for (int i = leptons.first(); i < end; i++) {
                double density = WeylGas.numberDensity(neutrino[i], temperature[i]);
                // The share goes first: with `composition` it is proportional to n, and eps f/n stays finite as n -> 0.
                double mean = density > 0 ? share[i] / density * WeylGas.energyDensity(neutrino[i], temperature[i]) : 0;
                perField[i] = 2 * mean * left[i];
            }
        }

        @Override
        public boolean isUndefined(double neutrino, double temperature) {
            return !(WeylGas.numberDensity(neutrino, temperature) > 0);
        }
    },
    /** p = 3.1514 T_nu, T_nu the zone's T unless given: what leaves a neutrinosphere is thermal. The non-degenerate limit. */
    THERMAL("thermal", "each neutrino carries 3.15 T") {
        @Override
        public void magneticEnergy(
                LeptonColumns leptons, double[] share, double neutrinoTemperature, double[] perField) {
            double[] temperature = leptons.temperature;
            double[] left = leptons.left;
            boolean given = neutrinoTemperature > 0;
            int end = leptons.end();
            for (int i = leptons.first(); i < end; i++) {
                double momentum =
                        PhysicalConstants.MEAN_ENERGY_PER_TEMPERATURE * (given ? neutrinoTemperature : temperature[i]);
                double current = 2 * share[i] * left[i];
                perField[i] = momentum * current;
            }
        }
    };

    private final String label;
    private final String meaning;

    /**
     * Returns what `energy-current` gives, 8 pi^2 f (mu_eL^2/8 pi^2 + T^2/24) [MeV^2].
     *
     * @param share f [1]
     * @param leftSquare mu_eL^2 + pi^2 T^2/3 [MeV^2]
     */
    public static double energyCurrent(double share, double leftSquare) {
        return share * leftSquare;
    }

    MomentumClosure(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /**
     * Fills {@code perField} with 8 pi^2 times the magnetic energy current of the neutrinos per eB [MeV^2].
     *
     * @param share f of every zone [1]
     * @param neutrinoTemperature T_nu of rule `thermal` [MeV]; 0 where the zone's own stands for it
     */
    public abstract void magneticEnergy(
            LeptonColumns leptons, double[] share, double neutrinoTemperature, double[] perField);

    /**
     * Returns whether the rule is not defined for this state and gives no momentum.
     *
     * @param neutrino mu_nu [MeV]
     * @param temperature T [MeV]
     */
    public boolean isUndefined(double neutrino, double temperature) {
        return false;
    }
}

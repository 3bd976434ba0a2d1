package org.chiralkick.chiral.closure;

import org.chiralkick.chiral.anomaly.WeylCurrent;
import org.chiralkick.matter.WeylGas;

/**
 * How the electrons divide between the chiralities: sets mu_e = (mu_eL + mu_eR)/2 and mu_5 = (mu_eL - mu_eR)/2 from what the
 * host gives. The electron-spin flip on protons takes 1e-14 s, the weak rates 1e-9 s: `washed-out` is what matter does.
 */
public enum ChiralityClosure implements Choice {
    /**
     * mu_eL = mu_e + mu_5, mu_eR = mu_e - mu_5 as the host gives them; mu_5 absent counts as 0. Assumes that the host evolves
     * mu_5.
     */
    GIVEN("given", "left and right electrons at mu_e +- mu_5, as given", "") {
        @Override
        void divide(LeptonColumns leptons) {}
    },
    /**
     * n_eL = (n_e - n_nu)/2, n_eR = (n_e + n_nu)/2: every neutrino came out of a left-handed electron and no spin flipped since
     * (scenario A of Kaminski et al. 2016, who approximate it by mu_5 = 0). The limit of vanishing electron mass.
     */
    PRESERVED("preserved", "no spin flips: right electrons keep (n_e + n_nu)/2", "follows from n_e and n_nu") {
        @Override
        void divide(LeptonColumns leptons) {
            double[] temperature = leptons.temperature;
            double[] electron = leptons.electron;
            double[] axial = leptons.axial;
            double[] neutrino = leptons.neutrino;
            double[] density = leptons.ownDensity();
            double[] half = leptons.ownAxial();
            double[] left = leptons.ownLeft();
            double[] right = leptons.ownElectron();
            int first = leptons.first();
            int end = leptons.end();
            for (int i = first; i < end; i++) {
                double electrons = halfElectronDensity(electron[i], axial[i], temperature[i]);
                double neutrinos = scaledDensity(neutrino[i], temperature[i]) / 2;
                density[i] = (electrons - neutrinos) / SIX_PI_SQUARED;
            }
            WeylGas.chemicalPotentials(density, temperature, left, first, end);
            for (int i = first; i < end; i++) {
                double electrons = halfElectronDensity(electron[i], axial[i], temperature[i]);
                double neutrinos = scaledDensity(neutrino[i], temperature[i]) / 2;
                density[i] = (electrons + neutrinos) / SIX_PI_SQUARED;
            }
            WeylGas.chemicalPotentials(density, temperature, right, first, end);
            for (int i = first; i < end; i++) {
                half[i] = (left[i] - right[i]) / 2;
                right[i] = (left[i] + right[i]) / 2; // the mean from here on
            }
            leptons.divide(right, half, left);
        }
    },
    /**
     * mu_eL = mu_eR = mu with 2 n_W(mu) = n_W(mu_e + mu_5) + n_W(mu_e - mu_5), which is mu_e itself where mu_5 is absent or 0;
     * then mu_5 = 0 (scenario B of Kaminski et al. 2016, the physical default). The limit of fast spin flips.
     */
    WASHED_OUT("washed-out", "spin flips give left and right electrons one potential", "spin flips make it 0") {
        @Override
        void divide(LeptonColumns leptons) {
            if (leptons.balanced()) {
                return;
            }
            double[] temperature = leptons.temperature;
            double[] electron = leptons.electron;
            double[] axial = leptons.axial;
            double[] density = leptons.ownDensity();
            double[] shared = leptons.ownAxial();
            int first = leptons.first();
            int end = leptons.end();
            for (int i = first; i < end; i++) {
                density[i] = halfElectronDensity(electron[i], axial[i], temperature[i]) / SIX_PI_SQUARED;
            }
            WeylGas.chemicalPotentials(density, temperature, shared, first, end);
            for (int i = first; i < end; i++) {
                // Where nothing is to be washed out mu_e stays as the host gave it, to the last bit.
                if (axial[i] == 0) {
                    shared[i] = electron[i];
                }
            }
            leptons.balance(shared);
        }
    };

    private static final double SIX_PI_SQUARED = 6 * Math.PI * Math.PI;

    private final String label;
    private final String meaning;
    private final String insteadOfGiven;

    ChiralityClosure(String label, String meaning, String insteadOfGiven) {
        this.label = label;
        this.meaning = meaning;
        this.insteadOfGiven = insteadOfGiven;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Returns what mu_5 is instead of the host's, such as {@code "spin flips make it 0"}; empty where the host's is kept. */
    public String insteadOfGiven() {
        return insteadOfGiven;
    }

    /** Sets the mean and the axial electron potential. */
    abstract void divide(LeptonColumns leptons);

    /** Returns 6 pi^2 n_e/2 = 3 pi^2 [n_W(mu_e + mu_5) + n_W(mu_e - mu_5)]; mu_5 enters squared, so nothing cancels. */
    private static double halfElectronDensity(double electron, double axial, double temperature) {
        return Math.fma(3 * electron * axial, axial, scaledDensity(electron, temperature));
    }

    private static double scaledDensity(double mu, double temperature) {
        return WeylCurrent.density(mu, WeylCurrent.thermalSquare(temperature));
    }
}

package org.chiralkick.chiral.closure;

import java.util.Arrays;
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
    GIVEN("given") {
        @Override
        void divide(LeptonColumns leptons, boolean axialGiven) {}
    },
    /**
     * n_eL = (n_e - n_nu)/2, n_eR = (n_e + n_nu)/2: every neutrino came out of a left-handed electron and no spin flipped since
     * (scenario A of Kaminski et al. 2016, who approximate it by mu_5 = 0). The limit of vanishing electron mass.
     */
    PRESERVED("preserved") {
        @Override
        void divide(LeptonColumns leptons, boolean axialGiven) {
            double[] temperature = leptons.temperature;
            double[] electron = leptons.electron;
            double[] axial = leptons.axial;
            double[] neutrino = leptons.neutrino;
            double[] left = leptons.leftDensity;
            double[] right = leptons.rightDensity;
            int first = leptons.first;
            int end = leptons.end;
            for (int i = first; i < end; i++) {
                double electrons = halfElectronDensity(electron[i], axial[i], temperature[i]);
                double neutrinos = LeptonColumns.scaledDensity(neutrino[i], temperature[i]) / 2;
                left[i] = (electrons - neutrinos) / SIX_PI_SQUARED;
                right[i] = (electrons + neutrinos) / SIX_PI_SQUARED;
            }
            WeylGas.chemicalPotentials(left, temperature, axial, first, end);
            WeylGas.chemicalPotentials(right, temperature, electron, first, end);
            for (int i = first; i < end; i++) {
                double sum = axial[i] + electron[i];
                axial[i] = (axial[i] - electron[i]) / 2;
                electron[i] = sum / 2;
            }
        }
    },
    /**
     * mu_eL = mu_eR = mu with 2 n_W(mu) = n_W(mu_e + mu_5) + n_W(mu_e - mu_5), which is mu_e itself where mu_5 is absent or 0;
     * then mu_5 = 0 (scenario B of Kaminski et al. 2016, the physical default). The limit of fast spin flips.
     */
    WASHED_OUT("washed-out") {
        @Override
        void divide(LeptonColumns leptons, boolean axialGiven) {
            if (!axialGiven) {
                return;
            }
            double[] temperature = leptons.temperature;
            double[] electron = leptons.electron;
            double[] axial = leptons.axial;
            double[] density = leptons.leftDensity;
            double[] shared = leptons.rightDensity;
            int first = leptons.first;
            int end = leptons.end;
            for (int i = first; i < end; i++) {
                density[i] = halfElectronDensity(electron[i], axial[i], temperature[i]) / SIX_PI_SQUARED;
            }
            WeylGas.chemicalPotentials(density, temperature, shared, first, end);
            for (int i = first; i < end; i++) {
                // Where nothing is to be washed out mu_e stays as the host gave it, to the last bit.
                electron[i] = axial[i] == 0 ? electron[i] : shared[i];
            }
            Arrays.fill(axial, first, end, 0.0);
        }
    };

    private static final double SIX_PI_SQUARED = 6 * Math.PI * Math.PI;

    private final String label;

    ChiralityClosure(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /**
     * Sets the mean and the axial electron potential.
     *
     * @param axialGiven whether the host gave mu_5; without it the axial column is 0
     */
    abstract void divide(LeptonColumns leptons, boolean axialGiven);

    /** Returns 6 pi^2 n_e/2 = 3 pi^2 [n_W(mu_e + mu_5) + n_W(mu_e - mu_5)]; mu_5 enters squared, so nothing cancels. */
    private static double halfElectronDensity(double electron, double axial, double temperature) {
        return LeptonColumns.scaledDensity(electron, temperature) + 3 * electron * axial * axial;
    }
}

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
            for (int i = leptons.first; i < leptons.end; i++) {
                double electrons = scaledElectronDensity(electron[i], axial[i], temperature[i]);
                double neutrinos = LeptonColumns.scaledDensity(leptons.neutrino[i], temperature[i]);
                double left = potential((electrons - neutrinos) / 2, temperature[i]);
                double right = potential((electrons + neutrinos) / 2, temperature[i]);
                electron[i] = (left + right) / 2;
                axial[i] = (left - right) / 2;
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
            for (int i = leptons.first; i < leptons.end; i++) {
                if (axial[i] != 0) {
                    double electrons = scaledElectronDensity(electron[i], axial[i], temperature[i]);
                    electron[i] = potential(electrons / 2, temperature[i]);
                }
            }
            Arrays.fill(axial, leptons.first, leptons.end, 0.0);
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

    /** Returns 6 pi^2 [n_W(mu_e + mu_5) + n_W(mu_e - mu_5)], free of cancellation: the cubic terms in mu_5 drop out. */
    private static double scaledElectronDensity(double electron, double axial, double temperature) {
        return 2 * (LeptonColumns.scaledDensity(electron, temperature) + 3 * electron * axial * axial);
    }

    private static double potential(double scaledDensity, double temperature) {
        return WeylGas.chemicalPotential(scaledDensity / SIX_PI_SQUARED, temperature);
    }
}

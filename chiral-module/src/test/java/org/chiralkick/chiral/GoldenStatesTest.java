package org.chiralkick.chiral;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chiralkick.chiral.support.ErrorScale;
import org.chiralkick.chiral.support.Golden;
import org.chiralkick.chiral.support.GoldenState;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxField;
import org.junit.jupiter.api.Test;

/** The whole source against the golden states, for every closure that a golden value can be built for. */
class GoldenStatesTest {
    private static final double NUMBER = PhysicalConstants.NUMBER_FLUX_PER_MEV3;
    private static final double ENERGY = PhysicalConstants.ENERGY_FLUX_PER_MEV4;

    private final List<GoldenState> states = Golden.states();
    private final ErrorScale errors = new ErrorScale();

    private SmallHost evaluate(String share, String momentum) {
        String settings = "{\"closures\": {\"chirality\": \"given\", \"share\": \"" + share + "\", \"momentum\": \""
                + momentum + "\"}}";
        return SmallHost.of(states)
                .want(
                        FluxField.LEPTON_FLUX,
                        FluxField.AXIAL_FLUX,
                        FluxField.NEUTRINO_FLUX,
                        FluxField.NEUTRINO_ENERGY_FLUX)
                .evaluate(Sources.with(settings));
    }

    @Test
    void leptonAndAxialFluxesAreTheSpeciesSumsWhateverTheShare() {
        for (String share : List.of("all-left-handed", "composition", "susceptibility", "equilibrium")) {
            SmallHost host = evaluate(share, "thermal");
            for (int i = 0; i < states.size(); i++) {
                GoldenState state = states.get(i);
                double scale = NUMBER * state.currentScale();
                double[] lepton = Golden.vector(state.physical(), "J_l");
                double[] axial = Golden.vector(state.physical(), "J_l5");
                errors.check(state.id(), times(NUMBER, lepton), host.get(FluxField.LEPTON_FLUX, i), scale);
                errors.check(state.id(), times(NUMBER, axial), host.get(FluxField.AXIAL_FLUX, i), scale);
            }
        }
        report("lepton and axial flux");
    }

    @Test
    void neutrinoFluxesAreTheShareOfTheLeftHandedElectronsAndTheirOwn() {
        for (String share : List.of("all-left-handed", "composition", "susceptibility", "equilibrium")) {
            SmallHost host = evaluate(share, "energy-current");
            for (int i = 0; i < states.size(); i++) {
                GoldenState state = states.get(i);
                double f = share(state, share);
                double[] number = plus(times(NUMBER * f, state.current("eL")), times(NUMBER, state.current("nu")));
                double[] energy =
                        plus(times(ENERGY * f, state.energyCurrent("eL")), times(ENERGY, state.energyCurrent("nu")));
                errors.check(
                        share + " number " + state.id(),
                        number,
                        host.get(FluxField.NEUTRINO_FLUX, i),
                        NUMBER * state.currentScale());
                errors.check(
                        share + " energy " + state.id(),
                        energy,
                        host.get(FluxField.NEUTRINO_ENERGY_FLUX, i),
                        ENERGY * state.energyScale());
            }
        }
        report("neutrino number and energy flux");
    }

    @Test
    void equilibriumShareGivesTheFreeNeutrinosAndFullShareAllLeftHandedLeptons() {
        checkWholeKey("equilibrium", "free_species", "free_species");
        checkWholeKey("all-left-handed", "all_left_handed", "all_left_handed_T0i");
        report("free species and all left-handed");
    }

    private void checkWholeKey(String share, String numberKey, String energyKey) {
        SmallHost host = evaluate(share, "energy-current");
        for (int i = 0; i < states.size(); i++) {
            GoldenState state = states.get(i);
            double[] number = Golden.vector(state.physical().getJsonObject("neutrino_number_flux_cm-2_s-1"), numberKey);
            double[] energy =
                    Golden.vector(state.physical().getJsonObject("neutrino_energy_flux_erg_cm-2_s-1"), energyKey);
            errors.check(state.id(), number, host.get(FluxField.NEUTRINO_FLUX, i), NUMBER * state.currentScale());
            errors.check(state.id(), energy, host.get(FluxField.NEUTRINO_ENERGY_FLUX, i), ENERGY * state.energyScale());
        }
    }

    private void report(String what) {
        System.out.println("largest error of " + what + ": " + errors.largest() + " of the scale");
        assertTrue(errors.largest() > 0, "a comparison that never differs compares nothing");
    }

    private static double share(GoldenState state, String label) {
        return switch (label) {
            case "all-left-handed" -> 1;
            case "composition" -> state.share("share_composition").orElse(0);
            case "susceptibility" -> state.share("share_susceptibility").orElse(0);
            default -> 0;
        };
    }

    private static double[] times(double factor, double[] vector) {
        return new double[] {factor * vector[0], factor * vector[1], factor * vector[2]};
    }

    private static double[] plus(double[] a, double[] b) {
        return new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
    }
}

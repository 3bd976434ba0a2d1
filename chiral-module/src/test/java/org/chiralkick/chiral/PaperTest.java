package org.chiralkick.chiral;

import static org.chiralkick.source.FluxField.AXIAL_FLUX;
import static org.chiralkick.source.FluxField.LEPTON_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_FLUX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chiralkick.chiral.support.ErrorScale;
import org.chiralkick.chiral.support.Golden;
import org.chiralkick.chiral.support.GoldenState;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** The preset kubs-2016 against the paper's own formulae, evaluated exactly. */
class PaperTest {
    private static final double NUMBER = PhysicalConstants.NUMBER_FLUX_PER_MEV3;

    private final List<GoldenState> states = Golden.states();
    private final ErrorScale errors = new ErrorScale();

    private SmallHost evaluate() {
        return SmallHost.of(states)
                .want(LEPTON_FLUX, AXIAL_FLUX, NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                .evaluate(Sources.of("kubs-2016"));
    }

    @Test
    void leptonAndAxialFluxesAreThePapersWithItsQuotedVorticalCoefficient() {
        SmallHost host = evaluate();
        for (int i = 0; i < states.size(); i++) {
            GoldenState state = states.get(i);
            double[] lepton = sum(state, "J_l_B", "J_l_V_quoted_omega_2Omega");
            double[] axial = sum(state, "J_l5_B", "J_l5_V_quoted_omega_2Omega");
            errors.check(state.id(), lepton, host.get(LEPTON_FLUX, i), scale(state));
            errors.check(state.id(), axial, host.get(AXIAL_FLUX, i), scale(state));
        }
        System.out.println("largest error of the paper's J_l and J_l5: " + errors.largest() + " of the scale");
        assertTrue(errors.largest() > 0);
    }

    @Test
    void everyLeftHandedLeptonLeavesAsNeutrino() {
        SmallHost host = evaluate();
        for (int i = 0; i < states.size(); i++) {
            GoldenState state = states.get(i);
            double[] leftMagnetic = Golden.vector(state.paper(), "J_L_B");
            double[] leptonVortical = Golden.vector(state.paper(), "J_l_V_quoted_omega_2Omega");
            double[] axialVortical = Golden.vector(state.paper(), "J_l5_V_quoted_omega_2Omega");
            double[] left = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                left[axis] = NUMBER * (leftMagnetic[axis] + (leptonVortical[axis] + axialVortical[axis]) / 2);
            }
            errors.check(state.id(), left, host.get(NEUTRINO_FLUX, i), scale(state));
        }
    }

    /** The paper's own neutrino flux is J_l5/2, which is J_L where mu_5 = 0 and nothing turns: only there the two agree. */
    @Test
    void theNeutrinoFluxesArePrintedOnesWhereHalfTheAxialFluxIsTheLeftHandedFlux() {
        SmallHost host = evaluate();
        int compared = 0;
        for (int i = 0; i < states.size(); i++) {
            GoldenState state = states.get(i);
            double[] curl = state.vorticity();
            if (state.left() != state.right() || curl[0] != 0 || curl[1] != 0 || curl[2] != 0) {
                continue;
            }
            compared++;
            double[] number = Golden.vector(state.paper(), "neutrino_number_flux_cm-2_s-1");
            double[] energy = Golden.vector(state.paper(), "neutrino_energy_flux_erg_cm-2_s-1");
            double energyScale = scale(state) * Math.abs(state.neutrino()) * PhysicalConstants.ERG_PER_MEV;
            errors.check(state.id(), number, host.get(NEUTRINO_FLUX, i), scale(state));
            errors.check(state.id(), energy, host.get(NEUTRINO_ENERGY_FLUX, i), energyScale);
        }
        assertEquals(5, compared);
    }

    @Test
    void theAxialCurrentAtTheQuotedStateIsTheExactValueBehindTheQuotedOneMeVCubed() {
        SmallHost host = SmallHost.ofZone(10, Double.NaN, 300, 0, 0, 1e12)
                .want(AXIAL_FLUX, NEUTRINO_FLUX)
                .evaluate(Sources.of("kubs-2016"));
        assertEquals(1.519818, host.get(AXIAL_FLUX, 0, 2) / NUMBER, 5e-7);
        double disk = Math.PI * 1e6 * 1e6;
        assertEquals(9.314782e54, disk * host.get(NEUTRINO_FLUX, 0, 2), 5e47);
    }

    /** Left-handed electrons have the neutrinos' potential itself; mu_l + mu_5 loses its digits where mu_5 is much larger. */
    @Test
    void aLargeAxialPotentialLeavesTheLeftHandedFluxItsDigits() {
        double neutrino = 1.23456789012345e-4;
        for (double axial : new double[] {0, 1e4, -7e3, 123.456}) {
            SmallHost single = SmallHost.ofZone(10, Double.NaN, neutrino, 1e15, -2e15, 3e15)
                    .set(ZoneField.VORTICITY, 0, 1, 2, 3)
                    .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, axial)
                    .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                    .evaluate(Sources.of("kubs-2016", "momentum=energy-current"));
            SmallHost separate = SmallHost.ofZone(10, neutrino, neutrino, 1e15, -2e15, 3e15)
                    .set(ZoneField.VORTICITY, 0, 1, 2, 3)
                    .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                    .evaluate(Sources.of("kubs-2016", "momentum=energy-current", "potentials=separate"));
            for (int axis = 0; axis < 3; axis++) {
                double number = separate.get(NEUTRINO_FLUX, 0, axis);
                double energy = separate.get(NEUTRINO_ENERGY_FLUX, 0, axis);
                assertEquals(number, single.get(NEUTRINO_FLUX, 0, axis), 4e-16 * Math.abs(number), "mu_5 " + axial);
                assertEquals(energy, single.get(NEUTRINO_ENERGY_FLUX, 0, axis), 4e-16 * Math.abs(energy));
            }
        }
    }

    @Test
    void theFieldConversionOfThePaperIsSeventeenTimesTooLarge() {
        SmallHost paper = SmallHost.ofZone(10, 300, 300, 0, 0, 1e12).want(AXIAL_FLUX);
        SmallHost consistent = SmallHost.ofZone(10, 300, 300, 0, 0, 1e12).want(AXIAL_FLUX);
        double quotient = paper.evaluate(Sources.of("kubs-2016")).get(AXIAL_FLUX, 0, 2)
                / consistent.evaluate(Sources.of("consistent")).get(AXIAL_FLUX, 0, 2);
        assertEquals(16.904, quotient, 5e-4);
    }

    private static double[] sum(GoldenState state, String magneticKey, String vorticalKey) {
        double[] magnetic = Golden.vector(state.paper(), magneticKey);
        double[] vortical = Golden.vector(state.paper(), vorticalKey);
        double[] total = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            total[axis] = NUMBER * (magnetic[axis] + vortical[axis]);
        }
        return total;
    }

    /** Size of the left- and right-handed currents that add up [cm^-2 s^-1]. */
    private static double scale(GoldenState state) {
        double scale = 0;
        for (String key : List.of("J_L_B", "J_R_B", "J_l_V_quoted_omega_2Omega", "J_l5_V_quoted_omega_2Omega")) {
            double[] vector = Golden.vector(state.paper(), key);
            scale += Math.abs(vector[0]) + Math.abs(vector[1]) + Math.abs(vector[2]);
        }
        return NUMBER * scale;
    }
}

package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.host.value.Recoil;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

class CouplingTest {
    @Test
    void theStarRecoilsAgainstTheFluxThroughItsSurface() {
        double[] flux = new double[2];
        BlockBinding block = BlockBinding.of(2)
                .in(ZoneField.TEMPERATURE, View.constant(10))
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(1e12))
                .in(ZoneField.SURFACE_ELEMENT, View.constant(0), View.constant(0), View.of(new double[] {2, -2}))
                .out(FluxField.NEUTRINO_FLUX, View.of(new double[2]), View.of(new double[2]), View.of(flux))
                .build();
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(alongField("test")), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            StepResult result = coupling.advance(1, 0, 0.5, block);
            assertEquals(StepResult.Outcome.COMMITTED, result.outcome());
            assertArrayEquals(new double[] {1e-3 * 10 * 1e12, 1e-3 * 10 * 1e12}, flux);
            Recoil recoil = coupling.recoil();
            assertEquals(1e10, recoil.number());
            assertEquals(2e8, recoil.energyErg(), 1e-7);
            assertEquals(-2e8 / PhysicalConstants.C_CM_PER_S, recoil.momentum().z(), 1e-17);
            assertEquals(1, recoil.steps());
        }
    }
}

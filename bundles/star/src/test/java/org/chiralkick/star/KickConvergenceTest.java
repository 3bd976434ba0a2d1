package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** The kick by a current that is proportional to mu_nu, as the chiral magnetic one is: it feels the star where it emits. */
class KickConvergenceTest {
    @Test
    void theNumberOfZonesHardlyMatters() {
        double fine = kick(160, 0.04);
        assertEquals(fine, kick(80, 0.04), 5e-3 * fine);
        assertEquals(fine, kick(40, 0.04), 3e-2 * fine);
    }

    @Test
    void shorterStepsChangeItInFirstOrder() {
        double coarse = kick(60, 0.08);
        double medium = kick(60, 0.04);
        double fine = kick(60, 0.02);
        double order = Math.log(Math.abs(coarse - medium) / Math.abs(medium - fine)) / Math.log(2);
        assertTrue(order > 0.5, "order " + order + " from " + coarse + ", " + medium + ", " + fine);
        assertEquals(fine, medium, 0.02 * fine);
    }

    /** Returns the momentum against the field after 2 s [g cm/s]. */
    private static double kick(int zones, double tolerance) {
        CoolingConfig config =
                CoolingConfig.of(Stars.young()).withResolution(zones, tolerance).withEnd(2);
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new AlongTheField()), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            return -CoolingStar.start(config, coupling)
                    .finish(snapshot -> {})
                    .recoil()
                    .momentum()
                    .z();
        }
    }

    /** Energy flux mu_nu B. */
    private static final class AlongTheField implements NeutrinoSource {
        private static final double ERG_PER_CM2_S_MEV_GAUSS = 1e24;

        @Override
        public SourceDescriptor describe() {
            return SourceDescriptor.named("along-the-field")
                    .version("1.0.0")
                    .summary("an energy flux along the field")
                    .citation("none")
                    .requires(ZoneField.MAGNETIC_FIELD, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL)
                    .gives(
                            FluxField.NEUTRINO_FLUX,
                            FluxField.NEUTRINO_ENERGY_FLUX,
                            FluxField.LEPTON_FLUX,
                            FluxField.AXIAL_FLUX)
                    .build();
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
            for (int axis = 0; axis < 3; axis++) {
                if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
                    double[] b = zones.column(ZoneField.MAGNETIC_FIELD, axis);
                    double[] out = fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis);
                    for (int i = zones.first(); i < zones.end(); i++) {
                        out[i] += ERG_PER_CM2_S_MEV_GAUSS * mu[i] * b[i];
                    }
                }
            }
        }
    }
}

package org.chiralkick.it.host;

import static org.chiralkick.it.host.FakeStar.DT_S;
import static org.chiralkick.it.host.FakeStar.views;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** A star as a spherical host has it: one profile of what an equation of state takes, for all angles, by strides of zero. */
class ProfileShapeTest {
    private static final int SHELLS = 40;
    private static final int ANGLES = 24;
    private static final int ZONES = SHELLS * ANGLES;
    private static final int SURFACE = 24; // shell from which neutrinos leave

    private final double[] temperature = new double[SHELLS];
    private final double[] density = new double[SHELLS];
    private final double[] electronFraction = new double[SHELLS];
    private final double[] neutrinoFraction = new double[SHELLS];
    private final double[] gradientLength = new double[SHELLS];
    private final double[] scattering = new double[SHELLS];
    private final double[] absorption = new double[SHELLS];
    private final double[][] element = new double[3][ZONES];

    ProfileShapeTest() {
        for (int shell = 0; shell < SHELLS; shell++) {
            temperature[shell] = 30.0 / (1 + 0.2 * shell);
            density[shell] = 3e14 * Math.exp(-0.1 * shell);
            electronFraction[shell] = 0.3 - 0.005 * shell;
            neutrinoFraction[shell] = 0.05 - 0.001 * shell;
            gradientLength[shell] = 3e5 + 1e3 * shell;
            scattering[shell] = 1e-2 * Math.exp(-0.25 * shell);
            absorption[shell] = 2e-2 * Math.exp(-0.25 * shell);
        }
        for (int angle = 0; angle < ANGLES; angle++) {
            double low = Math.PI * angle / ANGLES;
            double high = Math.PI * (angle + 1) / ANGLES;
            double cosine = (Math.cos(low) + Math.cos(high)) / 2;
            element[2][angle * SHELLS + SURFACE] =
                    2 * Math.PI * 1e12 * (Math.cos(low) - Math.cos(high)) * cosine; // along z, summed over phi
        }
    }

    private static double[] spelledOut(double[] profile) {
        double[] zones = new double[ZONES];
        for (int zone = 0; zone < ZONES; zone++) {
            zones[zone] = profile[zone % SHELLS];
        }
        return zones;
    }

    /** What a host got of a step. */
    private record Given(Recoil recoil, List<double[]> flux, List<Long> flags) {
        void requireSameBits(Given other) {
            assertEquals(other.recoil, recoil);
            for (int axis = 0; axis < 3; axis++) {
                assertArrayEquals(other.flux.get(axis), flux.get(axis));
            }
            assertEquals(other.flags, flags);
            assertTrue(recoil.momentum().z() != 0);
        }

        long flagged(ValidityFlag flag) {
            return flags.stream().filter(word -> (word & flag.bit()) != 0).count();
        }
    }

    /** The inputs of a binding, each once per shell or, spelled out, once per zone. */
    private static final class Host {
        private final boolean broadcast;
        private final double[][] flux = new double[3][ZONES];
        private final long[] flags = new long[ZONES];
        private final BlockBinding.Builder builder = BlockBinding.of(SHELLS, ANGLES);

        Host(boolean broadcast, double[][] element) {
            this.broadcast = broadcast;
            // Zones that share a profile differ in this.
            double[] turning = new double[ZONES];
            for (int zone = 0; zone < ZONES; zone++) {
                int angle = zone / SHELLS;
                turning[zone] = 1e12 * (1 + 0.5 * Math.cos(Math.PI * (angle + 0.5) / ANGLES));
            }
            builder.in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.of(turning, 0, 1, SHELLS))
                    .in(ZoneField.SURFACE_ELEMENT, views(element, 0, 1, SHELLS))
                    .out(FluxField.NEUTRINO_FLUX, views(flux, 0, 1, SHELLS))
                    .flags(flags);
        }

        Host in(ZoneField field, double[] profile) {
            builder.in(field, broadcast ? View.of(profile, 0, 1, 0) : View.of(spelledOut(profile), 0, 1, SHELLS));
            return this;
        }

        Given step() {
            try (Coupling coupling = FakeStar.open()) {
                coupling.advance(1, 0, DT_S, builder.build());
                assertEquals(List.of(), coupling.audit().problems());
                return new Given(
                        coupling.recoil(),
                        List.of(flux),
                        Arrays.stream(flags).boxed().toList());
            }
        }
    }

    private Host matter(boolean broadcast) {
        return new Host(broadcast, element)
                .in(ZoneField.TEMPERATURE, temperature)
                .in(ZoneField.DENSITY, density)
                .in(ZoneField.ELECTRON_FRACTION, electronFraction)
                .in(ZoneField.NEUTRINO_FRACTION, neutrinoFraction);
    }

    private Host opacities(boolean broadcast) {
        return matter(broadcast)
                .in(ZoneField.GRADIENT_LENGTH, gradientLength)
                .in(ZoneField.SCATTERING_OPACITY, scattering)
                .in(ZoneField.ABSORPTION_OPACITY, absorption);
    }

    @Test
    void potentialsDerivedOfABroadcastProfileAreThoseOfTheOneSpelledOut() {
        matter(true).step().requireSameBits(matter(false).step());
    }

    @Test
    void theyAreThoseThatAHostDerivesItself() {
        double[] electron = new double[SHELLS];
        double[] neutrino = new double[SHELLS];
        for (int shell = 0; shell < SHELLS; shell++) {
            electron[shell] = LeptonPotentials.electron(density[shell], electronFraction[shell], temperature[shell]);
            neutrino[shell] = LeptonPotentials.neutrino(density[shell], neutrinoFraction[shell], temperature[shell]);
        }
        Given given = new Host(false, element)
                .in(ZoneField.TEMPERATURE, temperature)
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, electron)
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, neutrino)
                .step();
        double[] derived = matter(true).step().flux().get(2);
        for (int zone = 0; zone < ZONES; zone++) {
            double expected = given.flux().get(2)[zone];
            assertEquals(expected, derived[zone], 1e-9 * Math.abs(expected), "zone " + zone);
        }
    }

    @Test
    void aMeanFreePathOfBroadcastMatterIsThatOfTheOneSpelledOut() {
        double[] steep = gradientLength.clone();
        Arrays.fill(steep, 30, SHELLS, 1); // an edge of a centimetre
        Given broadcast = matter(true).in(ZoneField.GRADIENT_LENGTH, steep).step();
        broadcast.requireSameBits(
                matter(false).in(ZoneField.GRADIENT_LENGTH, steep).step());
        assertEquals((SHELLS - 30) * ANGLES, broadcast.flagged(ValidityFlag.KNUDSEN));
    }

    @Test
    void aMeanFreePathOfBroadcastOpacitiesIsThatOfTheOneSpelledOut() {
        Given broadcast = opacities(true).step();
        broadcast.requireSameBits(opacities(false).step());
        double[] path = new double[SHELLS];
        for (int shell = 0; shell < SHELLS; shell++) {
            path[shell] = 1 / (scattering[shell] + absorption[shell]);
        }
        Given paths = matter(false)
                .in(ZoneField.GRADIENT_LENGTH, gradientLength)
                .in(ZoneField.MEAN_FREE_PATH, path)
                .step();
        assertEquals(paths.flags(), broadcast.flags());
        long free = broadcast.flagged(ValidityFlag.KNUDSEN);
        assertTrue(free > 0 && free < ZONES, free + " zones without a short mean free path");
    }

    @Test
    void anOutputThatIsBroadcastIsRefused() {
        double[][] flux = new double[3][4];
        try (Coupling coupling = FakeStar.open()) {
            CouplingException refusal = assertThrows(CouplingException.class, () -> {
                BlockBinding block = BlockBinding.of(4, 3)
                        .in(ZoneField.TEMPERATURE, View.constant(10))
                        .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.constant(100))
                        .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(50))
                        .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(1e12))
                        .out(FluxField.NEUTRINO_FLUX, views(flux, 0, 1, 0))
                        .build();
                coupling.advance(1, 0, DT_S, block);
            });
            String words = String.valueOf(refusal.getMessage());
            assertTrue(words.startsWith("neutrino_flux_x_per_cm2_s has stride 0 along an axis of 3 zones"), words);
        }
    }
}

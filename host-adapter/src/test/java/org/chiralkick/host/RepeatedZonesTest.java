package org.chiralkick.host;

import static org.chiralkick.host.TestSources.descriptor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** What a stride of zero repeats is derived once, with the bits that it has zone by zone. */
class RepeatedZonesTest {
    private static final int SHELLS = 600;
    private static final int ANGLES = 16;
    private static final int ZONES = SHELLS * ANGLES;

    /** mu_e, mu_nu and the mean free path. */
    private static final int DERIVED = 3;

    private final double[] density = new double[SHELLS];
    private final double[] temperature = new double[SHELLS];
    private final double[] fraction = new double[SHELLS];
    private final double[] neutrinos = new double[SHELLS];
    private final double[] field = new double[ZONES];

    RepeatedZonesTest() {
        Random random = new Random(600);
        for (int i = 0; i < SHELLS; i++) {
            density[i] = Math.pow(10, 14.5 - 9.0 * i / SHELLS);
            temperature[i] = 0.5 + 20 * random.nextDouble();
            fraction[i] = 0.05 + 0.4 * random.nextDouble();
            neutrinos[i] = 0.1 * random.nextDouble();
        }
        for (int i = 0; i < ZONES; i++) {
            field[i] = random.nextDouble();
        }
    }

    /** Gives back what it is given: mu_e + 1000 mu_nu, and the path times the field. */
    private static final class Mirror implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return descriptor(
                    "mirror",
                    d -> d.requires(
                                    ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
                                    ZoneField.NEUTRINO_CHEMICAL_POTENTIAL,
                                    ZoneField.MEAN_FREE_PATH,
                                    ZoneField.MAGNETIC_FIELD)
                            .gives(FluxField.CHIRAL_INVERSE_LENGTH, FluxField.SPIN_FLIP_RATE));
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            double[] electron = zones.column(ZoneField.ELECTRON_CHEMICAL_POTENTIAL);
            double[] neutrino = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
            double[] path = zones.column(ZoneField.MEAN_FREE_PATH);
            double[] b = zones.column(ZoneField.MAGNETIC_FIELD, 0);
            for (int i = zones.first(); i < zones.end(); i++) {
                fluxes.column(FluxField.CHIRAL_INVERSE_LENGTH)[i] += electron[i] + 1000 * neutrino[i];
                fluxes.column(FluxField.SPIN_FLIP_RATE)[i] += path[i] * b[i];
            }
        }
    }

    /** One evaluation of a block of 600 x 16 or, with angles first, 16 x 600 zones. */
    private final class Answer {
        final double[] potentials = new double[ZONES];
        final double[] paths = new double[ZONES];
        final long[] flags = new long[ZONES];
        final long derived;
        private final boolean anglesFirst;
        private final boolean spelledOut;

        Answer(boolean anglesFirst, boolean spelledOut, boolean gradients) {
            this.anglesFirst = anglesFirst;
            this.spelledOut = spelledOut;
            BlockBinding.Builder builder =
                    anglesFirst ? BlockBinding.of(ANGLES, SHELLS) : BlockBinding.of(SHELLS, ANGLES);
            BlockBinding block = builder.in(ZoneField.DENSITY, view(density))
                    .in(ZoneField.TEMPERATURE, view(temperature))
                    .in(ZoneField.ELECTRON_FRACTION, view(fraction))
                    .in(ZoneField.NEUTRINO_FRACTION, view(neutrinos))
                    .in(ZoneField.GRADIENT_LENGTH, gradients ? View.of(new double[ZONES]) : View.constant(1e5))
                    .in(ZoneField.MAGNETIC_FIELD, View.of(field), View.constant(0), View.constant(0))
                    .out(FluxField.CHIRAL_INVERSE_LENGTH, View.of(potentials))
                    .out(FluxField.SPIN_FLIP_RATE, View.of(paths))
                    .flags(flags)
                    .build();
            try (Coupling coupling = Coupling.open(
                    SourceProvider.of(new Mirror()), CouplingConfig.defaults(), CouplingOptions.defaults())) {
                coupling.begin(1, 0, 1);
                coupling.evaluate(block, 0.5);
                coupling.evaluate(block, 0.5); // again: nothing is kept from one evaluation to the next
                derived = block.block().sums().derived();
            }
        }

        private View view(double[] profile) {
            if (!spelledOut) {
                return anglesFirst ? View.of(profile, 0, 0, 1) : View.of(profile, 0, 1, 0);
            }
            double[] all = new double[ZONES];
            for (int i = 0; i < ZONES; i++) {
                all[i] = profile[anglesFirst ? i / ANGLES : i % SHELLS];
            }
            return View.of(all);
        }
    }

    @Test
    void aProfileOverAnglesIsDerivedOnce() {
        check(false, false);
    }

    @Test
    void angleByAngleToo() {
        check(true, false);
    }

    /** The gradient length says that a path is wanted, and is no part of it. */
    @Test
    void aGradientLengthOfEveryZoneDoesNotMatter() {
        check(false, true);
    }

    private void check(boolean anglesFirst, boolean gradients) {
        Answer repeated = new Answer(anglesFirst, false, gradients);
        Answer spelledOut = new Answer(anglesFirst, true, gradients);
        assertArrayEquals(spelledOut.potentials, repeated.potentials);
        assertArrayEquals(spelledOut.paths, repeated.paths);
        assertArrayEquals(spelledOut.flags, repeated.flags);
        assertEquals((long) DERIVED * ZONES, spelledOut.derived);
        assertEquals((long) DERIVED * SHELLS, repeated.derived);
    }

    /** What is wrong with one zone, but not with its profile, stays its own. */
    @Test
    void aZoneWithoutAFieldTakesNothingFromTheOthers() {
        field[3] = Double.NaN; // the first zone of its shell
        Answer repeated = new Answer(false, false, false);
        Answer spelledOut = new Answer(false, true, false);
        assertArrayEquals(spelledOut.potentials, repeated.potentials);
        assertEquals(ValidityFlag.INPUT.bit(), repeated.flags[3] & ValidityFlag.INPUT.bit());
        assertEquals(0, repeated.flags[3 + SHELLS] & ValidityFlag.INPUT.bit());
        assertEquals((long) DERIVED * SHELLS, repeated.derived, "derived for the next zone of the shell");
    }

    @Test
    void anInvalidShellIsInvalidInEveryZone() {
        temperature[7] = -1;
        Answer repeated = new Answer(false, false, false);
        Answer spelledOut = new Answer(false, true, false);
        assertArrayEquals(spelledOut.potentials, repeated.potentials);
        assertArrayEquals(spelledOut.flags, repeated.flags);
    }

    /** The next evaluation may find other memory, other strides and other numbers. */
    @Test
    void aBlockThatIsBoundAnewIsDerivedAnew() {
        double[] potentials = new double[ZONES];
        BlockBinding block = BlockBinding.of(SHELLS, ANGLES)
                .in(ZoneField.DENSITY, View.of(density, 0, 1, 0))
                .in(ZoneField.TEMPERATURE, View.constant(10))
                .in(ZoneField.ELECTRON_FRACTION, View.constant(0.2))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(0))
                .in(ZoneField.MEAN_FREE_PATH, View.constant(1))
                .in(ZoneField.MAGNETIC_FIELD, View.of(field), View.constant(0), View.constant(0))
                .out(FluxField.CHIRAL_INVERSE_LENGTH, View.of(potentials))
                .out(FluxField.SPIN_FLIP_RATE, View.of(new double[ZONES]))
                .build();
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(new Mirror()), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            coupling.begin(1, 0, 1);
            coupling.evaluate(block, 1);
            assertEquals(SHELLS, block.block().sums().derived());
            double before = potentials[0];
            density[0] *= 8;
            coupling.evaluate(block, 1);
            assertEquals(2 * before, potentials[0], 0.2 * before);
            block.rebind(ZoneField.TEMPERATURE, View.of(field));
            coupling.evaluate(block, 1);
            assertEquals(ZONES, block.block().sums().derived());
            block.rebind(ZoneField.TEMPERATURE, View.constant(3));
            block.rebind(ZoneField.DENSITY, View.constant(1e12));
            coupling.evaluate(block, 1);
            assertEquals(1, block.block().sums().derived(), "one state everywhere");
        }
    }
}

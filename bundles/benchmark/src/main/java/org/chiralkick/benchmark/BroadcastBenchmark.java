package org.chiralkick.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.View;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.NeutrinoMeanFreePath;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A spherical profile of 600 shells, from 3e14 to 3e5 g/cm^3, of which mu_e, mu_nu and the mean free path are derived. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class BroadcastBenchmark {
    private static final int SHELLS = 600;

    /** Angles that the profile is given for: 1, or 16 by strides of zero or spelled out. */
    @Param({"1", "16"})
    public int angles = 1;

    /** How the block gets the profile. */
    @Param({"STRIDES", "SPELLED_OUT", "GIVEN"})
    public Profile profile = Profile.STRIDES;

    /** Ways to give a profile to all angles. */
    public enum Profile {
        /** By strides of zero. */
        STRIDES,
        /** Every zone has numbers of its own. */
        SPELLED_OUT,
        /** The same, and nothing has to be derived: what is left is what the fluxes cost. */
        GIVEN
    }

    private final FelixRuntime felix = FelixRuntime.start(Home.folder());
    private final Coupling coupling =
            Coupling.open(felix, CouplingConfig.parse("{\"source\": \"chiral\"}"), CouplingOptions.defaults());
    private BlockBinding block = BlockBinding.of(0).build();

    /** Binds the block and begins the step in which it is evaluated. */
    @Setup
    public void begin() {
        int zones = SHELLS * angles;
        int length = profile == Profile.STRIDES ? SHELLS : zones;
        double[][] shells = new double[4][length];
        double[][] derived = new double[3][length];
        for (int i = 0; i < length; i++) {
            double part = (double) (i % SHELLS) / SHELLS;
            double density = 3e14 * Math.pow(10, -9 * part);
            double electrons = 0.1 + 0.35 * part;
            double temperature = 20 * Math.pow(10, -1.5 * part);
            double neutrinos = 0.05 * (1 - part);
            double electron = LeptonPotentials.electron(density, electrons, temperature);
            double neutrino = LeptonPotentials.neutrino(density, neutrinos, temperature);
            double energy = NeutrinoMeanFreePath.typicalEnergyMeV(neutrino, temperature);
            double path = NeutrinoMeanFreePath.electronNeutrinoCm(
                    energy, density, electrons, temperature, electron, neutrino, 1);
            set(shells, i, density, electrons, temperature, neutrinos);
            set(derived, i, electron, neutrino, Math.min(path, Double.MAX_VALUE));
        }
        double[] field = new double[zones];
        Arrays.fill(field, 1e12);
        BlockBinding.Builder builder = BlockBinding.of(SHELLS, angles)
                .in(ZoneField.DENSITY, view(shells[0]))
                .in(ZoneField.ELECTRON_FRACTION, view(shells[1]))
                .in(ZoneField.TEMPERATURE, view(shells[2]));
        if (profile == Profile.GIVEN) {
            builder.in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, view(derived[0]))
                    .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, view(derived[1]))
                    .in(ZoneField.MEAN_FREE_PATH, view(derived[2]));
        } else {
            builder.in(ZoneField.NEUTRINO_FRACTION, view(shells[3]));
        }
        block = builder.in(ZoneField.GRADIENT_LENGTH, View.constant(1e5))
                .in(ZoneField.MAGNETIC_FIELD, View.of(field), View.of(field), View.of(field))
                .in(ZoneField.VORTICITY, View.constant(0), View.constant(0), View.constant(0))
                .out(
                        FluxField.NEUTRINO_FLUX,
                        View.of(new double[zones]),
                        View.of(new double[zones]),
                        View.of(new double[zones]))
                .build();
        coupling.begin(0, 0, 1e-3);
    }

    private static void set(double[][] columns, int i, double... numbers) {
        for (int k = 0; k < numbers.length; k++) {
            columns[k][i] = numbers[k];
        }
    }

    private View view(double[] numbers) {
        return profile == Profile.STRIDES ? View.of(numbers, 0, 1, 0) : View.of(numbers);
    }

    /** Ends everything. */
    @TearDown
    public void close() {
        coupling.close();
        felix.close();
    }

    /** Evaluates the block. */
    @Benchmark
    public void evaluate() {
        coupling.evaluate(block, 1);
    }
}

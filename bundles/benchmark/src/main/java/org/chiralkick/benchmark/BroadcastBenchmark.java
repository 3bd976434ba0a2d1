package org.chiralkick.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.View;
import org.chiralkick.host.felix.FelixRuntime;
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

    /** Whether every zone has numbers of its own. */
    @Param({"false", "true"})
    public boolean spelledOut;

    private final FelixRuntime felix = FelixRuntime.start(Home.folder());
    private final Coupling coupling =
            Coupling.open(felix, CouplingConfig.parse("{\"source\": \"chiral\"}"), CouplingOptions.defaults());
    private BlockBinding block = BlockBinding.of(0).build();

    /** Binds the block and begins the step in which it is evaluated. */
    @Setup
    public void begin() {
        int zones = SHELLS * angles;
        double[][] profile = new double[4][spelledOut ? zones : SHELLS];
        for (int i = 0; i < profile[0].length; i++) {
            double part = (double) (i % SHELLS) / SHELLS;
            profile[0][i] = 3e14 * Math.pow(10, -9 * part);
            profile[1][i] = 0.1 + 0.35 * part;
            profile[2][i] = 20 * Math.pow(10, -1.5 * part);
            profile[3][i] = 0.05 * (1 - part);
        }
        View[] views = new View[profile.length];
        for (int k = 0; k < views.length; k++) {
            views[k] = spelledOut ? View.of(profile[k]) : View.of(profile[k], 0, 1, 0);
        }
        double[] field = new double[zones];
        Arrays.fill(field, 1e12);
        block = BlockBinding.of(SHELLS, angles)
                .in(ZoneField.DENSITY, views[0])
                .in(ZoneField.ELECTRON_FRACTION, views[1])
                .in(ZoneField.TEMPERATURE, views[2])
                .in(ZoneField.NEUTRINO_FRACTION, views[3])
                .in(ZoneField.GRADIENT_LENGTH, View.constant(1e5))
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

package org.chiralkick.benchmark;

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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a Java host calls: the chiral bundle in an embedded Felix, through the adapter. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class AdapterBenchmark {
    /** Zones of the large block. */
    static final int ZONES = 4096;

    private final FelixRuntime felix = FelixRuntime.start(Home.folder());
    private final Coupling coupling =
            Coupling.open(felix, CouplingConfig.parse("{\"source\": \"chiral\"}"), CouplingOptions.defaults());
    private final BlockBinding block = binding(ZONES, false);
    /** Arrays, because a call with a binding alone makes one, of 24 bytes. */
    private final BlockBinding[] oneZone = {binding(1, false)};

    private final BlockBinding[] oneEmittingZone = {binding(1, true)};
    private long step;

    /** Begins the step in which blocks are evaluated. */
    @Setup
    public void begin() {
        coupling.begin(0, 0, 1e-3);
    }

    /** Ends everything. */
    @TearDown
    public void close() {
        coupling.close();
        felix.close();
    }

    private static BlockBinding binding(int zones, boolean emitting) {
        Columns columns = new Columns(zones);
        double[][] in = columns.in;
        BlockBinding.Builder builder = BlockBinding.of(zones)
                .in(ZoneField.TEMPERATURE, View.of(in[0]))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(in[1]))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(in[3]))
                .in(ZoneField.MAGNETIC_FIELD, View.of(in[4]), View.of(in[5]), View.of(in[6]))
                .in(ZoneField.VORTICITY, View.of(in[7]), View.of(in[8]), View.of(in[9]));
        if (emitting) {
            builder.in(ZoneField.SURFACE_ELEMENT, View.of(in[7]), View.of(in[8]), View.of(in[9]));
        }
        int column = 0;
        for (FluxField flux : Columns.FLUXES) {
            builder.out(
                    flux,
                    View.of(columns.out[column]),
                    View.of(columns.out[column + 1]),
                    View.of(columns.out[column + 2]));
            column += 3;
        }
        return builder.build();
    }

    /** Evaluates 4096 zones whose arrays are lent, 9 columns in and 12 out. */
    @Benchmark
    public void block() {
        coupling.evaluate(block, 1);
    }

    /** A whole step of one zone without recoil. */
    @Benchmark
    public void advance() {
        step++;
        coupling.advance(step, step * 1e-3, 1e-3, oneZone);
    }

    /** A whole step of one zone that emits. */
    @Benchmark
    public void advanceEmitting() {
        step++;
        coupling.advance(step, step * 1e-3, 1e-3, oneEmittingZone);
    }
}

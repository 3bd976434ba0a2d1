package org.chiralkick.benchmark;

import java.util.concurrent.TimeUnit;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.kernel.ChiralKernel;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.ZoneBlock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The anomalous number and energy fluxes of three species in 20 energy groups, by the chiral kernel with default closures. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class GroupBenchmark {
    static final int ZONES = 512;

    /** Whether the zones rotate, so that the vortical parts are there, too. */
    @Param({"false", "true"})
    public boolean rotating;

    private final ChiralKernel kernel = new ChiralKernel(Closures.byDefault());
    private final ZoneBlock.Owner zones = new ZoneBlock.Owner();
    private final FluxBlock.Owner fluxes = new FluxBlock.Owner();

    /** Makes the block. */
    @Setup
    public void makeBlock() {
        new GroupColumns(ZONES).lend(zones, fluxes, rotating);
    }

    /** Evaluates it. */
    @Benchmark
    public void evaluate() {
        kernel.evaluate(zones.block(), fluxes.block());
    }
}

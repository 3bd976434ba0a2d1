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

/** The chiral kernel alone, default closures, on blocks of at most 4096 zones. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class KernelBenchmark {
    private static final int LARGEST_BLOCK = 4096;

    /** Zones per call of the benchmark, in blocks one after the other. */
    @Param({"512", "4096"})
    public int zones;

    /** Whether the host gives a mu_5, which is washed out then. */
    @Param({"false", "true"})
    public boolean axial;

    private final ChiralKernel kernel = new ChiralKernel(Closures.byDefault());
    private ZoneBlock.Owner[] zoneOwners = {};
    private FluxBlock.Owner[] fluxOwners = {};

    /** Makes the blocks. */
    @Setup
    public void makeBlocks() {
        int block = Math.min(zones, LARGEST_BLOCK);
        zoneOwners = new ZoneBlock.Owner[zones / block];
        fluxOwners = new FluxBlock.Owner[zones / block];
        for (int b = 0; b < zoneOwners.length; b++) {
            zoneOwners[b] = new ZoneBlock.Owner();
            fluxOwners[b] = new FluxBlock.Owner();
            new Columns(block).lend(zoneOwners[b], fluxOwners[b], axial);
        }
    }

    /** Evaluates all blocks. */
    @Benchmark
    public void evaluate() {
        for (int b = 0; b < zoneOwners.length; b++) {
            kernel.evaluate(zoneOwners[b].block(), fluxOwners[b].block());
        }
    }
}

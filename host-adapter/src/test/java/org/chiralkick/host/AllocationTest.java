package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** After warm-up a step allocates nothing, as the virtual machine itself counts. */
class AllocationTest {
    private static final int WARM_UP = 8_000;
    private static final int STEPS = 500;

    private final Zones zones = new Zones(700, 6);

    @Test
    void advanceAllocatesNothing() {
        BlockBinding block = zones.builder(700)
                .flags(new long[700])
                .in(ZoneField.VOLUME, View.constant(1))
                .out(EscapedField.ESCAPED_ENERGY, View.of(new double[700]))
                .build();
        BlockBinding[] blocks = {block, zones.bind(700)};
        zones.temperature[7] = Double.NaN;
        zones.temperature[9] = 300;
        try (Coupling coupling = open(CouplingOptions.defaults())) {
            assertEquals(0, allocatedBytes(step -> coupling.advance(step, 0, 1e-6, blocks)));
        }
    }

    @Test
    void stagesWithRebindingAllocateNothing() {
        View[] temperatures = {View.of(zones.temperature), View.of(zones.temperature.clone())};
        BlockBinding block = zones.bind(700);
        try (Coupling coupling = open(CouplingOptions.defaults())) {
            assertEquals(0, allocatedBytes(step -> {
                block.rebind(ZoneField.TEMPERATURE, temperatures[(int) step % 2]);
                coupling.begin(step, 0, -1);
                coupling.evaluate(block, 0.5);
                coupling.setDt(1e-6);
                coupling.begin(step, 0, 1e-6);
                coupling.evaluate(block, 0.5);
                coupling.commit();
                coupling.begin(step + 1, 0, 1e-6);
                coupling.rollback();
            }));
        }
    }

    @Test
    void stridedSinglePrecisionBuffersAllocateNothing() {
        ByteBuffer memory = ByteBuffer.allocateDirect(4 * 4 * 700).order(ByteOrder.nativeOrder());
        memory.asFloatBuffer().put(0, new float[4 * 700]);
        BlockBinding block = zones.builder(700)
                .in(ZoneField.MAGNETIC_FIELD, View.ofFloats(memory, 1, 4).components(1))
                .out(FluxField.NEUTRINO_FLUX, View.of(new float[2100], 0, 3).components(1))
                .build();
        try (Coupling coupling = open(CouplingOptions.defaults())) {
            assertEquals(0, allocatedBytes(step -> {
                coupling.begin(step, 0, 1e-6);
                coupling.evaluate(block, 1);
                coupling.commit();
            }));
        }
    }

    @Test
    void workerThreadsAllocateNothingInTheCallersThread() {
        BlockBinding[] blocks = {zones.part(0, 100), zones.part(100, 400), zones.part(400, 700)};
        try (Coupling coupling = open(CouplingOptions.defaults().withThreads(2))) {
            assertEquals(0, allocatedBytes(step -> coupling.advance(step, 0, 1e-6, blocks)));
        }
    }

    @Test
    void stepsCommittedWithOtherRanksAllocateNothing() {
        BlockBinding block = zones.bind(700);
        try (Coupling coupling = open(CouplingOptions.defaults())) {
            assertEquals(0, allocatedBytes(step -> {
                coupling.begin(step, 0, 1e-6);
                coupling.evaluate(block, 1);
                Ballot ballot = coupling.ballot();
                coupling.surfaceOfAll(
                        ballot.areaX(), ballot.areaY(), ballot.areaZ(), ballot.areaSize(), ballot.emits());
                coupling.commitAgreed(ballot.dtMax(), step % 2 == 0);
            }));
        }
    }

    private static long allocatedBytes(LongConsumer step) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemoryEnabled(), "this virtual machine does not count allocation");
        for (long i = 0; i < WARM_UP; i++) {
            step.accept(i);
        }
        long thread = Thread.currentThread().getId();
        // The first reading may allocate itself; and a compiler thread may replace code while we measure, so the best
        // of five counts.
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (long i = 0; i < STEPS; i++) {
                step.accept(WARM_UP + attempt * STEPS + i);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }

    private static Coupling open(CouplingOptions options) {
        return Coupling.open(SourceProvider.of(alongField("test")), CouplingConfig.defaults(), options);
    }
}

package org.chiralkick.contract;

import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * Measures what {@code evaluate} allocates, by the JVM's own count of bytes per thread.
 *
 * <p>The first calls may allocate (class loading, scratch). A batch of calls without a single byte proves that a call allocates
 * nothing; batches are tried until one is found, because objects that the compiler will remove are still made while the code is
 * interpreted.
 */
final class AllocationMeter {
    private static final int BATCH = 200;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private AllocationMeter() {}

    /**
     * Returns what was measured.
     *
     * @throws Violation if every batch allocates
     */
    static String requireNone(NeutrinoSource source, ZoneColumns zones) {
        com.sun.management.ThreadMXBean threads = threadsOrNull();
        if (threads == null) {
            return "allocation not measured, this JVM does not count it";
        }
        ZoneBlock.Owner zoneOwner = new ZoneBlock.Owner();
        zones.lend(zoneOwner, EnumSet.allOf(ZoneField.class));
        zoneOwner.window(0, zones.length());
        FluxBlock.Owner fluxOwner = new FluxBlock.Owner();
        new FluxColumns(zones.length()).lend(fluxOwner, EnumSet.allOf(FluxField.class));
        fluxOwner.window(0, zones.length());
        long began = System.nanoTime();
        long calls = 0;
        long bytes;
        do {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < BATCH; i++) {
                source.evaluate(zoneOwner.block(), fluxOwner.block());
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
            calls += BATCH;
            if (bytes == 0) {
                return "no byte allocated in " + BATCH + " calls after " + (calls - BATCH);
            }
        } while (System.nanoTime() - began < PATIENCE_NANOS);
        throw new Violation("evaluate allocates " + (bytes + BATCH - 1) / BATCH + " bytes per call after " + calls
                + " calls; must allocate nothing after the first ones");
    }

    private static com.sun.management.@Nullable ThreadMXBean threadsOrNull() {
        try {
            if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                    && threads.isThreadAllocatedMemorySupported()
                    && threads.isThreadAllocatedMemoryEnabled()) {
                return threads;
            }
        } catch (NoClassDefFoundError e) {
            return null; // a JVM, or a class loader, without the management extension
        }
        return null;
    }
}

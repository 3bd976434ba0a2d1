package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Bounded waiting for what another thread does. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Patience() {}

    /** Returns as soon as the condition holds; fails with the explanation if it does not in good time. */
    public static void until(BooleanSupplier condition, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("after " + LONGEST.toSeconds() + " s: " + otherwise.get());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}

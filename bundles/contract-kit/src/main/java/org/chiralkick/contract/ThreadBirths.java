package org.chiralkick.contract;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the threads that the current thread creates while it is watched, ended ones included.
 *
 * <p>A new thread asks every inheritable thread-local of its creator for a value; counting the questions counts the threads.
 */
final class ThreadBirths extends InheritableThreadLocal<Object> {
    private final AtomicInteger births = new AtomicInteger();

    void watch() {
        set(births);
    }

    void end() {
        remove();
    }

    int count() {
        return births.get();
    }

    @Override
    protected Object childValue(Object parent) {
        births.incrementAndGet();
        return parent;
    }
}

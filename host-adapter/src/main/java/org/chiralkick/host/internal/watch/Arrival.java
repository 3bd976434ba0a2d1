package org.chiralkick.host.internal.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Something of a mechanism's that is under way before it can be evaluated: its bundle starts, or its component is made. Rare, so that it
 * reads the clock; it belongs to the process, because whoever waits for it may be any thread of any coupling.
 */
public final class Arrival implements AutoCloseable {
    private static final Set<Arrival> ALL = ConcurrentHashMap.newKeySet();
    private static final AtomicLong COUNT = new AtomicLong();

    private final Object owner;
    private final String what;
    private final BooleanSupplier lasts;
    private final Thread thread = Thread.currentThread();
    private final long number = COUNT.incrementAndGet();

    // Begins anew when another one inside has returned.
    private volatile long sinceNs = System.nanoTime();

    private Arrival(Object owner, String what, BooleanSupplier lasts) {
        this.owner = owner;
        this.what = what;
        this.lasts = lasts;
    }

    /**
     * Notes that this thread waits for code of a mechanism; {@link #close} says that it has returned.
     *
     * @param owner what arrives, for {@link #underWayNs}
     * @param what the beginning of a sentence that goes on "has not returned"
     * @param lasts whether it is still under way; asked where nobody has said that it has returned
     */
    public static Arrival begin(Object owner, String what, BooleanSupplier lasts) {
        Arrival arrival = new Arrival(owner, what, lasts);
        ALL.add(arrival);
        Guard.GUARD.arrives();
        return arrival;
    }

    /** Says that the mechanism's code has returned. */
    @Override
    public void close() {
        if (ALL.remove(this)) {
            long now = System.nanoTime();
            ALL.stream().filter(one -> one.thread == thread).forEach(one -> one.sinceNs = now);
        }
    }

    /** Returns for how long an owner has been arriving [ns]; empty where it is not, or waits for another one inside. */
    public static OptionalLong underWayNs(Object owner) {
        long now = System.nanoTime();
        return all().stream()
                .filter(one -> one.owner.equals(owner))
                .mapToLong(one -> now - one.sinceNs)
                .max();
    }

    /** Returns whether anything arrives. */
    static boolean any() {
        ALL.removeIf(one -> !one.isUnderWay());
        return !ALL.isEmpty();
    }

    /** Returns what arrives; of several that one thread is in, one inside the other, the innermost. */
    static List<Arrival> all() {
        List<Arrival> all = new ArrayList<>();
        for (Arrival one : ALL) {
            if (one.isUnderWay() && ALL.stream().noneMatch(one::contains)) {
                all.add(one);
            }
        }
        return all;
    }

    private boolean contains(Arrival other) {
        return other.thread == thread && other.number > number && other.isUnderWay();
    }

    /** Returns whether it has not returned yet. */
    boolean isUnderWay() {
        return ALL.contains(this) && thread.isAlive() && lasts.getAsBoolean();
    }

    String what() {
        return what;
    }

    Thread thread() {
        return thread;
    }

    long sinceNs() {
        return sinceNs;
    }
}

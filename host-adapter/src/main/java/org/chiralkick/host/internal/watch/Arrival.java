package org.chiralkick.host.internal.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    /** The thread that calls the mechanism's code; null where another one does. */
    private final @Nullable Thread caller;

    private final Supplier<@Nullable Thread> thread;
    private final long number = COUNT.incrementAndGet();

    // Begins anew when one that it waited for has returned.
    private volatile long sinceNs = System.nanoTime();

    private Arrival(
            Object owner,
            String what,
            BooleanSupplier lasts,
            @Nullable Thread caller,
            Supplier<@Nullable Thread> thread) {
        this.owner = owner;
        this.what = what;
        this.lasts = lasts;
        this.caller = caller;
        this.thread = thread;
    }

    /**
     * Notes that this thread waits for code of a mechanism; {@link #close} says that it has returned.
     *
     * @param owner what arrives, for {@link #underWayNs}
     * @param what the beginning of a sentence that goes on "has not returned"
     * @param lasts whether it is still under way; asked where nobody has said that it has returned
     */
    public static Arrival begin(Object owner, String what, BooleanSupplier lasts) {
        Thread caller = Thread.currentThread();
        return begin(new Arrival(owner, what, lasts, caller, () -> caller));
    }

    /**
     * Notes that another thread, which does one after the other, is to call code of a mechanism. It may stay there when this one waits no
     * longer.
     *
     * @param owner as of {@link #begin(Object, String, BooleanSupplier)}
     * @param what so, too
     * @param awaited whether somebody waits for it; after that it lasts as long as the other thread is there
     * @param elsewhere the thread that is in code of a mechanism, or null; asked by the watchdog, so that it calls nothing which could wait
     */
    public static Arrival beginElsewhere(
            Object owner, String what, BooleanSupplier awaited, Supplier<@Nullable Thread> elsewhere) {
        BooleanSupplier lasts = () -> awaited.getAsBoolean() || elsewhere.get() != null;
        return begin(new Arrival(owner, what, lasts, null, elsewhere));
    }

    private static Arrival begin(Arrival arrival) {
        ALL.add(arrival);
        Guard.GUARD.arrives();
        return arrival;
    }

    /** Says that the mechanism's code has returned. */
    @Override
    public void close() {
        if (ALL.remove(this)) {
            long now = System.nanoTime();
            ALL.stream().filter(one -> one.caller == caller).forEach(one -> one.sinceNs = now);
        }
    }

    /** Returns for how long an owner has been arriving [ns]; empty where it is not, or waits for another one. */
    public static OptionalLong underWayNs(Object owner) {
        long now = System.nanoTime();
        return all().stream()
                .filter(one -> one.owner.equals(owner) && one.thread() != null)
                .mapToLong(one -> now - one.sinceNs)
                .max();
    }

    /** Returns whether anything arrives. */
    static boolean any() {
        ALL.removeIf(one -> !one.isUnderWay());
        return !ALL.isEmpty();
    }

    /**
     * Returns what arrives; of several that one thread is in, one inside the other, the innermost; of those that another thread does, the
     * first.
     */
    static List<Arrival> all() {
        List<Arrival> all = new ArrayList<>();
        for (Arrival one : ALL) {
            if (!one.isUnderWay()) {
                continue;
            }
            if (ALL.stream().noneMatch(one::waitsFor)) {
                all.add(one);
            } else {
                one.sinceNs = System.nanoTime(); // nobody may say when the other has returned
            }
        }
        return all;
    }

    private boolean waitsFor(Arrival other) {
        boolean before = caller == null ? other.number < number : other.number > number;
        return before && other.caller == caller && other.isUnderWay();
    }

    /** Returns whether it has not returned yet. */
    boolean isUnderWay() {
        return ALL.contains(this) && (caller == null || caller.isAlive()) && lasts.getAsBoolean();
    }

    String what() {
        return what;
    }

    /** Returns the thread that is in the mechanism's code; null where none is, which somebody waits for elsewhere. */
    @Nullable
    Thread thread() {
        return thread.get();
    }

    long sinceNs() {
        return sinceNs;
    }
}

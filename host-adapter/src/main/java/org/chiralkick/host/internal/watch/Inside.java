package org.chiralkick.host.internal.watch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Which mechanism one thread is in. Entering and leaving are a few plain stores, for they surround every call of a mechanism;
 * no clock is read: the {@link Watchdog}, which looks now and then, has one.
 */
public final class Inside {
    private static final VarHandle CALLS;

    static {
        try {
            CALLS = MethodHandles.lookup().findVarHandle(Inside.class, "calls", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // Odd while the thread is inside.
    @SuppressWarnings("unused") // through CALLS
    private long calls;

    private String source = "";
    private @Nullable Thread thread;

    // The watchdog's own: what it saw last, since when, and whether it has said so.
    long seen;
    long seenSinceNs;
    boolean named;

    /** Notes that this thread calls a mechanism of this name. */
    public void enter(String name) {
        source = name;
        thread = Thread.currentThread();
        CALLS.setRelease(this, (long) CALLS.get(this) + 1);
    }

    /** Notes that the mechanism has returned. */
    public void leave() {
        CALLS.setRelease(this, (long) CALLS.get(this) + 1);
        thread = null;
    }

    /** Returns a number that is odd while a thread is inside, and another one for every call. */
    long calls() {
        return (long) CALLS.getAcquire(this);
    }

    /** Returns the name of the mechanism that was entered last. */
    String source() {
        return source;
    }

    /** Returns the thread that is inside, or null. */
    @Nullable
    Thread thread() {
        return thread;
    }
}

package org.chiralkick.cli.shell;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends a command in good order when the process is to end, as by Ctrl-C: requests its end, and waits for it. A command from inside of which
 * the process is ended, as by a mechanism that calls {@link System#exit}, never comes to its end, and is not waited for.
 */
public final class ShutdownHook implements AutoCloseable {
    /** Longest wait for the command's end [s]; pictures of a report take a few. */
    private static final long PATIENCE_S = 30;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable Runnable> stop = new AtomicReference<>();
    private final Thread command = Thread.currentThread();
    private final Thread hook = new Thread(this::stopAndWait, "chiralkick-shutdown");

    private ShutdownHook() {}

    /** Watches for the end of the process until closed; this thread is the command's. */
    public static ShutdownHook watch() {
        ShutdownHook watching = new ShutdownHook();
        Runtime.getRuntime().addShutdownHook(watching.hook);
        return watching;
    }

    /** Sets how the end is requested, from another thread; until then, the process ends without waiting. */
    public void stopsBy(Runnable request) {
        stop.set(request);
    }

    private void stopAndWait() {
        Runnable request = stop.get();
        if (request == null || isExiting(command)) {
            return;
        }
        request.run();
        try {
            if (!over.await(PATIENCE_S, TimeUnit.SECONDS)) {
                System.err.println("chiralkick: the run did not end within " + PATIENCE_S + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isExiting(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(at ->
                        at.getMethodName().equals("exit") && at.getClassName().equals("java.lang.Runtime"));
    }

    /** The command is over. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process is ending: the hook is what requested it.
        }
    }
}

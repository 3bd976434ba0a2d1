package org.chiralkick.host.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final double LIMIT_S = 0.1;
    private static final String NAME = "chiralkick-watchdog";

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final Inside inside = new Inside();

    private void note(Level level, String message) {
        log.add(level + " " + message);
    }

    private String next() throws InterruptedException {
        return String.valueOf(log.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aMechanismThatDoesNotReturnIsNamedOnceAndSoIsItsReturn() throws InterruptedException {
        Watchdog watchdog = Watchdog.watch(LIMIT_S, () -> new Inside[] {inside}, this::note);
        try {
            inside.enter("lazy");
            String named = next();
            assertTrue(named.startsWith("WARNING source lazy has not returned for 0.1 s; thread "), named);
            assertTrue(named.contains(Thread.currentThread().getName() + " is at "), named);
            TimeUnit.MILLISECONDS.sleep(300);
            assertEquals(List.of(), List.copyOf(log), "said a second time");
            inside.leave();
            assertEquals("WARNING source lazy, which did not return for 0.1 s, has returned", next());
        } finally {
            watchdog.close();
        }
    }

    @Test
    void manyShortCallsAreNoLongOne() throws InterruptedException {
        Watchdog watchdog = Watchdog.watch(LIMIT_S, () -> new Inside[] {inside}, this::note);
        try {
            for (int call = 0; call < 100; call++) {
                inside.enter("quick");
                TimeUnit.MILLISECONDS.sleep(5);
                inside.leave();
            }
            assertEquals(List.of(), List.copyOf(log));
        } finally {
            watchdog.close();
        }
    }

    @Test
    void withoutALimitNothingIsSaid() throws InterruptedException {
        Watchdog without = Watchdog.watch(0, () -> new Inside[] {inside}, this::note);
        Watchdog ofNobody = Watchdog.watch(LIMIT_S, () -> new Inside[0], this::note);
        try {
            inside.enter("lazy");
            TimeUnit.MILLISECONDS.sleep(300);
            inside.leave();
            assertEquals(List.of(), List.copyOf(log));
        } finally {
            without.close();
            ofNobody.close();
        }
    }

    @Test
    void oneThreadLooksAfterAllAndEndsWithTheLast() throws InterruptedException {
        Watchdog[] many = new Watchdog[50];
        for (int i = 0; i < many.length; i++) {
            many[i] = Watchdog.watch(LIMIT_S, () -> new Inside[] {inside}, this::note);
        }
        assertEquals(1, lookers());
        for (Watchdog one : many) {
            one.close();
        }
        inside.enter("unwatched");
        for (int i = 0; i < 200 && lookers() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertEquals(0, lookers());
        assertEquals(List.of(), List.copyOf(log));
    }

    @Test
    void aCouplingThatIsForgottenIsNotKept() throws InterruptedException {
        watchAndForget();
        for (int i = 0; i < 200 && lookers() > 0; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertEquals(0, lookers());
    }

    private void watchAndForget() {
        Watchdog forgotten = Watchdog.watch(LIMIT_S, () -> new Inside[] {inside}, this::note);
        assertEquals(1, lookers(), forgotten.getClass().getName());
    }

    private static long lookers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().equals(NAME))
                .count();
    }
}

package org.chiralkick.host.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {
    private static final double LIMIT_S = 0.1;
    private static final long AN_HOUR_NS = TimeUnit.HOURS.toNanos(1);

    private static final List<Watchdog> OPEN = new ArrayList<>();

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    private void note(Level level, String message) {
        log.add(level + " " + message);
    }

    /** Ends the process from inside an activator, with as many couplings open as it is told; the process of a test of its own. */
    public static void main(String[] args) {
        for (int coupling = 0; coupling < Integer.parseInt(args[0]); coupling++) {
            OPEN.add(Watchdog.watch(60, () -> new Inside[0], StandardLog.LOG));
        }
        try (Arrival arrival =
                Arrival.begin("quitter", "bundle quitter 1.0.0 is STARTING, and its activator", () -> true)) {
            assertTrue(arrival.isUnderWay());
            System.exit(3);
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(log.poll(20, TimeUnit.SECONDS));
    }

    private Watchdog watch(double limitS) {
        return Watchdog.watch(limitS, () -> new Inside[0], this::note);
    }

    @Test
    void everyCouplingNamesOnceWhatDoesNotArriveAndThatItHas() throws InterruptedException {
        Watchdog one = watch(LIMIT_S);
        Watchdog other = watch(LIMIT_S);
        try {
            Arrival arrival = Arrival.begin("lazy", "source lazy: its constructor", () -> true);
            for (int coupling = 0; coupling < 2; coupling++) {
                String named = next();
                assertTrue(
                        named.startsWith("WARNING source lazy: its constructor has not returned for 0.1 s; thread "
                                + Thread.currentThread().getName() + " is at "),
                        named);
            }
            TimeUnit.MILLISECONDS.sleep(300);
            assertEquals(List.of(), List.copyOf(log), "said a second time");
            arrival.close();
            for (int coupling = 0; coupling < 2; coupling++) {
                assertEquals(
                        "WARNING source lazy: its constructor, which did not return for 0.1 s, has returned", next());
            }
        } finally {
            one.close();
            other.close();
        }
    }

    /** The bundle that installs the others starts while theirs do; it is not the one that hangs. */
    @Test
    void ofSeveralOnOneThreadTheInnermostIsNamed() throws InterruptedException {
        Watchdog watchdog = watch(LIMIT_S);
        try (Arrival outer = Arrival.begin("outer", "bundle outer", () -> true)) {
            try (Arrival inner = Arrival.begin("inner", "bundle inner", () -> true)) {
                assertTrue(next().startsWith("WARNING bundle inner has not returned"));
                assertTrue(Arrival.underWayNs("inner").orElse(0) >= TimeUnit.MILLISECONDS.toNanos(100));
                assertFalse(Arrival.underWayNs("outer").isPresent());
                assertTrue(inner.isUnderWay() && outer.isUnderWay());
            }
            assertEquals("WARNING bundle inner, which did not return for 0.1 s, has returned", next());
            assertTrue(Arrival.underWayNs("outer").isPresent());
        } finally {
            watchdog.close();
        }
    }

    /** Configuration Admin hands out one configuration after the other, on a thread of its own. */
    @Test
    void whatAnotherThreadDoesIsNamedWhileThatIsThereAndOfSeveralTheFirst() throws InterruptedException {
        AtomicBoolean awaited = new AtomicBoolean(true);
        AtomicReference<Thread> there = new AtomicReference<>();
        Watchdog watchdog = watch(LIMIT_S);
        try (Arrival first = Arrival.beginElsewhere("first", "source first", awaited::get, there::get);
                Arrival second = Arrival.beginElsewhere("second", "source second", () -> true, there::get)) {
            assertNull(log.poll(300, TimeUnit.MILLISECONDS), "nothing is called");
            assertFalse(Arrival.underWayNs("first").isPresent());
            there.set(Thread.currentThread());
            assertTrue(next().startsWith("WARNING source first has not returned for 0.1 s; thread "
                    + Thread.currentThread().getName() + " is at "));
            awaited.set(false);
            assertTrue(first.isUnderWay(), "nobody waits any more, and the thread is still there");
            assertTrue(Arrival.underWayNs("first").isPresent());
            assertFalse(Arrival.underWayNs("second").isPresent());
            there.set(null);
            assertEquals("WARNING source first, which did not return for 0.1 s, has returned", next());
            assertFalse(first.isUnderWay());
            assertTrue(Arrival.any(), "the second one; the first is forgotten");
            there.set(Thread.currentThread());
            assertTrue(next().startsWith("WARNING source second has not returned for 0.1 s"));
            assertTrue(second.isUnderWay());
        } finally {
            watchdog.close();
        }
    }

    @Test
    void whatNobodyEndsIsOverWhenItsOwnerSaysSo() {
        AtomicBoolean lasts = new AtomicBoolean(true);
        try (Arrival arrival = Arrival.begin("bundle", "bundle", lasts::get)) {
            assertTrue(arrival.isUnderWay());
            assertTrue(Arrival.any());
            lasts.set(false);
            assertFalse(arrival.isUnderWay());
            assertFalse(Arrival.any());
        }
    }

    @Test
    void whatAThreadDidThatHasEndedIsOver() throws InterruptedException {
        Arrival[] begun = new Arrival[1];
        Thread thread = new Thread(() -> begun[0] = Arrival.begin("gone", "bundle gone", () -> true));
        thread.start();
        thread.join();
        assertFalse(begun[0].isUnderWay());
        begun[0].close();
    }

    /** Where a framework starts its bundles no coupling is open yet. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @Timeout(60)
    void oneThatEndsTheProcessIsNamedOnStandardError(int couplings) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ArrivalTest.class.getName(),
                        Integer.toString(couplings))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(3, process.waitFor(), said);
        assertTrue(
                said.contains("bundle quitter 1.0.0 is STARTING, and its activator ends the process: it called"
                        + " System.exit at org.chiralkick.host.internal.watch.ArrivalTest.main"),
                said);
        assertEquals(said.indexOf("quitter 1.0.0"), said.lastIndexOf("quitter 1.0.0"), said);
    }

    @Test
    void theHookIsThereAsLongAsSomethingGoesOn() throws InterruptedException {
        awaitHooked(false); // what other tests left behind is looked at once more
        Arrival arrival = Arrival.begin("lazy", "bundle lazy", () -> true);
        assertTrue(Guard.GUARD.isHooked());
        Watchdog watchdog = watch(0);
        arrival.close();
        TimeUnit.MILLISECONDS.sleep(1500); // longer than between two looks
        assertTrue(Guard.GUARD.isHooked(), "a coupling is open");
        watchdog.close();
        assertFalse(Guard.GUARD.isHooked());
        Arrival.begin("other", "bundle other", () -> true).close();
        awaitHooked(false);
    }

    private static void awaitHooked(boolean hooked) throws InterruptedException {
        for (int i = 0; i < 1000 && Guard.GUARD.isHooked() != hooked; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertEquals(hooked, Guard.GUARD.isHooked());
    }

    /** Before the first coupling there is a framework that starts its bundles. */
    @Test
    void withoutACouplingItIsNamedAfterAMinute() {
        Watchdog ofNoCoupling = Watchdog.ofNoCoupling(this::note);
        try (Arrival arrival = Arrival.begin("lazy", "bundle lazy", () -> true)) {
            long begun = arrival.sinceNs();
            ofNoCoupling.check(begun + TimeUnit.SECONDS.toNanos(59));
            assertEquals(List.of(), List.copyOf(log));
            ofNoCoupling.check(begun + TimeUnit.SECONDS.toNanos(60));
            assertEquals(1, log.size());
            assertTrue(String.valueOf(log.poll()).startsWith("WARNING bundle lazy has not returned for 60 s; thread "));
            ofNoCoupling.forget();
            ofNoCoupling.check(begun + AN_HOUR_NS);
            assertEquals(1, log.size(), "a coupling had been open in between");
        }
    }
}

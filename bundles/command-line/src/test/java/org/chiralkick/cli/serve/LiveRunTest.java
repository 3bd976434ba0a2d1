package org.chiralkick.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.chiralkick.cli.serve.LiveState.Status;
import org.chiralkick.cli.serve.TestRun.AlongField;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.source.Settings;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.dipole.Escape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders reach the run from its own listener, after a given step: no test waits for a clock. */
@Timeout(60)
class LiveRunTest {
    private static final SourceProvider BOTH =
            SourceProvider.of(new AlongField("one", 0x1p80), new AlongField("two", 0x1p81));

    private final List<LiveState> states = new ArrayList<>();

    /** Runs to the end; the listener hears each state and may give orders. Returns the last state. */
    private LiveState run(SourceProvider sources, boolean paused, BiConsumer<LiveRun, LiveState> listener)
            throws InterruptedException {
        return run(sources, paused, Escape.SURFACE, listener);
    }

    private LiveState run(
            SourceProvider sources, boolean paused, Escape escape, BiConsumer<LiveRun, LiveState> listener)
            throws InterruptedException {
        AtomicReference<@Nullable LiveRun> run = new AtomicReference<>();
        try (Coupling coupling = TestRun.coupling(sources, "one")) {
            LiveRun live = TestRun.live(coupling, paused, escape, state -> {
                states.add(state);
                listener.accept(Objects.requireNonNull(run.get()), state);
            });
            run.set(live);
            live.run(true);
            return live.state();
        }
    }

    private static Order.Use use(LiveState state, String name) {
        return new Order.Use(state.requested().withSource(name));
    }

    private static boolean justDid(LiveState state, long step) {
        return state.now().step() == step && state.changes().isEmpty() && !state.pending();
    }

    @Test
    void withoutOrdersItIsTheSameRunAsAnyOther() throws InterruptedException {
        LiveState end = run(BOTH, false, (run, state) -> {});
        try (Coupling coupling = TestRun.coupling(BOTH, "one")) {
            Snapshot other = org.chiralkick.star.CoolingStar.start(TestRun.config(), coupling)
                    .finish(snapshot -> {});
            assertEquals(Status.FINISHED, end.status());
            assertEquals(other.recoil(), end.now().recoil());
            assertEquals(other.step() + 1, end.history().size());
            assertEquals(TestRun.END_S, end.now().timeS(), 1e-15);
        }
        assertTrue(end.assumptions().contains("a note"), end.assumptions().toString());
        for (int i = 1; i < states.size(); i++) {
            assertTrue(states.get(i).version() > states.get(i - 1).version());
        }
    }

    @Test
    void anotherMechanismTakesOverFromTheNextStepOnAndTheLedgerCarriesOn() throws InterruptedException {
        LiveState undisturbed = run(BOTH, false, (run, state) -> {});
        LiveState end = run(BOTH, false, (run, state) -> {
            if (justDid(state, 5)) {
                assertTrue(run.offer(use(state, "two")));
            }
        });

        assertEquals(
                List.of(new Change(6, undisturbed.history().get(5).timeS(), true, "one 1.0.0", "two 1.0.0", "")),
                end.changes());
        Recoil first = end.bySource().get(0).recoil();
        Recoil second = end.bySource().get(1).recoil();
        assertEquals(5, first.steps());
        assertEquals(end.now().step() - 5, second.steps());
        // The star does not feel the mechanism: the first five steps are those of the undisturbed run, the others
        // twice.
        double firstFive = undisturbed.history().get(5).recoil().momentum().z();
        double all = undisturbed.now().recoil().momentum().z();
        assertEquals(firstFive, first.momentum().z());
        assertEquals(2 * (all - firstFive), second.momentum().z(), 1e-13 * Math.abs(all));
        assertEquals(
                first.momentum().z() + second.momentum().z(),
                end.now().recoil().momentum().z(),
                1e-15 * Math.abs(all));
        assertEquals("two", end.sources().get(0).name());
        assertFalse(end.pending());
    }

    @Test
    void whatAMechanismHasStoredInsideGoesOnLeavingInItsName() throws InterruptedException {
        LiveState undisturbed = run(BOTH, false, Escape.DIPOLE, (run, state) -> {});
        LiveState end = run(BOTH, false, Escape.DIPOLE, (run, state) -> {
            if (justDid(state, 5)) {
                assertTrue(run.offer(use(state, "two")));
            }
        });
        assertEquals(
                List.of("one", "two"),
                end.bySource().stream().map(RecoilEntry::source).toList());
        Recoil first = end.bySource().get(0).recoil();
        Recoil second = end.bySource().get(1).recoil();
        assertEquals(5, first.steps());
        assertEquals(end.now().step() - 5, second.steps());
        double whole = end.now().dipole().momentum().z();
        assertEquals(whole, first.momentum().z() + second.momentum().z(), 1e-10 * Math.abs(whole));
        double atSwap = undisturbed.history().get(5).dipole().momentum().z();
        assertTrue(Math.abs(first.momentum().z()) > Math.abs(atSwap), first + " after " + atSwap);
        assertTrue(end.emission().isPresent());
    }

    @Test
    void aMechanismThatLacksAFieldIsRefusedAndTheOtherGoesOnAsIfNothingHadHappened() throws InterruptedException {
        SourceProvider sources = SourceProvider.of(
                new AlongField("one", 0x1p80), new AlongField("needy", 1, List.of(ZoneField.ELECTRIC_FIELD)));
        LiveState undisturbed = run(sources, false, (run, state) -> {});
        LiveState end = run(sources, false, (run, state) -> {
            if (justDid(state, 5)) {
                assertTrue(run.offer(use(state, "needy")));
            }
        });
        assertEquals(Status.FINISHED, end.status());
        assertEquals(undisturbed.now().recoil(), end.now().recoil());
        Change refused = end.changes().get(0);
        assertFalse(refused.inForce());
        assertEquals("one 1.0.0", refused.before());
        assertEquals("needy", refused.after());
        assertTrue(
                refused.remark().startsWith("refused: ") && refused.remark().contains("electric field"),
                refused.remark());
        assertEquals(1, end.bySource().size());
    }

    @Test
    void settingsThatTheMechanismRefusesAreRefused() throws InterruptedException {
        SourceProvider choosy = request -> {
            if (request.settings().toString().contains("equilibrium")) {
                throw CouplingException.argument("closures.share is not to my taste");
            }
            return BOTH.select(request);
        };
        LiveState end = run(choosy, false, (run, state) -> {
            if (justDid(state, 3)) {
                run.offer(new Order.Use(state.requested().withClosure("share", "equilibrium")));
            }
        });
        assertEquals(
                "refused: closures.share is not to my taste",
                end.changes().get(0).remark());
        assertEquals(Status.FINISHED, end.status());
        assertTrue(end.requested().choosesNothing());
    }

    @Test
    void aMechanismThatGoesHaltsTheRunUntilThereIsAnother() throws InterruptedException {
        AtomicBoolean gone = new AtomicBoolean();
        LiveState end = run(request -> new Vanishing(BOTH.select(request), request, gone), false, (run, state) -> {
            if (state.now().step() == 4 && !gone.get()) {
                gone.set(true);
            } else if (state.status() == Status.PAUSED && !state.pending()) {
                assertEquals("one has gone", state.message());
                run.offer(use(state, "two"));
                run.offer(new Order.Resume());
            }
        });
        assertEquals(Status.FINISHED, end.status());
        assertEquals(
                List.of(4L, end.now().step() - 4),
                end.bySource().stream().map(entry -> entry.recoil().steps()).toList());
        assertEquals("", end.message());
    }

    @Test
    void whatTheCouplingTellsDuringAStepIsShownUntilItsEnd() throws InterruptedException {
        List<String> terminal = new ArrayList<>();
        CouplingLog log = new CouplingLog(terminal::add);
        log.accept(Level.WARNING, "before there is a page");
        List<String> shown = new ArrayList<>();
        LiveState end = run(BOTH, false, (run, state) -> {
            if (state.now().step() == 3) {
                log.show(run);
                log.accept(Level.WARNING, "source one has not returned for 60 s");
                shown.add(run.state().message());
                assertTrue(run.state().version() > state.version());
            }
        });
        assertEquals(List.of("source one has not returned for 60 s"), shown);
        assertEquals("", end.message());
        assertEquals(List.of("before there is a page", "source one has not returned for 60 s"), terminal);
    }

    /** The source {@code one} is there until it has gone. */
    private record Vanishing(SourceProvider.Selection all, SourceRequest request, AtomicBoolean gone)
            implements SourceProvider.Selection {
        @Override
        public SourceProvider.Lease acquire(Duration wait) {
            if (gone.get() && request.names().contains("one")) {
                return SourceProvider.of()
                        .select(SourceRequest.of(List.of(), Settings.none()))
                        .acquire(wait);
            }
            return all.acquire(wait);
        }

        @Override
        public String whyAbsent() {
            return "one has gone";
        }

        @Override
        public void close() {
            all.close();
        }
    }

    @Test
    void itPausesStepsAndGoesOn() throws InterruptedException {
        List<Long> paused = new ArrayList<>();
        LiveState end = run(BOTH, false, (run, state) -> {
            if (state.status() == Status.RUNNING && state.now().step() == 3) {
                run.offer(new Order.Pause());
            } else if (state.status() == Status.PAUSED) {
                paused.add(state.now().step());
                run.offer(state.now().step() < 5 ? new Order.Step() : new Order.Resume());
            }
        });
        assertEquals(List.of(3L, 4L, 5L), paused);
        assertEquals(Status.FINISHED, end.status());
    }

    @Test
    void itBeginsPausedWhereTheSurfaceHasAdapted() throws InterruptedException {
        List<Double> paused = new ArrayList<>();
        run(BOTH, true, (run, state) -> {
            if (state.status() == Status.PAUSED) {
                paused.add(state.now().timeS());
                run.offer(new Order.Resume());
            }
        });
        assertEquals(1, paused.size());
        assertTrue(paused.get(0) >= 1e-3 && paused.get(0) < 2e-3, "paused at " + paused.get(0) + " s");
    }

    @Test
    void stoppedItEndsAfterTheStepThatItIsIn() throws InterruptedException {
        LiveState end = run(BOTH, false, (run, state) -> {
            if (state.now().step() == 7) {
                run.stop();
            }
        });
        assertEquals(7, end.now().step());
        assertEquals(Status.RUNNING, end.status());
    }

    @Test
    void tooManyOrdersAreNotTaken() {
        try (Coupling coupling = TestRun.coupling(BOTH, "one")) {
            LiveRun live = TestRun.live(coupling, false, state -> {});
            int taken = 0;
            while (taken < 1000 && live.offer(new Order.Pause())) {
                taken++;
            }
            assertEquals(64, taken);
        }
    }
}

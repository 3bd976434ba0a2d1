package org.chiralkick.cli.serve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.dipole.Escape;

/**
 * A star that evolves at a pace and takes orders. {@link #run} is the whole work of one thread, which alone touches the star and its
 * coupling; {@link #state}, {@link #offer} and {@link #stop} are for any thread.
 */
public final class LiveRun {
    private static final int MOST_ORDERS = 64;

    private final CoolingStar star;
    private final Coupling coupling;
    private final Consumer<LiveState> listener;
    private final Escape escape;
    private final Metronome metronome;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>(MOST_ORDERS);

    // Of the stepping thread alone:
    private final List<Snapshot> history = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> assumptions = new LinkedHashSet<>();
    private List<SourceDescriptor> sources;
    private List<String> builds;
    private CouplingConfig working;
    private CouplingConfig requested;
    private Pace pace;
    private LiveState.Status status = LiveState.Status.RUNNING;
    private boolean pauseWhenAdapted;
    private String message = "";

    private final Object publishing = new Object();
    private volatile LiveState state;
    private volatile boolean stopped;

    /**
     * Takes over a star at its start.
     *
     * @param star without a step done
     * @param coupling the coupling that it was started with
     * @param beginning pace, and whether to pause
     * @param nanoTime a clock that never goes back, as {@code System::nanoTime}
     * @param listener receives every state on the stepping thread, after it is published
     */
    public LiveRun(
            CoolingStar star,
            Coupling coupling,
            Beginning beginning,
            LongSupplier nanoTime,
            Consumer<LiveState> listener) {
        this.star = star;
        this.coupling = coupling;
        this.listener = listener;
        metronome = new Metronome(nanoTime);
        escape = beginning.escape();
        pace = beginning.pace();
        pauseWhenAdapted = beginning.paused();
        working = coupling.config();
        requested = working;
        sources = coupling.sources();
        builds = coupling.builds();
        assumptions.addAll(beginning.notes());
        assumptions.addAll(star.assumptions());
        history.add(star.now());
        state = snapshot(1);
    }

    /**
     * How a run begins.
     *
     * @param pace how fast
     * @param paused whether it waits for an order as soon as the surface has adapted, at 1 ms of the star's time
     * @param escape what decides how neutrinos leave
     * @param notes what was assumed about the star already
     */
    public record Beginning(Pace pace, boolean paused, Escape escape, List<String> notes) {
        /** Keeps its own copy. */
        public Beginning {
            notes = List.copyOf(notes);
        }
    }

    /** Returns the latest state. */
    public LiveState state() {
        return state;
    }

    /** Gives an order; returns false if there are too many that still wait. */
    public boolean offer(Order order) {
        return orders.offer(order);
    }

    /** Makes {@link #run} return after the step that it is in. */
    public void stop() {
        stopped = true;
        orders.clear();
        orders.offer(new Order.Pause());
    }

    /**
     * Does the steps and the orders until {@link #stop}.
     *
     * @param untilDone whether to return at the end of the run, too
     */
    public void run(boolean untilDone) throws InterruptedException {
        listener.accept(state);
        while (!stopped && !(untilDone && status.isLast())) {
            Order order = status == LiveState.Status.RUNNING
                    ? orders.poll(metronome.waitNs(), TimeUnit.NANOSECONDS)
                    : orders.take();
            if (stopped) {
                return;
            }
            if (order == null) {
                step();
            } else {
                obey(order);
            }
            publish();
        }
    }

    private void obey(Order order) {
        if (status.isLast()) {
            return;
        }
        if (order instanceof Order.Pause) {
            status = LiveState.Status.PAUSED;
        } else if (order instanceof Order.Resume) {
            goOn(LiveState.Status.RUNNING);
        } else if (order instanceof Order.Step) {
            goOn(LiveState.Status.PAUSED);
            step();
        } else if (order instanceof Order.SetPace change) {
            pace = change.pace();
            metronome.restart();
        } else if (order instanceof Order.Use use) {
            use(use.config());
        }
    }

    private void goOn(LiveState.Status next) {
        status = next;
        message = "";
        pauseWhenAdapted = false;
        metronome.restart();
    }

    private void use(CouplingConfig config) {
        try {
            coupling.use(config);
            requested = config;
        } catch (CouplingException e) {
            refused(config, e);
        }
    }

    private void step() {
        double before = history.get(history.size() - 1).timeS();
        try {
            Snapshot after = star.advance();
            history.add(after);
            metronome.after(pace.wallSeconds(before, after.timeS()));
            tookOver(after.step(), before);
            finishOrPause(after.timeS());
        } catch (CouplingException e) {
            dropPendingStep();
            failedStep(e);
        } catch (RuntimeException e) {
            status = LiveState.Status.FAILED;
            message = e instanceof IllegalStateException
                    ? String.valueOf(e.getMessage())
                    : "internal error, please report it: " + e;
        }
    }

    /** Notes that the mechanisms of this step are not those of the step before, whoever exchanged them. */
    private void tookOver(long step, double timeS) {
        List<SourceDescriptor> now = coupling.sources();
        boolean wanted = !requested.equals(working);
        working = requested;
        List<String> builtAs = coupling.builds();
        if (now.equals(sources) && builtAs.equals(builds)) {
            return;
        }
        String remark = Closures.difference(sources, now);
        changes.add(new Change(
                step,
                timeS,
                true,
                Closures.names(sources),
                Closures.names(now),
                wanted || !remark.isEmpty() ? remark : "its bundle was replaced"));
        sources = now;
        builds = builtAs;
        assumptions.addAll(star.assumptions());
    }

    private void finishOrPause(double timeS) {
        if (star.finished()) {
            status = LiveState.Status.FINISHED;
        } else if (pauseWhenAdapted && timeS >= Pace.FIRST_PACED_S) {
            pauseWhenAdapted = false;
            status = LiveState.Status.PAUSED;
        }
    }

    /** A step that failed half-way would be joined by the next try, with the mechanism that failed. */
    private void dropPendingStep() {
        try {
            coupling.rollback();
        } catch (CouplingException nothingPending) {
            // It failed before it began.
        }
    }

    /** If the requested mechanism cannot act, the one before goes on; if that is the one that fails, the run pauses. */
    private void failedStep(CouplingException problem) {
        if (requested.equals(working)) {
            status = LiveState.Status.PAUSED;
            message = String.valueOf(problem.getMessage());
            return;
        }
        CouplingConfig wanted = requested;
        requested = working;
        refused(wanted, problem);
        try {
            coupling.use(working);
        } catch (CouplingException e) {
            status = LiveState.Status.PAUSED;
            message = String.valueOf(e.getMessage());
        }
    }

    private void refused(CouplingConfig wanted, CouplingException why) {
        Snapshot now = history.get(history.size() - 1);
        changes.add(new Change(
                now.step() + 1,
                now.timeS(),
                false,
                Closures.names(sources),
                String.join("+", wanted.sources()),
                "refused: " + why.getMessage()));
    }

    /**
     * Shows a message until the step that is being done ends, such as that a mechanism does not return from it. For any thread; the listener
     * does not hear of it.
     */
    public void say(String words) {
        synchronized (publishing) {
            state = state.saying(words);
        }
    }

    private void publish() {
        LiveState next;
        synchronized (publishing) {
            next = snapshot(state.version() + 1);
            state = next;
        }
        listener.accept(next);
    }

    private LiveState snapshot(long version) {
        return new LiveState(
                version,
                status,
                message,
                pace,
                history,
                sources,
                builds,
                working,
                requested,
                changes,
                escape,
                escape == Escape.DIPOLE ? Parts.ofDipole(star.dipoleBySources()) : coupling.recoilBySource(),
                history.size() > 1 ? Optional.of(star.history()) : Optional.empty(),
                star.flags(),
                List.copyOf(assumptions));
    }
}

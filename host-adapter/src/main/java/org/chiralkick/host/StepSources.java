package org.chiralkick.host;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.chiralkick.host.SourceRequests.Requested;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.internal.step.Newcomers;
import org.chiralkick.host.internal.watch.Inside;
import org.chiralkick.host.internal.watch.Remarks;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.StepRules.MissingOutput;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a coupling, step after step: follows a selection of the provider and, where others are asked for, the next one; holds
 * the sources of a step, and says what there is to say of them. What is asked for is {@link SourceRequests}' affair, what new
 * sources are {@link Newcomers}', what ranks have agreed on {@link AgreedSources}'.
 */
final class StepSources implements AutoCloseable {
    /** How long a new instance that lacks classes may take to be replaced by the next. */
    private static final long EXCHANGED_AGAIN_NS = TimeUnit.SECONDS.toNanos(2);

    /** What is said in the log to have been a wait [ms]. */
    private static final long SHORTEST_WAIT_MS = 50;

    private final SourceProvider provider;
    private final WithoutSource policy;
    private final BiConsumer<Level, String> log;
    private final SourceRequests requests;
    private final Newcomers newcomers;
    private final Remarks remarks;
    private Requested acting;
    private SourceProvider.Selection selection;
    private SourceProvider.@Nullable Selection next;
    private @Nullable Requested nextActing;
    private @Nullable SourceSet set;
    private long generation;
    // The lease of the running step and its instances; none between steps.
    private SourceProvider.@Nullable Lease held;
    private NeutrinoSource[] instances = {};
    // What acts while ranks decide together; no agreement where this one decides by itself.
    private final AgreedSources agreed = new AgreedSources();
    private @Nullable SourceSet heldSet;

    StepSources(SourceProvider provider, CouplingConfig config, BiConsumer<Level, String> log, Inside inside) {
        this.provider = provider;
        this.log = log;
        this.remarks = new Remarks(log);
        this.policy = config.withoutSource();
        this.requests = new SourceRequests(provider, config);
        this.newcomers = new Newcomers(
                config.recoil().geometry(),
                config.rules().missingOutput() == MissingOutput.REFUSE,
                provider::installed,
                inside);
        this.acting = requests.latest();
        this.selection = select(acting);
        requireThere(selection).ifPresent(why -> {
            throw CouplingException.source(why);
        });
    }

    /**
     * Takes the sources up, so that they are there for the first step whatever happens to their bundles until then. Where one is missing and
     * steps may neither do without nor wait for it, closes the selection and returns why it is.
     */
    private Optional<String> requireThere(SourceProvider.Selection selected) {
        try {
            Optional<String> missing = selected.missing().filter(why -> policy == WithoutSource.FAIL);
            if (missing.isPresent()) {
                selected.close();
            }
            return missing;
        } catch (RuntimeException | Error e) {
            selected.close();
            throw e;
        }
    }

    /**
     * Follows other sources from the next step on. What was last chosen stays with the sources that it was chosen for: they have it
     * when they act again, and others are as by default.
     */
    void use(List<String> names) {
        use(requests.of(names));
    }

    /** Follows other sources with other settings from the next step on; if they refuse them nothing changes. */
    void use(CouplingConfig other) {
        use(requests.of(other));
        requests.keep(other);
    }

    private void use(Requested wanted) {
        SourceProvider.Selection selected = select(wanted);
        requireThere(selected).ifPresent(why -> {
            throw CouplingException.source(refusal(acting, wanted) + why);
        });
        refuseLacking(selected, wanted);
        SourceProvider.Selection unused = next;
        next = selected;
        nextActing = wanted;
        if (unused != null) {
            unused.close();
        }
    }

    private static String refusal(Requested old, Requested wanted) {
        return "change to " + wanted.names() + " is refused, " + old.names() + " acts on: ";
    }

    /** Starts to follow sources, which will be taken up without a word only where they give what is bound. */
    private SourceProvider.Selection select(Requested wanted) {
        SourceProvider.Selection selected = provider.select(wanted.request());
        selected.objectedToBy(others -> newcomers.objection(others, set));
        return selected;
    }

    /** Sets the host's energy groups, before the first step. */
    void groups(EnergyGroups host) {
        newcomers.groups(host);
        set = null; // evaluated first without groups
    }

    /**
     * Takes the sources for a step, which are held until {@link #letGo}, and returns what they say about themselves: the same object
     * as long as they are the same.
     *
     * @throws CouplingException if one is missing and the policy does not allow that
     */
    SourceSet hold(Duration wait) {
        SourceSet ofAll = agreed.set();
        if (ofAll != null && (policy == WithoutSource.HOLD || !agreed.sources().isEmpty())) {
            fill(agreed.sources());
            heldSet = ofAll;
            return ofAll;
        }
        long deadline = System.nanoTime() + EXCHANGED_AGAIN_NS;
        while (true) {
            SourceProvider.Lease lease = acquire(policy, wait);
            try {
                return hold(lease);
            } catch (CouplingException e) {
                // A new instance whose bundle is exchanged again at this moment cannot load what it needs: the next one
                // can.
                if (!lacksClasses(e) || !comesAgain(lease.generation(), deadline)) {
                    throw e;
                }
            }
        }
    }

    private static boolean lacksClasses(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError || cause instanceof ClassNotFoundException) {
                return true;
            }
        }
        return false;
    }

    /** Waits until there are other instances than these; returns false if there are none until the deadline. */
    private boolean comesAgain(long failed, long deadline) {
        while (System.nanoTime() < deadline) {
            try (SourceProvider.Lease lease = selection.acquire(Duration.ZERO)) {
                if (lease.generation() != failed) {
                    return true;
                }
            }
            LockSupport.parkNanos(1_000_000);
        }
        return false;
    }

    private SourceSet hold(SourceProvider.Lease lease) {
        try {
            SourceSet described = describe(lease);
            fill(lease.sources());
            held = lease;
            remarks.say(selection.remark());
            heldSet = described;
            return described;
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    /** Returns why sources are missing. */
    String whyAbsent() {
        return selection.whyAbsent();
    }

    private void fill(List<NeutrinoSource> sources) {
        if (instances.length != sources.size()) {
            instances = new NeutrinoSource[sources.size()];
        }
        for (int k = 0; k < instances.length; k++) {
            instances[k] = sources.get(k);
        }
    }

    /** Asks again where sources were missing and it was not clear which of them something is chosen for: some may be there now. */
    private void routeAgain() {
        Requested now = requests.again(acting);
        if (!now.request().equals(acting.request())) {
            SourceProvider.Selection selected = select(now);
            selection.close();
            selection = selected;
            set = null;
        }
        acting = now;
    }

    /**
     * Notes the outputs that the host asked for in its latest step.
     *
     * @param bits a bit each, by their ordinals
     */
    void outputs(long bits) {
        if (newcomers.outputs(bits)) {
            selection.objectedToBy(others -> newcomers.objection(others, set)); // asks anew
        }
    }

    /** Refuses a change to sources that are there and lack an output which the host asks for: the ones that act stay. */
    private void refuseLacking(SourceProvider.Selection selected, Requested wanted) {
        if (!newcomers.mayLack()) {
            return;
        }
        try (SourceProvider.Lease lease = selected.acquire(Duration.ZERO)) {
            refuseLacking(lease, acting, wanted);
        } catch (RuntimeException | Error e) {
            selected.close();
            throw e;
        }
    }

    private void refuseLacking(SourceProvider.Lease lease, Requested old, Requested wanted) {
        newcomers.lacking(lease.sources()).ifPresent(why -> {
            throw CouplingException.field(refusal(old, wanted) + why);
        });
    }

    /** Returns the sources for a step, according to the policy for missing ones. */
    private SourceProvider.Lease acquire(WithoutSource without, Duration wait) {
        SourceProvider.Selection old = selection;
        SourceProvider.Lease lease;
        if (next != null && newcomers.mayLack()) {
            lease = acquireOfNext(without, wait);
            old.close();
        } else {
            if (next != null) {
                old.close();
                switchSelection();
            }
            routeAgain();
            lease = acquireNow(without, wait);
        }
        if (without != WithoutSource.HOLD && lease.sources().isEmpty()) {
            lease.close();
            throw CouplingException.source(
                    (without == WithoutSource.WAIT ? "waited " + wait.toMillis() / 1e3 + " s: " : "")
                            + selection.whyAbsent());
        }
        return lease;
    }

    private SourceProvider.Lease acquireNow(WithoutSource without, Duration wait) {
        if (without != WithoutSource.WAIT) {
            return selection.acquire(Duration.ZERO);
        }
        long start = System.nanoTime();
        SourceProvider.Lease lease = selection.acquire(wait);
        long waitedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (waitedMs >= SHORTEST_WAIT_MS && !lease.sources().isEmpty()) { // a wait in vain is told by the refusal
            log.accept(
                    Level.WARNING,
                    "a step waited " + waitedMs / 1e3 + " s for source " + acting.names() + ", which is there now");
        }
        return lease;
    }

    /** Takes up what was asked for since the last step, unless it lacks an output: it was not there then, or the output was not. */
    private SourceProvider.Lease acquireOfNext(WithoutSource without, Duration wait) {
        SourceProvider.Selection oldSelection = selection;
        Requested oldActing = acting;
        SourceSet oldSet = set;
        switchSelection();
        SourceProvider.Lease lease = null;
        try {
            routeAgain();
            lease = acquireNow(without, wait);
            refuseLacking(lease, oldActing, acting);
            return lease;
        } catch (RuntimeException | Error e) {
            if (lease != null) {
                lease.close();
            }
            selection.close();
            selection = oldSelection;
            acting = oldActing;
            set = oldSet;
            throw e;
        }
    }

    private void switchSelection() {
        SourceProvider.Selection wanted = next;
        Requested wantedActing = nextActing;
        if (wanted != null && wantedActing != null) {
            selection = wanted;
            acting = wantedActing;
            next = null;
            nextActing = null;
            set = null;
        }
    }

    private SourceSet describe(SourceProvider.Lease lease) {
        SourceSet known = set;
        if (known != null && generation == lease.generation()) {
            return known;
        }
        Requested asked = acting;
        SourceSet made = newcomers.describe(lease.sources(), lease.builds(), descriptors -> {
            // A source that was not there yet has not been requested before; one that was exchanged may declare
            // something else.
            if (asked.whole()) {
                SourceRequests.requireNone(asked.config().problems(descriptors));
            }
        });
        set = made;
        generation = lease.generation();
        return made;
    }

    /**
     * Proposes to the other ranks what this one would begin a step with now, and returns what it says about itself.
     *
     * @throws CouplingException if other sources were asked for and lack an output; the old ones act on
     */
    SourceSet propose() {
        SourceProvider.Lease lease = acquire(WithoutSource.HOLD, Duration.ZERO);
        try {
            SourceSet described = describe(lease);
            agreed.propose(lease, described);
            remarks.say(selection.remark());
            return described;
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    /**
     * Fixes the sources of the next step, before {@link #letGo}.
     *
     * @param proposed whether all ranks have proposed the same; if not, those of the running step act on
     */
    void agree(boolean proposed) {
        if (proposed) {
            agreed.takeProposed();
            return;
        }
        SourceProvider.Lease kept = held;
        held = null;
        agreed.keep(kept, heldSet);
    }

    /** Decides without other ranks from the next step on. */
    void decideAlone() {
        agreed.close();
    }

    /** Returns for how many steps in succession other sources have been ready here and not on all ranks. */
    long heldBack() {
        return agreed.heldBack();
    }

    /** Returns the instances held for the step as an array, which is the same one each time. */
    NeutrinoSource[] instances() {
        return instances;
    }

    /** Gives the sources back: none is kept between steps. */
    void letGo() {
        SourceProvider.Lease lease = held;
        held = null;
        Arrays.fill(instances, null);
        if (lease != null) {
            lease.close();
        }
    }

    /** Returns what the sources of the latest step say about themselves; null before the first. */
    @Nullable
    SourceSet latest() {
        return agreed.isThere() ? heldSet : set;
    }

    /** Returns what the sources that there are now say about themselves. */
    SourceSet present() {
        try (SourceProvider.Lease lease = acquire(WithoutSource.HOLD, Duration.ZERO)) {
            return describe(lease);
        }
    }

    @Override
    public void close() {
        agreed.close();
        selection.close();
        if (next != null) {
            next.close();
        }
    }
}

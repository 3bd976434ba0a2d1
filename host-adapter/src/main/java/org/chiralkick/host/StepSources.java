package org.chiralkick.host;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.chiralkick.host.internal.block.MissingOutputs;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.internal.source.SourceWarmUp;
import org.chiralkick.host.internal.watch.Inside;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.StepRules.MissingOutput;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/** The sources of a coupling, step after step: asks the provider, and describes and warms up sources that are new. */
final class StepSources implements AutoCloseable {
    /** How long a new instance that lacks classes may take to be replaced by the next. */
    private static final long EXCHANGED_AGAIN_NS = TimeUnit.SECONDS.toNanos(2);

    /** What is said in the log to have been a wait [ms]. */
    private static final long SHORTEST_WAIT_MS = 50;

    private final SourceProvider provider;
    private final RecoilGeometry geometry;
    private final MissingOutput missingOutput;
    private final WithoutSource policy;
    private final BiConsumer<Level, String> log;
    private final Inside inside;
    private String remarked = "";
    // What was requested last, in full; what acts may be a part of it.
    private CouplingConfig requested;
    private Requested acting;
    private SourceProvider.Selection selection;
    private SourceProvider.@Nullable Selection next;
    private @Nullable Requested nextActing;
    private @Nullable SourceSet set;
    private EnergyGroups groups = EnergyGroups.NONE;
    private long generation;
    private long outputBits;
    // The lease of the running step and its instances; none between steps.
    private SourceProvider.@Nullable Lease held;
    private NeutrinoSource[] instances = {};
    // What acts while ranks decide together; no agreement where this one decides by itself.
    private final AgreedSources agreed = new AgreedSources();
    private @Nullable SourceSet heldSet;

    StepSources(SourceProvider provider, CouplingConfig config, BiConsumer<Level, String> log, Inside inside) {
        this.provider = provider;
        this.log = log;
        this.inside = inside;
        this.policy = config.withoutSource();
        this.geometry = config.recoil().geometry();
        this.missingOutput = config.rules().missingOutput();
        this.requested = config;
        this.acting = requested(config, true);
        this.selection = provider.select(acting.request());
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
     * What is requested.
     *
     * @param whole whether somebody has to take every setting
     * @param waits whether it is not clear yet for which of the missing sources something is chosen
     */
    private record Requested(CouplingConfig config, boolean whole, boolean waits, SourceRequest request) {}

    /**
     * Follows other sources from the next step on. What was last chosen stays with the sources that it was chosen for: they have it
     * when they act again, and others are as by default.
     */
    void use(List<String> names) {
        CouplingConfig other = requested.withSource(names.toArray(String[]::new));
        if (!requested.choosesNothing()) {
            CouplingConfig named = requested.named(provider.declared(requested.sources()));
            other = names.isEmpty() ? highestRanking(named) : named.withSource(names.toArray(String[]::new));
        }
        use(requested(other, false));
    }

    /** Returns the configuration for whoever ranks highest: without a name, so with what was chosen for the one that does now. */
    private CouplingConfig highestRanking(CouplingConfig named) {
        Settings its = provider.declared(List.of()).stream()
                .findFirst()
                .map(source -> named.own().getOrDefault(source.name(), Settings.none()))
                .orElse(named.shared());
        return named.withSource().with(its, Map.of());
    }

    /** Follows other sources with other settings from the next step on; if they refuse them nothing changes. */
    void use(CouplingConfig other) {
        use(requested(other, true));
        // Kept for the sources that come back, whoever acts meanwhile.
        requested = other;
    }

    private void use(Requested wanted) {
        SourceProvider.Selection selected = provider.select(wanted.request());
        requireThere(selected).ifPresent(why -> {
            throw CouplingException.source("change to " + wanted.request().joinedNames() + " is refused, "
                    + acting.request().joinedNames() + " acts on: " + why);
        });
        refuseLacking(selected, wanted);
        SourceProvider.Selection unused = next;
        next = selected;
        nextActing = wanted;
        if (unused != null) {
            unused.close();
        }
    }

    /** Sets the host's energy groups, before the first step. */
    void groups(EnergyGroups host) {
        groups = host;
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
            remark(selection.remark());
            heldSet = described;
            return described;
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    private void remark(Optional<String> words) {
        if (words.isPresent() && !words.get().equals(remarked)) {
            remarked = words.get();
            log.accept(Level.WARNING, remarked);
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

    private Requested requested(CouplingConfig config, boolean whole) {
        if (config.choosesNothing()) {
            return new Requested(config, whole, false, SourceRequest.of(config.sources(), Settings.none()));
        }
        SettingsRouter router = new SettingsRouter(config, provider.declared(config.sources()));
        if (whole) {
            requireNone(router.problems());
        }
        return new Requested(config, whole, router.waits(), router.request());
    }

    /** Asks again where sources were missing and it was not clear which of them something is chosen for: some may be there now. */
    private void routeAgain() {
        if (acting.waits()) {
            Requested now = requested(acting.config(), acting.whole());
            if (!now.request().equals(acting.request())) {
                SourceProvider.Selection selected = provider.select(now.request());
                selection.close();
                selection = selected;
                set = null;
            }
            acting = now;
        }
    }

    private static void requireNone(List<String> problems) {
        if (!problems.isEmpty()) {
            throw CouplingException.argument(String.join("; and ", problems));
        }
    }

    /**
     * Notes the outputs that the host asked for in its latest step.
     *
     * @param bits a bit each, by their ordinals
     */
    void outputs(long bits) {
        outputBits = bits;
    }

    private boolean mayLack() {
        return missingOutput == MissingOutput.REFUSE && outputBits != 0;
    }

    /** Refuses a change to sources that are there and lack an output which the host asks for: the ones that act stay. */
    private void refuseLacking(SourceProvider.Selection selected, Requested wanted) {
        if (!mayLack()) {
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
        List<SourceDescriptor> descriptors =
                lease.sources().stream().map(this::describeWatched).toList();
        Set<FluxField> missing = MissingOutputs.of(descriptors, MissingOutputs.ofBits(outputBits));
        if (!missing.isEmpty()) {
            throw CouplingException.field("change to " + wanted.request().joinedNames() + " is refused, "
                    + old.request().joinedNames() + " acts on: "
                    + MissingOutputs.refusal(missing, descriptors, provider::installed));
        }
    }

    /** Returns the sources for a step, according to the policy for missing ones. */
    private SourceProvider.Lease acquire(WithoutSource without, Duration wait) {
        SourceProvider.Selection old = selection;
        SourceProvider.Lease lease;
        if (next != null && mayLack()) {
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
                    "a step waited " + waitedMs / 1e3 + " s for source "
                            + acting.request().joinedNames() + ", which is there now");
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
        List<SourceDescriptor> descriptors =
                lease.sources().stream().map(this::describeWatched).toList();
        // A source that was not there yet has not been requested before; one that was exchanged may declare something
        // else.
        if (acting.whole()) {
            requireNone(acting.config().problems(descriptors));
        }
        for (int k = 0; k < descriptors.size(); k++) {
            inside.enter(descriptors.get(k).name());
            try {
                SourceWarmUp.run(lease.sources().get(k), descriptors.get(k), groups);
            } finally {
                inside.leave();
            }
        }
        SourceSet made = new SourceSet(descriptors, lease.builds(), geometry, provider::installed);
        set = made;
        generation = lease.generation();
        return made;
    }

    private SourceDescriptor describeWatched(NeutrinoSource source) {
        inside.enter(source.getClass().getName());
        try {
            return describe(source);
        } finally {
            inside.leave();
        }
    }

    private static SourceDescriptor describe(NeutrinoSource source) {
        try {
            return source.describe();
        } catch (RuntimeException | Error e) {
            throw new CouplingException(
                    CouplingException.Kind.SOURCE, source.getClass().getName() + " cannot describe itself: " + e, e);
        }
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
            remark(selection.remark());
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

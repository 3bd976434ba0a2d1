package org.chiralkick.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.chiralkick.host.internal.audit.StepIdentity;
import org.chiralkick.host.internal.block.BlockEvaluator;
import org.chiralkick.host.internal.block.Workspace;
import org.chiralkick.host.internal.emission.ToldEmission;
import org.chiralkick.host.internal.ledger.Checkpoint;
import org.chiralkick.host.internal.ledger.CommittedSum;
import org.chiralkick.host.internal.ledger.Ledger;
import org.chiralkick.host.internal.ledger.StateBlob;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.internal.step.BlockTasks;
import org.chiralkick.host.internal.step.PendingStep;
import org.chiralkick.host.internal.units.DerivedUnits;
import org.chiralkick.host.internal.watch.Inside;
import org.chiralkick.host.internal.watch.Watchdog;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Fingerprint;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.jspecify.annotations.Nullable;

/**
 * What a host calls. A coupling evaluates blocks of zones through the sources in force and keeps the ledger of what the star
 * received.
 *
 * <pre>{@code
 * try (Coupling coupling = Coupling.open(sources, CouplingConfig.defaults(), CouplingOptions.defaults())) {
 *     BlockBinding block = BlockBinding.of(n).in(TEMPERATURE, View.of(t)). ... .out(NEUTRINO_FLUX, View.of(fx), ...).build();
 *     for (long step = 0; step < steps; step++) coupling.advance(step, time, dt, block);
 *     Vector3 kick = coupling.recoil().velocity(massG);
 * }
 * }</pre>
 *
 * <p><b>The step protocol.</b> {@link #begin} opens a step, {@link #evaluate} adds a block of a Runge-Kutta stage with its weight,
 * {@link #commit} puts the step into the ledger, {@link #rollback} drops it; {@link #advance} does it all. A host with neutrino transport of
 * its own also tells what left the star, by {@link #emitted}.
 *
 * <ul>
 *   <li>A begin with <em>the same</em> step, time and dt as the pending step (dt as begun, or as set since) <em>joins</em> it: nothing
 *       happens. So every thread, and every block, may begin its step before it evaluates.
 *   <li>A begin with <em>anything else</em> <em>replaces</em> the pending step: what was evaluated is dropped. So a host that
 *       retries with a smaller dt counts nothing twice. A retry with the very same arguments, or with dt unknown both times, needs
 *       a {@link #rollback} first. After a commit that asked for a retry any begin starts anew.
 *   <li>A step keeps the sources it began with. Others, by {@link #use} or by a change in the registry, act from the next begin on;
 *       a begin that joins changes nothing.
 * </ul>
 *
 * <p><b>What is refused.</b> A wrong kick is never committed in silence ({@link org.chiralkick.host.value.StepRules} lets a host off):
 *
 * <ul>
 *   <li>The weights of a block that has one other than 0 add up to 1, within 1e-6, or the commit is refused and the step is still pending:
 *       the missing stages may follow, or a rollback. A block is a binding, or what has the same {@link BlockBinding#number}. A step of
 *       which all weights are 0 is for diagnosis and rolled back, unless its blocks cannot emit.
 *   <li>The numbers of steps rise: a begin with that of the step committed last, or one below, is refused, also after a restart.
 *   <li>An output that no source in force gives is refused by {@link #evaluate}, and a change to a source that lacks an output bound in the
 *       latest step by {@link #use}, or, if it was not there then, by the next begin; the old source acts on.
 * </ul>
 *
 * <p><b>Threads.</b> {@code begin} and {@code evaluate} may be called from many threads at once, each with its own binding.
 * Evaluations take no lock. Begin (a replacing one), commit and rollback are refused while an evaluation runs.
 */
public final class Coupling implements AutoCloseable {
    private final CouplingConfig config;
    private final CouplingOptions options;
    private final Duration wait;
    private final BlockEvaluator evaluator;
    private final Inside beginning;
    private final Watchdog watchdog;
    private final StepSources stepSources;
    private final StepEvaluations evaluations;
    private final @Nullable BlockTasks<BlockBinding> workers;
    private final PendingStep pending = new PendingStep();
    private final ToldEmission told;
    // Guards everything but evaluations: the ledger, the sources, the change of steps.
    private final ReentrantLock lock = new ReentrantLock();
    private final CommittedSteps committed;
    private boolean begun;
    private boolean closed;

    private Coupling(SourceProvider provider, CouplingConfig config, CouplingOptions options) {
        this.config = config;
        this.options = options;
        this.wait = Duration.ofNanos((long) (config.waitS() * 1e9));
        this.evaluator = new BlockEvaluator(config.recoil(), config.rules().missingOutput(), options.units());
        this.beginning = new Inside();
        this.watchdog = Watchdog.watch(config.watchdogS(), this::inside, options.log());
        this.stepSources = opened(provider);
        this.told = new ToldEmission(config.recoil().form());
        this.evaluations =
                new StepEvaluations(evaluator, pending, told, config.rules().weights());
        this.committed = new CommittedSteps(config, options, lock, pending, evaluations);
        this.workers = options.threads() > 0 ? new BlockTasks<>(evaluations::evaluate, options.threads()) : null;
    }

    private StepSources opened(SourceProvider provider) {
        try {
            return new StepSources(provider, config, options.log(), beginning);
        } catch (RuntimeException | Error e) {
            watchdog.close();
            throw e;
        }
    }

    // Asked by the watchdog, on its own thread.
    private Inside[] inside() {
        Workspace[] all = evaluator.pool().all();
        Inside[] inside = new Inside[all.length + 1];
        inside[0] = beginning;
        for (int i = 0; i < all.length; i++) {
            inside[i + 1] = all[i].inside();
        }
        return inside;
    }

    /**
     * Opens a coupling with an empty ledger.
     *
     * @throws CouplingException if something is chosen that no source declares, or a source refuses its settings; the message names
     *     its place in the configuration and what is allowed. Also if a source is not there, unless the configuration says to
     *     hold or to wait: the message names those that are, the one whose name is nearest, and what does not work in the folder of
     *     mechanisms
     */
    public static Coupling open(SourceProvider sources, CouplingConfig config, CouplingOptions options) {
        return new Coupling(sources, config, options);
    }

    /** Returns what the coupling computes. */
    public CouplingConfig config() {
        return config;
    }

    /** Returns what the host said about itself. */
    public CouplingOptions options() {
        return options;
    }

    /**
     * Returns what the host's units come to in cgs, a line for each that it gave and for each that follows from them, such as {@code "host's
     * unit of density is 6.17714e+17 g/cm^3"}: for its log, where a wrong unit is seen before it is seen in a kick.
     */
    public List<String> derivedUnits() {
        return DerivedUnits.lines(options.units());
    }

    /** Returns the host's energy groups; {@link EnergyGroups#NONE} where none were set. */
    public EnergyGroups groups() {
        return evaluator.groups();
    }

    /**
     * Sets the energy groups of the host's neutrino transport, once, before the first begin. Blocks may then bind fields that are per group,
     * for as many of them ({@link BlockBinding.Builder#groups}).
     *
     * @throws CouplingException if a step was begun already, or other groups are set
     */
    public void groups(EnergyGroups groups) {
        lock.lock();
        try {
            requireOpen();
            EnergyGroups set = evaluator.groups();
            if (groups.count() == 0) {
                throw CouplingException.argument("number of energy groups is 0; must be >= 1, or set none");
            }
            if (set.count() > 0 && !set.equals(groups)) {
                throw CouplingException.state("energy groups are " + set + " and cannot become " + groups
                        + "; they are set once per coupling");
            }
            if (begun) {
                throw CouplingException.state(
                        "energy groups after a begin; set them after open, before the first begin");
            }
            evaluator.groups(groups);
            stepSources.groups(groups);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins a step, joins the pending one, or replaces it; see the class comment.
     *
     * @param step the host's number of the step
     * @param time at the start of the step, in the host's unit; only distinguishes the step from others
     * @param dt in the host's unit of time; {@code <= 0} or NaN if not known yet
     * @throws CouplingException if dt is out of range, evaluations run, or the number is not above that of the step committed last: the
     *     pending step is as it was then; or if, unless the policy is to hold, a source is missing (after a wait, if it is to wait), or new
     *     sources lack an output
     */
    public void begin(long step, double time, double dt) {
        double seconds = dt > 0 ? seconds(dt) : Double.NaN;
        if (evaluations.isOpen() && pending.is(step, time, seconds)) {
            return;
        }
        lock.lock();
        try {
            if (!evaluations.isOpen() || !pending.is(step, time, seconds)) {
                start(step, time, seconds);
            }
        } finally {
            lock.unlock();
        }
    }

    private void start(long step, double time, double seconds) {
        requireOpen();
        committed.requireRising(step);
        drop("begin");
        SourceSet set = stepSources.hold(wait);
        committed.begun(step, stepSources, set);
        if (told.isTheRecoil()) {
            var unused = set.transportKey(); // refused here, not at the commit, where names have no room in the ledger
        }
        pending.start(step, time, seconds, stepSources.instances(), set);
        begun = true;
        evaluations.open();
    }

    /**
     * Evaluates a block in the pending step: sets the outputs, and adds the recoil times the weight to the step. A block of which the mask leaves
     * no zone weighs as others do: particles may all be left out in one stage and live in the next. A block with an extent of 0, as on a rank
     * that has no zones, has no weight and needs no fields.
     *
     * @param block bound by the host; nobody else uses it meanwhile
     * @param stageWeight weight of the Runge-Kutta stage in the final state, such as 0 for a predictor, in [-1000, 1000]
     * @return the result that belongs to the binding
     * @throws CouplingException if no step is begun, required fields are missing, no source gives an output, or a source fails
     */
    public BlockResult evaluate(BlockBinding block, double stageWeight) {
        evaluations.evaluate(block, stageWeight);
        return block.result();
    }

    /**
     * Evaluates several blocks with the same weight, spread over the worker threads where the options ask for some. Each has its
     * own result. The first failure is thrown.
     */
    public void evaluateAll(double stageWeight, BlockBinding... blocks) {
        BlockTasks<BlockBinding> pool = workers;
        if (pool != null && blocks.length > 1) {
            pool.evaluateAll(blocks, stageWeight);
        } else {
            for (BlockBinding block : blocks) {
                evaluations.evaluate(block, stageWeight);
            }
        }
    }

    /**
     * Tells what the host's own neutrino transport lets out of the star in a stage of the pending step, in recoil form
     * {@link org.chiralkick.host.value.RecoilForm#TRANSPORT}: rates, summed over the surface where the host counts what has left, or over
     * this rank's part of it. The ledger adds them times weight and dt, exactly, in the entry {@code transport:SOURCES}; the star gets
     * <em>minus</em> the momentum of the neutrinos, and no torque. They are counted as they are, in cgs whatever the host's units: nothing is
     * redshifted, and nothing taken off for what would leave without an anomalous flux.
     *
     * <p>Call it once for every stage, from any thread; the weights of a step add up to 1, also where rates are 0. Otherwise its
     * {@link #commit} is refused, so that no kick is missed in silence.
     *
     * @param momentumOfNeutrinos momentum that they take away per second [dyn]
     * @param number net leptons that leave, neutrinos less antineutrinos [1/s]
     * @param energy energy that leaves [erg/s]
     * @param weight weight of the Runge-Kutta stage in the final state, in [-1000, 1000]
     * @throws CouplingException if the recoil has another form, no step is begun, or a number is not finite or out of range; nothing
     *     is counted then
     */
    public void emitted(Vector3 momentumOfNeutrinos, double number, double energy, double weight) {
        lock.lock();
        try {
            requireOpen();
            told.requireForm();
            requirePending("emitted");
            StepEvaluations.requireWeight(weight);
            told.tell(momentumOfNeutrinos, number, energy, weight);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sets the dt of the pending step.
     *
     * @param dt in the host's unit of time, {@code > 0}
     */
    public void setDt(double dt) {
        lock.lock();
        try {
            requirePending("setDt");
            if (!(dt > 0)) {
                throw CouplingException.argument("dt of step " + pending.number() + " is " + dt + "; must be > 0");
            }
            pending.dt(seconds(dt));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Puts the pending step into the ledger, all of it or, if the host can retry and dt exceeds the largest stable one, nothing.
     *
     * @return the coupling's own result object
     * @throws CouplingException if no step is pending, dt is not known, an evaluation runs, or one failed half-way; one
     *     that was refused before it counted anything does not stand in the way. Also if weights of a block do not add up to 1, and in recoil form
     *     transport if what was {@link #emitted} is not a whole step. The step is still pending then
     */
    public StepResult commit() {
        lock.lock();
        try {
            closeWhole("commit");
            stepSources.decideAlone();
            committed.forgetOthers();
            return decide(1 / evaluations.largestRate());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Checks the pending step as {@link #commit} does and returns what the ranks compare before they commit it together, by
     * {@link #commitAgreed}: nothing is committed yet, and the step is still pending.
     *
     * @return the coupling's own ballot
     * @throws CouplingException as from {@link #commit}; or if sources were asked for that lack an output, of which the old ones act on
     */
    public Ballot ballot() {
        lock.lock();
        try {
            closeWhole("ballot");
            evaluations.vote();
            evaluations.open();
            SourceSet now = pending.sourceSet();
            if (now == null) {
                throw new IllegalStateException("a pending step has sources");
            }
            return committed.ballot(now, stepSources.propose(), groups());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Commits the pending step as all ranks decided it from their {@link #ballot}s: each with the same arguments.
     *
     * <p>From then on sources change on all ranks at once: the next step has those of the ballots if all ranks had the same, else those of
     * this step act on, though others be there on some ranks, or these gone. A {@link #commit} ends that. {@link #surfaceOfAll} comes before it
     * where the audit is to judge the surface.
     *
     * @param dtMax the smallest {@link Ballot#dtMax} of all ranks [s]
     * @param takeNext whether {@link Ballot#nextSources} is the same on all ranks
     * @return the coupling's own result object
     * @throws CouplingException as from {@link #commit}
     */
    public StepResult commitAgreed(double dtMax, boolean takeNext) {
        if (!(dtMax >= 0)) {
            throw CouplingException.argument("largest stable dt of all ranks is " + dtMax + " s; must be >= 0");
        }
        lock.lock();
        try {
            closeWhole("commitAgreed");
            stepSources.agree(takeNext);
            return decide(Math.min(dtMax, 1 / evaluations.largestRate()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells what the zones of all ranks make up in the pending step, as they sum it from their {@link #ballot}s, for {@link #audit} to judge: a
     * rank alone cannot know whether the surface of which it has a part is closed. Called on every rank between its ballot and {@link
     * #commitAgreed}; the areas in the unit of the ballots. Where it is not called, or a block was evaluated since the ballot, and several ranks
     * there are, the step is not judged.
     *
     * @param areaX sum of {@link Ballot#areaX}, finite
     * @param areaY sum of {@link Ballot#areaY}, finite
     * @param areaZ sum of {@link Ballot#areaZ}, finite
     * @param areaSize sum of {@link Ballot#areaSize}, {@code >= 0} and finite
     * @param emits whether {@link Ballot#emits} is true on some rank
     * @throws CouplingException if no step is pending, or a number is out of range
     */
    public void surfaceOfAll(double areaX, double areaY, double areaZ, double areaSize, boolean emits) {
        if (!Double.isFinite(areaX + areaY + areaZ) || !(areaSize >= 0 && areaSize < Double.POSITIVE_INFINITY)) {
            throw CouplingException.argument(
                    "surface of all ranks is (" + areaX + ", " + areaY + ", " + areaZ + ") of size " + areaSize
                            + "; must be finite, and the size >= 0: the sums of those of the ballots");
        }
        lock.lock();
        try {
            requirePending("surfaceOfAll");
            committed.surfaceOfAll(areaX, areaY, areaZ, areaSize, emits);
        } finally {
            lock.unlock();
        }
    }

    /** Lets no evaluation in any more if this is a whole step; else it stays as it is. */
    private void closeWhole(String call) {
        requirePending(call);
        pending.requireWhole(); // what has failed already is told also while others run
        if (Double.isNaN(pending.dt())) {
            throw CouplingException.state("dt of step " + pending.number()
                    + " is not known; call setDt(dt) before commit, or give it to begin");
        }
        told.requireWhole(pending.number());
        evaluations.closeWhole(call);
    }

    /** Ends a step that is whole: counts it, or asks for a smaller dt. */
    private StepResult decide(double dtMax) {
        StepResult result = committed.decide(dtMax, groups());
        forget(
                result.outcome() == StepResult.Outcome.RETRY
                        ? StepEvaluations.Closed.RETRY
                        : StepEvaluations.Closed.COMMITTED);
        return result;
    }

    /**
     * Returns for how many steps in succession, committed by {@link #commitAgreed}, this rank has had other sources ready than those which
     * act, because not all ranks have them; 0 where the sources that act are those which are there.
     */
    public long heldBack() {
        lock.lock();
        try {
            return stepSources.heldBack();
        } finally {
            lock.unlock();
        }
    }

    /** Returns what the committed steps were made with, for ranks to compare before their parts are summed. */
    public Fingerprint fingerprint() {
        return committed.fingerprint();
    }

    /**
     * Returns names, versions and bundles of the sources of the pending or latest step, a line each, as messages about ranks that differ quote
     * them; empty where it had none.
     */
    public String sourcesText() {
        return identity().sources();
    }

    /** Returns what the pending or latest step computes, a line {@code name=value} each, as messages about ranks that differ quote it. */
    public String configurationText() {
        return identity().configuration();
    }

    private StepIdentity identity() {
        lock.lock();
        try {
            SourceSet set = pending.sourceSet();
            return committed.identity(set == null ? sourceSet() : set, groups());
        } finally {
            lock.unlock();
        }
    }

    /** Drops the pending step; nothing of it is counted. */
    public void rollback() {
        lock.lock();
        try {
            requirePending("rollback");
            drop("rollback");
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does a whole step of one stage: begins it (dropping a pending one), evaluates the blocks with weight 1, commits. If anything
     * fails the step is rolled back. Not in recoil form transport, where {@link #emitted} comes before the commit.
     */
    public StepResult advance(long step, double time, double dt, BlockBinding... blocks) {
        told.requireNone("advance");
        if (!(dt > 0)) {
            throw CouplingException.argument("dt of step " + step + " is " + dt + "; advance needs it, > 0");
        }
        double seconds = seconds(dt);
        lock.lock();
        try {
            start(step, time, seconds);
        } finally {
            lock.unlock();
        }
        boolean done = false;
        try {
            evaluateAll(1, blocks);
            StepResult result = commit();
            done = true;
            return result;
        } finally {
            if (!done && evaluations.isOpen()) {
                rollback();
            }
        }
    }

    /**
     * Chooses other sources from the next step on; the ledger carries on. What was last chosen stays with the
     * sources that it was chosen for: they have it when they act again, and others are as by default.
     *
     * @param sourceNames a name each, or several joined by {@code +}; none for the source of highest ranking
     * @throws CouplingException if one is not there, unless the configuration says to hold or to wait, or if they are there and lack an
     *     output of the latest step; the choice in force stays then
     */
    public void use(String... sourceNames) {
        List<String> names = Arrays.stream(sourceNames)
                .flatMap(CouplingConfigReader::splitNames)
                .toList();
        lock.lock();
        try {
            requireOpen();
            stepSources.use(names);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Chooses other sources, presets, closures and parameters from the next step on; the ledger carries on, with an entry of its
     * own for what they give. Of the other configuration only these count;
     * {@link #config} stays what the coupling was opened with.
     *
     * @throws CouplingException if its recoil settings differ, which one ledger cannot mix, something is chosen that no source
     *     takes, a source refuses its settings, or lacks an output of the latest step; the choice in force stays then
     */
    public void use(CouplingConfig other) {
        if (!other.recoil().equals(config.recoil())) {
            throw CouplingException.argument("recoil settings cannot change while a coupling is open: they are "
                    + config.recoil() + ", asked for " + other.recoil() + "; open a new coupling");
        }
        lock.lock();
        try {
            requireOpen();
            stepSources.use(other);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the descriptors of the sources in force in the pending or latest step; before the first, of those there are now. */
    public List<SourceDescriptor> sources() {
        return sourceSet().descriptors();
    }

    /**
     * Returns which build of its bundle each of {@link #sources} is, such as {@code "org.example.mine 1.0.0 sha256:0123456789ab"}, in the same
     * order; empty texts, or none at all, for sources that came from no bundle.
     */
    public List<String> builds() {
        return sourceSet().builds();
    }

    /** Returns what had to be assumed for the sources in force, one sentence each. */
    public List<String> assumptions() {
        return sourceSet().assumptions();
    }

    private SourceSet sourceSet() {
        lock.lock();
        try {
            SourceSet latest = stepSources.latest();
            if (latest != null) {
                return latest;
            }
            requireOpen();
            return stepSources.present();
        } finally {
            lock.unlock();
        }
    }

    /** Returns what the star received in all committed steps. */
    public Recoil recoil() {
        return committed.recoil();
    }

    /** Returns what the star received, per source, build of its bundle and closures, in the order in which they first acted. */
    public List<RecoilEntry> recoilBySource() {
        return committed.bySource();
    }

    /** Returns the zone evaluations with each flag, in committed steps and stages of weight other than 0. */
    public Map<ValidityFlag, Long> flagCounts() {
        return committed.flagCounts();
    }

    /** Returns the zone evaluations in steps committed since the coupling was opened, in stages of weight other than 0; masked zones are none. */
    public long evaluatedZones() {
        return committed.evaluatedZones();
    }

    /** Returns those of {@link #evaluatedZones} whose input or result was not valid, by what was wrong, and the first by block and zone. */
    public NamedZones invalidZones() {
        return committed.invalidZones();
    }

    /** Returns those of {@link #evaluatedZones} whose input was too large for a star, by what was, and the first by block and zone. */
    public NamedZones implausibleZones() {
        return committed.implausibleZones();
    }

    /** Returns the committed steps that ran without their source. */
    public long heldSteps() {
        return committed.heldSteps();
    }

    /**
     * Returns what was noticed since the coupling was opened, for a host to print at its end: whether something makes the kick wrong. With
     * several ranks it is of this rank, but for the closure of the surface and silent steps, which are those of all ranks where {@link
     * #surfaceOfAll} tells them.
     */
    public CouplingAudit audit() {
        return committed.audit();
    }

    /** Returns how often steps began to be held for want of their source since the coupling was opened; the log has the causes. */
    public long holds() {
        return committed.holds();
    }

    /** Returns the size of the saved state [bytes]; it never depends on what is in it. */
    public int stateSize() {
        return StateBlob.SIZE;
    }

    /**
     * Returns the ledger as bytes for the host's own restart file; a pending step is not in it. There is room for 16 entries of
     * {@link #recoilBySource}: of more, the oldest of a source become one, whose version is {@link RecoilEntry#EARLIER}. Totals of
     * every source stay exact; {@link #saveCheckpoint} keeps all entries apart.
     */
    public byte[] saveState() {
        return committed.state();
    }

    /**
     * Replaces the ledger by a saved one; sums continue to the bit. With several ranks, all load the same state and rank 0 carries
     * the sums.
     *
     * @throws CouplingException if a step is pending, or the bytes are not a whole state of this version; the ledger stays then
     */
    public void restoreState(byte[] blob) {
        replaceLedger("restoreState", StateBlob.read(blob));
    }

    /**
     * Adds a saved ledger exactly, such as another rank's part. Steps are not added: ranks share them.
     *
     * @throws CouplingException as {@link #restoreState}; or if its steps were made with other sources or settings than the steps here, which
     *     one sum cannot mix. The ledger stays then
     */
    public void mergeState(byte[] other) {
        Ledger theirs = StateBlob.read(other);
        lock.lock();
        try {
            requireIdle("mergeState");
            committed.merge(theirs);
        } finally {
            lock.unlock();
        }
    }

    /** Writes the ledger with all its entries to a JSON file, whole or not at all. */
    public void saveCheckpoint(Path json) {
        committed.saveTo(json);
    }

    /**
     * Replaces the ledger by one from a JSON file; sums continue to the bit.
     *
     * @throws CouplingException if a step is pending, or the file is not a whole checkpoint; the ledger stays then
     */
    public void restoreCheckpoint(Path json) {
        replaceLedger("restoreCheckpoint", Checkpoint.load(json));
    }

    private void replaceLedger(String call, Ledger restored) {
        lock.lock();
        try {
            requireIdle(call);
            committed.replaceBy(restored);
        } finally {
            lock.unlock();
        }
    }

    /** Drops a pending step and lets go of the sources. Closing twice does nothing. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                drop("close");
                closed = true;
                evaluations.forget(StepEvaluations.Closed.COUPLING_CLOSED);
                committed.close();
                try {
                    stepSources.close();
                } finally {
                    watchdog.close(); // its log may be gone after this
                }
                if (workers != null) {
                    workers.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private double seconds(double dt) {
        double seconds = dt * options.units().timeS();
        if (!(seconds >= CommittedSum.SMALLEST_DT && seconds <= CommittedSum.LARGEST_DT)) {
            throw CouplingException.argument("dt is " + seconds + " s; must be in [" + CommittedSum.SMALLEST_DT + ", "
                    + CommittedSum.LARGEST_DT + "] s");
        }
        return seconds;
    }

    // Drops what was evaluated, if anything was.
    private void drop(String call) {
        if (evaluations.isOpen()) {
            evaluations.close(call);
            committed.rolledBack();
            forget(StepEvaluations.Closed.ROLLED_BACK);
        }
    }

    private void forget(StepEvaluations.Closed why) {
        committed.forgetOthers();
        long outputBits = evaluations.outputBits();
        // A rank without zones, or a step that was dropped before, asks for nothing and does not say that the host
        // needs nothing.
        if (outputBits != 0 || (why == StepEvaluations.Closed.COMMITTED && evaluations.anyZones())) {
            stepSources.outputs(outputBits);
        }
        evaluations.forget(why);
        pending.end();
        stepSources.letGo();
    }

    private void requireOpen() {
        if (closed) {
            throw CouplingException.state("coupling is closed; open another");
        }
    }

    private void requirePending(String call) {
        requireOpen();
        evaluations.requirePending(call);
    }

    private void requireIdle(String call) {
        requireOpen();
        if (evaluations.isOpen()) {
            throw CouplingException.state(
                    call + " inside step " + pending.number() + "; commit it or roll it back first");
        }
    }
}

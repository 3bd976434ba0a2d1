package org.chiralkick.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chiralkick.host.internal.audit.DoubtfulZones;
import org.chiralkick.host.internal.audit.HoldLog;
import org.chiralkick.host.internal.audit.RunAudit;
import org.chiralkick.host.internal.audit.StepEmission;
import org.chiralkick.host.internal.audit.StepIdentity;
import org.chiralkick.host.internal.audit.ZoneReports;
import org.chiralkick.host.internal.ledger.Checkpoint;
import org.chiralkick.host.internal.ledger.Ledger;
import org.chiralkick.host.internal.ledger.StateBlob;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.internal.source.StepIdentities;
import org.chiralkick.host.internal.step.PendingStep;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Fingerprint;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.StepRules.StepNumbers;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;

/**
 * What the committed steps of a coupling gave, what they were made with, and what was noticed in them. What changes it is called under the
 * coupling's lock; what only asks takes the lock itself.
 */
final class CommittedSteps {
    private final CouplingConfig config;
    private final CouplingOptions options;
    private final ReentrantLock lock;
    private final PendingStep pending;
    private final StepEvaluations evaluations;
    private final StepResult result = new StepResult();
    private final Ballot ballot = new Ballot();
    private final StepIdentities identities;
    private final HoldLog holds;
    private final ZoneReports reports;
    private final RunAudit audit = new RunAudit();
    private final AllRanks all = new AllRanks();
    private final DoubtfulZones invalid = new DoubtfulZones();
    private final DoubtfulZones implausible = new DoubtfulZones();
    private long evaluated;
    private Ledger ledger = new Ledger();

    CommittedSteps(
            CouplingConfig config,
            CouplingOptions options,
            ReentrantLock lock,
            PendingStep pending,
            StepEvaluations evaluations) {
        this.config = config;
        this.options = options;
        this.lock = lock;
        this.pending = pending;
        this.evaluations = evaluations;
        this.identities = new StepIdentities(
                config.recoil(), config.rules(), config.withoutSource(), config.waitS(), options.units());
        this.holds = new HoldLog(options.log());
        this.reports = new ZoneReports(config.rules().reportEvery());
    }

    /** What the zones of all ranks make up in the pending step, between its ballot and its commit. */
    private static final class AllRanks {
        private boolean isKnown;
        private double x;
        private double y;
        private double z;
        private double size;
        private boolean emits;
    }

    // ---- the next step ----

    void requireRising(long step) {
        if (isNumbered() && ledger.steps() > 0 && step <= ledger.lastStep()) {
            throw CouplingException.state("step " + step + " is begun after step " + ledger.lastStep()
                    + " was committed; numbers must rise, so that no step counts twice: give it a higher one, or load the state"
                    + " of the step before it, or choose \"step-numbers\": \"free\" in the configuration");
        }
    }

    /** Notes whether the step that begins has sources, which are held for it already. */
    void begun(long step, StepSources held, SourceSet set) {
        boolean absent = held.instances().length == 0;
        if (absent && !holds.isHolding()) {
            holds.begin(step, ledger.heldSteps(), held.whyAbsent());
        } else if (!absent && holds.isHolding()) {
            holds.end(step, ledger.heldSteps(), names(set));
        }
    }

    private static String names(SourceSet set) {
        return set.descriptors().stream().map(SourceDescriptor::name).collect(Collectors.joining("+"));
    }

    /** Returns what the ranks compare about the pending step, which is whole, with these sources now and next. */
    Ballot ballot(SourceSet now, SourceSet next, EnergyGroups groups) {
        ballot.setStep(pending.number(), pending.dt(), 1 / evaluations.largestRate(), options.canRetry());
        ballot.setSources(identities.of(now, groups), identities.of(next, groups));
        ballot.setCommitted(ledger.history(), ledger.steps(), ledger.lastStep());
        ballot.setEmission(pending.form(), evaluations.emission(), !evaluations.isSilent());
        all.isKnown = false;
        if (!isNumbered()) {
            ballot.hideNumbers();
        }
        return ballot;
    }

    // Where numbers are free, ranks may have different ones.
    private boolean isNumbered() {
        return config.rules().stepNumbers() == StepNumbers.RISING;
    }

    StepIdentity identity(SourceSet set, EnergyGroups groups) {
        return identities.of(set, groups);
    }

    /** Counts the pending step, which is whole, or nothing of it where its dt is larger than the largest stable one and can be smaller. */
    StepResult decide(double dtMax, EnergyGroups groups) {
        double dt = pending.dt();
        boolean retry = options.canRetry() && dt > dtMax;
        result.set(
                retry ? StepResult.Outcome.RETRY : StepResult.Outcome.COMMITTED,
                pending.number(),
                dt,
                dtMax,
                pending.sources().length == 0);
        if (retry) {
            audit.retried();
        } else {
            count(dt, groups);
        }
        return result;
    }

    private void count(double dt, EnergyGroups groups) {
        SourceSet set = pending.sourceSet();
        if (set != null) {
            StepIdentity madeWith = identities.of(set, groups);
            ledger.madeWith(isNumbered() ? pending.number() : 0, madeWith.configurationHash(), madeWith.sourcesHash());
        }
        evaluations.addTo(ledger, dt, result);
        judge(dt);
        audit.zones(result.flagged(), result.invalid(), result.flagCount(ValidityFlag.IMPLAUSIBLE));
        ledger.countStep(pending.number(), result.flagCounts(), result.sourceAbsent());
        if (ledger.raiseThermalBudget(config.recoil().thermalBudgetErg())) {
            result.raise(ValidityFlag.THERMAL_BUDGET);
        }
        result.report(reports);
        evaluated += result.evaluated();
        result.addTo(invalid, implausible);
    }

    private void judge(double dt) {
        RecoilForm form = config.recoil().form();
        StepEmission emission = evaluations.emission();
        boolean silent = evaluations.isSilent();
        boolean allKnown = all.isKnown && evaluations.isAsVoted();
        boolean whole = options.ranks() == 1 || allKnown;
        if (allKnown) {
            emission.surfaceOfAll(all.x, all.y, all.z, all.size);
            silent = !all.emits;
        }
        audit.committed(emission, whole, dt, evaluations.worstWeightError(), result.sourceAbsent());
        if (whole && silent && form != RecoilForm.NONE) {
            audit.silent();
        } else if (!whole && form != RecoilForm.NONE && form != RecoilForm.TRANSPORT) {
            audit.unjudged();
        }
    }

    /** Notes what the zones of all ranks make up in the step whose ballot was told last. */
    void surfaceOfAll(double x, double y, double z, double size, boolean emits) {
        all.isKnown = true;
        all.x = x;
        all.y = y;
        all.z = z;
        all.size = size;
        all.emits = emits;
    }

    /** Forgets it: the step is over, or is committed by this rank alone. */
    void forgetOthers() {
        all.isKnown = false;
    }

    void rolledBack() {
        audit.rolledBack();
    }

    // ---- the ledger as a whole ----

    void replaceBy(Ledger restored) {
        ledger = options.rank() == 0 ? restored : restored.withoutSums();
    }

    void merge(Ledger theirs) {
        ledger.merge(theirs, "the state to merge");
    }

    /** Ends what is logged; no step follows. */
    void close() {
        holds.close(ledger.heldSteps());
    }

    // ---- what is asked ----

    private <T> T locked(Supplier<T> answer) {
        lock.lock();
        try {
            return answer.get();
        } finally {
            lock.unlock();
        }
    }

    byte[] state() {
        return locked(() -> StateBlob.write(ledger));
    }

    void saveTo(Path json) {
        lock.lock();
        try {
            Checkpoint.save(ledger, json);
        } finally {
            lock.unlock();
        }
    }

    Fingerprint fingerprint() {
        return locked(() -> ledger.fingerprint());
    }

    Recoil recoil() {
        return locked(() -> ledger.recoil());
    }

    List<RecoilEntry> bySource() {
        return locked(() -> ledger.bySource());
    }

    Map<ValidityFlag, Long> flagCounts() {
        return locked(() -> ledger.flagCounts());
    }

    long evaluatedZones() {
        return locked(() -> evaluated);
    }

    NamedZones invalidZones() {
        return locked(() -> invalid.named(false));
    }

    NamedZones implausibleZones() {
        return locked(() -> implausible.named(true));
    }

    long heldSteps() {
        return locked(() -> ledger.heldSteps());
    }

    long holds() {
        return locked(holds::holds);
    }

    CouplingAudit audit() {
        return locked(
                () -> audit.value(ledger.recoil().energyErg(), config.recoil().thermalBudgetErg()));
    }
}

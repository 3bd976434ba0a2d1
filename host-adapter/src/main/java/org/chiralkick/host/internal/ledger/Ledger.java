package org.chiralkick.host.internal.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.internal.audit.StepIdentity;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Fingerprint;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.source.ValidityFlag;
import org.jspecify.annotations.Nullable;

/** What all committed steps gave, per source and closures, however many there are. Not thread-safe: the coupling guards it. */
public final class Ledger {
    /** Room for flag counts in the state, for flags of later versions. */
    static final int FLAGS = 64;

    private static final ValidityFlag[] ALL_FLAGS = ValidityFlag.values();

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final long[] flagCounts = new long[FLAGS];
    private final CommittedSum scratch = new CommittedSum();
    private long steps;
    private long heldSteps;
    private long lastStep;
    // What the steps were made with; 0 before the first.
    private long configuration;
    private long sources;
    private long history;

    /** Adds a step of one source: its tally times dt [s]. */
    public void add(EntryKey key, Tally tally, double dt) {
        LedgerEntry entry = find(key);
        if (entry == null) {
            entry = new LedgerEntry(key);
            entries.add(entry);
        }
        entry.add(tally, dt);
    }

    /** Counts a committed step with the host's number of it, and the flags raised in it. */
    public void countStep(long number, long[] flags, boolean held) {
        steps++;
        lastStep = number;
        heldSteps += held ? 1 : 0;
        for (int i = 0; i < flags.length; i++) {
            flagCounts[i] += flags[i];
        }
    }

    /**
     * Notes what a committed step was made with.
     *
     * @param number the host's number of the step, or 0 where it tells nothing
     * @param hashOfConfiguration as in {@link StepIdentity}
     * @param hashOfSources as in {@link StepIdentity}
     */
    public void madeWith(long number, long hashOfConfiguration, long hashOfSources) {
        if (hashOfConfiguration == configuration && hashOfSources == sources) {
            return;
        }
        configuration = hashOfConfiguration;
        sources = hashOfSources;
        history = StepIdentity.mixed(
                StepIdentity.mixed(history, number), StepIdentity.mixed(hashOfConfiguration, hashOfSources));
    }

    /** Returns what the steps were made with. */
    public Fingerprint fingerprint() {
        return new Fingerprint(configuration, sources, history, steps, lastStep);
    }

    /** Raises the flag of the thermal budget if the energy exceeds it; returns true the first time only. */
    public boolean raiseThermalBudget(double budgetErg) {
        int flag = ValidityFlag.THERMAL_BUDGET.ordinal();
        if (flagCounts[flag] != 0 || total(Quantity.ENERGY) <= budgetErg) {
            return false;
        }
        flagCounts[flag] = 1;
        return true;
    }

    private double total(Quantity quantity) {
        scratch.clear();
        for (int i = 0; i < entries.size(); i++) {
            scratch.add(entries.get(i).sum(quantity));
        }
        return scratch.value();
    }

    /** Returns the sum over all entries, exact before its one rounding. */
    public Recoil recoil() {
        LedgerEntry all = new LedgerEntry(new EntryKey("all", "", Map.of()));
        entries.forEach(all::merge);
        return LedgerEntry.recoilOf(all, steps);
    }

    /** Returns the entries, in the order in which they first acted. */
    public List<RecoilEntry> bySource() {
        return entries.stream()
                .map(entry -> new RecoilEntry(
                        entry.key().source(), entry.key().version(), entry.key().closures(), entry.recoil()))
                .toList();
    }

    /** Returns the zone evaluations with each flag, all flags named. */
    public Map<ValidityFlag, Long> flagCounts() {
        Map<ValidityFlag, Long> counts = new EnumMap<>(ValidityFlag.class);
        for (ValidityFlag flag : ALL_FLAGS) {
            counts.put(flag, flagCounts[flag.ordinal()]);
        }
        return counts;
    }

    /** Returns the committed steps. */
    public long steps() {
        return steps;
    }

    /** Returns the committed steps without a source. */
    public long heldSteps() {
        return heldSteps;
    }

    /** Returns the host's number of the step committed last; 0 where none is committed. */
    public long lastStep() {
        return lastStep;
    }

    /** Returns the hash of which sources and configuration acted from which step on. */
    public long history() {
        return history;
    }

    /** Adds another ledger exactly; see {@link #merge(Ledger, String)}. */
    public void merge(Ledger other) {
        merge(other, "the other part");
    }

    /**
     * Adds another ledger exactly, such as another rank's. Steps are those of the ledger with more: ranks share their steps.
     *
     * @param other made with the same sources and settings, or without a step
     * @param name of it for messages, such as {@code "part 1"}
     * @throws CouplingException if its steps were made with other sources or settings, or count the recoil in another form; nothing is changed
     *     then
     */
    public void merge(Ledger other, String name) {
        if (!fingerprint().fits(other.fingerprint())) {
            throw CouplingException.argument(PartWords.ofMix(this, other, name));
        }
        PartWords.ofForms(this, other, name).ifPresent(words -> {
            throw CouplingException.argument(words);
        });
        if (steps == 0) {
            madeAs(other);
        }
        for (LedgerEntry theirs : other.entries) {
            LedgerEntry mine = find(theirs.key());
            if (mine == null) {
                mine = new LedgerEntry(theirs.key());
                entries.add(mine);
            }
            mine.merge(theirs);
        }
        for (int i = 0; i < FLAGS; i++) {
            flagCounts[i] += other.flagCounts[i];
        }
        if (other.steps > 0) {
            lastStep = steps > 0 ? Math.max(lastStep, other.lastStep) : other.lastStep;
        }
        steps = Math.max(steps, other.steps);
        heldSteps = Math.max(heldSteps, other.heldSteps);
    }

    /** Returns this ledger with its steps but without its sums and flags: what a rank starts from when another carries them. */
    public Ledger withoutSums() {
        Ledger empty = new Ledger();
        for (LedgerEntry entry : entries) {
            LedgerEntry without = new LedgerEntry(entry.key());
            without.steps(entry.steps());
            empty.entries.add(without);
        }
        empty.steps = steps;
        empty.heldSteps = heldSteps;
        empty.lastStep = lastStep;
        empty.madeAs(this);
        return empty;
    }

    private void madeAs(Ledger other) {
        madeWithHistory(other.configuration, other.sources, other.history);
    }

    /** Sets what the steps were made with, as it was saved. */
    void madeWithHistory(long hashOfConfiguration, long hashOfSources, long hashOfHistory) {
        configuration = hashOfConfiguration;
        sources = hashOfSources;
        history = hashOfHistory;
    }

    @SuppressWarnings(
            "ReferenceEquality") // in every step but the first it is the same key, and comparing texts costs more
    private @Nullable LedgerEntry find(EntryKey key) {
        // The newest entries are the ones that act.
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).key() == key) {
                return entries.get(i);
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            LedgerEntry entry = entries.get(i);
            if (entry.key().equals(key)) {
                entry.key(key);
                return entry;
            }
        }
        return null;
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    long[] rawFlagCounts() {
        return flagCounts;
    }

    void steps(long all, long held, long last) {
        steps = all;
        heldSteps = held;
        lastStep = last;
    }
}

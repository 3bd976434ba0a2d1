package org.chiralkick.host;

import java.util.Arrays;
import org.chiralkick.host.internal.audit.DoubtfulZones;
import org.chiralkick.host.internal.audit.ZoneReports;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.source.ValidityFlag;

/** How a step ended. The object belongs to the coupling and changes with its next commit. */
public final class StepResult {
    /** What became of the step. */
    public enum Outcome {
        /** It is in the ledger. */
        COMMITTED,
        /** Its dt was larger than the largest stable one: nothing was counted; begin it again with a smaller dt. */
        RETRY
    }

    private final long[] flagCounts = new long[ValidityFlag.values().length];
    private Outcome outcome = Outcome.COMMITTED;
    private long step;
    private double dt = Double.NaN;
    private double dtMax = Double.POSITIVE_INFINITY;
    private final DoubtfulZones invalid = new DoubtfulZones();
    private final DoubtfulZones implausible = new DoubtfulZones();
    private long evaluated;
    private int due;
    private long flagged;
    private boolean sourceAbsent;

    StepResult() {}

    void set(Outcome what, long number, double dtSeconds, double largestDt, boolean absent) {
        outcome = what;
        step = number;
        dt = dtSeconds;
        dtMax = largestDt;
        sourceAbsent = absent;
        flagged = 0;
        evaluated = 0;
        due = 0;
        invalid.clear();
        implausible.clear();
        Arrays.fill(flagCounts, 0);
    }

    void addFlags(long zones, long[] counts) {
        flagged += zones;
        for (int i = 0; i < flagCounts.length; i++) {
            flagCounts[i] += counts[i];
        }
    }

    void addZones(long zones, DoubtfulZones zonesInvalid, DoubtfulZones zonesImplausible) {
        evaluated += zones;
        invalid.add(zonesInvalid);
        implausible.add(zonesImplausible);
    }

    void addTo(DoubtfulZones allInvalid, DoubtfulZones allImplausible) {
        allInvalid.add(invalid);
        allImplausible.add(implausible);
    }

    void report(ZoneReports reports) {
        due = reports.due(evaluated, invalid, implausible);
    }

    void raise(ValidityFlag flag) {
        flagCounts[flag.ordinal()]++;
    }

    long[] flagCounts() {
        return flagCounts;
    }

    /** Returns what became of the step. */
    public Outcome outcome() {
        return outcome;
    }

    /** Returns the step's number. */
    public long step() {
        return step;
    }

    /** Returns the step's dt [s]. */
    public double dt() {
        return dt;
    }

    /** Returns the largest stable explicit dt of the step's evaluations [s]; infinite if nothing limits it. */
    public double dtMax() {
        return dtMax;
    }

    /** Returns the zone evaluations with any flag, in stages of weight other than 0. */
    public long flagged() {
        return flagged;
    }

    /** Returns the zone evaluations with invalid input or result, in stages of weight other than 0. */
    public long invalid() {
        return flagCount(ValidityFlag.INPUT);
    }

    /** Returns the zone evaluations with implausible input, in stages of weight other than 0. */
    public long implausible() {
        return flagCount(ValidityFlag.IMPLAUSIBLE);
    }

    /** Returns the zone evaluations in stages of weight other than 0, whatever came of them; masked zones are none. */
    public long evaluated() {
        return evaluated;
    }

    /** Returns the zone evaluations of {@link #invalid}, by what is wrong with them, and the first; made anew for each call. */
    public NamedZones invalidZones() {
        return invalid.named(false);
    }

    /** Returns the zone evaluations of {@link #implausible}, by what is too large, and the first; made anew for each call. */
    public NamedZones implausibleZones() {
        return implausible.named(true);
    }

    /**
     * Returns a line for the host's log: which zones were invalid or implausible, why, and the first by its block, number, value and, where it
     * has one, likely unit. Empty where there were none, where it was said in one of the latest steps ({@link
     * org.chiralkick.host.value.StepRules#reportEvery}), and after a retry. Made anew for each call.
     */
    public String report() {
        return ZoneReports.text(due, step, evaluated, invalid, implausible);
    }

    /** Returns the zone evaluations with this flag, in stages of weight other than 0. */
    public long flagCount(ValidityFlag flag) {
        return flagCounts[flag.ordinal()];
    }

    /** Returns whether the step ran without its source, with zero fluxes. */
    public boolean sourceAbsent() {
        return sourceAbsent;
    }
}

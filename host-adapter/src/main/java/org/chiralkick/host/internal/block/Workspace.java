package org.chiralkick.host.internal.block;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chiralkick.host.internal.audit.DoubtfulZones;
import org.chiralkick.host.internal.audit.StepEmission;
import org.chiralkick.host.internal.audit.StepWeights;
import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.internal.ledger.Tally;
import org.chiralkick.host.internal.watch.Inside;
import org.chiralkick.source.ValidityFlag;
import org.jspecify.annotations.Nullable;

/**
 * Scratch memory of one evaluation, and what the evaluations made with it add to the pending step. Grows to what is needed and
 * then stays: nothing is allocated after the first steps.
 */
public final class Workspace {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Inside inside = new Inside();
    private final BlockRun run = new BlockRun(this, inside);
    private double[] @Nullable [] zoneColumns = {};
    private double[] @Nullable [][] fluxColumns = {};
    private final double[] @Nullable [] escapedColumns = new double[Quantity.COUNT][];
    private long[] flags = {};
    private double[] zeros = {};
    private double[] check = {};
    private double[] scratch = {};

    private Tally[] tallies = {};
    private final long[] flagCounts = new long[ValidityFlag.values().length];
    private final DoubtfulZones invalid = new DoubtfulZones();
    private final DoubtfulZones implausible = new DoubtfulZones();
    private long evaluated;
    private long flagged;
    private double largestRate;
    private final StepWeights weights = new StepWeights();
    private final StepEmission emission = new StepEmission();
    private long outputBits;

    /** Takes the workspace if nobody has it. */
    boolean tryTake() {
        return !busy.get() && busy.compareAndSet(false, true);
    }

    /** Gives the workspace back, without any of the host's arrays. */
    void giveBack() {
        run.letGo();
        busy.set(false);
    }

    /** Returns which mechanism the thread that has the workspace is in. */
    public Inside inside() {
        return inside;
    }

    BlockRun run() {
        return run;
    }

    /** Makes room for this many sources. */
    void sources(int count) {
        int had = tallies.length;
        tallies = Arrays.copyOf(tallies, count);
        fluxColumns = Arrays.copyOf(fluxColumns, count);
        for (int k = had; k < count; k++) {
            tallies[k] = new Tally();
            fluxColumns[k] = new double[0][];
        }
    }

    /** Makes room for this many columns in, derived ones included, and out of each of the first sources. */
    void columns(int in, int sources, int out) {
        if (zoneColumns.length < in) {
            zoneColumns = Arrays.copyOf(zoneColumns, in);
        }
        for (int k = 0; k < sources; k++) {
            if (fluxColumns[k].length < out) {
                fluxColumns[k] = Arrays.copyOf(fluxColumns[k], out);
            }
        }
    }

    /** Makes scratch columns reach index {@code length - 1}. */
    void reach(int length) {
        if (flags.length < length) {
            flags = new long[length];
            zeros = new double[length];
            check = new double[length];
            scratch = new double[length];
        }
    }

    long[] flags() {
        return flags;
    }

    double[] zeros() {
        return zeros;
    }

    double[] check() {
        return check;
    }

    double[] scratch() {
        return scratch;
    }

    double[] zoneColumn(int index) {
        double[] column = longEnough(zoneColumns[index]);
        zoneColumns[index] = column;
        return column;
    }

    double[] fluxColumn(int source, int index) {
        double[] column = longEnough(fluxColumns[source][index]);
        fluxColumns[source][index] = column;
        return column;
    }

    /** Returns the column of what is counted as escaped of a quantity, by its ordinal. */
    double[] escapedColumn(int quantity) {
        double[] column = longEnough(escapedColumns[quantity]);
        escapedColumns[quantity] = column;
        return column;
    }

    private double[] longEnough(double @Nullable [] column) {
        return column != null && column.length >= flags.length ? column : new double[flags.length];
    }

    /** Counts an evaluated block; flags not of one of weight 0. */
    void count(BoundBlock block, BlockPlan plan, double weight) {
        BlockSums sums = block.sums();
        weights.add(block.identity(), block.zones(), weight, plan.emits);
        outputBits |= block.outputBits();
        largestRate = Math.max(largestRate, sums.largestRate());
        if (weight == 0) {
            return;
        }
        evaluated += sums.evaluated();
        if (sums.flagged() > 0) {
            flagged += sums.flagged();
            invalid.add(sums.invalid());
            implausible.add(sums.implausible());
            for (int flag = 0; flag < flagCounts.length; flag++) {
                flagCounts[flag] += sums.flagCounts()[flag];
            }
        }
    }

    /** Returns what a source's evaluations with this workspace add to the pending step. */
    public Tally tally(int source) {
        return tallies[source];
    }

    /** Returns for how many sources there is a tally. */
    public int tallies() {
        return tallies.length;
    }

    /** Returns the zone evaluations with each flag in the pending step, by the flag's ordinal. */
    public long[] flagCounts() {
        return flagCounts;
    }

    /** Returns the zone evaluations with any flag in the pending step. */
    public long flagged() {
        return flagged;
    }

    /** Returns the zone evaluations of the pending step, without masked zones. */
    public long evaluated() {
        return evaluated;
    }

    /** Returns the zone evaluations of the pending step with invalid input or result. */
    public DoubtfulZones invalid() {
        return invalid;
    }

    /** Returns those with implausible input. */
    public DoubtfulZones implausible() {
        return implausible;
    }

    /** Returns the weights of the evaluations with this workspace in the pending step. */
    public StepWeights weights() {
        return weights;
    }

    /** Returns what the emission of the pending step, as far as this workspace evaluated it, comes from. */
    public StepEmission emission() {
        return emission;
    }

    /** Returns the outputs that were asked for in the pending step, as a set of bits by their ordinals. */
    public long outputBits() {
        return outputBits;
    }

    /** Returns the largest rate met in the pending step [1/s]. */
    public double largestRate() {
        return largestRate;
    }

    /** Forgets the pending step. */
    public void clearStep() {
        for (Tally tally : tallies) {
            tally.clear();
        }
        Arrays.fill(flagCounts, 0);
        flagged = 0;
        evaluated = 0;
        invalid.clear();
        implausible.clear();
        largestRate = 0;
        weights.clear();
        emission.clear();
        outputBits = 0;
    }
}

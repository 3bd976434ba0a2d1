package org.chiralkick.host.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.chiralkick.host.emission.EmissionColumns;
import org.chiralkick.host.ledger.Quantity;
import org.chiralkick.host.ledger.Tally;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * Scratch memory of one evaluation, and what the evaluations made with it add to the pending step. Grows to what is needed and
 * then stays: nothing is allocated after the first steps.
 */
public final class Workspace {
    private static final VarHandle BUSY;

    static {
        try {
            BUSY = MethodHandles.lookup().findVarHandle(Workspace.class, "busy", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final ZoneBlock.Owner zones = new ZoneBlock.Owner();
    final EmissionColumns emission = new EmissionColumns();
    final BlockRun run;
    final double[] check = new double[BlockEvaluator.PIECE];
    FluxBlock.Owner[] fluxes = {};
    double[] contributions = {};
    long[] flags = {};
    double[] zeros = {};

    private final double[] @Nullable [] zoneColumns = new double[3 * ZoneField.values().length][];
    private double[] @Nullable [][] fluxColumns = {};
    private Tally[] tallies = {};
    private final long[] pendingFlags = new long[ValidityFlag.values().length];
    private double largestRate;
    private long flagged;

    @SuppressWarnings("unused") // through BUSY
    private volatile boolean busy;

    Workspace() {
        run = new BlockRun(this);
    }

    /** Takes the workspace if nobody has it. */
    boolean tryTake() {
        return !busy && BUSY.compareAndSet(this, false, true);
    }

    /** Gives the workspace back. */
    void giveBack() {
        busy = false;
    }

    /** Makes room for this many sources. */
    void sources(int count) {
        int had = fluxes.length;
        if (had >= count) {
            return;
        }
        fluxes = Arrays.copyOf(fluxes, count);
        tallies = Arrays.copyOf(tallies, count);
        fluxColumns = Arrays.copyOf(fluxColumns, count);
        for (int k = had; k < count; k++) {
            fluxes[k] = new FluxBlock.Owner();
            tallies[k] = new Tally();
            fluxColumns[k] = new double[3 * FluxField.values().length][];
        }
        contributions = new double[count * Quantity.COUNT];
    }

    /** Makes scratch columns reach index {@code length - 1}. */
    void reach(int length) {
        if (flags.length < length) {
            flags = new long[length];
            zeros = new double[length];
        }
    }

    double[] zoneColumn(int slot) {
        double[] column = zoneColumns[slot];
        if (column == null || column.length < flags.length) {
            column = new double[flags.length];
            zoneColumns[slot] = column;
        }
        return column;
    }

    double[] fluxColumn(int source, int slot) {
        double[] column = fluxColumns[source][slot];
        if (column == null || column.length < flags.length) {
            column = new double[flags.length];
            fluxColumns[source][slot] = column;
        }
        return column;
    }

    /** Lets go of the host's arrays. */
    void letGo() {
        run.letGo();
        zones.clear();
        emission.clear();
        for (FluxBlock.Owner owner : fluxes) {
            owner.clear();
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
    public long[] pendingFlags() {
        return pendingFlags;
    }

    /** Returns the zone evaluations with any flag in the pending step. */
    public long flagged() {
        return flagged;
    }

    /** Returns the largest rate met in the pending step [1/s]. */
    public double largestRate() {
        return largestRate;
    }

    void countBlock(BlockSums sums, boolean weighs) {
        largestRate = Math.max(largestRate, sums.largestRate());
        if (weighs && sums.flagged() > 0) {
            flagged += sums.flagged();
            for (int flag = 0; flag < pendingFlags.length; flag++) {
                pendingFlags[flag] += sums.flagCounts()[flag];
            }
        }
    }

    /** Forgets the pending step. */
    public void clearStep() {
        for (Tally tally : tallies) {
            tally.clear();
        }
        Arrays.fill(pendingFlags, 0);
        largestRate = 0;
        flagged = 0;
    }
}

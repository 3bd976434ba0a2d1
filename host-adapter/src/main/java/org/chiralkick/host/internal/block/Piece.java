package org.chiralkick.host.internal.block;

import java.util.Arrays;

/**
 * The zones at work: a run of at most {@link BlockEvaluator#PIECE} zones of a block, and the columns they are in. Zone i of the piece
 * has the index {@code first + i} in every column, the host's or scratch.
 */
final class Piece {
    private static final double[] NONE = {};

    /** Columns read, in the order of the plan's inputs. */
    double[][] inputs = {};

    /** What is wrong with its zones. */
    final PieceCheck marks = new PieceCheck(this, PieceCheck.COLD_ZONES);

    BoundBlock block = BoundBlock.NONE;
    BlockPlan plan = BlockPlan.NONE;
    long[] flags = {};
    /** 0 for a valid zone. */
    double[] check = NONE;
    /** Columns that the sources fill, of all sources. */
    double[][] results = {};

    int resultCount;
    long zone;
    int first;
    int count;

    private double[][] fluxes = {};

    /** Starts with a block; its pieces follow. */
    void start(BoundBlock of, BlockPlan with, long[] flagWords, double[] checkColumn) {
        block = of;
        plan = with;
        flags = flagWords;
        check = checkColumn;
        resultCount = 0;
        if (inputs.length < with.inputs.length) {
            inputs = new double[with.inputs.length][];
            Arrays.fill(inputs, NONE);
        }
        int columns = with.sources.descriptors().size() * with.fluxes.length;
        if (fluxes.length < columns) {
            fluxes = new double[columns][];
            results = new double[columns][];
            Arrays.fill(fluxes, NONE);
            Arrays.fill(results, NONE);
        }
    }

    /** Moves on to the piece that starts with a zone of the block. */
    void move(long to) {
        zone = to;
        count = (int) Math.min(BlockEvaluator.PIECE, block.zones() - to);
        first = plan.base() >= 0 ? plan.base() + (int) to : 0;
    }

    int sources() {
        return plan.sources.descriptors().size();
    }

    /** Returns the column of a source for the plan's flux column j; empty if the source does not give it. */
    double[] flux(int source, int j) {
        return fluxes[source * plan.fluxes.length + j];
    }

    void flux(int source, int j, double[] column) {
        fluxes[source * plan.fluxes.length + j] = column;
        results[resultCount++] = column;
    }

    /** Returns the index after the last zone. */
    int end() {
        return first + count;
    }

    /** Returns whether the host's mask takes zone i out. */
    boolean masked(int i) {
        byte[] mask = block.mask();
        return mask != null && mask[(int) zone + i] == 0;
    }

    /** Lets go of the host's arrays. */
    void letGo() {
        Arrays.fill(inputs, 0, plan.inputs.length, NONE);
        Arrays.fill(fluxes, 0, sources() * plan.fluxes.length, NONE);
        Arrays.fill(results, 0, resultCount, NONE);
        resultCount = 0;
        block = BoundBlock.NONE;
        plan = BlockPlan.NONE;
    }
}

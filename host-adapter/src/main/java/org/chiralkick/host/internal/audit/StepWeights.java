package org.chiralkick.host.internal.audit;

import java.util.Arrays;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.host.value.CouplingException;
import org.jspecify.annotations.Nullable;

/**
 * The weights of the blocks in the pending step. For one thread at a time: everybody who evaluates has one, and the coupling one that they
 * are added up in. Grows to the largest number of blocks and then stays: nothing is allocated after the first steps.
 */
public final class StepWeights {
    /** How far the weights of a block may be from 1: hosts in single precision have sums of thirds and sixths. */
    public static final double TOLERANCE = CouplingAudit.WEIGHT_TOLERANCE;

    private static final int FEWEST = 16;

    // Open addressing: an entry's index and 1, or 0 where nothing is; at most half of it is used.
    private int[] places = new int[2 * FEWEST];
    private BlockWeights[] blocks = new BlockWeights[0];
    private int count;
    private @Nullable BlockWeights latest;
    private boolean weighed;
    private boolean emits;

    /** Makes an empty table. */
    public StepWeights() {}

    /**
     * Notes an evaluation.
     *
     * @param block which it is of; of its further pieces only whether they weigh and emit is noted
     * @param zones its zones
     * @param weight of the stage
     * @param emitting whether its zones can add to the recoil
     */
    public void add(BlockIdentity block, long zones, double weight, boolean emitting) {
        weighed |= weight != 0;
        emits |= emitting;
        if (block.isPiece()) {
            return;
        }
        BlockWeights its = latest;
        if (its == null || !its.isOf(block.itself(), block.number())) {
            its = find(block.itself(), block.number(), zones);
            latest = its;
        }
        its.add(weight);
    }

    /** Adds the evaluations of another table. */
    public void add(StepWeights other) {
        weighed |= other.weighed;
        emits |= other.emits;
        for (int i = 0; i < other.count; i++) {
            BlockWeights theirs = other.blocks[i];
            find(theirs.itself(), theirs.number(), theirs.zones()).add(theirs);
        }
    }

    private BlockWeights find(@Nullable Object itself, long number, long zones) {
        int place = place(itself, number);
        while (places[place] != 0) {
            BlockWeights there = blocks[places[place] - 1];
            if (there.isOf(itself, number)) {
                return there;
            }
            place = next(place);
        }
        BlockWeights added = addAt(place);
        added.start(itself, number, zones);
        makeRoom();
        return added;
    }

    // Consecutive numbers shall not fall on consecutive places, where those of other blocks are looked for.
    private int place(@Nullable Object itself, long number) {
        long mixed = (itself == null ? number : System.identityHashCode(itself)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32) & (places.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (places.length - 1);
    }

    private BlockWeights addAt(int place) {
        if (count == blocks.length) {
            int had = blocks.length;
            blocks = Arrays.copyOf(blocks, Math.max(FEWEST, 2 * had));
            for (int i = had; i < blocks.length; i++) {
                blocks[i] = new BlockWeights();
            }
        }
        places[place] = count + 1;
        return blocks[count++];
    }

    private void makeRoom() {
        if (2 * count <= places.length) {
            return;
        }
        places = new int[2 * places.length];
        for (int i = 0; i < count; i++) {
            int place = place(blocks[i].itself(), blocks[i].number());
            while (places[place] != 0) {
                place = next(place);
            }
            places[place] = i + 1;
        }
    }

    /**
     * Returns if these are the weights of a whole step: of every block that had one other than 0 they add up to 1.
     *
     * @throws CouplingException naming the block that is farthest from it; or if all weights are 0 and zones could have added to the recoil
     */
    public void requireWhole(long step) {
        if (emits && !weighed) {
            throw CouplingException.state(
                    "all evaluations of step " + step + " had weight 0, so that it has no recoil though its"
                            + " blocks can emit; give a stage its weight in the final state, or roll back a step that is for diagnosis");
        }
        BlockWeights worst = worst();
        if (worst != null) {
            throw CouplingException.state(
                    worst.said() + ": " + (count == 1 && worst.isSeveralWholes() ? single(step) : wrong(step))
                            + ", or roll the step back; \"weights\": \"free\" in the configuration allows other sums");
        }
    }

    /** Returns whether zones could have added to the recoil. */
    public boolean emits() {
        return emits;
    }

    /** Returns the most by which the weights of a block differ from 1, of those that have one other than 0. */
    public double worstError() {
        double worst = 0;
        for (int i = 0; i < count; i++) {
            worst = Math.max(worst, blocks[i].error());
        }
        return worst;
    }

    private @Nullable BlockWeights worst() {
        BlockWeights worst = null;
        for (int i = 0; i < count; i++) {
            BlockWeights block = blocks[i];
            double error = block.error();
            if (error <= TOLERANCE) {
                continue;
            }
            if (worst == null || error > worst.error() || (error == worst.error() && block.comesBefore(worst))) {
                worst = block;
            }
        }
        return worst;
    }

    private static String single(long step) {
        return "no other number was used in step " + step
                + ", and a number for all blocks hides which of them was missed; give each block"
                + " a number of its own, and each stage its weight in the final state, of which the sum is 1";
    }

    private static String wrong(long step) {
        return "the weights of a block in step " + step
                + " must add up to 1 within 1e-6; evaluate each block once for every stage, with"
                + " the weight of the stage in the final state";
    }

    /** Forgets the step. */
    public void clear() {
        if (count > 0) {
            Arrays.fill(places, 0);
            for (int i = 0; i < count; i++) {
                blocks[i].letGo();
            }
            count = 0;
        }
        latest = null;
        weighed = false;
        emits = false;
    }
}

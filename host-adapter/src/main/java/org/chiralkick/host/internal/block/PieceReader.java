package org.chiralkick.host.internal.block;

import org.chiralkick.host.internal.derivation.Derivation;
import org.chiralkick.host.internal.derivation.Deriver;
import org.chiralkick.source.ZoneBlock;

/** Reads a piece: gathers what is not lent, marks invalid zones, derives what the host does not carry. */
final class PieceReader {
    private final Piece piece;
    private final ZoneBlock.Owner zones;
    private final RepeatedZones repeated;
    private final Plausibility plausibility;
    private double[] scratch = {};
    private double[][] derived = {};

    PieceReader(Piece piece, ZoneBlock.Owner zones) {
        this.repeated = new RepeatedZones(piece, zones);
        this.plausibility = new Plausibility(piece);
        this.piece = piece;
        this.zones = zones;
    }

    /** Chooses the columns of a block: the host's own where they are lent. */
    void start(Workspace workspace) {
        BlockPlan plan = piece.plan;
        for (int j = 0; j < plan.inputs.length; j++) {
            InputColumn input = plan.inputs[j];
            double[] lent = input.lent();
            double[] column = lent != null ? lent : workspace.zoneColumn(j);
            piece.inputs[j] = column;
            if (input.forSources) {
                input.lend(zones, column);
            }
        }
        scratch = workspace.scratch();
        if (derived.length < plan.derivations.length) {
            derived = new double[plan.derivations.length][];
        }
        for (int d = 0; d < plan.derivations.length; d++) {
            derived[d] = workspace.zoneColumn(plan.inputs.length + d);
            zones.lend(plan.derivations[d].field, 0, derived[d]);
        }
        repeated.start();
        plausibility.start();
    }

    void read() {
        BlockPlan plan = piece.plan;
        int first = piece.first;
        int count = piece.count;
        int end = piece.end();
        zones.window(first, end);
        piece.marks.start();
        for (int j = 0; j < plan.inputs.length; j++) {
            InputColumn input = plan.inputs[j];
            if (input.lent() == null) {
                input.gather(piece.zone, count, piece.inputs[j], first);
            }
            piece.marks.domain(input.field, piece.inputs[j]);
        }
        piece.marks.finite(piece.inputs, plan.inputs.length);
        plausibility.flag(scratch);
        repeated.move();
        for (int d = 0; d < plan.derivations.length; d++) {
            derive(d);
        }
    }

    /** Lets go of the host's arrays. */
    void letGo() {
        plausibility.letGo();
    }

    private void derive(int d) {
        Derivation way = piece.plan.derivations[d];
        long count = piece.count;
        if (repeated.repeats(d)) {
            count = repeated.derive(d, derived[d]);
        } else {
            Deriver.derive(way, zones.block(), piece.check, scratch);
        }
        Deriver.flag(way, zones.block(), piece.flags);
        piece.block.sums().addDerived(count);
    }
}

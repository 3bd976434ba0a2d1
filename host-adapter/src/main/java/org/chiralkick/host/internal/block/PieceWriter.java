package org.chiralkick.host.internal.block;

import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;

/** Writes a piece: zeroes invalid and masked zones, counts flags, joins the sources' fluxes, hands them to the host. */
final class PieceWriter {
    private static final double[] NONE = {};

    private final Piece piece;
    private final ZoneFaults faults;

    PieceWriter(Piece piece) {
        this.faults = new ZoneFaults(piece);
        this.piece = piece;
    }

    /** Marks zones whose result is not finite. */
    void verify() {
        piece.marks.finite(piece.results, piece.resultCount);
    }

    /** Zeroes invalid and masked zones and settles the flag words; an invalid zone has no other flag. */
    void settle() {
        boolean untouched = piece.block.mask() == null && piece.marks.allValid() && piece.marks.noneFlagged();
        if (untouched) {
            piece.block.sums().addEvaluated(piece.count);
        } else {
            settleEach();
        }
        long[] hostFlags = piece.block.flags();
        if (hostFlags != null) {
            System.arraycopy(piece.flags, piece.first, hostFlags, (int) piece.zone, piece.count);
        }
        if (!untouched) {
            piece.marks.wipe();
        }
    }

    private void settleEach() {
        long[] flags = piece.flags;
        long implausible = ValidityFlag.IMPLAUSIBLE.bit();
        long evaluated = 0;
        for (int i = 0; i < piece.count; i++) {
            int zone = piece.first + i;
            if (piece.masked(i)) {
                zero(zone);
                flags[zone] = 0;
                continue;
            }
            evaluated++;
            if (piece.check[zone] != 0) {
                faults.invalid(zone);
                zero(zone);
                flags[zone] = ValidityFlag.INPUT.bit();
            } else if ((flags[zone] & implausible) != 0) {
                faults.implausible(zone);
            }
            if (flags[zone] != 0) {
                piece.block.sums().addFlags(flags[zone]);
            }
        }
        piece.block.sums().addEvaluated(evaluated);
    }

    private void zero(int zone) {
        for (int j = 0; j < piece.resultCount; j++) {
            piece.results[j][zone] = 0;
        }
    }

    /** Hands the fluxes to the host. */
    void write(double[] zeros) {
        BlockPlan plan = piece.plan;
        for (int j = 0; j < plan.fluxes.length; j++) {
            FluxColumn flux = plan.fluxes[j];
            double[] sum = join(flux, j);
            if (plan.limitsStep && flux.field == FluxField.LARGEST_STABLE_RATE) {
                raiseRate(sum);
            }
            if (flux.output != null && flux.output.lent() == null) {
                flux.output.scatter(piece.zone, piece.count, sum, piece.first);
            }
        }
        for (OutputColumn output : plan.zeroed) {
            output.scatter(piece.zone, piece.count, zeros, piece.first);
        }
    }

    private void raiseRate(double[] rates) {
        for (int i = piece.first; i < piece.first + piece.count; i++) {
            piece.block.sums().raiseRate(rates[i]);
        }
    }

    // Returns the column of the first source that gives it, with the others' joined to it.
    private double[] join(FluxColumn flux, int j) {
        double[] sum = NONE;
        for (int k = 0; k < flux.given.length; k++) {
            double[] column = piece.flux(k, j);
            if (flux.given[k] && sum.length == 0) {
                sum = column;
            } else if (flux.given[k]) {
                join(flux.field.combination(), sum, column);
            }
        }
        return sum;
    }

    private void join(FluxField.Combination combination, double[] sum, double[] column) {
        int end = piece.first + piece.count;
        if (combination == FluxField.Combination.ADD) {
            for (int i = piece.first; i < end; i++) {
                sum[i] += column[i];
            }
        } else {
            for (int i = piece.first; i < end; i++) {
                sum[i] = Math.max(sum[i], column[i]);
            }
        }
    }
}

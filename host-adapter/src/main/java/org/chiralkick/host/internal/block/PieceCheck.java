package org.chiralkick.host.internal.block;

import java.util.Arrays;
import org.chiralkick.host.internal.derivation.ZoneCheck;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the zones of a piece. A quick scan says mostly that nothing is; only otherwise zones are marked one by one. Marks
 * are 0 between two pieces, so that they need no clearing where nothing is wrong; flag words, which sources write, are cleared for each.
 */
final class PieceCheck {
    /**
     * Zones that are marked one by one before the scan is tried: until the VM has compiled it, it is slow for a second or more. The system
     * property {@code chiralkick.vector.after} sets another number, for mechanisms that have such loops as well.
     */
    static final long COLD_ZONES = Long.getLong("chiralkick.vector.after", 1L << 29);

    /** Looked for when it is first needed. */
    private static final class Found {
        static final @Nullable PieceScan SCAN = PieceScan.find();
    }

    private final Piece piece;
    private final long coldZones;
    private @Nullable PieceScan scan;
    private long zonesSoFar;
    private boolean marked;

    /** Checks the zones of a piece; tries the scan after so many. */
    PieceCheck(Piece piece, long coldZones) {
        this.piece = piece;
        this.coldZones = coldZones;
    }

    /** Begins with the piece that has been moved to. */
    void start() {
        marked = false;
        Arrays.fill(piece.flags, piece.first, piece.end(), 0);
        zonesSoFar += piece.count;
        if (zonesSoFar >= coldZones) {
            scan = Found.SCAN;
        }
    }

    /** Marks zones with T &lt; 0, rho &lt;= 0 or Y_e outside [0, 1]; other fields may have any value. */
    void domain(ZoneField field, double[] column) {
        switch (field) {
            case TEMPERATURE -> within(0, Double.MAX_VALUE, column);
            case DENSITY -> within(Double.MIN_VALUE, Double.MAX_VALUE, column);
            case ELECTRON_FRACTION -> within(0, 1, column);
            default -> {}
        }
    }

    private void within(double low, double high, double[] column) {
        if (scan == null || !scan.allWithin(low, high, column, piece.first, piece.end())) {
            marked = true;
            ZoneCheck.within(low, high, column, piece.first, piece.end(), piece.check);
        }
    }

    /** Marks zones in which one of the first {@code n} columns is not finite. */
    void finite(double[][] columns, int n) {
        if (scan == null || !scan.allFinite(columns, n, piece.first, piece.end())) {
            marked = true;
            ZoneCheck.finite(columns, n, piece.first, piece.end(), piece.check);
        }
    }

    /** Returns whether the first {@code n} columns are no larger in size than their limits, where a quick look tells; false otherwise. */
    boolean allWithin(double[][] columns, double[] limits, int n) {
        if (scan == null) {
            return false;
        }
        boolean all = true;
        for (int j = 0; j < n && all; j++) {
            all = scan.allWithin(-limits[j], limits[j], columns[j], piece.first, piece.end());
        }
        return all;
    }

    /** Marks one zone. */
    void mark(int zone) {
        marked = true;
        piece.check[zone] = Double.NaN;
    }

    /** Returns whether no zone is marked. */
    boolean allValid() {
        return !marked || ZoneCheck.allValid(piece.check, piece.first, piece.end());
    }

    /** Returns whether no zone has a flag. */
    boolean noneFlagged() {
        return scan == null
                ? ZoneCheck.noneFlagged(piece.flags, piece.first, piece.end())
                : scan.allZero(piece.flags, piece.first, piece.end());
    }

    /** Forgets the marks of the piece. */
    void wipe() {
        Arrays.fill(piece.check, piece.first, piece.end(), 0);
    }
}

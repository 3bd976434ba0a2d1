package org.chiralkick.host.internal.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick scan of a piece sees whatever the marking of single zones sees, wherever in the piece it is. */
class PieceCheckTest {
    private static final int LENGTH = 80;
    private static final int FIRST = 3;

    private final Piece piece = new Piece();
    private final PieceCheck plain = new PieceCheck(piece, Long.MAX_VALUE);
    private final PieceCheck quick = new PieceCheck(piece, 0);
    private final double[][] columns = new double[9][LENGTH];

    private void start(int zones) {
        piece.check = new double[LENGTH];
        piece.flags = new long[LENGTH];
        piece.first = FIRST;
        piece.count = zones;
        for (double[] column : columns) {
            Arrays.fill(column, 0.5);
        }
    }

    /** Returns which zones are found invalid. */
    private boolean[] marked(PieceCheck check, ZoneField field) {
        check.start();
        check.domain(field, columns[0]);
        check.finite(columns, columns.length);
        boolean[] invalid = new boolean[LENGTH];
        boolean any = false;
        for (int i = 0; i < LENGTH; i++) {
            invalid[i] = piece.check[i] != 0;
            any |= invalid[i];
        }
        assertEquals(!any, check.allValid());
        check.wipe();
        return invalid;
    }

    @Test
    void theTestsRunOnAVmThatHasTheScan() {
        assertNotNull(PieceScan.find(), "start the tests with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 31, 32, 33, 64, 70})
    void oneBadNumberAnywhere(int zones) {
        double[] bad = {
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -1e-300,
            1.5,
            Double.MAX_VALUE,
            -1e308,
            0,
            -0.0
        };
        ZoneField[] fields = {
            ZoneField.TEMPERATURE, ZoneField.DENSITY, ZoneField.ELECTRON_FRACTION, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL
        };
        for (int zone = FIRST; zone < FIRST + zones; zone++) {
            for (int column = 0; column < columns.length; column += 4) {
                for (double number : bad) {
                    for (ZoneField field : fields) {
                        start(zones);
                        columns[column][zone] = number;
                        String what = number + " in column " + column + " of zone " + zone + ", " + field;
                        assertArrayEquals(marked(plain, field), marked(quick, field), what);
                    }
                }
            }
        }
    }

    @Test
    void numbersOutsideOfThePieceAreNotLookedAt() {
        start(20);
        for (double[] column : columns) {
            Arrays.fill(column, 0, FIRST, Double.NaN);
            Arrays.fill(column, FIRST + 20, LENGTH, Double.NaN);
        }
        assertArrayEquals(new boolean[LENGTH], marked(quick, ZoneField.TEMPERATURE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 64, 70})
    void aFlagAnywhere(int zones) {
        start(zones);
        quick.start();
        assertTrue(quick.noneFlagged());
        for (int zone = FIRST; zone < FIRST + zones; zone++) {
            piece.flags[zone] = Long.MIN_VALUE;
            assertFalse(quick.noneFlagged(), "zone " + zone);
            quick.start();
        }
        piece.flags[FIRST - 1] = 1;
        piece.flags[FIRST + zones] = 1;
        assertTrue(quick.noneFlagged(), "flags outside of the piece");
    }
}

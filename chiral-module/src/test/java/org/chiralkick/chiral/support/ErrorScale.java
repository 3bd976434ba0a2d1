package org.chiralkick.chiral.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Compares vectors with an absolute tolerance of 4e-15 times a scale, and remembers the largest error seen. */
public final class ErrorScale {
    /** The tolerance of the golden files. */
    public static final double TOLERANCE = 4e-15;

    private double largest;

    /** Checks {@code |computed - expected| <= 4e-15 scale} for every component. */
    public void check(String what, double[] expected, double[] computed, double scale) {
        for (int axis = 0; axis < expected.length; axis++) {
            double error = Math.abs(computed[axis] - expected[axis]);
            assertTrue(
                    error <= TOLERANCE * scale,
                    what + " component " + axis + " is " + computed[axis] + ", expected " + expected[axis] + ": error "
                            + error / scale + " of the scale " + scale);
            if (scale > 0) {
                largest = Math.max(largest, error / scale);
            }
        }
    }

    /** Returns the largest error so far in units of its scale. */
    public double largest() {
        return largest;
    }
}

package org.chiralkick.matter;

import java.math.BigDecimal;
import java.math.MathContext;

/** Maximum and root-mean-square error in units in the last place of the value computed. */
final class UlpStatistics {
    private double max;
    private double squares;
    private int count;

    void add(BigDecimal exact, double computed) {
        BigDecimal ulp = new BigDecimal(Math.ulp(computed));
        double error = Math.abs(exact.subtract(new BigDecimal(computed))
                .divide(ulp, MathContext.DECIMAL64)
                .doubleValue());
        max = Math.max(max, error);
        squares += error * error;
        count++;
    }

    double max() {
        return max;
    }

    double rms() {
        return Math.sqrt(squares / count);
    }

    int count() {
        return count;
    }
}

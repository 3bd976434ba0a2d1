package org.chiralkick.host.internal.block;

import java.util.Arrays;
import org.chiralkick.host.internal.audit.DoubtfulZones;
import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.source.ValidityFlag;

/** Sums over the zones of one evaluation, added zone by zone in their order, so that the memory layout does not matter. */
public final class BlockSums {
    private final double[] rates = new double[Quantity.COUNT];
    private final long[] flagCounts = new long[ValidityFlag.values().length];
    private final DoubtfulZones invalid = new DoubtfulZones();
    private final DoubtfulZones implausible = new DoubtfulZones();
    private long evaluated;
    private long flagged;
    private long derived;
    private double largestRate;

    void clear() {
        Arrays.fill(rates, 0);
        Arrays.fill(flagCounts, 0);
        flagged = 0;
        evaluated = 0;
        invalid.clear();
        implausible.clear();
        derived = 0;
        largestRate = 0;
    }

    void addRates(double[] zone, int at) {
        for (int q = 0; q < Quantity.COUNT; q++) {
            rates[q] += zone[at + q];
        }
    }

    void addFlags(long word) {
        flagged++;
        for (int flag = 0; flag < flagCounts.length; flag++) {
            flagCounts[flag] += (word >>> flag) & 1;
        }
    }

    void raiseRate(double rate) {
        largestRate = Math.max(largestRate, rate);
    }

    void addEvaluated(long zones) {
        evaluated += zones;
    }

    /** Returns the number of zones that the mask lets through. */
    public long evaluated() {
        return evaluated;
    }

    /** Returns the zones whose input or result is not valid, by what is wrong with them. */
    public DoubtfulZones invalid() {
        return invalid;
    }

    /** Returns the zones whose input is too large for a star, by what is. */
    public DoubtfulZones implausible() {
        return implausible;
    }

    void addDerived(long zones) {
        derived += zones;
    }

    /** Returns how many zones were derived, those of each derived field: what repeats counts once. */
    public long derived() {
        return derived;
    }

    /** Returns the rate of a quantity: dyn, dyn cm, 1/s or erg/s. */
    public double rate(Quantity quantity) {
        return rates[quantity.ordinal()];
    }

    /** Returns the number of zones with a flag. */
    public long flagged() {
        return flagged;
    }

    /** Returns the number of zones with this flag. */
    public long flagCount(ValidityFlag flag) {
        return flagCounts[flag.ordinal()];
    }

    /** Returns the largest rate that an explicit step has to resolve [1/s]; 0 where none was requested. */
    public double largestRate() {
        return largestRate;
    }

    long[] flagCounts() {
        return flagCounts;
    }
}

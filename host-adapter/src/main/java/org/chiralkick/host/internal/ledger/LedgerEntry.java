package org.chiralkick.host.internal.ledger;

import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;

/** The committed sums of one source under one set of closures. */
final class LedgerEntry {
    private EntryKey key;
    private final CommittedSum[] sums = new CommittedSum[Quantity.COUNT];
    private long steps;

    LedgerEntry(EntryKey key) {
        this.key = key;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new CommittedSum();
        }
    }

    EntryKey key() {
        return key;
    }

    /** Takes an equal key, whose identity is found faster. */
    void key(EntryKey equal) {
        key = equal;
    }

    CommittedSum sum(Quantity quantity) {
        return sums[quantity.ordinal()];
    }

    long steps() {
        return steps;
    }

    void steps(long count) {
        steps = count;
    }

    void add(Tally tally, double dt) {
        steps++;
        if (tally.isEmpty()) {
            return;
        }
        tally.settleCarries();
        for (int i = 0; i < sums.length; i++) {
            sums[i].addProduct(tally, i, dt);
        }
    }

    // The ranks of a host share their steps, so steps of the same entry are not added.
    void merge(LedgerEntry other) {
        addSums(other);
        steps = Math.max(steps, other.steps);
    }

    /** Adds an entry of other steps: what one source gave before or after. */
    void follow(LedgerEntry other) {
        addSums(other);
        steps += other.steps;
    }

    private void addSums(LedgerEntry other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i].add(other.sums[i]);
        }
    }

    Recoil recoil() {
        return recoilOf(this, steps);
    }

    static Recoil recoilOf(LedgerEntry entry, long steps) {
        return new Recoil(
                new Vector3(
                        entry.value(Quantity.MOMENTUM_X),
                        entry.value(Quantity.MOMENTUM_Y),
                        entry.value(Quantity.MOMENTUM_Z)),
                new Vector3(
                        entry.value(Quantity.TORQUE_X), entry.value(Quantity.TORQUE_Y), entry.value(Quantity.TORQUE_Z)),
                entry.value(Quantity.NUMBER),
                entry.value(Quantity.ENERGY),
                steps);
    }

    private double value(Quantity quantity) {
        return sum(quantity).value();
    }
}

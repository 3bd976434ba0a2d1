package org.chiralkick.host.internal.ledger;

import java.util.Map;

/** Ledgers to test with. */
final class Ledgers {
    private Ledgers() {}

    static EntryKey key(String source) {
        return new EntryKey(source, "1.0.0", Map.of("share", "composition"));
    }

    static Tally tally(double momentumX, double energy) {
        Tally tally = new Tally();
        tally.add(Quantity.MOMENTUM_X.ordinal(), momentumX);
        tally.add(Quantity.ENERGY.ordinal(), energy);
        return tally;
    }

    /** Returns a ledger of two sources with sums that no double holds. */
    static Ledger twoSources() {
        Ledger ledger = new Ledger();
        ledger.add(key("chiral"), tally(-1e41, 3e50), 0.1);
        ledger.countStep(1, new long[] {2, 0, 5}, false);
        ledger.add(key("chiral"), tally(1e-20, 1e-30), 1e-5);
        ledger.add(key("vortical"), tally(0.1, 0.2), 1e-3);
        ledger.countStep(2, new long[] {1}, true);
        return ledger;
    }
}

package org.chiralkick.host.jni;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.chiralkick.host.internal.ledger.EntryKey;
import org.chiralkick.host.internal.ledger.Ledger;
import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.internal.ledger.StateBlob;
import org.chiralkick.host.internal.ledger.Tally;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final int RESULTS_AT = 24;

    @Test
    void statesOfNativeRanksThatWereFoldedSumExactly() {
        ByteBuffer memory = ByteBuffer.allocateDirect(1 << 13);
        byte[] part = StateBlob.write(hundredPairs());
        byte[] parts = ByteBuffer.allocate(2 * part.length).put(part).put(part).array();
        byte[] sum = Gateway.sumOfStates(parts, 2, new Lane(memory));

        Ledger whole = hundredPairs();
        whole.merge(hundredPairs());
        assertArrayEquals(StateBlob.write(whole), sum);
        memory.order(ByteOrder.nativeOrder());
        assertEquals(whole.recoil().momentum().x(), memory.getDouble(RESULTS_AT));
        assertEquals(100, memory.getLong(RESULTS_AT + 8 * Long.BYTES));
    }

    @Test
    void levelsOfMessagesAreThoseOfTheHeader() {
        assertEquals(0, Gateway.levelOf(Level.DEBUG));
        assertEquals(1, Gateway.levelOf(Level.INFO));
        assertEquals(2, Gateway.levelOf(Level.WARNING));
        assertEquals(3, Gateway.levelOf(Level.ERROR));
    }

    private static Ledger hundredPairs() {
        Ledger ledger = new Ledger();
        for (int i = 0; i < 100; i++) {
            Tally tally = new Tally();
            tally.add(Quantity.MOMENTUM_X.ordinal(), (i % 2 == 0 ? 1e41 : -1e25) / (3 + i));
            ledger.add(new EntryKey("chiral", "1.0.0", Map.of("share", "x" + i)), tally, 1);
            ledger.countStep(1, new long[0], false);
        }
        return ledger;
    }
}

package org.chiralkick.host.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.chiralkick.host.value.CouplingException;
import org.junit.jupiter.api.Test;

class StateBlobTest {
    private final byte[] blob = StateBlob.write(Ledgers.twoSources());

    @Test
    void theSizeDoesNotDependOnTheContent() {
        assertEquals(StateBlob.SIZE, blob.length);
        assertEquals(StateBlob.SIZE, StateBlob.write(new Ledger()).length);
    }

    @Test
    void aLedgerComesBackToTheBit() {
        Ledger restored = StateBlob.read(blob);
        Ledger original = Ledgers.twoSources();
        assertEquals(original.recoil(), restored.recoil());
        assertEquals(original.bySource(), restored.bySource());
        assertEquals(original.flagCounts(), restored.flagCounts());
        assertEquals(original.steps(), restored.steps());
        assertEquals(original.heldSteps(), restored.heldSteps());
        assertArrayEquals(blob, StateBlob.write(restored));
    }

    @Test
    void aRestoredLedgerContinuesToTheBit() {
        Ledger restored = StateBlob.read(blob);
        Ledger original = Ledgers.twoSources();
        for (Ledger ledger : new Ledger[] {restored, original}) {
            ledger.add(Ledgers.key("chiral"), Ledgers.tally(1e-60, 0.3), 1e-7);
        }
        assertArrayEquals(StateBlob.write(original), StateBlob.write(restored));
    }

    @Test
    void aTruncatedBlobIsRefused() {
        refused(
                "state has 100 bytes, must have " + StateBlob.SIZE + ": it is truncated; nothing was changed",
                Arrays.copyOf(blob, 100));
        refused(
                "state has 3 bytes, must have " + StateBlob.SIZE + ": it is truncated; nothing was changed",
                Arrays.copyOf(blob, 3));
        refused(
                "state has " + (StateBlob.SIZE + 1) + " bytes, must have " + StateBlob.SIZE
                        + ": something follows it; nothing was changed",
                Arrays.copyOf(blob, StateBlob.SIZE + 1));
    }

    @Test
    void aForeignBlobIsRefused() {
        byte[] foreign = blob.clone();
        foreign[0] = 'X';
        refused("state does not begin as ChiralKick state does; is it something else's?; nothing was changed", foreign);
    }

    @Test
    void aBlobOfAnotherVersionIsRefused() {
        byte[] later = blob.clone();
        later[12] = 4;
        refused("state has version 4, this ChiralKick reads version 3; nothing was changed", later);
    }

    @Test
    void aBlobInAnotherByteOrderIsRefused() {
        ByteBuffer swapped = ByteBuffer.wrap(blob.clone());
        swapped.putLong(0, Long.reverseBytes(swapped.getLong(0)));
        refused(
                "state has another byte order; hand it over byte by byte, as it was saved; nothing was changed",
                swapped.array());
    }

    @Test
    void anyChangedByteIsNoticed() {
        for (int i = 16; i < blob.length; i += 97) {
            byte[] damaged = blob.clone();
            damaged[i] ^= 0x10;
            refused("state is damaged: its checksum does not fit; nothing was changed", damaged);
        }
    }

    private static void refused(String message, byte[] bytes) {
        CouplingException refused = assertThrows(CouplingException.class, () -> StateBlob.read(bytes));
        assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
        assertEquals(message, refused.getMessage());
    }
}

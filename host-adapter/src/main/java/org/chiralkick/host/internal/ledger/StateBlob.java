package org.chiralkick.host.internal.ledger;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Fingerprint;

/**
 * A ledger as bytes of fixed size, for the host's own restart file. There is room for 16 entries; of a ledger with more, the oldest
 * entries of a source are folded into one ({@link EarlierEntries}), totals exact. Little-endian:
 *
 * <pre>
 *   magic "CKLEDGER" (8) · order tag 0x01020304 (4) · version (4) · entries used (8) · steps (8) · held steps (8)
 *   · number of the last step (8) · hashes of configuration, sources and history (8 each), 0 (8) · flag counts (64 x 8) · 16 entries of [key length (4), key UTF-8 (1000), pad (4), steps (8), 8 sums x 18 limbs (8 each)]
 *   · CRC-32 of all before (8)
 * </pre>
 */
public final class StateBlob {
    private static final long MAGIC = 0x5245_4744_454c_4b43L; // "CKLEDGER" read as a little-endian long
    private static final int ORDER_TAG = 0x01020304;
    private static final int VERSION = 3;
    private static final int HEADER = 8 + 4 + 4 + 8 + 8 + 8 + 8 + 4 * 8 + 8 * Ledger.FLAGS;
    private static final int KEY_ROOM = 4 + EntryKey.MAX_BYTES + 4;
    private static final int SUMS = Quantity.COUNT * CommittedSum.LIMBS * 8;
    private static final int ENTRY = KEY_ROOM + 8 + SUMS;

    /** The most entries that a blob keeps apart. */
    public static final int ENTRIES = 16;

    /** Size of every blob [bytes]. */
    public static final int SIZE = size(ENTRIES);

    private StateBlob() {}

    private static int size(int entries) {
        return Math.addExact(HEADER + 8, Math.multiplyExact(entries, ENTRY));
    }

    /** Returns the ledger as bytes; it stays as it is. */
    public static byte[] write(Ledger ledger) {
        return write(ledger, EarlierEntries.folded(ledger.entries(), ENTRIES, ledger.steps()), SIZE);
    }

    /** Returns the checksum over all of a ledger, nothing folded; with no more than {@link #ENTRIES} entries it is that of its blob. */
    static long checksum(Ledger ledger) {
        return checksum(write(
                ledger,
                ledger.entries(),
                size(Math.max(ENTRIES, ledger.entries().size()))));
    }

    private static byte[] write(Ledger ledger, List<LedgerEntry> entries, int size) {
        byte[] bytes = new byte[size];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(MAGIC).putInt(ORDER_TAG).putInt(VERSION);
        out.putLong(entries.size())
                .putLong(ledger.steps())
                .putLong(ledger.heldSteps())
                .putLong(ledger.lastStep());
        Fingerprint madeWith = ledger.fingerprint();
        out.putLong(madeWith.configuration())
                .putLong(madeWith.sources())
                .putLong(madeWith.history())
                .putLong(0);
        for (long count : ledger.rawFlagCounts()) {
            out.putLong(count);
        }
        for (LedgerEntry entry : entries) {
            int start = out.position();
            byte[] key = entry.key().text().getBytes(StandardCharsets.UTF_8);
            out.putInt(key.length).put(key).position(start + KEY_ROOM);
            out.putLong(entry.steps());
            LongBuffer sums = out.asLongBuffer();
            for (int i = 0; i < Quantity.COUNT; i++) {
                entry.sum(Quantity.at(i)).write(sums);
            }
            out.position(start + ENTRY);
        }
        out.putLong(size - 8, checksum(bytes));
        return bytes;
    }

    /**
     * Returns the ledger of a blob.
     *
     * @throws CouplingException if it is truncated, foreign, of another version or byte order, or damaged
     */
    public static Ledger read(byte[] bytes) {
        if (bytes.length < 16) {
            throw refused("has " + bytes.length + " bytes, must have " + SIZE + ": it is truncated");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long magic = in.getLong();
        int order = in.getInt();
        int version = in.getInt();
        if (Long.reverseBytes(magic) == MAGIC || (magic == MAGIC && order == Integer.reverseBytes(ORDER_TAG))) {
            throw refused("has another byte order; hand it over byte by byte, as it was saved");
        }
        if (magic != MAGIC || order != ORDER_TAG) {
            throw refused("does not begin as ChiralKick state does; is it something else's?");
        }
        if (version != VERSION) {
            throw refused("has version " + version + ", this ChiralKick reads version " + VERSION);
        }
        if (bytes.length != SIZE) {
            throw refused("has " + bytes.length + " bytes, must have " + SIZE
                    + (bytes.length < SIZE ? ": it is truncated" : ": something follows it"));
        }
        if (in.getLong(SIZE - 8) != checksum(bytes)) {
            throw refused("is damaged: its checksum does not fit");
        }
        return read(in);
    }

    private static Ledger read(ByteBuffer in) {
        Ledger ledger = new Ledger();
        long count = in.getLong();
        if (count < 0 || count > ENTRIES) {
            throw refused("has " + count + " entries; at most " + ENTRIES + " are possible");
        }
        ledger.steps(in.getLong(), in.getLong(), in.getLong());
        ledger.madeWithHistory(in.getLong(), in.getLong(), in.getLong());
        if (in.getLong() != 0) {
            throw refused("has something where version " + VERSION + " has 0; it was written by a later ChiralKick");
        }
        for (int i = 0; i < Ledger.FLAGS; i++) {
            ledger.rawFlagCounts()[i] = in.getLong();
        }
        for (int i = 0; i < count; i++) {
            ledger.entries().add(readEntry(in));
        }
        return ledger;
    }

    private static LedgerEntry readEntry(ByteBuffer in) {
        int start = in.position();
        int length = in.getInt();
        if (length < 0 || length > EntryKey.MAX_BYTES) {
            throw refused("has an entry with a name of " + length + " bytes");
        }
        byte[] key = new byte[length];
        in.get(key).position(start + KEY_ROOM);
        LedgerEntry entry = new LedgerEntry(EntryKey.parse(new String(key, StandardCharsets.UTF_8)));
        entry.steps(in.getLong());
        LongBuffer sums = in.asLongBuffer();
        for (int i = 0; i < Quantity.COUNT; i++) {
            entry.sum(Quantity.at(i)).read(sums);
        }
        in.position(start + ENTRY);
        return entry;
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 8);
        return crc.getValue();
    }

    private static CouplingException refused(String why) {
        return CouplingException.argument("state " + why + "; nothing was changed");
    }
}

package org.chiralkick.host.internal.ledger;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Fingerprint;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.ValidityFlag;

/**
 * A ledger as a JSON file that people can read and a run can continue from to the bit. The file appears whole or not at all; what
 * was edited, cut off or made by another version is refused.
 */
public final class Checkpoint {
    private static final int SIGNED_BITS = 64 * CommittedSum.LIMBS - 1;

    private Checkpoint() {}

    /**
     * Writes the ledger.
     *
     * @throws CouplingException if the file cannot be written; an old one is still there then
     */
    public static void save(Ledger ledger, Path file) {
        try {
            AtomicFile.write(file, JsonText.write(document(ledger)) + "\n");
        } catch (IOException e) {
            throw new CouplingException(
                    CouplingException.Kind.ARGUMENT, "checkpoint " + file + " cannot be written: " + e, e);
        }
    }

    /**
     * Returns the ledger of a file.
     *
     * @throws CouplingException if it cannot be read or is not a whole checkpoint of this version
     */
    public static Ledger load(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CouplingException(
                    CouplingException.Kind.ARGUMENT, "checkpoint " + file + " cannot be read: " + e, e);
        }
        CheckpointDocument document;
        try {
            document = JsonText.read(text, CheckpointDocument.class);
        } catch (JsonException | JsonbException e) {
            throw new CouplingException(
                    CouplingException.Kind.ARGUMENT,
                    "checkpoint " + file + " is not a whole checkpoint, nothing was changed: " + e.getMessage(),
                    e);
        }
        return ledger(file, document);
    }

    private static CheckpointDocument document(Ledger ledger) {
        Map<String, Long> flags = new LinkedHashMap<>();
        ledger.flagCounts().forEach((flag, count) -> flags.put(flag.label(), count));
        List<CheckpointDocument.Entry> entries =
                ledger.entries().stream().map(Checkpoint::entry).toList();
        return new CheckpointDocument(
                CheckpointDocument.FORMAT,
                CheckpointDocument.VERSION,
                CheckpointDocument.QUANTUM,
                ledger.steps(),
                ledger.heldSteps(),
                ledger.lastStep(),
                hashes(ledger.fingerprint()),
                flags,
                entries,
                crc(ledger));
    }

    private static List<String> hashes(Fingerprint madeWith) {
        return List.of(
                Long.toHexString(madeWith.configuration()),
                Long.toHexString(madeWith.sources()),
                Long.toHexString(madeWith.history()));
    }

    private static CheckpointDocument.Entry entry(LedgerEntry entry) {
        Recoil recoil = entry.recoil();
        List<String> exact = new ArrayList<>();
        for (int i = 0; i < Quantity.COUNT; i++) {
            exact.add(entry.sum(Quantity.at(i)).quanta().toString(16));
        }
        return new CheckpointDocument.Entry(
                entry.key().source(),
                entry.key().version(),
                entry.key().closures(),
                entry.steps(),
                list(recoil.momentum()),
                list(recoil.torque()),
                recoil.number(),
                recoil.energyErg(),
                exact);
    }

    private static List<Double> list(Vector3 vector) {
        return List.of(vector.x(), vector.y(), vector.z());
    }

    private static Ledger ledger(Path file, CheckpointDocument document) {
        require(file, document.format().equals(CheckpointDocument.FORMAT), "is not a ChiralKick checkpoint");
        require(
                file,
                document.version() == CheckpointDocument.VERSION,
                "has version " + document.version() + ", this ChiralKick reads version " + CheckpointDocument.VERSION);
        require(file, document.quantum().equals(CheckpointDocument.QUANTUM), "counts in another quantum");
        Ledger ledger = new Ledger();
        ledger.steps(document.steps(), document.heldSteps(), document.lastStep());
        List<String> hashes = document.madeWith();
        require(
                file,
                hashes.size() == 3 && hashes.stream().allMatch(hash -> hash.matches("[0-9a-f]{1,16}")),
                "does not say what its steps were made with");
        ledger.madeWithHistory(
                Long.parseUnsignedLong(hashes.get(0), 16),
                Long.parseUnsignedLong(hashes.get(1), 16),
                Long.parseUnsignedLong(hashes.get(2), 16));
        for (ValidityFlag flag : ValidityFlag.values()) {
            ledger.rawFlagCounts()[flag.ordinal()] = document.flagCounts().getOrDefault(flag.label(), 0L);
        }
        for (CheckpointDocument.Entry written : document.entries()) {
            LedgerEntry entry = entry(file, written);
            ledger.entries().add(entry);
            require(
                    file,
                    entry(entry).equals(written),
                    "has sums of source " + written.source() + " that do not fit their exact values; was it edited?");
        }
        require(file, document.crc32().equals(crc(ledger)), "is damaged: its checksum does not fit");
        return ledger;
    }

    private static LedgerEntry entry(Path file, CheckpointDocument.Entry written) {
        LedgerEntry entry = new LedgerEntry(new EntryKey(written.source(), written.version(), written.closures()));
        entry.steps(written.steps());
        require(file, written.exact().size() == Quantity.COUNT, "has an entry without its eight exact sums");
        for (int i = 0; i < Quantity.COUNT; i++) {
            String digits = written.exact().get(i);
            require(file, digits.matches("-?[0-9a-f]{1,288}"), "has an exact sum '" + digits + "'");
            BigInteger quanta = new BigInteger(digits, 16);
            require(file, quanta.bitLength() <= SIGNED_BITS, "has an exact sum beyond 2^703");
            entry.sum(Quantity.at(i)).quanta(quanta);
        }
        return entry;
    }

    private static String crc(Ledger ledger) {
        return Long.toHexString(StateBlob.checksum(ledger));
    }

    private static void require(Path file, boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw CouplingException.argument("checkpoint " + file + " " + otherwise + "; nothing was changed");
        }
    }
}

package org.chiralkick.host.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chiralkick.host.value.CouplingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void aLedgerComesBackToTheBit() {
        Path file = folder.resolve("kick.json");
        Checkpoint.save(Ledgers.twoSources(), file);
        assertArrayEquals(StateBlob.write(Ledgers.twoSources()), StateBlob.write(Checkpoint.load(file)));
    }

    @Test
    void peopleCanReadTheTotals() throws IOException {
        Path file = folder.resolve("kick.json");
        Checkpoint.save(Ledgers.twoSources(), file);
        String text = Files.readString(file);
        assertTrue(text.contains("\"source\": \"chiral\""), text);
        assertTrue(text.contains("\"share\": \"composition\""), text);
        assertTrue(text.contains("\"momentum_g_cm_per_s\""), text);
        assertTrue(text.contains("\"energy_erg\": 3"), text);
    }

    @Test
    void anOldCheckpointIsReplacedAsAWholeAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("kick.json");
        Checkpoint.save(new Ledger(), file);
        Checkpoint.save(Ledgers.twoSources(), file);
        assertEquals(2, Checkpoint.load(file).steps());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFolderThatDoesNotExistIsSaid() {
        Path file = folder.resolve("none").resolve("kick.json");
        CouplingException thrown = assertThrows(CouplingException.class, () -> Checkpoint.save(new Ledger(), file));
        assertTrue(
                String.valueOf(thrown.getMessage()).startsWith("checkpoint " + file + " cannot be written: "),
                thrown.getMessage());
        assertThrows(CouplingException.class, () -> Checkpoint.load(file));
    }

    @Test
    void aTruncatedOrForeignFileIsRefused() throws IOException {
        Path file = folder.resolve("kick.json");
        Checkpoint.save(Ledgers.twoSources(), file);
        String text = Files.readString(file);
        refused(file, text.substring(0, text.length() / 2), "is not a whole checkpoint, nothing was changed: ");
        refused(file, "{}", "is not a whole checkpoint, nothing was changed: ");
        refused(file, "[1, 2]", "is not a whole checkpoint, nothing was changed: ");
        refused(file, "", "is not a whole checkpoint, nothing was changed: ");
        refused(file, text.replace("\"steps\"", "\"stteps\""), "is not a whole checkpoint, nothing was changed: ");
        refused(file, text.replace("chiralkick-checkpoint", "other"), "is not a ChiralKick checkpoint; nothing");
        refused(
                file,
                text.replace("\"version\": 3,", "\"version\": 4,"),
                "has version 4, this ChiralKick reads version 3; nothing was changed");
    }

    @Test
    void anEditedNumberIsNoticed() throws IOException {
        Path file = folder.resolve("kick.json");
        Checkpoint.save(Ledgers.twoSources(), file);
        String text = Files.readString(file);
        int energy = text.indexOf("\"energy_erg\": ") + "\"energy_erg\": ".length();
        refused(
                file,
                text.substring(0, energy) + "9" + text.substring(energy + 1),
                "has sums of source chiral that do not fit their exact values; was it edited?; nothing was changed");
        refused(
                file,
                text.replace("\"held_steps\": 1", "\"held_steps\": 7"),
                "is damaged: its checksum does not fit; nothing was changed");
    }

    private static void refused(Path file, String text, String message) throws IOException {
        Files.writeString(file, text);
        CouplingException refused = assertThrows(CouplingException.class, () -> Checkpoint.load(file));
        assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
        String start = "checkpoint " + file + " " + message;
        assertTrue(String.valueOf(refused.getMessage()).startsWith(start), refused.getMessage());
    }
}

package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start-up archive is made when a host wants it, changes no result, and is never a reason to fail. */
class StartArchiveIT {
    /** Bytes of the trailer behind the VM's own archive: magic word 16, then size, sum, VM and jars of 8 each. */
    private static final int TRAILER = 48;

    private static final int TRAILER_VM = 32;

    @TempDir
    Path folder = Path.of("");

    private Workshop workshop = new Workshop(folder);
    private Path host = folder;
    private Path archive = folder;

    @BeforeEach
    void compileTheHost() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        workshop = new Workshop(folder);
        host = Installations.startingHost(workshop);
        archive = Files.createDirectory(folder.resolve("archive")).resolve("start.jsa");
    }

    private Outcome start(Map<String, String> environment) throws IOException, InterruptedException {
        Outcome outcome = workshop.run(List.of(host.toString()), environment);
        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals("", outcome.err());
        assertTrue(outcome.out().contains("CK_OK: no error"), outcome.out());
        return outcome;
    }

    private Outcome start() throws IOException, InterruptedException {
        return start(Map.of("CHIRALKICK_CDS", archive.toString()));
    }

    private static String momentum(Outcome outcome) {
        return outcome.out().substring(outcome.out().indexOf("momentum"));
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void theFirstStartMakesItAndTheNextUsesItWithTheSameBits() throws IOException, InterruptedException {
        Outcome without = start(Map.of());
        assertFalse(without.out().contains("archive"), without.out());
        Outcome first = start();
        assertTrue(first.out().contains("start-up archive " + archive + " was made"), first.out());
        byte[] made = Files.readAllBytes(archive);
        assertTrue(made.length > 1_000_000, "the archive holds " + made.length + " bytes");
        Path loaded = folder.resolve("loaded");
        Outcome second = start(Map.of(
                "CHIRALKICK_CDS",
                archive.toString(),
                "CHIRALKICK_JVM_OPTIONS",
                "-Xlog:class+load=info:file=" + loaded));
        List<String> archived = Files.readAllLines(loaded).stream()
                .filter(line -> line.endsWith("shared objects file (top)"))
                .toList();
        assertTrue(archived.size() > 800, archived.size() + " classes come from the archive");
        long own = archived.stream()
                .filter(line -> line.contains(" org.chiralkick.") || line.contains(" org.apache.felix."))
                .count();
        assertTrue(own > 300, own + " classes of ChiralKick and its framework come from the archive");
        assertFalse(second.out().contains("archive"), "used without a word: " + second.out());
        assertEquals(momentum(without), momentum(first));
        assertEquals(momentum(without), momentum(second));
        assertEquals(List.of("start.jsa"), names(folder.resolve("archive")));
    }

    @Test
    void ranksThatStartAtOnceLeaveOneWholeArchive() throws IOException, InterruptedException {
        List<Process> ranks = new ArrayList<>();
        for (int rank = 0; rank < 3; rank++) {
            ranks.add(workshop.start(
                    List.of(host.toString()),
                    Map.of("CHIRALKICK_CDS", archive.toString()),
                    folder.resolve("out" + rank),
                    folder.resolve("err" + rank)));
        }
        for (int rank = 0; rank < 3; rank++) {
            assertTrue(ranks.get(rank).waitFor(120, TimeUnit.SECONDS), "rank " + rank + " ends");
            assertEquals(0, ranks.get(rank).exitValue(), Files.readString(folder.resolve("err" + rank)));
        }
        assertEquals(List.of("start.jsa"), names(folder.resolve("archive")));
        assertFalse(start().out().contains("archive"), "the next start uses it");
    }

    private void assertIgnored(byte[] bytes, String why) throws IOException, InterruptedException {
        Files.write(archive, bytes);
        Outcome outcome = start();
        String expected = "log 1 start-up archive " + archive + " is not used: " + why + "; delete it";
        assertTrue(outcome.out().contains(expected), outcome.out());
        assertEquals(momentum(start(Map.of())), momentum(outcome));
    }

    @Test
    void oneThatIsDamagedOrOfAnotherJavaIsIgnoredWithALogLine() throws IOException, InterruptedException {
        start();
        byte[] good = Files.readAllBytes(archive);
        assertIgnored("not an archive\n".getBytes(StandardCharsets.US_ASCII), "it is none, or cut off");
        assertIgnored(Arrays.copyOf(good, good.length / 2), "it is none, or cut off");
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        assertIgnored(flipped, "it is damaged");
        byte[] foreign = good.clone();
        foreign[good.length - TRAILER + TRAILER_VM] ^= 1;
        assertIgnored(foreign, "it was made by another Java VM");
    }

    @Test
    void aTreeThatWasMovedStartsWithoutItsOldArchive() throws IOException, InterruptedException {
        start();
        Path moved = Installations.copy(folder.resolve("moved"));
        Outcome outcome = start(Map.of("CHIRALKICK_CDS", archive.toString(), "CHIRALKICK_HOME", moved.toString()));
        assertTrue(outcome.out().contains("it was made for other jars, or these in another place"), outcome.out());
    }

    @Test
    void aPathThatUrlsEscapeIsSaidToShortenStartsLess() throws IOException, InterruptedException {
        Path tree = Installations.copy(folder.resolve("a tree #1 at 100%"));
        Map<String, String> environment =
                Map.of("CHIRALKICK_CDS", archive.toString(), "CHIRALKICK_HOME", tree.toString());
        Outcome first = start(environment);
        String expected = "start-up archive " + archive + " was made without most of ChiralKick's own classes";
        assertTrue(first.out().contains(expected), first.out());
        Outcome second = start(environment);
        assertFalse(second.out().contains("archive"), second.out());
        assertEquals(momentum(first), momentum(second));
    }

    @Test
    void aFolderThatIsNotThereIsSaid() throws IOException, InterruptedException {
        Path nowhere = folder.resolve("nowhere/start.jsa");
        Outcome outcome = start(Map.of("CHIRALKICK_CDS", nowhere.toString()));
        assertTrue(
                outcome.out().contains("start-up archive " + nowhere + " cannot be made: No such file"), outcome.out());
    }
}

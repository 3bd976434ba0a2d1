package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library in a foreign process: it changes nothing that is the host's, and never crashes it. */
class GoodGuestIT {
    @TempDir
    static Path programs = Path.of("");

    private static Path guest = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        guest = new Workshop(programs).test("guest", "chiralkick");
    }

    private List<Path> files(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaves-the-process-as-it-was",
                "same-bits-in-any-floating-point-environment",
                "works-deep-in-the-stack",
                "memory-does-not-grow",
                "calls-are-cheap",
                "hands-on-a-segmentation-fault",
                "works-on-a-small-stack",
                "never-closes"
            })
    void theLibraryIsAGoodGuest(String question) throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Outcome outcome = workshop.run(List.of(guest.toString(), question), Map.of("TMPDIR", temporary.toString()));
        assertEquals("ok\n", outcome.out(), outcome.err());
        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals(List.of(), files(temporary), "temporary files are gone when the host has ended");
        assertEquals(List.of(temporary), files(folder), "nothing is written into the working directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void aHostWithoutStandardDescriptorsPrintsIntoNoFileOfTheLibrary(String library)
            throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("descriptors", library).toString(), folder.toString());
    }

    @Test
    void stderrIsTheHostsEvenWhileJavaStarts() throws IOException, InterruptedException {
        Outcome outcome = new Workshop(folder).run(List.of(guest.toString(), "leaves-stderr-to-the-host"), Map.of());
        assertEquals("ok\n", outcome.out(), outcome.err());
        List<String> lines = new ArrayList<>(outcome.err().lines().toList());
        int count = lines.size() - 1;
        assertTrue(count > 10, "the host wrote while Java started");
        Set<String> expected = new HashSet<>(Set.of(count + " lines"));
        for (int i = 1; i <= count; i++) {
            expected.add("line " + i);
        }
        assertEquals(expected, Set.copyOf(lines), "all that the host wrote, and nothing else");
    }

    @Test
    void theVectorApiIsThereUnlessItIsNotWanted() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        List<String> command = List.of(guest.toString(), "says-which-java");
        String with = workshop.run(command, Map.of()).err();
        String without = workshop.run(command, Map.of("CHIRALKICK_VECTOR", "0")).err();
        assertTrue(with.contains(" with its Vector API"), with);
        assertTrue(without.contains("started Java") && !without.contains("Vector API"), without);
    }

    private Process startWaiting(Workshop workshop, Path temporary) throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        Process process = workshop.start(
                List.of(guest.toString(), "wait-for-termination"),
                Map.of("TMPDIR", temporary.toString()),
                folder.resolve("out.txt"),
                err);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.readString(err).contains("ready") && process.isAlive() && System.nanoTime() < deadline) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return process;
    }

    @Test
    void theHostHandlesSigtermWhileACouplingIsOpen() throws IOException, InterruptedException {
        Process process = startWaiting(new Workshop(folder), folder);
        process.destroy(); // SIGTERM
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the host ends by itself");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err.txt")));
        assertEquals("ok\n", Files.readString(folder.resolve("out.txt")));
    }

    @Test
    void whatAKilledHostLeavesIsRemovedByTheNextStart() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Map<String, String> environment = Map.of("TMPDIR", temporary.toString());
        Process process = startWaiting(workshop, temporary);
        List<Path> itsFolder = files(temporary);
        assertEquals(1, itsFolder.size(), itsFolder.toString());
        workshop.says("ok\n", environment, guest.toString(), "never-closes");
        assertEquals(itsFolder, files(temporary), "the folder of a process that lives stays");
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the host is killed");
        assertEquals(itsFolder, files(temporary), "it could not remove its folder");
        workshop.says("ok\n", environment, guest.toString(), "never-closes");
        assertEquals(List.of(), files(temporary));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void aThreadThatUsedTheLibraryEndsAfterItsUnloading(String library) throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        Path host = workshop.compile(
                "gcc",
                "unloaded",
                List.of(
                        "-std=gnu11",
                        Workshop.sources("tests").resolve("unloaded.c").toString()),
                "dl");
        String file = Workshop.lib().resolve("lib" + library + ".so").toString();
        workshop.says("ok\n", Map.of(), host.toString(), file);
    }
}

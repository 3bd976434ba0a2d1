package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.chiralkick.study.audit.Audit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with the real library is recorded, and the stub gives it back without Java. */
class RecordingIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theStubReplaysARecordedRunToTheBitAndCleanUnderValgrind() throws IOException, InterruptedException {
        Workshop.needs("gcc", "valgrind");
        Workshop workshop = new Workshop(folder);
        String real = workshop.test("recorded", "chiralkick").toString();
        String stub = workshop.test("recorded", "chiralkick_stub").toString();
        Outcome plain = workshop.run(List.of(real), Map.of());
        assertEquals(24, plain.out().lines().count(), plain.out() + plain.err());
        assertTrue(plain.out().contains("flagged 1"), plain.out());
        Path file = folder.resolve("recorded run");
        workshop.says(plain.out(), Map.of("CHIRALKICK_RECORD", file.toString()), real); // recording changes nothing
        String config = "{\"replay\": \"" + file + "\"}";
        workshop.says(plain.out(), Map.of(), stub, config);
        // The replay is recorded in its turn: the same file, but that the stub notices other things: it has no source.
        Path again = folder.resolve("again");
        workshop.says(
                plain.out(),
                Map.of("CHIRALKICK_RECORD", again.toString()),
                "valgrind",
                "-q",
                "--error-exitcode=9",
                "--leak-check=full",
                "--show-leak-kinds=all",
                "--errors-for-leak-kinds=all",
                stub,
                config);
        assertEquals(withoutAudits(file), withoutAudits(again));
        CouplingAudit noticed = Audit.read(file).coupling();
        assertTrue(noticed.steps() > 0, noticed.lines().toString());
        assertEquals(0, noticed.held());
        assertEquals(noticed.steps(), Audit.read(again).coupling().held());
    }

    private static List<String> withoutAudits(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("audit "))
                .toList();
    }

    /** What a transport let out is the host's own: it is told again, and nothing of it is in the recording. */
    @Test
    void aRunInFormTransportIsReplayedWithWhatTheHostTells() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        Path file = folder.resolve("recorded transport");
        String form = ", \"recoil\": {\"form\": \"transport\"}}";
        Outcome real = workshop.run(
                List.of(workshop.test("recorded", "chiralkick").toString(), "{\"source\": \"chiral\"" + form),
                Map.of("CHIRALKICK_RECORD", file.toString()));
        assertEquals(25, real.out().lines().count(), real.out() + real.err());
        assertTrue(real.out().contains("\nrecoil -0x"), real.out());
        String stub = workshop.test("recorded", "chiralkick_stub").toString();
        workshop.says(real.out(), Map.of(), stub, "{\"replay\": \"" + file + "\"" + form);
    }
}

package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Fortran transport code: its books balance, and it sees where they do not. */
class MomentsHostIT {
    private static final String PRINTED = "momentum of the star along z +-\\d[.]\\d{3}E[+]\\d\\d g cm/s\n"
            + "let out +\\d[.]\\d{3}E[+]\\d\\d leptons, \\d[.]\\d{3}E[+]\\d\\d erg\n"
            + "(momentum|leptons|energy) (of groups|of all|in the ledger) +-?\\d[.]\\dE[-+]\\d\\d\n".repeat(8);

    @TempDir
    Path folder = Path.of("");

    private static Path example() {
        return Workshop.installed().resolve("examples/moments.f90");
    }

    private static Path compile(Workshop workshop, Path source) throws IOException, InterruptedException {
        String module = Workshop.installed().resolve("fortran/chiralkick.f90").toString();
        return workshop.compile("gfortran", "moments", List.of("-std=f2008", module, source.toString()), "chiralkick");
    }

    @Test
    void whatTheStarLosesIsInTheBooksAndInTheLedger() throws IOException, InterruptedException {
        Workshop.needs("gfortran");
        Workshop workshop = new Workshop(folder);
        Path host = compile(workshop, example());
        Outcome outcome = workshop.run(List.of(host.toString()), Map.of());
        assertEquals("", outcome.err());
        assertEquals(0, outcome.exit());
        assertTrue(outcome.out().matches(PRINTED), outcome.out());
    }

    /** Mistakes that a host may make: one line of the example changed, and which book tells. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    chi*(f - a(:, 3, g, s, kind))  | chi*f                          | momentum of all
                    [0.0_dp, 0.0_dp, thrust]       | [0.0_dp, 0.0_dp, 2*thrust]     | momentum in the ledger
                    charge(kind, s)*got            | got                            | leptons of all
                    absorbed(p)*equilibrium        | 2*absorbed(p)*equilibrium      | energy of all
                    edges = [0.0_dp                | edges = [5.0_dp                | leptons of groups
                    """)
    void aMistakeStopsTheProgram(String right, String wrong, String book) throws IOException, InterruptedException {
        Workshop.needs("gfortran");
        String source = Files.readString(example());
        assertEquals(2, source.split(Pattern.quote(right), -1).length, right + " is there once");
        Path mistaken = folder.resolve("mistaken.f90");
        Files.writeString(mistaken, source.replace(right, wrong));
        Workshop workshop = new Workshop(folder);
        Outcome outcome = workshop.run(List.of(compile(workshop, mistaken).toString(), "5"), Map.of());
        assertNotEquals(0, outcome.exit(), outcome.out());
        assertTrue(outcome.err().contains(book + " should be 0 but for rounding"), outcome.err());
    }

    @Test
    void theTransportIsCoupledInAtMostThirtyLines() throws IOException {
        long lines = Files.readAllLines(example()).stream()
                .filter(line -> line.endsWith("!ck"))
                .count();
        assertTrue(lines >= 1 && lines <= 30, lines + " lines are marked !ck");
    }
}

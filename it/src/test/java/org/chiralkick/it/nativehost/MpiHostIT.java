package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Fortran advection code on several ranks, killed and restarted on another number of them. */
class MpiHostIT {
    // More ranks than cores; in a container the user is root.
    private static final Map<String, String> OPEN_MPI = Map.of(
            "OMPI_ALLOW_RUN_AS_ROOT", "1",
            "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1",
            "OMPI_MCA_rmaps_base_oversubscribe", "1",
            "PRTE_MCA_rmaps_default_mapping_policy", ":oversubscribe");

    @TempDir
    Path folder = Path.of("");

    private Outcome run(Workshop workshop, Path host, int ranks, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mpirun", "-n", Integer.toString(ranks), host.toString()));
        command.addAll(List.of(arguments));
        return workshop.run(command, OPEN_MPI);
    }

    /** Returns what the host prints after six steps, with numbers of this form. */
    private static String linesWith(String number) {
        StringBuilder lines = new StringBuilder();
        for (String unit : List.of("momentum # g cm/s along ", "torque # g cm\\^2/s about ")) {
            for (String axis : List.of("x", "y", "z")) {
                lines.append(unit).append(axis).append('\n');
            }
        }
        return lines.append("escaped # neutrinos\nescaped # erg\nsteps 6\n")
                .toString()
                .replace("#", " *" + number);
    }

    @Test
    void whatTheRanksTellSumsToTheBitsOfOneRank() throws IOException, InterruptedException {
        Workshop.needs("mpicc", "mpirun");
        Workshop workshop = new Workshop(folder);
        Path host = workshop.compile(
                "mpicc",
                "emission",
                List.of(Workshop.sources("tests/test_mpi.c").toString(), "-DOMPI_SKIP_MPICXX"),
                "chiralkick_mpi",
                "chiralkick");
        for (int ranks : new int[] {1, 2, 4}) {
            Outcome outcome = run(workshop, host, ranks, "emission");
            assertEquals(0, outcome.exit(), outcome.out() + outcome.err());
        }
    }

    /** Returns the program that commits with all ranks, the last of which is the odd one. */
    private static Path committingHost(Workshop workshop) throws IOException, InterruptedException {
        Workshop.needs("mpicc", "mpirun");
        return workshop.compile(
                "mpicc",
                "commit_all",
                List.of(Workshop.sources("tests/commit_all.c").toString(), "-DOMPI_SKIP_MPICXX", "-D_GNU_SOURCE"),
                "chiralkick_mpi",
                "chiralkick");
    }

    @Test
    void ranksThatDifferCommitNothingAndNameTheOddOne() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        Path host = committingHost(workshop);
        for (int ranks : new int[] {2, 3}) {
            Outcome outcome = run(workshop, host, ranks, "real");
            assertEquals(0, outcome.exit(), outcome.out() + outcome.err());
        }
    }

    @Test
    void aRankWithOtherBundlesIsNamed() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        Path host = committingHost(workshop);
        Path usual = Installations.copy(folder.resolve("usual"));
        Path odd = Installations.copy(folder.resolve("odd"));
        Installations.giveVersion(Installations.bundle(odd, "chiral-module"), "7.8.9");
        for (int ranks : new int[] {2, 3}) {
            Outcome outcome = run(workshop, host, ranks, "homes", usual.toString(), odd.toString());
            assertEquals(0, outcome.exit(), outcome.out() + outcome.err());
            String others = ranks == 2 ? "rank 0" : "the other ranks";
            assertTrue(
                    outcome.out()
                            .matches("the step is committed on no rank: rank " + (ranks - 1)
                                    + " has source chiral \\S+ \\(bundle \\S+ 7[.]8[.]9"
                                    + " sha256:[0-9a-f]{12}\\), " + others
                                    + " chiral \\S+ \\(bundle \\S+ 1[.]0[.]0\\S* sha256:[0-9a-f]{12}\\)\n"),
                    outcome.out());
        }
    }

    @Test
    void bundlesComeAndGoOnAllRanksInTheSameStep() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        Path host = committingHost(workshop);
        for (int rank = 0; rank < 3; rank++) {
            Installations.copy(folder.resolve("home." + rank));
        }
        for (int ranks : new int[] {2, 3}) {
            Outcome outcome = run(
                    workshop,
                    host,
                    ranks,
                    "jars",
                    folder.toRealPath().resolve("home").toString());
            assertEquals(0, outcome.exit(), outcome.out() + outcome.err());
        }
    }

    @Test
    void ranksAndRestartsGiveTheSameBits() throws IOException, InterruptedException {
        Workshop.needs("mpifort", "mpirun");
        Workshop workshop = new Workshop(folder);
        Path host = workshop.compile(
                "mpifort",
                "advection",
                List.of(
                        Workshop.installed().resolve("fortran/chiralkick.f90").toString(),
                        Workshop.installed().resolve("examples/advection.f90").toString()),
                "chiralkick_mpi",
                "chiralkick");
        Outcome words = run(workshop, host, 1, "6", "words");
        assertTrue(words.out().matches(linesWith("-?\\d[.]\\d\\dE[+]\\d\\d")), words.out() + words.err());
        Outcome alone = run(workshop, host, 1, "6", "alone", "--bits");
        assertTrue(alone.out().matches(linesWith("[0-9A-F]{16}")), alone.out() + alone.err());
        assertTrue(!alone.out().startsWith("momentum 0000000000000000"), alone.out());
        for (int ranks : new int[] {2, 4}) {
            Outcome several = run(workshop, host, ranks, "6", "several" + ranks, "--bits");
            assertEquals(alone.out(), several.out(), several.err());
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("alone")), Files.readAllBytes(folder.resolve("several" + ranks)));
        }
        // kill -9 of all four ranks after the evaluations of step 4, before its commit; then two ranks carry on.
        Outcome killed = run(workshop, host, 4, "6", "killed", "4");
        assertNotEquals(0, killed.exit());
        Outcome restarted = run(workshop, host, 2, "6", "killed", "--bits");
        assertEquals(alone.out(), restarted.out(), restarted.err());
        assertArrayEquals(Files.readAllBytes(folder.resolve("alone")), Files.readAllBytes(folder.resolve("killed")));
    }
}

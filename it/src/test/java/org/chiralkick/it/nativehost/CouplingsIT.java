package org.chiralkick.it.nativehost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Couplings of the real library as a host in C uses them: several at once, retry, late dt, rollback, any memory layout, any thread. */
class CouplingsIT {
    @TempDir
    static Path programs = Path.of("");

    private static String couplings = "";

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        couplings = new Workshop(programs).test("couplings", "chiralkick").toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "many-couplings-and-reopening",
                "refuses-another-tree",
                "names-missing-fields",
                "names-all-that-is-missing",
                "swaps-sources",
                "late-dt-rollback-and-stages",
                "retry-is-a-result",
                "any-layout-gives-the-same-bits",
                "threads-give-the-same-bits",
                "names-doubtful-zones",
                "what-repeats-has-the-same-bits"
            })
    void aCouplingDoesAsTheHeaderSays(String question) throws IOException, InterruptedException {
        new Workshop(folder).says("ok\n", Map.of(), couplings, question);
    }

    @Test
    void whatTheHostsTransportLetsOutIsCountedAndNothingElse() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("emitted", "chiralkick").toString());
        workshop.says(
                "ok\n", Map.of(), workshop.test("emitted", "chiralkick_stub").toString(), "stub");
    }

    @Test
    void whatWouldGiveAWrongKickIsRefusedInTheSameWordsByTheStub() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("weights", "chiralkick").toString());
        workshop.says(
                "ok\n", Map.of(), workshop.test("weights", "chiralkick_stub").toString(), "stub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void messagesAreWholeAndThoseOfAThreadAndACoupling(String library) throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("messages", library).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void whatIsWrongInAConfigurationIsRefusedInTheSameWordsByTheStub(String library)
            throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("configurations", library).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void whatIsWronglyChosenOfSourcesIsRefusedInTheSameWordsByTheStub(String library)
            throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("settings", library).toString());
    }

    @Test
    void theAuditSaysTheSameOfBothLibraries() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("audit", "chiralkick").toString());
        workshop.says(
                "ok\n", Map.of(), workshop.test("audit", "chiralkick_stub").toString(), "stub");
    }

    @Test
    void whatIsWrongWithZonesIsCountedByItsCauseByBothLibraries() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        String replay = Workshop.sources("tests/causes.txt").toString();
        workshop.says("ok\n", Map.of(), workshop.test("causes", "chiralkick").toString());
        workshop.says(
                "ok\n", Map.of(), workshop.test("causes", "chiralkick_stub").toString(), replay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void whatIsWrongWithZonesIsCountedByItsCauseInFortran(String library) throws IOException, InterruptedException {
        Workshop.needs("gfortran");
        Workshop workshop = new Workshop(folder);
        List<String> sources = List.of(
                "-std=f2008",
                "-fcheck=all",
                Workshop.installed().resolve("fortran/chiralkick.f90").toString(),
                Workshop.sources("tests/causes.f90").toString());
        String host = workshop.compile("gfortran", "causes", sources, library).toString();
        String replay = Workshop.sources("tests/causes.txt").toString();
        List<String> command = library.equals("chiralkick") ? List.of(host) : List.of(host, replay);
        workshop.says("ok\n", Map.of(), command.toArray(String[]::new));
    }

    @Test
    void aSourceThatIsNotThereIsAnErrorWithTheNearestName() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        String typo = Workshop.sources("tests/typo-source.json").toString();
        workshop.says("ok\n", Map.of(), workshop.test("sources", "chiralkick").toString(), typo, "library");
        workshop.says(
                "ok\n", Map.of(), workshop.test("sources", "chiralkick_stub").toString(), typo);
    }

    @Test
    void aHostSaysItsUnitsOfFieldAndNumberAndTheLogNamesThemAll() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("units", "chiralkick").toString());
        String overflow = Workshop.sources("tests/overflow.txt").toString();
        workshop.says(
                "ok\n", Map.of(), workshop.test("units", "chiralkick_stub").toString(), "stub", overflow);
    }

    @Test
    void groupsSumToTheFluxesAndWhatCannotBeGivenIsRefused() throws IOException, InterruptedException {
        String groups = new Workshop(programs).test("groups", "chiralkick").toString();
        new Workshop(folder).says("ok\n", Map.of(), groups);
    }
}

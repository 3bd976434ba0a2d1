package org.chiralkick.study.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.study.StudyException;
import org.chiralkick.table.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a finished run says about itself is read back from a recording and from {@code run.json}. */
class AuditTest {
    private static final String RECORDING = """
            chiralkick-replay 1
            units 1 100000 1 1 1 gaussian 0 1
            evaluation 1 0
            result 0x1p+0 0x0p+0 0x0p+0 0x0p+0 0x0p+0 0x0p+0 0x0p+0
            commit 1
            audit 1 0 0 0 0 0 0 0 0 0 0 0
            evaluation 2 0
            result 0x1p+0 0x0p+0 0x0p+0 0x0p+0 0x0p+0 0x0p+0 0x0p+0
            commit 2
            audit 2 0 1 3 17 0 0 1.2e-07 0.0012 0.25 0 0
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    @Test
    void theLastAuditOfARecordingCounts() throws IOException {
        Audit audit = Audit.read(file(RECORDING));
        assertEquals(new CouplingAudit(2, 0, 1, 3, 17, 0, 0, 1.2e-7, 0.0012, 0.25, 0, 0), audit.coupling());
        assertEquals(
                List.of(
                        "units: mass 1 g, length 100000 cm, time 1 s, temperature 1 MeV, potential 1 MeV, field gaussian, number 1",
                        "steps 2, held 0, silent 0, retries 1, rolled back 3",
                        "zone evaluations flagged 17, invalid 0, implausible 0",
                        "worst error of weights 1.20e-07, area defect 1.20e-03",
                        "emission outside validity 25.00 %, energy above the budget 0.00 %",
                        "nothing found that makes the kick wrong"),
                audit.lines());
        assertEquals(List.of(), audit.problems());
    }

    @Test
    void aRecordingOfARankSaysWhatItCouldNotJudge() throws IOException {
        String ofRank = RECORDING.replace("0.0012 0.25 0 0\n", "0 0.25 0 0 2\n");
        Audit audit = Audit.read(file(ofRank));
        assertEquals(2, audit.coupling().unjudged());
        assertEquals(
                "not judged: closure of the surface and silence of 2 of 2 steps, which each rank committed by itself; a commit"
                        + " of all ranks judges them",
                audit.lines().get(5));
        assertEquals(List.of(), audit.problems());
        CouplingAudit written = audit.coupling();
        Path json = Files.writeString(folder.resolve("run.json"), Json.text(Map.of("audit", AuditJson.of(written))));
        assertEquals(written, Audit.read(json).coupling());
    }

    @Test
    void aRecordingThatEndsInsideAStepIsNamed() throws IOException {
        String cut = RECORDING.substring(0, RECORDING.indexOf("commit 2"));
        Audit audit = Audit.read(file(cut));
        assertEquals(1, audit.coupling().steps());
        assertEquals(List.of("the recording ends inside step 2: it is cut, or the run ended there"), audit.problems());
        assertEquals("WRONG: the recording ends inside step 2: it is cut, or the run ended there", last(audit.lines()));
        assertEquals(-1, audit.lines().indexOf("nothing found that makes the kick wrong"));
    }

    @Test
    void aStepThatWasRolledBackOrRetriedEndsARecordingWell() throws IOException {
        String cut = RECORDING.substring(0, RECORDING.indexOf("commit 2"));
        for (String end : List.of("rollback 2\n", "retry 2\n")) {
            assertEquals(List.of(), Audit.read(file(cut + end)).problems());
        }
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    @Test
    void aRecordingOfWhichAPartIsMissingIsNamed() throws IOException {
        Audit audit = Audit.read(file(RECORDING.replace("commit 1\n", "")));
        assertEquals(List.of("the recording has 1 commits, the audit in it counts 2 steps"), audit.problems());
    }

    @Test
    void aRecordingWithoutCommitHasNoKick() throws IOException {
        Audit audit = Audit.read(file("chiralkick-replay 1\n"));
        assertEquals(List.of("no step was committed, so that there is no kick"), audit.problems());
    }

    @Test
    void aRunIsReadFromItsFileOrFolder() throws IOException {
        CouplingAudit written = new CouplingAudit(512, 3, 0, 1, 7, 2, 0, 1.5e-16, 3e-4, 0.125, 0.5, 4);
        String json = Json.text(Map.of("speed_km_s", 24.7, "audit", AuditJson.of(written)));
        Path file = Files.writeString(folder.resolve("run.json"), json);
        assertEquals(written, Audit.read(file).coupling());
        assertEquals(written, Audit.read(folder).coupling());
        assertEquals(written.problems(), Audit.read(folder).problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit 2 0 1|line 2: audit has 3 words; must have 12",
                "audit 2 0 1 3 17 0 zero 0 0 0 0 0|line 2: audit has something that is no number: For input string: \"zero\"",
                "commit 1|no line 'audit': it was not recorded, or cut",
                "units 1 2|line 2: units has 2 words; must have 8"
            })
    void whatARecordingCannotHaveIsRefusedWithItsPlace(String line, String message) throws IOException {
        Path file = file("chiralkick-replay 1\n" + line + "\n");
        StudyException thrown = assertThrows(StudyException.class, () -> Audit.read(file));
        assertEquals(file + ": " + message, thrown.getMessage());
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path noAudit = file("{\"speed_km_s\": 24.7}");
        assertEquals(
                noAudit + ": has no object 'audit'; give the run.json of a run, or a recording",
                assertThrows(StudyException.class, () -> Audit.read(noAudit)).getMessage());
        Path wrong = file("{\"audit\": {\"steps\": 1.5}}");
        assertEquals(
                wrong + ": audit.steps is 1.5; must be a whole number",
                assertThrows(StudyException.class, () -> Audit.read(wrong)).getMessage());
        Path binary = Files.write(folder.resolve("binary"), "\u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                binary + ": is no text; must be a recording or the run.json of a run",
                assertThrows(StudyException.class, () -> Audit.read(binary)).getMessage());
    }
}

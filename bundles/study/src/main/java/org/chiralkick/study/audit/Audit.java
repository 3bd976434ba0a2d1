package org.chiralkick.study.audit;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.Problems;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.study.StudyException;
import org.jspecify.annotations.Nullable;

/**
 * What a finished run says about itself.
 *
 * @param coupling what its coupling noticed
 * @param units the units that the host chose; empty where it is not said
 * @param ownProblems what is wrong with the file as a whole, a sentence each
 */
public record Audit(CouplingAudit coupling, String units, List<String> ownProblems) {
    /** The result of a run, in the folder that it was written to. */
    private static final String RUN = "run.json";

    /** Keeps its own copy. */
    public Audit {
        ownProblems = List.copyOf(ownProblems);
    }

    /**
     * Reads the audit of a recording, of a {@code run.json}, or of the folder that one is in.
     *
     * @throws StudyException if the file is none of these or has no audit; the message names file and place
     * @throws IOException if it cannot be read
     */
    public static Audit read(Path file) throws IOException {
        Path read = Files.isDirectory(file) ? file.resolve(RUN) : file;
        try (BufferedReader reader = Files.newBufferedReader(read, StandardCharsets.UTF_8)) {
            String first = reader.readLine();
            if (first != null && first.strip().equals(RecordedRun.FIRST_LINE)) {
                return RecordedRun.read(reader.lines());
            }
            Stream<String> rest = reader.lines();
            return ofRun(String.join(
                    "\n", Stream.concat(Stream.ofNullable(first), rest).toList()));
        } catch (IllegalArgumentException e) {
            throw StudyException.failed(read + ": " + e.getMessage());
        } catch (MalformedInputException e) {
            throw StudyException.failed(read + ": is no text; must be a recording or the run.json of a run");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof MalformedInputException) {
                throw StudyException.failed(read + ": is no text; must be a recording or the run.json of a run");
            }
            throw e.getCause();
        }
    }

    private static Audit ofRun(String text) {
        Problems problems = new Problems();
        JsonObject json = JsonText.parse(text, problems)
                .orElseThrow(() -> new IllegalArgumentException("is neither a recording, whose first line is '"
                        + RecordedRun.FIRST_LINE + "', nor the run.json of a run: " + problems.message()));
        if (json.get("audit") instanceof JsonObject audit) {
            return new Audit(AuditJson.read(audit), "cgs, temperatures and potentials in MeV", List.of());
        }
        throw new IllegalArgumentException("has no object 'audit'; give the run.json of a run, or a recording");
    }

    /** Returns all that makes the kick wrong, a sentence each; empty where nothing does. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(coupling.problems());
        problems.addAll(ownProblems);
        return problems;
    }

    /** Returns the audit as lines of text, the problems last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!units.isEmpty()) {
            lines.add("units: " + units);
        }
        List<String> ofCoupling = coupling.lines();
        boolean onlyOwn = coupling.problems().isEmpty() && !ownProblems.isEmpty();
        lines.addAll(onlyOwn ? ofCoupling.subList(0, ofCoupling.size() - 1) : ofCoupling); // not that nothing was found
        ownProblems.forEach(problem -> lines.add("WRONG: " + problem));
        return lines;
    }

    /** Returns the audit as an object of JSON. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = AuditJson.of(coupling);
        json.put("units", units);
        json.put("problems", problems());
        return json;
    }
}

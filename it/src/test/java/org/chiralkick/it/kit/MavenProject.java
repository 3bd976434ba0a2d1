package org.chiralkick.it.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chiralkick.it.cli.Launcher;

/**
 * An author's project, built by the Maven that builds ChiralKick, offline. Its local repository borrows what the running build has downloaded,
 * entry by entry, and has nothing of ours: that comes from the distribution, and nothing is left in the user's own repository.
 */
final class MavenProject {
    private static final int TIMEOUT_S = 300;

    private final Path folder;
    private final Path repository;

    private MavenProject(Path folder, Path repository) {
        this.folder = folder;
        this.repository = repository;
    }

    /** Returns a copy of the distribution's template, in a folder of its own. */
    static MavenProject ofTemplate(Path work) throws IOException {
        Path template = Launcher.distribution().resolve("mechanism-template");
        Path copy = work.resolve("mine");
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(template.relativize(file).toString()));
            }
        }
        // Found as in the distribution, where the copy lies beside it.
        Files.createSymbolicLink(
                work.resolve("repository"),
                Launcher.distribution().resolve("repository").toRealPath());
        return new MavenProject(copy, borrowed(work.resolve("local-repository")));
    }

    private static Path borrowed(Path repository) throws IOException {
        Path whole = Path.of(System.getProperty("chiralkick.maven.repository"));
        link(whole, repository, "org");
        link(whole.resolve("org"), repository.resolve("org"), "chiralkick");
        return repository;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Path name = entry.getFileName();
                if (!name.toString().equals(except)) {
                    Files.createSymbolicLink(to.resolve(name.toString()), entry.toRealPath());
                }
            }
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Replaces each occurrence of a text in a file; there has to be one. */
    void edit(String file, String text, String by) throws IOException {
        String before = Files.readString(file(file));
        String after = before.replace(text, by);
        if (after.equals(before)) {
            throw new IllegalArgumentException("'" + text + "' is not in " + file);
        }
        Files.writeString(file(file), after);
    }

    /** Runs Maven and returns what it printed; fails if Maven does. */
    String run(String... goals) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("chiralkick.maven.home"), "bin", "mvn")
                        .toString(),
                "-B",
                "-o",
                // A repository in a folder is there without a network, too.
                "-Daether.offline.protocols=file",
                "-Dmaven.repo.local=" + repository,
                // Whoever builds behind a mirror has files that are marked as its.
                "-Dmaven.legacyLocalRepo=true"));
        command.addAll(List.of(goals));
        Path out = Files.createTempFile(folder, "maven", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Maven did not end within " + TIMEOUT_S + " s: " + text(out));
        }
        assertEquals(0, process.exitValue(), text(out));
        return text(out);
    }

    /** Brings the reports of the project's tests to those of this module, where {@code .ci/check-reports} looks for them. */
    void keepReports() throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "template-reports"));
        try (Stream<Path> reports = Files.list(file("target/surefire-reports"))) {
            for (Path report : reports.toList()) {
                if (report.getFileName().toString().endsWith(".xml")) {
                    Files.copy(report, kept.resolve(report.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}

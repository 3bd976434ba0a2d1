package org.chiralkick.it.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Somebody who has unpacked a distribution and does what a page says, one page in a fresh folder. */
final class Reader {
    private static final long TIMEOUT_S = 600;
    /** What a reader changes; the rest of the distribution is linked. */
    private static final String BUNDLES = "bundles";

    private final Path distribution;
    private final Path folder;
    private final CommandLine program;

    Reader(Path distribution, Path folder, CommandLine program) {
        this.distribution = distribution;
        this.folder = folder;
        this.program = program;
    }

    /** Makes the folder as it is after unpacking. */
    static void unpack(Path distribution, Path folder) throws IOException {
        clear(folder);
        try (Stream<Path> entries = Files.list(distribution)) {
            for (Path entry : entries.toList()) {
                Path here = folder.resolve(entry.getFileName());
                if (!entry.getFileName().toString().equals(BUNDLES)) {
                    Files.createSymbolicLink(here, entry);
                    continue;
                }
                Files.createDirectory(here);
                try (Stream<Path> jars = Files.list(entry)) {
                    jars.forEach(jar -> copy(jar, here.resolve(jar.getFileName())));
                }
            }
        }
    }

    /** Empties the folder, which is made where it is not there. */
    static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does all that a page says and compares with what it shows. */
    void follow(GuidePage page) throws IOException, InterruptedException {
        unpack(distribution, folder);
        for (GuidePage.Step step : page.steps()) {
            if (step instanceof GuidePage.Save save) {
                Path file = folder.resolve(save.name());
                Files.createDirectories(file.getParent());
                Files.writeString(file, save.text());
            } else if (step instanceof GuidePage.Type type) {
                type(page.file() + " line " + type.line(), type);
            }
        }
    }

    /** A page shows what a command prints, and its messages where they are what matters; newer Javas add warnings of their own to these. */
    private void type(String place, GuidePage.Type step) throws IOException, InterruptedException {
        Outcome outcome = run(step.lines());
        String all = place + ": " + String.join("\n", step.lines()) + "\ngives\n" + String.join("\n", outcome.lines());
        assertEquals(step.fails(), outcome.exit() != 0, all);
        if (!step.shown().isEmpty()) {
            assertTrue(
                    ShownOutput.matches(step.shown(), outcome.out().lines().toList())
                            || ShownOutput.matches(step.shown(), outcome.lines()),
                    () -> all + "\nbut the page shows\n" + String.join("\n", step.shown()));
        }
    }

    private Outcome run(List<String> lines) throws IOException, InterruptedException {
        List<List<String>> commands = new ArrayList<>();
        for (String line : lines) {
            Optional<List<String>> arguments = CommandLine.arguments(line);
            if (arguments.isEmpty()) {
                return shell(lines);
            }
            commands.add(arguments.get());
        }
        StringBuilder out = new StringBuilder();
        StringBuilder err = new StringBuilder();
        int exit = 0;
        for (List<String> command : commands) {
            Outcome outcome = program.run(command);
            out.append(outcome.out());
            err.append(outcome.err());
            exit = Math.max(exit, outcome.exit());
        }
        return new Outcome(exit, out.toString(), err.toString());
    }

    /** Variables that one block exports are there in the next, as in one terminal. */
    private Outcome shell(List<String> lines) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve(".page.sh"),
                "set -e\n[ ! -f .page.environment ] || . ./.page.environment\n" + String.join("\n", lines)
                        + "\nexport -p > .page.environment\n");
        Path out = folder.resolve(".page.out");
        Path err = folder.resolve(".page.err");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("CHIRALKICK_") || key.startsWith("JAVA_TOOL"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + environment.get("PATH"));
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("OMPI_ALLOW_RUN_AS_ROOT", "1");
        environment.put("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
        environment.put("OMPI_MCA_rmaps_base_oversubscribe", "1");
        Process process = builder.start();
        if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(String.join("\n", lines) + " did not end within " + TIMEOUT_S + " s");
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}

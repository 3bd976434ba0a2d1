package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts {@code bin/chiralkick} of the distribution that the build has made. */
public final class Launcher {
    private static final int TIMEOUT_S = 120;

    private final Path script;
    private final Path folder;

    /** @param folder where the process runs and its files go */
    public Launcher(Path folder) {
        this.script = distribution().resolve("bin/chiralkick");
        this.folder = folder;
        // A test that has no folder of its own would leave its files in the source tree.
        assertTrue(folder.isAbsolute(), "'" + folder + "' is no folder of a test");
        assertTrue(Files.isExecutable(script), script + " is missing; build bundles/distribution first");
    }

    /**
     * What a process left.
     *
     * @param exitCode its exit code
     * @param out standard output
     * @param err standard error
     */
    public record Outcome(int exitCode, String out, String err) {
        /** Returns standard output as JSON; fails where it is anything else. */
        public JsonStructure json() {
            try (JsonReader reader = Json.createReader(new StringReader(out))) {
                return reader.read();
            }
        }
    }

    /** Returns the outcome of a command, with nothing on its standard input. */
    public Outcome run(String... args) throws IOException, InterruptedException {
        return runWith("", args);
    }

    /** Returns the outcome of a command that reads a text from standard input. */
    Outcome runWith(String input, String... args) throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile(folder, "in", ".txt"), input);
        return begin(in, args).end();
    }

    /** Begins a command that goes on by itself, with nothing on its standard input. */
    public Running begin(String... args) throws IOException {
        return begin(Files.createTempFile(folder, "in", ".txt"), args);
    }

    private Running begin(Path in, String... args) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command(args))
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Running(process, out, err);
    }

    /**
     * A command that goes on.
     *
     * @param process its process
     * @param outFile where its standard output goes
     * @param errFile where its standard error goes
     */
    public record Running(Process process, Path outFile, Path errFile) {
        /** Returns standard output so far. */
        public String out() throws IOException {
            return Files.readString(outFile, StandardCharsets.UTF_8);
        }

        /** Returns standard error so far. */
        public String err() throws IOException {
            return Files.readString(errFile, StandardCharsets.UTF_8);
        }

        /** Waits for the end, and returns what the command left. */
        public Outcome end() throws IOException, InterruptedException {
            if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        process.info().commandLine().orElse("it") + " did not end within " + TIMEOUT_S + " s");
            }
            return new Outcome(process.exitValue(), out(), err());
        }
    }

    /** Returns the process of a command, whose output nobody reads. */
    Process start(String... args) throws IOException {
        return new ProcessBuilder(command(args))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        return command;
    }

    /** Returns the distribution's folder. */
    public static Path distribution() {
        String given = System.getProperty("chiralkick.home", "");
        return given.isEmpty()
                ? Path.of("..", "bundles", "distribution", "target", "chiralkick")
                        .toAbsolutePath()
                        .normalize()
                : Path.of(given);
    }
}

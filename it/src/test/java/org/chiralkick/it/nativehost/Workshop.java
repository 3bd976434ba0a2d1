package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chiralkick.it.felix.Distribution;

/** Compiles native hosts into a folder and runs them there. */
final class Workshop {
    private static final long TIMEOUT_S = 300;

    private final Path folder;

    Workshop(Path folder) {
        this.folder = folder;
    }

    /**
     * What a process left.
     *
     * @param exit its exit code
     * @param out standard output
     * @param err standard error
     */
    record Outcome(int exit, String out, String err) {}

    /** Skips the test where a program is not on the PATH, or was left out of the build. */
    static void needs(String... programs) {
        for (String program : programs) {
            assumeTrue(find(program).isPresent(), program + " is not installed: this native test is left out");
        }
        assumeTrue(Files.exists(lib().resolve("libchiralkick.so")), "libchiralkick was left out of the build");
    }

    /** Returns where a program is. */
    static Path program(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is not on the PATH"));
    }

    private static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(path -> Path.of(path, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path installed() {
        return Distribution.home().resolve("native");
    }

    static Path lib() {
        return installed().resolve("lib");
    }

    /** Returns a folder of the native sources in this checkout. */
    static Path sources(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("host-adapter/src/main/native"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run the tests inside the checkout");
            }
        }
        return folder.resolve("host-adapter/src/main/native").resolve(name);
    }

    /** Returns the compiled host, linked with these libraries. */
    Path compile(String compiler, String name, List<String> sources, String... libraries)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(compiler, "-O1", "-I" + installed().resolve("include"), "-o", name));
        command.addAll(sources);
        command.addAll(List.of("-L" + lib(), "-Wl,-rpath," + lib(), "-pthread"));
        for (String library : libraries) {
            command.add("-l" + library);
        }
        Outcome compiled = run(command, Map.of());
        assertEquals(0, compiled.exit, compiled.err);
        return folder.resolve(name);
    }

    /** Returns a compiled program of the folder {@code tests} of the native sources, linked with the real library or the stub. */
    Path test(String program, String library, String... options) throws IOException, InterruptedException {
        List<String> sources = new ArrayList<>(List.of("-std=gnu11", "-Wall", "-Wextra", "-Werror"));
        sources.addAll(List.of(options));
        sources.add(sources("tests").resolve(program + ".c").toString());
        return compile("gcc", program + "-" + library, sources, library, "m", "dl");
    }

    /** Asserts that a program ends well, says this, and nothing else. */
    void says(String expected, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Outcome outcome = run(List.of(command), environment);
        assertEquals(expected, outcome.out, outcome.err);
        assertEquals(0, outcome.exit, outcome.err);
    }

    /** Returns what a process left that ran to its end. */
    Outcome run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = start(command, environment, out, err);
        if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end within " + TIMEOUT_S + " s: " + Files.readString(err));
        }
        Outcome outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return outcome;
    }

    /** Starts a process in the folder; native hosts find the Java that runs this test. */
    Process start(List<String> command, Map<String, String> environment, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("CHIRALKICK_") || key.startsWith("JAVA_TOOL"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}

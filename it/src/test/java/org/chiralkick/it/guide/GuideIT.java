package org.chiralkick.it.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chiralkick.it.felix.Distribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the guide, followed line by line in a distribution that was just unpacked: each command works and prints what the page
 * shows.
 */
class GuideIT {
    /** Programs that a page may need beside Java and a shell. */
    private static final List<String> PROGRAMS =
            List.of("gcc", "g++", "gfortran", "mpicc", "mpifort", "mpirun", "cmake", "pkg-config", "python3", "curl");

    @TempDir
    private static Path temporary = Path.of("");

    private static Path folder = Path.of("");
    private static @Nullable CommandLine program;

    @BeforeAll
    static void start() throws IOException {
        folder = temporary.toRealPath().resolve("chiralkick");
        Reader.unpack(Distribution.home().toRealPath(), folder);
        program = new CommandLine(folder);
    }

    @AfterAll
    static void end() throws IOException {
        Objects.requireNonNull(program).close();
        Reader.clear(folder); // links out of a temporary folder make JUnit warn
    }

    static Stream<String> pages() throws IOException {
        Path guide = Distribution.home().resolve("guide");
        try (Stream<Path> files = Files.walk(guide)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> guide.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandOfThePageWorksAsShown(String name) throws IOException, InterruptedException {
        GuidePage page = GuidePage.read(Distribution.home().resolve("guide").resolve(name));
        needs(page);
        follow(page);
    }

    @Test
    void theExamplesOfTheReadmeWork() throws IOException, InterruptedException {
        GuidePage readme = GuidePage.read(Checkout.root().resolve("README.md"));
        List<GuidePage.Step> examples = readme.steps().stream()
                .filter(step -> step instanceof GuidePage.Type type
                        && type.lines().get(0).startsWith("bin/chiralkick"))
                .toList();
        assertEquals(5, examples.size(), "examples of the README");
        follow(new GuidePage(readme.file(), examples));
    }

    private static void follow(GuidePage page) throws IOException, InterruptedException {
        new Reader(Distribution.home().toRealPath(), folder, Objects.requireNonNull(program)).follow(page);
    }

    /** Skips the page, loudly, where it needs what is not installed here. */
    private static void needs(GuidePage page) throws IOException, InterruptedException {
        for (GuidePage.Step step : page.steps()) {
            if (!(step instanceof GuidePage.Type type)) {
                continue;
            }
            for (String line : type.lines()) {
                List<String> words = Arrays.asList(line.strip().split("[\\s(=]+"));
                for (String needed : PROGRAMS) {
                    assumeTrue(
                            !words.contains(needed) || installed(needed),
                            needed + " is not installed: the page "
                                    + page.file().getFileName() + " is left out");
                }
                if (words.contains("python3")) {
                    assumeTrue(
                            new ProcessBuilder("python3", "-c", "import numpy")
                                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                                            .start()
                                            .waitFor()
                                    == 0,
                            "numpy is not installed: the page is left out");
                }
                if (line.contains("native")) {
                    assumeTrue(
                            Files.exists(Distribution.home().resolve("native/lib/libchiralkick.so")),
                            "libchiralkick was left out of the build: so is the page "
                                    + page.file().getFileName());
                }
            }
        }
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}

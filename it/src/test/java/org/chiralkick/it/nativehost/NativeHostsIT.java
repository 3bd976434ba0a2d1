package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.it.felix.FelixExtension;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example hosts of every language give the bits of a Java host. */
@ExtendWith(FelixExtension.class)
class NativeHostsIT {
    private static final Pattern WORDS = Pattern.compile("(?<what>\\w+) +(?<number>-?\\d\\S*)(?<unit>.*)");
    private static final String KUBS = "{\"preset\": \"kubs-2016\", \"recoil\": {\"geometry\": \"lambert\"}}";

    @TempDir
    Path folder = Path.of("");

    private static String example(String name) {
        return Workshop.installed().resolve("examples").resolve(name).toString();
    }

    private static void sameAsJava(
            FelixRuntime felix, Workshop workshop, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        for (String config : List.of("{}", KUBS)) {
            List<String> withConfig = new ArrayList<>(command);
            withConfig.add("--bits");
            withConfig.add(config);
            Outcome outcome = workshop.run(withConfig, environment);
            assertEquals("", outcome.err());
            String expected = new JavaHost().bits(felix, CouplingConfig.parse(config));
            assertEquals(expected, outcome.out());
            assertTrue(
                    !expected.contains("momentum 0000000000000000 g cm/s along x"),
                    "the recoil is not zero: " + expected);
        }
    }

    /** Asserts that a host without options prints words and units, and the numbers of a Java host to their three digits. */
    private static void readsAsJava(
            FelixRuntime felix, Workshop workshop, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Outcome outcome = workshop.run(command, environment);
        assertEquals("", outcome.err());
        List<String> expected =
                new JavaHost().words(felix, CouplingConfig.defaults()).lines().toList();
        List<String> printed = outcome.out().lines().toList();
        assertEquals(expected.size(), printed.size(), outcome.out());
        for (int i = 0; i < expected.size(); i++) {
            Matcher theirs = WORDS.matcher(printed.get(i));
            Matcher ours = WORDS.matcher(expected.get(i));
            assertTrue(theirs.matches() && ours.matches(), printed.get(i));
            assertEquals(ours.group("what"), theirs.group("what"));
            assertEquals(ours.group("unit"), theirs.group("unit"));
            double number = Double.parseDouble(ours.group("number"));
            // The last of three digits may be rounded the other way.
            assertEquals(number, Double.parseDouble(theirs.group("number")), 0.011 * Math.abs(number), printed.get(i));
        }
        assertTrue(
                outcome.out().matches("(?s)momentum +-?[1-9][.]\\d\\d[eE][+]\\d+ g cm/s along x\n.*"), outcome.out());
    }

    @Test
    void aHostInCWithAnArrayOfStructures(FelixRuntime felix) throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        Path host = workshop.compile("gcc", "host", List.of(example("host.c")), "chiralkick");
        sameAsJava(felix, workshop, List.of(host.toString()), Map.of());
        readsAsJava(felix, workshop, List.of(host.toString()), Map.of());
    }

    @Test
    void aHostInCppWithReversedAxesAndTwoThreads(FelixRuntime felix) throws IOException, InterruptedException {
        Workshop.needs("g++");
        Workshop workshop = new Workshop(folder);
        Path host = workshop.compile("g++", "host", List.of(example("host.cpp")), "chiralkick");
        sameAsJava(felix, workshop, List.of(host.toString()), Map.of());
        readsAsJava(felix, workshop, List.of(host.toString()), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O2", "-fdefault-real-8", "-fdefault-integer-8"})
    void aHostInFortranWithGhostZonesAndSinglePrecision(String option, FelixRuntime felix)
            throws IOException, InterruptedException {
        Workshop.needs("gfortran");
        Workshop workshop = new Workshop(folder);
        String module = Workshop.installed().resolve("fortran/chiralkick.f90").toString();
        Path host = workshop.compile(
                "gfortran", "host", List.of("-std=f2008", option, module, example("host.f90")), "chiralkick");
        sameAsJava(felix, workshop, List.of(host.toString()), Map.of());
        readsAsJava(felix, workshop, List.of(host.toString()), Map.of());
    }

    @Test
    void aHostInPythonWithStridedArrays(FelixRuntime felix) throws IOException, InterruptedException {
        Workshop.needs("python3");
        Workshop workshop = new Workshop(folder);
        assumeTrue(
                workshop.run(List.of("python3", "-c", "import numpy"), Map.of()).exit() == 0,
                "numpy is not installed: this native test is left out");
        Map<String, String> path =
                Map.of("PYTHONPATH", Workshop.installed().resolve("python").toString(), "PYTHONDONTWRITEBYTECODE", "1");
        sameAsJava(felix, workshop, List.of("python3", example("host.py")), path);
        readsAsJava(felix, workshop, List.of("python3", example("host.py")), path);
    }

    @Test
    void theTorqueOfManyPiecesAndChunks(FelixRuntime felix) throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        Recoil expected = new TorqueHost().recoil(felix);
        for (double component : new double[] {
            expected.torque().x(), expected.torque().y(), expected.torque().z()
        }) {
            assertTrue(component != 0, "every component is tested: " + expected);
        }
        workshop.says(
                TorqueHost.lines(expected),
                Map.of(),
                workshop.test("torque", "chiralkick").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"host.c", "host.cpp", "host.f90", "host.py"})
    void anExampleHasTwentyToSixtyLines(String name) throws IOException {
        long lines = Files.readAllLines(Path.of(example(name))).stream()
                .filter(line -> !line.isBlank())
                .count();
        assertTrue(lines >= 20 && lines <= 60, name + " has " + lines + " lines");
    }

    @Test
    void theAdvectionCodeIsCoupledInAtMostThirtyLines() throws IOException {
        long lines = Files.readAllLines(Path.of(example("advection.f90"))).stream()
                .filter(line -> line.endsWith("!ck"))
                .count();
        assertTrue(lines >= 1 && lines <= 30, lines + " lines are marked !ck");
    }
}

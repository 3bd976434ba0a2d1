package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that take divergence and what has escaped from their zones: with the neutrinos they keep leptons, energy and momentum. */
class FeedbackIT {
    @TempDir
    Path folder = Path.of("");

    private static String program(String name) {
        return Workshop.sources("tests").resolve(name).toString();
    }

    @Test
    void aHostInCWithTwoBlocks() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("feedback", "chiralkick").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O2", "-fdefault-real-8", "-fdefault-integer-8"})
    void aHostInFortranWithGhostZones(String option) throws IOException, InterruptedException {
        Workshop.needs("gfortran");
        Workshop workshop = new Workshop(folder);
        String module = Workshop.installed().resolve("fortran/chiralkick.f90").toString();
        List<String> sources = List.of("-std=f2008", option, module, program("feedback.f90"));
        workshop.says(
                "ok\n",
                Map.of(),
                workshop.compile("gfortran", "feedback", sources, "chiralkick").toString());
    }

    @Test
    void aSphericalHostInPython() throws IOException, InterruptedException {
        Workshop.needs("python3");
        Workshop workshop = new Workshop(folder);
        assumeTrue(
                workshop.run(List.of("python3", "-c", "import numpy"), Map.of()).exit() == 0,
                "numpy is not installed: this native test is left out");
        Map<String, String> path =
                Map.of("PYTHONPATH", Workshop.installed().resolve("python").toString(), "PYTHONDONTWRITEBYTECODE", "1");
        workshop.says("ok\n", path, "python3", program("feedback.py"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void bothLibrariesTakeTheDivergence(String library) throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        String divergence = workshop.test("divergence", library).toString();
        workshop.says("ok\n", Map.of(), divergence, program("divergence.txt"));
    }
}

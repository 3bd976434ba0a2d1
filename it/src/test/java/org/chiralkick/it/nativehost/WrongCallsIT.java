package org.chiralkick.it.nativehost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wrong arguments, and calls in a wrong order or from threads in a wrong order: codes and messages from both libraries, no crash; and
 * hosts that are right, but of another version.
 */
class WrongCallsIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theRealLibraryRefusesThem() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        workshop.says(
                "ok\n", Map.of(), workshop.test("wrong_calls", "chiralkick").toString());
    }

    @Test
    void theStubRefusesThemAlike() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        String config = "{\"replay\": \"" + Workshop.sources("tests/overflow.txt") + "\"}";
        workshop.says(
                "ok\n",
                Map.of(),
                workshop.test("wrong_calls", "chiralkick_stub").toString(),
                config);
    }

    @Test
    void theFortranModuleRefusesWhatItCannotPassOn() throws IOException, InterruptedException {
        Workshop.needs("gfortran");
        Workshop workshop = new Workshop(folder);
        String module = Workshop.installed().resolve("fortran/chiralkick.f90").toString();
        String fields = Workshop.sources("tests/fields.f90").toString();
        for (String option : List.of("-O2", "-fdefault-real-8", "-fdefault-integer-8")) {
            Path host = workshop.compile(
                    "gfortran",
                    "fields",
                    List.of("-std=f2008", "-fcheck=all", option, module, fields),
                    "chiralkick_stub");
            workshop.says("ok\n", Map.of(), host.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void hostsOfOtherVersionsOfTheInterfaceAreServed(String library) throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        workshop.says("ok\n", Map.of(), workshop.test("other_versions", library).toString());
    }
}

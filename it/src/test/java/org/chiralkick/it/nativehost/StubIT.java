package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host author without Java does: CMake alone, the stub, its tests, valgrind where there is one. */
class StubIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void cmakeAloneBuildsAndTestsTheStub() throws IOException, InterruptedException {
        Workshop.needs("cmake", "ctest", "gcc");
        Workshop workshop = new Workshop(folder);
        succeeds(workshop, "cmake", "-S", Workshop.sources("").toString(), "-B", "build", "-DCHIRALKICK_WERROR=ON");
        succeeds(workshop, "cmake", "--build", "build", "--parallel", "2");
        succeeds(workshop, "ctest", "--test-dir", "build", "--parallel", "2", "--output-on-failure");
    }

    private static void succeeds(Workshop workshop, String... command) throws IOException, InterruptedException {
        Outcome outcome = workshop.run(List.of(command), Map.of());
        assertEquals(0, outcome.exit(), outcome.out() + outcome.err());
    }
}

package org.chiralkick.it.nativehost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong arguments, and calls in a wrong order or from threads in a wrong order: codes and messages from both libraries, no crash. */
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
}

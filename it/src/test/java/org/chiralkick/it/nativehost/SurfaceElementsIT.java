package org.chiralkick.it.nativehost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surface elements of a sphere, from both libraries: without a coupling, so without a Java VM. */
class SurfaceElementsIT {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"chiralkick", "chiralkick_stub"})
    void bothLibrariesFillThem(String library) throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        String numbers = Workshop.sources("tests/surface.txt").toString();
        workshop.says("ok\n", Map.of(), workshop.test("surface", library).toString(), numbers);
    }
}

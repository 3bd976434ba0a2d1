package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The header is its own reference: doxygen makes it without a warning, and nothing is left undocumented. */
class HeaderReferenceIT {
    @TempDir
    Path folder = Path.of("");

    private Outcome doxygen(String header) throws IOException, InterruptedException {
        Path include = Files.createDirectories(folder.resolve("include"));
        Files.writeString(include.resolve("chiralkick.h"), header);
        Files.writeString(folder.resolve("Doxyfile"), Files.readString(Workshop.sources("Doxyfile")));
        return new Workshop(folder).run(List.of("doxygen"), Map.of());
    }

    @Test
    void doxygenAcceptsTheHeaderAndRefusesAGap() throws IOException, InterruptedException {
        Workshop.needs("doxygen");
        String header = Files.readString(Workshop.sources("include/chiralkick.h"));
        Outcome whole = doxygen(header);
        assertEquals("", whole.err());
        assertEquals(0, whole.exit(), whole.out());
        assertTrue(Files.exists(folder.resolve("build/reference/chiralkick_8h.html")));
        Outcome gap = doxygen(header.replaceFirst(" \\* @param weight .*\n", ""));
        assertTrue(gap.exit() != 0 && gap.err().contains("parameter 'weight'"), gap.err());
        Outcome member = doxygen(header.replaceFirst("(double torque\\[3];).*\n", "$1\n"));
        assertTrue(member.exit() != 0 && member.err().contains("torque"), member.err());
    }

    @Test
    void everyConstantSaysWhatItIs() throws IOException {
        List<String> undocumented = Files.readAllLines(Workshop.sources("include/chiralkick.h")).stream()
                .filter(line -> line.matches(" +CK_\\w+ = -?\\d+,?.*") && !line.contains("/**<"))
                .toList();
        assertEquals(List.of(), undocumented);
    }
}

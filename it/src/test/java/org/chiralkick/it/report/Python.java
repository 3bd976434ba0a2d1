package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Python that has h5py, where there is one. */
final class Python {
    private Python() {}

    /** Returns what a program says that runs in a folder; skips the test where h5py is not installed. */
    static String withH5py(String program, Path folder) throws Exception {
        String interpreter = "";
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            if (interpreter.isEmpty()
                    && python(candidate, "import h5py", folder).exit() == 0) {
                interpreter = candidate;
            }
        }
        assumeTrue(!interpreter.isEmpty(), "h5py is not installed: run.h5 is not read (apt-get install python3-h5py)");
        Answer answer = python(interpreter, program, folder);
        assertEquals(0, answer.exit(), answer.said());
        return answer.said();
    }

    /**
     * What Python left.
     *
     * @param exit its exit code; 127 where there is no such program
     * @param said what it printed
     */
    private record Answer(int exit, String said) {}

    private static Answer python(String interpreter, String program, Path folder) throws Exception {
        Path said = Files.createTempFile("python", ".txt");
        try {
            Process process = new ProcessBuilder(interpreter, "-c", program)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("python did not end within 60 s");
            }
            return new Answer(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } catch (IOException absent) {
            return new Answer(127, absent.toString());
        } finally {
            Files.delete(said);
        }
    }
}

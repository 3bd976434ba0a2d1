package org.chiralkick.report.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.report.Column;
import org.chiralkick.report.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5FileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasWrittenReadsBackToTheBitWithItsUnits() throws IOException {
        double[] times = {0.1, Double.NaN, 1e-300};
        long[] steps = {1, 2, 1L << 53};
        Path file = Files.writeString(folder.resolve("run.h5"), "an older file");
        Hdf5File.write(
                file,
                Map.of("command", "chiralkick run --out 'M\u00fcller'"),
                List.of(
                        new Table(
                                "history",
                                "steps of a run",
                                List.of(
                                        Column.of("time_s", "s", "time", times),
                                        Column.whole("step", "", "steps done", steps))),
                        new Table("nothing", "no rows", List.of(Column.of("x", "", "", new double[0])))));
        try (HdfFile hdf = new HdfFile(file)) {
            assertEquals(
                    "chiralkick run --out 'M\u00fcller'",
                    hdf.getAttribute("command").getData());
            assertEquals(
                    "steps of a run",
                    hdf.getByPath("history").getAttribute("description").getData());
            Dataset time = hdf.getDatasetByPath("history/time_s");
            assertArrayEquals(times, (double[]) time.getData());
            assertEquals("s", time.getAttribute("units").getData());
            assertEquals("time", time.getAttribute("description").getData());
            Dataset step = hdf.getDatasetByPath("history/step");
            assertArrayEquals(steps, (long[]) step.getData());
            assertEquals("1", step.getAttribute("units").getData());
            assertNull(hdf.getChild("nothing"));
        }
    }
}

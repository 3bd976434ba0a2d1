package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.chiralkick.it.cli.Launcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run --out} leaves besides the page's looks: its numbers, the pictures, the HDF5 file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunFilesIT {
    private static final List<String> STAR = List.of(
            "--geometry", "dipole", "--obliquity", "60", "--spin-period", "0.3", "--duration", "0.5", "--steps", "20");

    private Path folder = Path.of("");
    private Path out = Path.of("");

    @BeforeAll
    void run(@TempDir Path fresh) throws Exception {
        folder = fresh;
        List<String> command = new ArrayList<>(List.of("run", "--out", "kick"));
        command.addAll(STAR);
        Launcher.Outcome outcome = new Launcher(folder).run(command.toArray(String[]::new));
        assertEquals(0, outcome.exitCode(), outcome.err());
        out = folder.resolve("kick");
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private JsonObject pageData() throws Exception {
        String html = Files.readString(out.resolve("report.html"));
        String opening = "<script type=\"application/json\" id=\"data\">";
        int from = html.indexOf(opening) + opening.length();
        return json(html.substring(from, html.indexOf("</script>", from)));
    }

    /** The page takes each from one evaluation and the rule for a turning star; this is a run of its own, step by step. */
    @Test
    void theKickUnderEachOtherClosureIsThatOfARunWithIt() throws Exception {
        JsonArray dots = pageData().getJsonArray("sections").getValuesAs(JsonObject.class).stream()
                .flatMap(section -> section.getJsonArray("blocks").getValuesAs(JsonObject.class).stream())
                .filter(block -> block.getString("id").equals("closures"))
                .findFirst()
                .orElseThrow()
                .getJsonArray("dots");
        assertEquals(3 + 4 + 4 + 2 + 2 + 5 + 3 + 2, dots.size());
        double inForce = json(Files.readString(out.resolve("run.json")))
                .getJsonNumber("speed_km_s")
                .doubleValue();
        for (JsonObject dot : dots.getValuesAs(JsonObject.class)) {
            double speed = dot.getJsonNumber("value").doubleValue();
            if (dot.getBoolean("inForce")) {
                assertEquals(inForce, speed, 1e-12 * inForce, dot.toString());
            }
        }
        for (String[] choice : new String[][] {
            {"share", "all-left-handed"}, {"recoil", "lambert"}, {"momentum", "thermal"}, {"preset", "kubs-2016"}
        }) {
            List<String> command = new ArrayList<>(List.of("run", "--json"));
            command.addAll(STAR);
            command.addAll(
                    choice[0].equals("preset")
                            ? List.of("--preset", choice[1])
                            : List.of("--closure", choice[0] + "=" + choice[1]));
            Launcher.Outcome outcome = new Launcher(folder).run(command.toArray(String[]::new));
            double expected = json(outcome.out()).getJsonNumber("speed_km_s").doubleValue();
            double found = dots.getValuesAs(JsonObject.class).stream()
                    .filter(dot -> dot.getString("group").equals(choice[0])
                            && dot.getString("name").equals(choice[1]))
                    .mapToDouble(dot -> dot.getJsonNumber("value").doubleValue())
                    .findFirst()
                    .orElseThrow();
            assertEquals(expected, found, 1e-10 * expected, String.join("=", choice));
        }
    }

    @Test
    void everyChartIsAPictureToo() throws Exception {
        List<Path> pictures;
        try (Stream<Path> files = Files.list(out)) {
            pictures = files.filter(file -> file.toString().endsWith(".png")).toList();
        }
        assertEquals(10, pictures.size());
        for (Path picture : pictures) {
            BufferedImage image = ImageIO.read(picture.toFile());
            assertEquals(1600, image.getWidth(), picture.toString());
            long drawn = 0;
            for (int y = 0; y < image.getHeight(); y += 2) {
                for (int x = 0; x < image.getWidth(); x += 2) {
                    drawn += (image.getRGB(x, y) & 0xffffff) == 0xffffff ? 0 : 1;
                }
            }
            assertTrue(drawn > 5000, picture + " is nearly blank: " + drawn);
        }
    }

    @Test
    void thePageNeedsNothingElse() throws Exception {
        String html = Files.readString(out.resolve("report.html"));
        assertTrue(html.contains("Licensed to the Apache Software Foundation"), "the charts' licence notice is gone");
        assertFalse(html.contains("{{"), "a slot of the page was not filled");
        for (String outside : List.of("<link rel=\"stylesheet\"", "<script src", "@import", "url(http")) {
            assertFalse(html.contains(outside), outside);
        }
    }

    @Test
    void h5pyReadsTheSameNumbersWithTheirUnits() throws Exception {
        String python = """
                import csv, json, sys
                import h5py
                with h5py.File('run.h5') as f:
                    text = lambda node, name: node.attrs[name].decode() if isinstance(node.attrs[name], bytes) else node.attrs[name]
                    rows = list(csv.DictReader(open('history.csv')))
                    for name, dataset in f['history'].items():
                        assert text(dataset, 'units') and text(dataset, 'description'), name
                        assert [float(row[name]) for row in rows] == list(dataset[:]), name
                    assert text(f['history/kick_z_km_s'], 'units') == 'km/s'
                    assert f['history/step'].dtype.kind == 'i'
                    assert json.loads(text(f, 'run_json')) == json.load(open('run.json'))
                    assert f['emission/colatitude_deg'].shape == (1800,)
                    lines = [line for line in open('profile.csv') if not line.startswith('#')]
                    table = list(csv.DictReader(lines))
                    column = 'neutrino_flux_z_per_cm2_s'
                    assert [float(row[column]) for row in table] == list(f['profile'][column][:])
                    print('read', len(rows), len(table))
                """;
        String interpreter = "";
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            if (interpreter.isEmpty() && python(candidate, "import h5py", out).exit() == 0) {
                interpreter = candidate;
            }
        }
        assumeTrue(!interpreter.isEmpty(), "h5py is not installed: run.h5 is not read (apt-get install python3-h5py)");
        Answer answer = python(interpreter, python, out);
        assertEquals(0, answer.exit(), answer.said());
        assertEquals("read 20 901\n", answer.said());
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

package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.chiralkick.it.cli.Launcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run --out} of any star leaves besides the page's looks: its numbers and pictures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunFilesContract {
    private final List<String> star;
    private final int dots;
    private final int pictures;
    private Path folder = Path.of("");
    private Path out = Path.of("");

    /**
     * @param star words of the command line that make the run
     * @param dots choices whose kick the page shows
     * @param pictures charts of the page
     */
    RunFilesContract(List<String> star, int dots, int pictures) {
        this.star = star;
        this.dots = dots;
        this.pictures = pictures;
    }

    /** Returns the folder of the files. */
    Path out() {
        return out;
    }

    @BeforeAll
    void run(@TempDir Path fresh) throws Exception {
        folder = fresh;
        List<String> command = new ArrayList<>(List.of("run", "--out", "kick"));
        command.addAll(star);
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

    /** The page asks the star of the run again; this is a run of its own, step by step. */
    @Test
    void theKickUnderEachOtherClosureIsThatOfARunWithIt() throws Exception {
        JsonArray shown = pageData().getJsonArray("sections").getValuesAs(JsonObject.class).stream()
                .flatMap(section -> section.getJsonArray("blocks").getValuesAs(JsonObject.class).stream())
                .filter(block -> block.getString("id").equals("closures"))
                .findFirst()
                .orElseThrow()
                .getJsonArray("dots");
        assertEquals(dots, shown.size());
        double inForce = json(Files.readString(out.resolve("run.json")))
                .getJsonNumber("speed_km_s")
                .doubleValue();
        for (JsonObject dot : shown.getValuesAs(JsonObject.class)) {
            double speed = dot.getJsonNumber("value").doubleValue();
            if (dot.getBoolean("inForce")) {
                assertEquals(inForce, speed, 1e-12 * inForce, dot.toString());
            }
        }
        for (String[] choice : new String[][] {
            {"share", "all-left-handed"}, {"recoil", "lambert"}, {"momentum", "thermal"}, {"preset", "kubs-2016"}
        }) {
            List<String> command = new ArrayList<>(List.of("run", "--json"));
            command.addAll(star);
            command.addAll(
                    choice[0].equals("preset")
                            ? List.of("--preset", choice[1])
                            : List.of("--closure", choice[0] + "=" + choice[1]));
            Launcher.Outcome outcome = new Launcher(folder).run(command.toArray(String[]::new));
            double expected = json(outcome.out()).getJsonNumber("speed_km_s").doubleValue();
            double found = shown.getValuesAs(JsonObject.class).stream()
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
        List<Path> found;
        try (Stream<Path> files = Files.list(out)) {
            found = files.filter(file -> file.toString().endsWith(".png")).toList();
        }
        assertEquals(pictures, found.size());
        for (Path picture : found) {
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
}

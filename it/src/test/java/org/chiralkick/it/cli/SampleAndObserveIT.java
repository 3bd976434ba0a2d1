package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chiralkick.it.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chiralkick sample} and {@code observe}: the predictions of {@code run}, for many stars and beside observed ones. */
class SampleAndObserveIT {
    @TempDir
    private Path folder = Path.of("");

    private Launcher.Outcome run(String... args) throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder).run(args);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return outcome;
    }

    @Test
    void everyDrawnStarIsARun() throws IOException, InterruptedException {
        List<String> lines = run("sample", "--host", "static", "--stars", "4", "--seed", "3", "--spin-mean", "1")
                .out()
                .lines()
                .toList();
        assertEquals(2 + 4, lines.size());
        assertTrue(lines.get(1)
                .startsWith("star,field_gauss,spin_period_s,obliquity_deg,angle_to_spin_deg,--kick-magnitude-1"));
        for (String line : lines.subList(2, 6)) {
            String[] cell = line.split(",", -1);
            JsonObject json = run(
                            "run",
                            "--json",
                            "--host",
                            "static",
                            "--steps",
                            "20",
                            "--field",
                            cell[1],
                            "--spin-period",
                            cell[2],
                            "--obliquity",
                            cell[3])
                    .json()
                    .asJsonObject();
            double speed = json.getJsonNumber("speed_km_s").doubleValue();
            assertEquals(speed, Double.parseDouble(cell[5]), 1e-11 * speed);
            double angle = json.getJsonNumber("angle_to_spin_deg").doubleValue();
            assertEquals(angle, Double.parseDouble(cell[4]), 1e-8);
            assertEquals(90 - angle, Double.parseDouble(cell[10]), 1e-8, "phi of COSMIC is the angle out of the plane");
        }
    }

    @Test
    void everyDrawnStarCoolsAsInARun() throws IOException, InterruptedException {
        String[] cooling = {"--zones", "30", "--duration", "0.2", "--obliquity", "50"};
        List<String> lines = run(with(
                        cooling, "sample", "--stars", "2", "--spin-mean", "0.02", "--spin-sigma", "0.005"))
                .out()
                .lines()
                .toList();
        assertTrue(lines.get(0).contains("star builtin cooling for 0.2 s (relativistic)"), lines.get(0));
        for (String line : lines.subList(2, 4)) {
            String[] cell = line.split(",", -1);
            JsonObject json = run(with(
                            cooling,
                            "run",
                            "--json",
                            "--feedback",
                            "none",
                            "--geometry",
                            "dipole",
                            "--field-at",
                            "end",
                            "--field",
                            cell[1],
                            "--spin-period",
                            cell[2]))
                    .json()
                    .asJsonObject();
            double speed = json.getJsonNumber("speed_km_s").doubleValue();
            assertTrue(speed > 0, json.toString());
            double pole = Double.parseDouble(cell[1]);
            JsonObject field = json.getJsonObject("field");
            assertEquals(pole, field.getJsonNumber("pole_end_gauss").doubleValue(), 1e-9 * pole);
            assertTrue(field.getJsonNumber("pole_start_gauss").doubleValue() < pole / 2, json.toString());
            assertEquals(speed, Double.parseDouble(cell[5]), 1e-9 * speed);
            assertEquals(json.getJsonNumber("angle_to_spin_deg").doubleValue(), Double.parseDouble(cell[4]), 1e-8);
        }
    }

    @Test
    void pulsarsAreComparedWithADipoleOfTheFieldAtThePoleAtTheEnd() throws IOException, InterruptedException {
        String[] cooling = {"--zones", "30", "--duration", "0.5"};
        String said = run(with(cooling, "observe", "--out", "o")).out();
        assertTrue(said.contains("dipole field, B_r at the magnetic pole of the final surface; no rotation"), said);
        assertTrue(said.contains("B_r at the pole of the surface") && said.contains("alpha = M v c/E"), said);
        assertTrue(said.contains("extrapolated (dipole-large"), said);
        List<String> predicted = Files.readAllLines(folder.resolve("o").resolve("predicted.csv"));
        List<String> header = List.of(predicted.get(0).split(",", -1));
        String[] atTwelve = predicted.get(3).split(",", -1);
        assertEquals(1e12, Double.parseDouble(atTwelve[header.indexOf("field_end_gauss")]), 1);
        assertTrue(atTwelve[header.indexOf("flags")].contains("knudsen"), predicted.get(3));
        String[] end = {"--json", "--geometry", "dipole", "--field-at", "end"};
        double speed = run(with(end, with(cooling, "run")))
                .json()
                .asJsonObject()
                .getJsonNumber("speed_km_s")
                .doubleValue();
        assertEquals(speed, Double.parseDouble(atTwelve[1]), 1e-9 * speed);
        String[] start = {"--geometry", "uniform", "--field-at", "start", "--out", "s"};
        run(with(start, with(cooling, "observe")));
        List<String> other = Files.readAllLines(folder.resolve("s").resolve("predicted.csv"));
        assertEquals(1e12, Double.parseDouble(other.get(3).split(",", -1)[header.indexOf("field_start_gauss")]), 1);
        List<String> observed = Files.readAllLines(folder.resolve("o").resolve("observed.csv"));
        String[] star = observed.get(observed.size() - 1).split(",", -1);
        assertEquals(2 * Double.parseDouble(star[1]), Double.parseDouble(star[3]), "the pole has twice the equator's");
    }

    @Test
    void starsThatWouldHaveToGiveMoreThanTheyHaveAreDroppedAndCounted() throws IOException, InterruptedException {
        String[] words = {
            "--zones",
            "30",
            "--duration",
            "1",
            "--closure",
            "share=all-left-handed",
            "--stars",
            "12",
            "--field-log10-mean",
            "12.5",
            "--field-log10-sigma",
            "1"
        };
        Launcher.Outcome sample = run(with(words, "sample"));
        List<String> lines = sample.out().lines().toList();
        Matcher dropped = Pattern.compile("# (\\d+) of 12 stars dropped: .*").matcher(lines.get(lines.size() - 1));
        assertTrue(dropped.matches(), lines.get(lines.size() - 1));
        int missing = Integer.parseInt(dropped.group(1));
        assertTrue(missing > 0 && missing < 12, missing + " dropped");
        assertEquals(2 + 12 - missing + 1, lines.size());
        assertTrue(sample.err().contains(missing + " of 12 stars dropped"), sample.err());
        assertTrue(sample.err().contains((12 - missing) + " stars: median kick "), sample.err());
        Launcher.Outcome none = run(with(words, "sample", "--field-factor", "1e6"));
        assertTrue(none.err().contains("12 of 12 stars dropped"), none.err());
        assertFalse(none.err().contains("median"), none.err());
        Launcher.Outcome observe = run("observe", "--zones", "30", "--duration", "1", "--out", "o");
        assertTrue(observe.out().contains("of 11 fields ask for more than the star has lost"), observe.out());
        List<String> predicted = Files.readAllLines(folder.resolve("o").resolve("predicted.csv"));
        List<String> header = List.of(predicted.get(0).split(",", -1));
        assertEquals(List.of("field_gauss", "speed_predicted_km_s", "speed_surface_km_s"), header.subList(0, 3));
        String[] strongest = predicted.get(predicted.size() - 1).split(",", -1);
        assertEquals("", strongest[1]);
        String[] weakest = predicted.get(1).split(",", -1);
        assertTrue(Double.parseDouble(weakest[1]) > Double.parseDouble(weakest[2]), predicted.get(1));
    }

    private static String[] with(String[] more, String... words) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void theSameSeedGivesTheSameKicks() throws IOException, InterruptedException {
        Path file = folder.resolve("kicks.csv");
        String[] isotropic = {"sample", "--host", "static", "--stars", "50", "--spin-orbit", "isotropic"};
        Launcher.Outcome first = run(with(new String[] {"--seed", "9", "--out", file.toString()}, isotropic));
        assertEquals("", first.out());
        assertTrue(first.err().startsWith("50 stars: median kick"), first.err());
        Launcher.Outcome again = run(with(new String[] {"--seed", "9"}, isotropic));
        assertEquals(Files.readString(file), again.out());
        Launcher.Outcome other = run(with(new String[] {"--seed", "10"}, isotropic));
        assertTrue(!again.out().equals(other.out()), "another seed, other kicks");
    }

    @Test
    void thePredictionIsThatOfARunAndTheCaveatIsSaid() throws IOException, InterruptedException {
        Launcher.Outcome observe = run("observe", "--host", "static", "--out", "o");
        assertTrue(observe.out().contains("neither support nor exclude"), observe.out());
        String page = Files.readString(folder.resolve("o").resolve("report.html"));
        assertTrue(
                page.contains("neither support nor exclude") && page.contains("magnetars (6)"),
                "the page says it, too");
        assertTrue(Files.size(folder.resolve("o").resolve("observe.png")) > 10_000, "there is a picture");
        List<String> predicted = Files.readAllLines(folder.resolve("o").resolve("predicted.csv"));
        String[] atTwelve = predicted.get(3).split(",", -1);
        assertEquals(1e12, Double.parseDouble(atTwelve[0]), 1);
        double speed = run("run", "--json", "--host", "static", "--steps", "1")
                .json()
                .asJsonObject()
                .getJsonNumber("speed_km_s")
                .doubleValue();
        assertEquals(speed, Double.parseDouble(atTwelve[1]), 1e-12 * speed);
        List<String> observed = Files.readAllLines(folder.resolve("o").resolve("observed.csv"));
        assertEquals(2 + 15 + 1 + 15, observed.size(), "names of the sets, a reference for each star, header, stars");
        assertEquals("# B0531+21 (Crab): Kaplan et al. 2008 ApJ 677 1201", observed.get(1));
    }

    @Test
    void realCataloguesShowNoCorrelation() throws IOException, InterruptedException {
        Path observations = SharedData.require("observations");
        String text = run(
                        "observe",
                        "--duration",
                        "1",
                        "--pulsars",
                        observations.resolve("velocities_from_v1.64.csv").toString(),
                        "--magnetars",
                        observations.resolve("magnetars_curated.csv").toString())
                .out();
        Matcher pulsars = Pattern.compile("74 young single pulsars .*: (-0\\.14), .*: no correlation")
                .matcher(text);
        assertTrue(pulsars.find(), text);
        assertTrue(
                Pattern.compile("6 magnetars .*: no correlation").matcher(text).find(), text);
    }
}

package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chiralkick scan}: each point is the run that its words repeat; interrupted scans go on. */
class ScanCommandIT {
    @TempDir
    private Path folder = Path.of("");

    private Path table() {
        return folder.resolve("out").resolve("scan.csv");
    }

    private Launcher.Outcome scan(String... args) throws IOException, InterruptedException {
        String[] all = new String[args.length + 3];
        all[0] = "scan";
        all[1] = "--out";
        all[2] = "out";
        System.arraycopy(args, 0, all, 3, args.length);
        return new Launcher(folder).run(all);
    }

    private static double cell(String row, int column) {
        return Double.parseDouble(row.split(",", -1)[column]);
    }

    @Test
    void everyPointIsTheRunWithItsWords() throws IOException, InterruptedException {
        Launcher.Outcome outcome = scan(
                "--vary", "spin-period=0.5,2", "--vary", "obliquity=0:60:3", "--field", "1e13", "--host", "static");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> lines = Files.readAllLines(table());
        assertEquals(2 + 6, lines.size());
        assertTrue(lines.get(0).contains("--field=1e13") && lines.get(0).contains("--host=static"), lines.get(0));
        String last = lines.get(7);
        assertTrue(last.startsWith("5,2,60"), last);
        Launcher.Outcome run = new Launcher(folder)
                .run(
                        "run",
                        "--json",
                        "--host",
                        "static",
                        "--field",
                        "1e13",
                        "--spin-period",
                        "2",
                        "--obliquity",
                        "60",
                        "--steps",
                        "50");
        double speed = run.json().asJsonObject().getJsonNumber("speed_km_s").doubleValue();
        assertEquals(speed, cell(last, 6), 1e-12 * speed);
    }

    @Test
    void anInterruptedScanGoesOnAndEndsWithTheSameTable() throws IOException, InterruptedException {
        String[] words = {
            "--vary", "field=1e11:1e15:12:log", "--vary", "share=composition,all-left-handed", "--duration", "0.1"
        };
        assertEquals(0, scan(words).exitCode());
        String whole = Files.readString(table());

        // What a kill leaves: some rows, in no order, and half a row.
        List<String> lines = Files.readAllLines(table());
        String left = String.join("\n", lines.get(0), lines.get(1), lines.get(20), lines.get(5), "3,1e12,comp");
        Files.writeString(table(), left);
        Launcher.Outcome again = scan(words);
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.err().contains("wrote 24 points"), again.err());
        assertTrue(again.err().contains("2 of them from an earlier start"), again.err());
        assertEquals(whole, Files.readString(table()));
        assertTrue(Files.size(table().resolveSibling("scan.png")) > 10_000, "there is a picture");
        assertTrue(Files.readString(table().resolveSibling("report.html")).contains("Speed against field"), "a page");
    }

    @Test
    void pointsShareAnEvolutionAndAreTheRunsWithTheirWords() throws IOException, InterruptedException {
        Launcher.Outcome outcome = scan(
                "--vary",
                "duration=0.1,0.2",
                "--vary",
                "source=chiral,vortical",
                "--vary",
                "field=1e12,1e14",
                "--zones",
                "30",
                "--spin-period",
                "0.05",
                "--obliquity",
                "70");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> lines = Files.readAllLines(table());
        assertEquals(2 + 8, lines.size());
        assertTrue(lines.get(0).endsWith("--host=pns"), lines.get(0));
        for (int point : new int[] {1, 4, 6}) {
            String[] cell = lines.get(2 + point).split(",", -1);
            Launcher.Outcome run = new Launcher(folder)
                    .run(
                            "run",
                            "--json",
                            "--zones",
                            "30",
                            "--spin-period",
                            "0.05",
                            "--obliquity",
                            "70",
                            "--feedback",
                            "none",
                            "--duration",
                            cell[1],
                            "--source",
                            cell[2],
                            "--field",
                            cell[3]);
            assertEquals(0, run.exitCode(), run.err());
            double speed = run.json().asJsonObject().getJsonNumber("speed_km_s").doubleValue();
            assertEquals(speed, Double.parseDouble(cell[7]), 1e-9 * speed, lines.get(2 + point));
            assertTrue(speed > 0, "a kick");
        }
    }

    @Test
    void bothClosuresOfEscapeShareAnEvolutionAndCellsBeyondTheBudgetAreEmpty()
            throws IOException, InterruptedException {
        Launcher.Outcome outcome = scan(
                "--vary",
                "escape=dipole,surface",
                "--vary",
                "field=1e12,1e16",
                "--closure",
                "share=all-left-handed",
                "--zones",
                "30",
                "--duration",
                "1");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> header = List.of(Files.readAllLines(table()).get(1).split(",", -1));
        List<String[]> rows = Files.readAllLines(table()).stream()
                .skip(2)
                .map(row -> row.split(",", -1))
                .toList();
        int speed = header.indexOf("speed_km_s");
        int dipole = header.indexOf("speed_dipole_km_s");
        int surface = header.indexOf("speed_surface_km_s");
        assertEquals(rows.get(0)[dipole], rows.get(0)[speed]);
        assertEquals(rows.get(2)[surface], rows.get(2)[speed]);
        for (String both : List.of(rows.get(0)[dipole], rows.get(0)[surface])) {
            assertTrue(Double.parseDouble(both) > 0, both);
        }
        assertEquals(rows.get(0)[dipole], rows.get(2)[dipole]);
        assertEquals(rows.get(0)[surface], rows.get(2)[surface]);
        String[] beyond = rows.get(1);
        assertEquals("1e16", beyond[2]);
        for (String key : List.of("kick_x_km_s", "kick_y_km_s", "kick_z_km_s", "speed_km_s", "speed_dipole_km_s")) {
            assertEquals("", beyond[header.indexOf(key)], key);
        }
        assertTrue(beyond[header.indexOf("flags")].contains("beyond-budget"), beyond[header.indexOf("flags")]);
    }

    @Test
    void aStarThatCannotBearAPointLeavesAGapAndAWord() throws IOException, InterruptedException {
        Launcher.Outcome outcome = scan(
                "--vary",
                "field=1e13,1e14,1e17",
                "--closure",
                "share=all-left-handed",
                "--escape",
                "surface",
                "--feedback",
                "outflow",
                "--zones",
                "20",
                "--duration",
                "0.1");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.err().startsWith("point 2 {field=1e17}: no step at t = "), outcome.err());
        List<String> lines = Files.readAllLines(table());
        assertTrue(cell(lines.get(3), 5) > 0, lines.get(3));
        assertTrue(lines.get(4).startsWith("2,1e17,,,") && lines.get(4).endsWith(",no-evolution"), lines.get(4));
        assertTrue(Files.size(table().resolveSibling("scan.png")) > 10_000, "there is a picture");
    }

    @Test
    void aScanThatIsKilledGoesOnAndEndsWithTheSameTable() throws IOException, InterruptedException {
        String[] words = {
            "scan",
            "--escape",
            "surface",
            "--feedback",
            "outflow",
            "--zones",
            "60",
            "--duration",
            "1",
            "--threads",
            "1",
            "--vary",
            "field=1e12:1e15:30:log"
        };
        Launcher launcher = new Launcher(folder);
        Process process = launcher.start(with(words, "out"));
        try {
            Instant patience = Instant.now().plusSeconds(100);
            while (!Files.exists(table()) || Files.readAllLines(table()).size() < 2 + 3) {
                assertTrue(
                        process.isAlive() && Instant.now().isBefore(patience), "three points are done in the middle");
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        int done = Files.readAllLines(table()).size() - 2;
        assertTrue(done < 30, "killed too late: " + done);
        Launcher.Outcome again = launcher.run(with(words, "out"));
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.err().contains("of them from an earlier start"), again.err());
        assertEquals(0, launcher.run(with(words, "whole")).exitCode());
        assertEquals(Files.readString(folder.resolve("whole").resolve("scan.csv")), Files.readString(table()));
    }

    private static String[] with(String[] words, String out) {
        return Stream.concat(Stream.of(words), Stream.of("--out", out)).toArray(String[]::new);
    }

    @Test
    void whatCannotBeVariedIsNamedAndNothingIsWritten() throws IOException, InterruptedException {
        Launcher.Outcome outcome = scan("--vary", "fild=1e11,1e12");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("called 'fild' (did you mean field?)"), outcome.err());
        Launcher.Outcome range = scan("--vary", "field=NaN,1e12");
        assertEquals(2, range.exitCode(), range.err());
        assertTrue(Files.notExists(folder.resolve("out")), "nothing is written");
    }
}

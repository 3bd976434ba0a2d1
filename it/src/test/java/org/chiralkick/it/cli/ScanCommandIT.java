package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Launcher.Outcome outcome = scan("--vary", "spin-period=0.5,2", "--vary", "obliquity=0:60:3", "--field", "1e13");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> lines = Files.readAllLines(table());
        assertEquals(2 + 6, lines.size());
        assertTrue(lines.get(0).endsWith("--field=1e13"), lines.get(0));
        String last = lines.get(7);
        assertTrue(last.startsWith("5,2,60"), last);
        Launcher.Outcome run = new Launcher(folder)
                .run("run", "--json", "--field", "1e13", "--spin-period", "2", "--obliquity", "60", "--steps", "50");
        double speed = run.json().asJsonObject().getJsonNumber("speed_km_s").doubleValue();
        assertEquals(speed, cell(last, 6), 1e-12 * speed);
    }

    @Test
    void anInterruptedScanGoesOnAndEndsWithTheSameTable() throws IOException, InterruptedException {
        String[] words = {"--vary", "field=1e11:1e15:12:log", "--vary", "share=composition,all-left-handed"};
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
    void whatCannotBeVariedIsNamedAndNothingIsWritten() throws IOException, InterruptedException {
        Launcher.Outcome outcome = scan("--vary", "fild=1e11,1e12");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("called 'fild' (did you mean field?)"), outcome.err());
        Launcher.Outcome range = scan("--vary", "field=NaN,1e12");
        assertEquals(2, range.exitCode(), range.err());
        assertTrue(Files.notExists(folder.resolve("out")), "nothing is written");
    }
}

package org.chiralkick.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.host.value.RecoilGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says before any Felix starts: help, and errors as one line with an exit code. */
class MainTest {
    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int exitCode, String out, String err) {}

    private static Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.execute(new Terminal(out, err, StandardCharsets.UTF_8, false), args);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpTeachesWhereToBegin() {
        Outcome help = run("--help");
        assertEquals(ExitCode.OK, help.exitCode());
        assertTrue(help.out().contains("Where to begin:"), help.out());
        assertTrue(help.out().contains("Exit codes:"), help.out());
        assertEquals("", help.err());
    }

    @ParameterizedTest
    @CsvSource({"run", "serve", "compare", "scan", "sample", "observe", "validate", "evaluate", "sources"})
    void everyCommandExplainsItself(String command) {
        Outcome help = run(command, "--help");
        assertEquals(ExitCode.OK, help.exitCode());
        assertTrue(help.out().contains("Usage: chiralkick " + command), help.out());
        assertTrue(help.out().lines().allMatch(line -> line.length() <= 100), help.out());
    }

    @Test
    void namesItsVersion() {
        String printed = run("--version").out().replace("\r", "");
        // A folder of classes has no version; the packed study that a whole build tests with has one.
        assertTrue(printed.matches("chiralkick (development|\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?)\n"), printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | chiralkick: no command given (see chiralkick --help)",
                "runn                            | 'chiralkick: Unmatched argument at index 0: ''runn'' (did you mean run?) (see chiralkick --help)'",
                "run --feild 1e12                | 'chiralkick run: Unknown options: ''--feild'', ''1e12'' (did you mean --field?) (see chiralkick run --help)'",
                "run --field strong              | 'chiralkick run: Invalid value for option ''--field'': ''strong'' is not a double (see chiralkick run --help)'",
                "run --host static --steps 0     | chiralkick run: number of steps is 0; must be >= 1",
                "run --host static --mass -1     | chiralkick run: mass is -1.0 g; must be finite and > 0",
                "run --duration 0                | chiralkick run: duration is 0.0 s; must be finite and > 0",
                "run --spin-period 0             | chiralkick run: spin period is 0.0 s; must be > 0",
                "run --obliquity 200             | 'chiralkick run: obliquity is 200.0 deg; must be in [0, 180]'",
                "run --field inf                 | 'chiralkick run: Invalid value for option ''--field'': ''inf'' is not a double (see chiralkick run --help)'",
                "run --field NaN                 | chiralkick run: field is NaN G; must be finite",
                "run --geometry quadrupole       | chiralkick run: geometry is 'quadrupole'; must be uniform or dipole, or a map in a file FILE.h5",
                "run --host static --geometry quadrupole | chiralkick run: geometry is 'quadrupole'; must be uniform or dipole",
                "run --host static --geometry b.h5 | 'chiralkick run: --geometry b.h5 is a map, which only a star that evolves can have; use --host pns, or uniform or dipole'",
                "run --host static --zones 50    | 'chiralkick run: --zones is for a star that evolves; leave it out, or use --host pns'",
                "run --mass 3e33                 | 'chiralkick run: --mass is for --host static; a star that evolves does not heed it: its mass is that of its profile, so leave it out, or add --host static'",
                "run --radius 1e6                | 'chiralkick run: --radius is for --host static; a star that evolves does not heed it: choose where it emits by --emission-depth, or add --host static'",
                "run --steps 10                  | 'chiralkick run: --steps is for --host static; a star that evolves does not heed it: its steps follow from --tolerance, or add --host static'",
                "compare --surface-density 1e12  | 'chiralkick compare: --surface-density is for --host static; a star that evolves does not heed it: choose where it emits by --emission-depth, or add --host static'",
                "run --host star                 | 'chiralkick run: --host is ''star''; must be pns or static'",
                "run --feedback some             | 'chiralkick run: --feedback is ''some''; must be none, angular-mean, outflow'",
                "run --zones 3                   | 'chiralkick run: number of zones is 3.0; must be in [8, 10000]'",
                "scan --out s --vary mass=1e33,2e33 | 'chiralkick scan: --mass is for --host static; a star that evolves does not heed it: its mass is that of its profile, so leave it out, or add --host static'",
                "run --closure recoil=up         | 'chiralkick run: closure recoil is ''up''; must be one of [beamed-outflow, beamed-net, radial-net, radial-outflow, lambert]'",
                "run --closure vortical.share=all | 'chiralkick run: closure vortical.share is for source ''vortical'', which is not in use; in use are [chiral]'",
                "run --source chiral+iso --preset ios.best | 'chiralkick run: preset ios.best is for source ''ios'', which is not in use (did you mean iso?); in use are [chiral, iso]'",
                "run --parameter strength=much   | 'chiralkick run: Invalid value for option ''--parameter'' (K=X): ''much'' is not a double (see chiralkick run --help)'",
                "run --host static --radius 1e6 --surface-density 1e12 | chiralkick run: --radius and --surface-density both choose the surface; give one of them",
                "serve --address 0.0.0.0         | 'chiralkick serve: address is 0.0.0.0; must be a loopback address (127.0.0.1, ::1 or localhost): a run is never shown to other machines. To watch from another one, forward the port: ssh -L 8080:127.0.0.1:8080 HOST'",
                "serve --port 70000              | 'chiralkick serve: --port is 70000; must be in [0, 65535]'",
                "serve --watchdog -1             | 'chiralkick serve: --watchdog is -1.0 s; must be in [0, 1e6], 0 for never'",
                "serve --pace fast               | 'chiralkick serve: pace is ''fast''; must be decades of the star''s time per second (0.2dec), seconds of it per second (2), or max'",
                "serve --host static             | chiralkick serve: --host is static; only a star that evolves is shown, so leave it out",
                "serve --mass 3e33               | 'chiralkick serve: --mass is for --host static; a star that evolves does not heed it: its mass is that of its profile, so leave it out, or add --host static'",
                "scan --out s --vary obliquity=0,400 | 'chiralkick scan: obliquity is 400.0 deg; must be in [0, 180]'",
                "run --field-stretch 2           | 'chiralkick run: --field-stretch changes nothing in a uniform field; leave it out, or give --geometry'",
                "scan --out s --vary field=1,2 --field 3 | 'chiralkick scan: field is varied and given by --field; leave one of them out'",
                "evaluate                        | 'chiralkick evaluate: Missing required option: ''--in=zones.csv'' (see chiralkick evaluate --help)'",
            })
    void aWrongCommandLineIsOneLineAndCodeTwo(String line, String message) {
        Outcome outcome = run(line.isEmpty() ? new String[0] : line.split(" "));
        assertEquals(message, outcome.err().strip());
        assertEquals("", outcome.out());
        assertEquals(ExitCode.USAGE, outcome.exitCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --profile no.csv            | chiralkick run: there is no file no.csv",
                "run --host static --radius 9e6  | 'chiralkick run: radius 9.00000e+06 cm is outside profile builtin, which covers 0.00000 to 4.50000e+06 cm'",
                "run --host static --surface-density 1e16 | 'chiralkick run: density 1.00000e+16 g/cm^3 does not occur in profile builtin, which covers 4.30667e+11 to 4.25000e+14 g/cm^3'",
                "evaluate --in no.csv            | chiralkick evaluate: there is no file no.csv",
                "sources --home no-such          | chiralkick sources: no-such is not the folder of a ChiralKick distribution: it has no bundles/",
            })
    void aRunThatCannotGoOnIsOneLineAndCodeOne(String line, String message) {
        Outcome outcome = run(line.split(" "));
        assertEquals(message, outcome.err().strip());
        assertEquals("", outcome.out());
        assertEquals(ExitCode.FAILED, outcome.exitCode());
    }

    @Test
    void aResultWithoutAPlaceToGoIsRefusedBeforeTheWork() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(
                "chiralkick run: --out " + file + " is a file; give a folder",
                run("run", "--out", file.toString()).err().strip());
        assertEquals(
                "chiralkick observe: --out " + file + " is a file; give a folder",
                run("observe", "--out", file.toString()).err().strip());
        Path below = file.resolve("below");
        assertEquals(
                "chiralkick run: --out " + below + " cannot be made; give a folder that you may write in",
                run("run", "--out", below.toString()).err().strip());
        Path nowhere = folder.resolve("no").resolve("fluxes.csv");
        for (String[] words : new String[][] {{"compare", "--csv"}, {"sample", "--out"}}) {
            assertEquals(
                    "chiralkick " + words[0] + ": there is no folder " + nowhere.getParent() + " to write " + nowhere
                            + " in",
                    run(words[0], words[1], nowhere.toString()).err().strip());
        }
        assertEquals(
                "chiralkick evaluate: there is no folder " + nowhere.getParent() + " to write " + nowhere + " in",
                run("evaluate", "--in", "zones.csv", "--out", nowhere.toString())
                        .err()
                        .strip());
    }

    @Test
    void theRecoilGeometriesThatEveryMechanismHasAreInTheHelp() {
        String help = run("run", "--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("recoil: " + String.join(", ", RecoilGeometry.labels())), help);
    }

    @Test
    void unknownColumnsOfZonesAreNamedWithAHint() throws IOException {
        Path zones = folder.resolve("zones.csv");
        Files.writeString(zones, "temperature_mev,mu_e_meV2,id\n10,300,1\n");
        Outcome outcome = run("evaluate", "--in", zones.toString());
        assertEquals(ExitCode.FAILED, outcome.exitCode());
        assertTrue(
                outcome.err()
                        .startsWith(
                                "chiralkick evaluate: zones.csv has unknown columns mu_e_meV2 (did you mean mu_e_mev?), id"),
                outcome.err());
        assertTrue(outcome.err().contains("the columns of a zone are temperature_mev, mu_e_mev, "), outcome.err());
        assertEquals(1, outcome.err().lines().count());
    }

    @Test
    void theStackTraceIsShownOnRequestOnly() {
        List<String> traces = new ArrayList<>();
        for (String[] args : new String[][] {
            {"run", "--host", "static", "--radius", "9e6"}, {"run", "--host", "static", "--radius", "9e6", "--debug"}
        }) {
            traces.add(run(args).err());
        }
        assertEquals(1, traces.get(0).lines().count());
        assertTrue(traces.get(1).contains("\tat org.chiralkick.star.profile.StarProfile"), traces.get(1));
    }
}

package org.chiralkick.it.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.it.cli.Launcher;
import org.chiralkick.it.felix.Distribution;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.compare.Comparison;
import org.chiralkick.study.evaluate.ZoneFluxes;
import org.chiralkick.study.evaluate.ZoneTable;
import org.chiralkick.study.observe.Catalogue;
import org.chiralkick.study.observe.Prediction;
import org.chiralkick.study.run.KickRequest;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.sample.Population;
import org.chiralkick.study.sample.Sample;
import org.chiralkick.study.scan.Scan;
import org.chiralkick.study.validate.PaperNumber;
import org.chiralkick.study.validate.Validation;
import org.chiralkick.table.CsvTable;
import org.chiralkick.table.CsvWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies give values to a Java program, without a terminal and without the command line. */
class StudiesIT {
    @TempDir
    private Path folder;

    @Test
    void anInstallationReproducesThePapersNumbers() {
        try (Session session = Session.open(Distribution.home())) {
            Validation validation = Validation.of(session);
            assertEquals(0, validation.failed());
            assertEquals(PaperNumber.values().length, validation.computed().size());
        }
    }

    @Test
    void aSessionListsWhatIsInstalled() {
        try (Session session = Session.open(Distribution.home())) {
            List<String> names =
                    session.installed().stream().map(SourceDescriptor::name).toList();
            assertTrue(
                    names.containsAll(List.of("chiral", "isotropic", "polarised-nucleon", "quark-urca", "vortical")),
                    () -> "installed: " + names);
        }
    }

    @Test
    void fluxesOfATableAreColumns() throws IOException {
        Path zones = Files.writeString(
                folder.resolve("zones.csv"),
                "temperature_mev,mu_e_mev,mu_nu_mev,b_z_gauss\n10,300,300,1e12\n10,300,300,-1e12\n10,300,300,0\n");
        try (Session session = Session.open(Distribution.home())) {
            ZoneFluxes fluxes = ZoneFluxes.of(
                    session, CouplingConfig.defaults(), ZoneTable.of(CsvTable.read(zones, ZoneTable::isColumn)));
            assertEquals(3, fluxes.zones());
            String column = fluxes.header().stream()
                    .filter(name -> name.startsWith("neutrino_flux_z"))
                    .findFirst()
                    .orElseThrow();
            double[] along = fluxes.column(column);
            assertTrue(Math.abs(along[0]) > 0, () -> "flux along the field: " + Arrays.toString(along));
            assertEquals(-along[0], along[1]);
            assertEquals(0, along[2]);
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> fluxes.column("neutrino_flux"));
            assertTrue(String.valueOf(refused.getMessage()).contains(column), refused.getMessage());
        }
    }

    @Test
    void aComparisonHasTheRowsOfTheCommand() throws IOException, InterruptedException {
        List<String> printed = rows("compare", "--host", "static", "--csv", "compare.csv");
        try (Session session = Session.open(Distribution.home())) {
            Comparison comparison = Comparison.of(
                    session,
                    RunInputs.builtIn().frozen().plan(),
                    RunInputs.builtIn().frozen().build().magnet(),
                    done -> {});
            StringBuilder csv = new StringBuilder();
            comparison.table().write(new CsvWriter(csv));
            assertEquals(printed, data(csv.toString().lines().toList()));
            assertEquals(printed.size() - 1, comparison.table().rows().size());
        }
    }

    @Test
    void aScanHasTheSpeedsOfTheCommand() throws IOException, InterruptedException {
        List<String> printed = rows(
                "scan",
                "--host",
                "static",
                "--vary",
                "field=1e12,1e13",
                "--vary",
                "share=composition,equilibrium",
                "--out",
                "scan");
        List<KickRequest> requests = new ArrayList<>();
        for (double field : List.of(1e12, 1e13)) {
            for (String share : List.of("composition", "equilibrium")) {
                requests.add(RunInputs.builtIn()
                        .frozen()
                        .fieldGauss(field)
                        .build()
                        .request(CouplingConfig.defaults().withSource("chiral").withClosure("share", share)));
            }
        }
        try (Session session = Session.open(Distribution.home())) {
            List<Double> speeds = Scan.kicks(session, requests, 2).stream()
                    .map(kicked -> kicked.orElseThrow().kick().speed())
                    .toList();
            assertEquals(column(printed, "speed_km_s"), speeds);
            assertTrue(speeds.get(2) > 0, speeds.toString());
        }
    }

    @Test
    void aSampleHasTheSpeedsOfTheCommand() throws IOException, InterruptedException {
        List<String> printed = rows("sample", "--host", "static", "--stars", "3", "--seed", "7", "--out", "sample.csv");
        Population population = new Population(12.65, 0.55, 1, 0.3, 0.15, 0.001, Double.NaN);
        try (Session session = Session.open(Distribution.home())) {
            List<Double> speeds = new Sample(population, 3, 7, true, 1)
                            .kicks(
                                    session,
                                    RunInputs.builtIn().frozen().plan(),
                                    CouplingConfig.defaults().withSource("chiral"))
                            .stream()
                            .map(Kick::speed)
                            .toList();
            List<Double> expected = column(printed, "--kick-magnitude-1");
            assertEquals(expected.size(), speeds.size());
            for (int i = 0; i < speeds.size(); i++) {
                // The table has it as the size of a vector in another frame.
                assertEquals(expected.get(i), speeds.get(i), 1e-13 * expected.get(i));
            }
        }
    }

    @Test
    void aPredictionHasTheSpeedsOfTheCommand() throws IOException, InterruptedException {
        List<String> printed = rows("observe", "--host", "static", "--out", "observe");
        try (Session session = Session.open(Distribution.home())) {
            Prediction prediction = Prediction.of(
                    session,
                    RunInputs.builtIn().frozen().plan(),
                    CouplingConfig.defaults().withSource("chiral"));
            assertEquals(
                    column(printed, "speed_predicted_km_s"),
                    prediction.lines().get(0).values());
            assertEquals(3, prediction.lines().size());
        }
        assertEquals(1, Catalogue.published("magnetars").speedsNear(1.7e15).length);
    }

    /** Runs a command and returns header and rows of the table that it writes. */
    private List<String> rows(String... words) throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder).run(words);
        assertEquals(0, outcome.exitCode(), outcome.err());
        String written = words[words.length - 1];
        String table = Map.of("scan", "scan/scan.csv", "observe", "observe/predicted.csv")
                .getOrDefault(written, written);
        return data(Files.readAllLines(folder.resolve(table)));
    }

    private static List<String> data(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("#")).toList();
    }

    private static List<Double> column(List<String> rows, String name) {
        int index = List.of(rows.get(0).split(",", -1)).indexOf(name);
        return rows.subList(1, rows.size()).stream()
                .map(row -> Double.parseDouble(row.split(",", -1)[index]))
                .toList();
    }

    @Test
    void aMechanismThatIsNotInstalledIsRefusedByName() throws IOException {
        Path zones = Files.writeString(folder.resolve("zones.csv"), "temperature_mev,mu_e_mev,mu_nu_mev\n10,300,300\n");
        ZoneTable table = ZoneTable.of(CsvTable.read(zones, ZoneTable::isColumn));
        try (Session session = Session.open(Distribution.home())) {
            CouplingException refused = assertThrows(
                    CouplingException.class,
                    () -> ZoneFluxes.of(session, CouplingConfig.defaults().withSource("chirall"), table));
            assertTrue(String.valueOf(refused.getMessage()).contains("chirall"), refused.getMessage());
        }
    }

    @Test
    void aFolderThatIsNoDistributionIsRefused() {
        StudyException refused = assertThrows(StudyException.class, () -> Session.open(folder));
        assertTrue(String.valueOf(refused.getMessage()).contains("no bundles/"), refused.getMessage());
    }

    @Test
    void aSampleOfNoStarsIsRefused() {
        Population population = new Population(12.65, 0.55, 1, 0.3, 0.15, 0.001, Double.NaN);
        List<IllegalArgumentException> refused = new ArrayList<>();
        refused.add(assertThrows(IllegalArgumentException.class, () -> new Sample(population, 0, 1, true, 1)));
        refused.add(assertThrows(IllegalArgumentException.class, () -> new Sample(population, 1, 1, true, 3)));
        assertEquals("number of stars is 0; must be >= 1", refused.get(0).getMessage());
        assertEquals("component is 3; must be 1 or 2", refused.get(1).getMessage());
    }
}

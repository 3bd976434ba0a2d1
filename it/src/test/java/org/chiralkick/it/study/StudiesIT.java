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
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.it.felix.Distribution;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.evaluate.ZoneFluxes;
import org.chiralkick.study.evaluate.ZoneTable;
import org.chiralkick.study.sample.Population;
import org.chiralkick.study.sample.Sample;
import org.chiralkick.study.validate.PaperNumber;
import org.chiralkick.study.validate.Validation;
import org.chiralkick.table.CsvTable;
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
            assertTrue(names.containsAll(List.of("chiral", "isotropic", "vortical")), () -> "installed: " + names);
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
            String column = ZoneFluxes.header().stream()
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

package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fluxes per energy group from a table, through the adapter and the mechanism in Felix. */
class EvaluateGroupsIT {
    private static final String ZONE = "temperature_mev,mu_e_mev,mu_nu_mev,b_x_gauss,b_y_gauss,b_z_gauss,"
            + "vorticity_x_per_s,vorticity_y_per_s,vorticity_z_per_s";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void groupsAreThoseOfTheReferenceAndSumToTheFluxes() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("zones.csv"), ZONE + "\n10,120,70,1e14,0,0,0,0,1e3\n");
        Launcher.Outcome outcome = evaluate("share=all-left-handed", "0,5,30,140,inf");
        assertEquals(0, outcome.exitCode(), outcome.err());
        Table fluxes = new Table(Files.readAllLines(folder.resolve("fluxes.csv")));
        // 25 digits of these stand in chiral-module/src/test/resources/reference/group-fluxes.csv.
        fluxes.requireClose(1.461601767200606337005019e+42, "nu_e_number_flux_g1_x_per_cm2_s");
        fluxes.requireClose(-5.667924088370503465016402e+25, "nu_e_number_flux_g1_z_per_cm2_s");
        fluxes.requireClose(1.999996781134840130760409e+36, "anti_nu_e_number_flux_g1_x_per_cm2_s");
        fluxes.requireClose(4.098002103196616283179285e+37, "nu_e_energy_flux_g1_x_erg_per_cm2_s");
        fluxes.requireClose(107609418102487272.8904371, "anti_nu_e_energy_flux_g1_z_erg_per_cm2_s");
        assertEquals(0, fluxes.get("nu_x_energy_flux_g2_z_erg_per_cm2_s"));
        for (String axis : List.of("x", "y", "z")) {
            double number = 0;
            double energy = 0;
            for (int group = 0; group < 4; group++) {
                String end = group + "_" + axis;
                number += fluxes.get("nu_e_number_flux_g" + end + "_per_cm2_s")
                        - fluxes.get("anti_nu_e_number_flux_g" + end + "_per_cm2_s");
                energy += fluxes.get("nu_e_energy_flux_g" + end + "_erg_per_cm2_s")
                        + fluxes.get("anti_nu_e_energy_flux_g" + end + "_erg_per_cm2_s");
            }
            double whole = fluxes.get("neutrino_flux_" + axis + "_per_cm2_s");
            assertEquals(whole, number, 1e-12 * Math.abs(whole));
            double wholeEnergy = fluxes.get("neutrino_energy_flux_" + axis + "_erg_per_cm2_s");
            assertEquals(wholeEnergy, energy, 1e-12 * Math.abs(wholeEnergy));
        }
        assertEquals(19 + 6 * 3 * 4 + 1, fluxes.width());
    }

    @Test
    void radiationOfTheHostIsReadPerGroup() throws IOException, InterruptedException {
        String zone = "\n10,120,70,1e14,0,0,0,0,1e3,";
        Files.writeString(
                folder.resolve("zones.csv"),
                ZONE + ",nu_e_energy_density_g0_erg_per_cm3,nu_e_energy_density_g1_erg_per_cm3" + zone + "1e32,1e32"
                        + zone + "1e32,1");
        Launcher.Outcome outcome = evaluate("share=composition", "0:300:2");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> rows = Files.readAllLines(folder.resolve("fluxes.csv"));
        assertFalse(rows.get(1).contains("flux-above-available"), rows.get(1));
        assertTrue(rows.get(2).contains("flux-above-available"), rows.get(2));
    }

    @Test
    void energiesOfGroupsUnderAnotherMomentumAreRefusedWithTheReason() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("zones.csv"), ZONE + "\n10,120,70,1e14,0,0,0,0,1e3\n");
        Launcher.Outcome outcome = evaluate("momentum=thermal", "0:300:20");
        assertEquals(1, outcome.exitCode());
        assertTrue(
                outcome.err()
                        .contains("source chiral does not give nu e group energy flux: group energies need momentum"
                                + " `energy-current`"),
                outcome.err());
    }

    @Test
    void groupsThatAreNoneAreAnsweredWithWhatTheyMustBe() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("zones.csv"), ZONE + "\n10,120,70,1e14,0,0,0,0,1e3\n");
        Launcher.Outcome outcome = evaluate("share=composition", "0:300");
        assertTrue(outcome.exitCode() != 0);
        assertTrue(outcome.err().contains("energy groups are '0:300'; must be LOWEST:HIGHEST:COUNT"), outcome.err());
    }

    private Launcher.Outcome evaluate(String closure, String groups) throws IOException, InterruptedException {
        return new Launcher(folder)
                .run("evaluate", "--in", "zones.csv", "--out", "fluxes.csv", "--closure", closure, "--groups", groups);
    }

    /** A header and one row. */
    private record Table(List<String> lines) {
        double get(String column) {
            int index = Arrays.asList(lines.get(0).split(",", -1)).indexOf(column);
            assertTrue(index >= 0, () -> "no column " + column + " in " + lines.get(0));
            return Double.parseDouble(lines.get(1).split(",", -1)[index]);
        }

        int width() {
            return lines.get(0).split(",", -1).length;
        }

        void requireClose(double expected, String column) {
            assertEquals(expected, get(column), 1e-14 * Math.abs(expected), column);
        }
    }
}

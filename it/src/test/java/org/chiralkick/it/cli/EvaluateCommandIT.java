package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.chiralkick.matter.PhysicalConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandIT {
    private static final double TOLERANCE = 4e-15;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void goldenStatesComeOutToRounding() throws IOException, InterruptedException {
        JsonArray states = golden();
        StringBuilder zones = new StringBuilder(
                "b_z_gauss,temperature_mev,mu_e_mev,mu_nu_mev,mu_5_mev,b_x_gauss,b_y_gauss,vorticity_x_per_s,vorticity_y_per_s,vorticity_z_per_s\n");
        for (int i = 0; i < states.size(); i++) {
            JsonObject in = states.getJsonObject(i).getJsonObject("in");
            double left = number(in, "mu_eL_MeV");
            double right = number(in, "mu_eR_MeV");
            JsonArray field = in.getJsonArray("B_G");
            JsonArray curl = in.getJsonArray("curl_v_per_s");
            zones.append(field.getJsonNumber(2)).append(',').append(number(in, "T_MeV"));
            zones.append(',').append((left + right) / 2).append(',').append(number(in, "mu_nu_MeV"));
            zones.append(',').append((left - right) / 2);
            zones.append(',').append(field.getJsonNumber(0)).append(',').append(field.getJsonNumber(1));
            for (int axis = 0; axis < 3; axis++) {
                zones.append(',').append(curl.getJsonNumber(axis));
            }
            zones.append('\n');
        }
        Files.writeString(folder.resolve("zones.csv"), zones);
        Launcher.Outcome outcome = new Launcher(folder)
                .run(
                        "evaluate",
                        "--in",
                        "zones.csv",
                        "--out",
                        "fluxes.csv",
                        "--closure",
                        "chirality=given",
                        "--closure",
                        "share=all-left-handed",
                        "--closure",
                        "momentum=energy-current");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals("", outcome.out());
        List<String> rows = Files.readAllLines(folder.resolve("fluxes.csv"));
        assertEquals(
                "lepton_flux_x_per_cm2_s,lepton_flux_y_per_cm2_s,lepton_flux_z_per_cm2_s,"
                        + "axial_flux_x_per_cm2_s,axial_flux_y_per_cm2_s,axial_flux_z_per_cm2_s,"
                        + "neutrino_flux_x_per_cm2_s,neutrino_flux_y_per_cm2_s,neutrino_flux_z_per_cm2_s,"
                        + "neutrino_energy_flux_x_erg_per_cm2_s,neutrino_energy_flux_y_erg_per_cm2_s,"
                        + "neutrino_energy_flux_z_erg_per_cm2_s,"
                        + "chiral_current_x_esu_per_cm2_s,chiral_current_y_esu_per_cm2_s,chiral_current_z_esu_per_cm2_s,"
                        + "chiral_inverse_length_per_cm,axial_source_per_cm3_s,largest_stable_rate_per_s,"
                        + "spin_flip_rate_per_s,flags",
                rows.get(0));
        assertEquals(states.size() + 1, rows.size());
        for (int i = 0; i < states.size(); i++) {
            JsonObject state = states.getJsonObject(i);
            String[] cells = rows.get(i + 1).split(",", -1);
            assertEquals(20, cells.length);
            JsonObject physical = state.getJsonObject("physical");
            double scaleJ = number(physical, "scale_J_MeV3") * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
            double scaleT = number(physical, "scale_T_MeV4") * PhysicalConstants.ENERGY_FLUX_PER_MEV4;
            String id = state.getString("id");
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(
                        component(physical, "J_l", axis) * PhysicalConstants.NUMBER_FLUX_PER_MEV3,
                        Double.parseDouble(cells[axis]),
                        TOLERANCE * scaleJ,
                        id + " J_l");
                assertEquals(
                        component(physical, "J_l5", axis) * PhysicalConstants.NUMBER_FLUX_PER_MEV3,
                        Double.parseDouble(cells[3 + axis]),
                        TOLERANCE * scaleJ,
                        id + " J_l5");
                assertEquals(
                        component(physical.getJsonObject("neutrino_number_flux_cm-2_s-1"), "all_left_handed", axis),
                        Double.parseDouble(cells[6 + axis]),
                        TOLERANCE * scaleJ,
                        id + " F_N");
                assertEquals(
                        component(
                                physical.getJsonObject("neutrino_energy_flux_erg_cm-2_s-1"),
                                "all_left_handed_T0i",
                                axis),
                        Double.parseDouble(cells[9 + axis]),
                        TOLERANCE * scaleT,
                        id + " F_E");
            }
        }
    }

    @Test
    void badZonesAreFlaggedAndMissingComponentsNoted() throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder)
                .runWith(
                        "temperature_mev,mu_e_mev,mu_nu_mev,b_z_gauss\n10,300,300,1e12\n10,nan,300,1e12\n-1,300,300,1e12\n",
                        "evaluate",
                        "--in",
                        "-",
                        "--out",
                        "-");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> rows = outcome.out().lines().toList();
        assertEquals(4, rows.size());
        assertTrue(!rows.get(1).contains("input"), rows.get(1));
        String zeros = "0.0000000000000000e+00,".repeat(19) + "input";
        assertEquals(zeros, rows.get(2));
        assertEquals(zeros, rows.get(3));
        assertTrue(outcome.err().contains("note: taken as 0 in every zone: b_x_gauss, b_y_gauss\n"), outcome.err());
        assertTrue(
                outcome.err()
                        .contains(
                                "note: 2 zones are invalid, with zero fluxes {temperature=1, electron chemical potential=1};"
                                        + " the first, counted from 0: electron chemical potential of zone 1 is NaN MeV\n"),
                outcome.err());
    }

    @Test
    void aTemperatureInKelvinIsSaidToBeOne() throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder)
                .runWith(
                        "temperature_mev,mu_e_mev,mu_nu_mev,b_z_gauss\n10,300,300,1e12\n1.6e11,300,300,1e12\n",
                        "evaluate",
                        "--in",
                        "-",
                        "--out",
                        "-");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> rows = outcome.out().lines().toList();
        assertTrue(!rows.get(1).contains("implausible"), rows.get(1));
        assertTrue(rows.get(2).contains("implausible") && !rows.get(2).contains("input"), rows.get(2));
        assertTrue(
                outcome.err()
                        .contains("note: 1 zone is implausible, with the fluxes that follow {temperature=1}; the first,"
                                + " counted from 0: temperature of zone 1 is 1.6E11 MeV: kelvin? (13.8 MeV)\n"),
                outcome.err());
    }

    @Test
    void everyOutputThatTheMechanismGivesIsThere() throws IOException, InterruptedException {
        String zone = "temperature_mev,mu_e_mev,mu_nu_mev,mu_5_mev,b_x_gauss,b_y_gauss,b_z_gauss,"
                + "electric_field_x_statvolt_per_cm,electric_field_y_statvolt_per_cm,electric_field_z_statvolt_per_cm\n"
                + "10,100,50,-1,0,0,1e16,0,0,1e3\n";
        Launcher.Outcome given =
                new Launcher(folder).runWith(zone, "evaluate", "--in", "-", "--closure", "chirality=given");
        assertEquals(0, given.exitCode(), given.err());
        List<String> header =
                List.of(given.out().lines().findFirst().orElseThrow().split(",", -1));
        String[] cells = given.out().lines().skip(1).findFirst().orElseThrow().split(",", -1);
        // v_mu = (2 alpha/pi) mu5'/(hbar c), mu5' = (mu_eR - mu_eL)/2 = 1 MeV; S = -(alpha/(2 pi^2 hbar)) E.B: PHYSICS,
        // section 7.
        double hbarErgSeconds = 1.054571817e-27;
        double alpha = 1 / 137.035999084;
        double source = -alpha / (2 * Math.PI * Math.PI * hbarErgSeconds) * 1e3 * 1e16;
        assertEquals(2.354e8, Double.parseDouble(cells[header.indexOf("chiral_inverse_length_per_cm")]), 1e5);
        assertEquals(
                source, Double.parseDouble(cells[header.indexOf("axial_source_per_cm3_s")]), 1e-8 * Math.abs(source));
        assertTrue(Double.parseDouble(cells[header.indexOf("spin_flip_rate_per_s")]) > 0);
        assertTrue(Double.parseDouble(cells[header.indexOf("chiral_current_z_esu_per_cm2_s")]) > 0);
    }

    @Test
    void aMechanismThatGivesAForceHasItsForce() throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder)
                .runWith(
                        "temperature_mev,mu_e_mev,mu_u_mev,mu_d_mev,b_x_gauss,b_y_gauss,b_z_gauss\n10,300,350,360,0,0,1e16\n",
                        "evaluate",
                        "--in",
                        "-",
                        "--source",
                        "quark-urca");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> rows = outcome.out().lines().toList();
        assertEquals(
                "neutrino_momentum_source_x_dyn_per_cm3,neutrino_momentum_source_y_dyn_per_cm3,"
                        + "neutrino_momentum_source_z_dyn_per_cm3,flags",
                rows.get(0));
        assertEquals(
                -7.370e25, Double.parseDouble(rows.get(1).split(",", -1)[2]), 0.001e25); // issue text: alpha_s = 0.5
    }

    @Test
    void anOutputWhoseOwnInputsAreMissingIsLeftOutAndNamed() throws IOException, InterruptedException {
        String zone = "temperature_mev,mu_nu_mev,b_x_gauss,b_y_gauss,b_z_gauss,nu_e_energy_density_g0_erg_per_cm3,"
                + "nu_e_absorption_opacity_g0_per_cm,nu_e_scattering_opacity_g0_per_cm\n10,50,0,0,1e14,1e33,1e-4,1e-4\n";
        String[] line = {"evaluate", "--in", "-", "--source", "polarised-nucleon", "--groups", "0:300:1"};
        Launcher.Outcome outcome = new Launcher(folder).runWith(zone, line);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().startsWith("nu_e_energy_flux_g0_x_erg_per_cm2_s"), outcome.out());
        assertTrue(
                outcome.err()
                        .contains("note: no neutrino energy flux: it needs neutrino energy density, scattering opacity,"
                                + " absorption opacity"),
                outcome.err());
    }

    @Test
    void missingFieldsAndBadCellsAreOneLineEach() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("zones.csv"), "temperature_mev,b_z_gauss,b_x_gauss,b_y_gauss\n10,1e12,0,0\n");
        Launcher.Outcome missing = new Launcher(folder).run("evaluate", "--in", "zones.csv");
        assertEquals(1, missing.exitCode());
        assertEquals("", missing.out());
        assertEquals(1, missing.err().lines().count(), missing.err());
        Files.writeString(folder.resolve("zones.csv"), "temperature_mev,b_z_gauss\n10,strong\n");
        Launcher.Outcome bad = new Launcher(folder).run("evaluate", "--in", "zones.csv");
        assertEquals(1, bad.exitCode());
        assertEquals("chiralkick evaluate: zones.csv line 2, column b_z_gauss: 'strong' is not a number\n", bad.err());
    }

    private static JsonArray golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                        EvaluateCommandIT.class.getResourceAsStream("/golden/states.json"), "golden/states.json");
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("states");
        }
    }

    private static double number(JsonObject json, String key) {
        return json.get(key) instanceof JsonString text
                ? Double.parseDouble(text.getString())
                : json.getJsonNumber(key).doubleValue();
    }

    private static double component(JsonObject json, String key, int axis) {
        return Double.parseDouble(json.getJsonArray(key).getString(axis));
    }
}

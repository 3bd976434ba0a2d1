package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chiralkick.it.SharedData;
import org.chiralkick.matter.PhysicalConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --host static} as a user calls it. */
class RunCommandIT {
    private static final double DISK_CM2 = Math.PI * 1e12;
    private static final double MASS_G = 3e33;

    @TempDir
    private Path folder = Path.of("");

    private JsonObject runJson(String... args) throws IOException, InterruptedException {
        String[] all = new String[args.length + 4];
        all[0] = "run";
        all[1] = "--json";
        all[2] = "--host";
        all[3] = "static";
        System.arraycopy(args, 0, all, 4, args.length);
        Launcher.Outcome outcome = new Launcher(folder).run(all);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals("", outcome.err());
        return outcome.json().asJsonObject();
    }

    private static double number(JsonObject json, String key) {
        return json.getJsonNumber(key).doubleValue();
    }

    private static double component(JsonObject json, String key, int axis) {
        JsonArray vector = json.getJsonArray(key);
        assertEquals(3, vector.size());
        return vector.getJsonNumber(axis).doubleValue();
    }

    /** Speed [km/s] of the paper's disk: F_N = mu 0.1 MeV^2/4 pi^2, p = mu, for 10 s. */
    private static double paperSpeed(double mu) {
        double flux = mu * 0.1 / (4 * Math.PI * Math.PI);
        return flux * mu * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4 * DISK_CM2 * 10 / MASS_G / 1e5;
    }

    @Test
    void aUniformFieldGivesThePapersDiskForTheStarsOwnPotential() throws IOException, InterruptedException {
        JsonObject run = runJson("--preset", "kubs-2016", "--steps", "10");
        JsonObject surface = run.getJsonObject("surface");
        double mu = number(surface, "mu_nu_mev");
        double speed = paperSpeed(mu);
        assertEquals(speed, number(run, "speed_km_s"), 1e-12 * speed);
        assertEquals(-speed, component(run, "kick_km_s", 2), 1e-12 * speed);
        assertEquals(0, component(run, "kick_km_s", 0), 1e-12 * speed);
        assertEquals(180, number(run, "angle_to_spin_deg"), 1e-6);
        assertEquals(-speed * 1e5 * MASS_G, component(run, "momentum_g_cm_s", 2), 1e-12 * speed * 1e5 * MASS_G);
        double rate = mu * 0.1 / (4 * Math.PI * Math.PI) * PhysicalConstants.NUMBER_FLUX_PER_MEV3 * DISK_CM2;
        assertEquals(rate, number(run, "neutrinos_per_s"), 1e-12 * rate);
        assertEquals(10 * rate, number(run, "neutrinos_total"), 1e-12 * 10 * rate);
        double energy = 10 * rate * mu * PhysicalConstants.ERG_PER_MEV;
        assertEquals(energy, number(run, "energy_erg"), 1e-12 * energy);

        assertEquals("chiral", run.getString("source"));
        assertEquals("kubs-2016", run.getString("preset"));
        assertEquals("all-left-handed", run.getJsonObject("closures").getString("share"));
        assertEquals("beamed-outflow", run.getJsonObject("closures").getString("recoil"));
        assertEquals("radius", surface.getString("how"));
        assertEquals(1e6, number(surface, "radius_cm"));
        assertEquals(10, run.getInt("steps"));
        JsonObject other = run.getJsonObject("alternative_surface");
        assertEquals(1e12, number(other.getJsonObject("surface"), "density_g_per_cm3"));
        assertTrue(number(other, "speed_km_s") < speed);
    }

    @Test
    void aTurningObliqueStarIsKickedAlongItsSpin() throws IOException, InterruptedException {
        JsonObject still = runJson("--obliquity", "60", "--duration", "1", "--steps", "5");
        double speed = number(still, "speed_km_s");
        assertEquals(120, number(still, "angle_to_spin_deg"), 1e-9);
        // Ten and a quarter turns: the perpendicular part is F sin(chi) t sinc(Omega t/2).
        double period = 1 / 10.25;
        JsonObject turning =
                runJson("--obliquity", "60", "--duration", "1", "--steps", "5", "--spin-period", "" + period);
        double phase = 2 * Math.PI * 10.25;
        assertEquals(-speed * 0.5, component(turning, "kick_km_s", 2), 1e-10 * speed);
        double perpendicular = speed * Math.sqrt(0.75) * Math.abs(Math.sin(phase / 2) / (phase / 2));
        assertEquals(
                perpendicular,
                Math.hypot(component(turning, "kick_km_s", 0), component(turning, "kick_km_s", 1)),
                1e-10 * speed);
    }

    @Test
    void writesItsFilesAndSaysSoToThePerson() throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder)
                .run("run", "--host", "static", "--steps", "20", "--geometry", "dipole", "--out", "kick");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals(
                "wrote run.json, history.csv, profile.csv, run.h5, report.html and 10 pictures to kick\n",
                outcome.err());
        assertTrue(outcome.out().startsWith("The star is kicked to "), outcome.out());
        List<String> history = Files.readAllLines(folder.resolve("kick/history.csv"));
        assertEquals(21, history.size());
        assertTrue(history.get(0).startsWith("step,time_s,kick_x_km_s,kick_y_km_s,kick_z_km_s,speed_km_s,"));
        String[] last = history.get(20).split(",", -1);
        JsonObject run = new Launcher.Outcome(0, Files.readString(folder.resolve("kick/run.json")), "")
                .json()
                .asJsonObject();
        assertEquals(component(run, "kick_km_s", 2), Double.parseDouble(last[4]));
        assertEquals(10.0, Double.parseDouble(last[1]), 1e-12);
        List<String> profile = Files.readAllLines(folder.resolve("kick/profile.csv"));
        assertTrue(profile.get(0).startsWith("# anomalous currents along the field"), profile.get(0));
        assertTrue(profile.get(1).endsWith("neutrino_energy_flux_z_erg_per_cm2_s,flags"), profile.get(1));
        assertTrue(profile.size() > 800, profile.size() + " lines");
    }

    @Test
    void aPublishedProfileIsInterpolatedToTheSurface() throws IOException, InterruptedException {
        Path file = SharedData.require("profiles/liebendoerfer2005_AB-G15_100ms.csv");
        JsonObject run = runJson("--profile", file.toString(), "--steps", "10");
        JsonObject surface = run.getJsonObject("surface");
        double part = (1e6 - 9.643e5) / (1.018e6 - 9.643e5);
        assertEquals(154.51299 + part * (136.59058 - 154.51299), number(surface, "mu_e_mev"), 1e-10);
        assertEquals(113.11062 + part * (98.988975 - 113.11062), number(surface, "mu_nu_mev"), 1e-10);
        assertEquals(17.47 + part * (19.73 - 17.47), number(surface, "temperature_mev"), 1e-12);
        assertTrue(number(run, "speed_km_s") > 1 && number(run, "speed_km_s") < 100, run.toString());
        JsonObject thin = runJson("--profile", file.toString(), "--steps", "10", "--surface-density", "5e11");
        assertEquals("surface-density", thin.getJsonObject("surface").getString("how"));
        assertEquals(10 * 256, thin.getJsonObject("flags").getInt("neutrinos-decoupled"));
    }

    /** It said kicked to 0 km/s. */
    @ParameterizedTest
    @ValueSource(strings = {"pns", "static"})
    void aRunInWhichNoZoneCouldBeEvaluatedFails(String host) throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder).run("run", "--host", host, "--field", "1e300");
        assertEquals(1, outcome.exitCode(), outcome.out());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("no zone could be evaluated: "), outcome.err());
    }

    @Test
    void anUnknownSourceIsOneLineThatNamesThoseThereAre() throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder).run("run", "--source", "axion", "--json");
        assertEquals(1, outcome.exitCode(), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().startsWith("chiralkick run: "), outcome.err());
        assertTrue(outcome.err().contains("axion") && outcome.err().contains("chiral"), outcome.err());
    }
}

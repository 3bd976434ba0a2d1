package org.chiralkick.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.table.CsvWriter;
import org.chiralkick.pns.Budget;
import org.chiralkick.pns.Luminosities;
import org.chiralkick.pns.PnsSnapshot;
import org.chiralkick.pns.ShellState;
import org.chiralkick.pns.coupling.Neutrinosphere;
import org.chiralkick.report.Attachment;

/** The files of {@code run --host pns --out}: {@code run.json}, the CSV tables, {@code report.html} and its pictures. */
final class EvolutionFiles {
    private static final List<String> HISTORY = List.of(
            "step",
            "time_s",
            "dt_s",
            "kick_x_km_s",
            "kick_y_km_s",
            "kick_z_km_s",
            "speed_km_s",
            "L_nue_erg_s",
            "L_nuebar_erg_s",
            "L_nux_erg_s",
            "emission_r_cm",
            "rho_gcc",
            "T_MeV",
            "mu_e_MeV",
            "mu_nue_MeV",
            "b_gauss",
            "omega_per_s",
            "lapse",
            "leptons_in_star",
            "leptons_emitted",
            "energy_in_star_erg",
            "energy_emitted_erg");

    private static final List<String> SHELLS = List.of(
            "m_enc_g",
            "r_cm",
            "rho_gcc",
            "T_MeV",
            "Ye",
            "Ynu_e_net",
            "mu_e_MeV",
            "mu_nue_MeV",
            "entropy_kB",
            "pressure_dyn_cm2",
            "mean_free_path_cm",
            "optical_depth",
            "leptons_per_s",
            "luminosity_erg_s",
            "b_rms_gauss",
            "lepton_flux_rms_per_cm2_s",
            "axial_flux_rms_per_cm2_s",
            "neutrino_flux_rms_per_cm2_s");

    private EvolutionFiles() {}

    /**
     * Writes all files; {@code run.json} last, so that where it is, the others are complete.
     *
     * @param command the command line that repeats the run
     * @return what was written, for a message
     */
    static String write(Path folder, EvolutionReport report, String command) throws IOException {
        Files.createDirectories(folder);
        String history = history(report);
        String shells = shells(report);
        String json = Json.text(report.json());
        text(folder.resolve("history.csv"), history);
        text(folder.resolve("shells.csv"), shells);
        String pageFiles = PageFiles.write(
                folder,
                EvolutionPage.of(
                        report,
                        command,
                        List.of(
                                new Attachment("run.json", "application/json", "inputs and results", json),
                                new Attachment("history.csv", "text/csv", "a row per step", history),
                                new Attachment("shells.csv", "text/csv", "mass shells at the end", shells))));
        text(folder.resolve("run.json"), json);
        return "run.json, history.csv, shells.csv, " + pageFiles;
    }

    private static void text(Path file, String content) throws IOException {
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    private static String history(EvolutionReport report) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text).header(HISTORY);
        for (PnsSnapshot snapshot : report.history()) {
            moment(csv, snapshot);
        }
        return text.toString();
    }

    private static String shells(EvolutionReport report) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text)
                .comment("mass shells at the end; currents of the beginning of the last step")
                .header(SHELLS);
        for (ShellState shell : report.end().shells()) {
            shell(csv, shell);
        }
        return text.toString();
    }

    private static void moment(CsvWriter csv, PnsSnapshot snapshot) throws IOException {
        Kick kick = EvolutionReport.kick(snapshot);
        Luminosities light = snapshot.luminosities();
        Neutrinosphere sphere = snapshot.neutrinosphere();
        Budget budget = snapshot.budget();
        csv.put(snapshot.step()).put(snapshot.timeS()).put(snapshot.dtS());
        csv.put(kick.x()).put(kick.y()).put(kick.z()).put(kick.speed());
        csv.put(light.electronNeutrinoErgPerS()).put(light.electronAntineutrinoErgPerS());
        csv.put(light.eachHeavyLeptonErgPerS());
        csv.put(sphere.radiusCm()).put(sphere.densityGPerCm3()).put(sphere.temperatureMev());
        csv.put(sphere.electronPotentialMev()).put(sphere.neutrinoPotentialMev());
        csv.put(snapshot.surfaceFieldGauss())
                .put(snapshot.angularVelocityPerS())
                .put(snapshot.lapse());
        csv.put(budget.leptonsInStar()).put(budget.leptonsEmitted());
        csv.put(budget.energyInStarErg()).put(budget.energyEmittedErg()).endRow();
    }

    private static void shell(CsvWriter csv, ShellState shell) throws IOException {
        csv.put(shell.enclosedMassG()).put(shell.radiusCm()).put(shell.densityGPerCm3());
        csv.put(shell.temperatureMev()).put(shell.electronFraction()).put(shell.neutrinoFraction());
        csv.put(shell.electronPotentialMev()).put(shell.neutrinoPotentialMev());
        csv.put(shell.entropyPerBaryon()).put(shell.pressureDynPerCm2());
        csv.put(shell.meanFreePathCm()).put(shell.opticalDepth());
        csv.put(shell.leptonsPerS()).put(shell.luminosityErgPerS());
        csv.put(shell.currents().fieldGauss());
        csv.put(shell.currents().leptonFluxPerCm2S());
        csv.put(shell.currents().axialFluxPerCm2S());
        csv.put(shell.currents().neutrinoFluxPerCm2S()).endRow();
    }
}

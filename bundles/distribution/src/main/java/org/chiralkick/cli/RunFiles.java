package org.chiralkick.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.KickHistory;
import org.chiralkick.cli.star.ProfileScan;
import org.chiralkick.cli.table.CsvWriter;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.Vector3;

/** The files of a run: {@code run.json}, {@code history.csv}, {@code profile.csv}. */
final class RunFiles {
    private static final List<String> HISTORY = List.of(
            "step",
            "time_s",
            "kick_x_km_s",
            "kick_y_km_s",
            "kick_z_km_s",
            "speed_km_s",
            "momentum_x_g_cm_s",
            "momentum_y_g_cm_s",
            "momentum_z_g_cm_s",
            "neutrinos_total",
            "energy_erg");

    private RunFiles() {}

    /** Writes all files; {@code run.json} last, so that where it is, the others are complete. */
    static void write(Path folder, RunReport report, Session session, CouplingConfig config) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("history.csv"), StandardCharsets.UTF_8)) {
            history(out, report);
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("profile.csv"), StandardCharsets.UTF_8);
                Coupling coupling = session.couple(config)) {
            ProfileScan.write(report.star(), report.setup(), coupling, new CsvWriter(out));
        }
        Files.writeString(folder.resolve("run.json"), Json.text(report.json()), StandardCharsets.UTF_8);
    }

    private static void history(Appendable out, RunReport report) throws IOException {
        CsvWriter csv = new CsvWriter(out).header(HISTORY);
        for (KickHistory.Moment moment : report.history().moments()) {
            if (moment.step() == 0) {
                continue;
            }
            Kick kick = Kick.of(moment.recoil(), report.setup().massG());
            Vector3 momentum = moment.recoil().momentum();
            csv.put(moment.step()).put(moment.timeS());
            csv.put(kick.x()).put(kick.y()).put(kick.z()).put(kick.speed());
            csv.put(momentum.x()).put(momentum.y()).put(momentum.z());
            csv.put(moment.recoil().number()).put(moment.recoil().energyErg()).endRow();
        }
    }
}

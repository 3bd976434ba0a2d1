package org.chiralkick.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.KickHistory;
import org.chiralkick.cli.star.SphericalHost;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.cli.table.CsvWriter;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.cli.text.TextTable;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingException;
import org.chiralkick.host.Recoil;
import org.jspecify.annotations.Nullable;

/**
 * The kicks of several cases on one star, side by side.
 *
 * @param setup what the host did in each of them
 * @param rows a row per case, in the order they were given
 */
record KickTable(StarSetup setup, List<Row> rows) {
    /**
     * What one case gave.
     *
     * @param of the case
     * @param history what the star received; empty where the mechanism cannot be evaluated on this star
     * @param problem why not; empty where it can
     */
    record Row(KickCase of, Optional<KickHistory> history, String problem) {}

    KickTable {
        rows = List.copyOf(rows);
    }

    /** Runs every case on the star. A mechanism that misses a field is a row that says so; other failures are thrown. */
    static KickTable compute(Session session, List<KickCase> cases, StarSetup setup, Surface surface) {
        return new KickTable(
                setup,
                cases.stream().map(one -> row(session, one, setup, surface)).toList());
    }

    private static Row row(Session session, KickCase one, StarSetup setup, Surface surface) {
        try (Coupling coupling = session.couple(one.config())) {
            KickHistory history = new SphericalHost(setup, surface).run(coupling, done -> {});
            return new Row(one, Optional.of(history), "");
        } catch (CouplingException e) {
            if (e.kind() != CouplingException.Kind.FIELD) {
                throw e;
            }
            return new Row(one, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Returns the table for people. */
    String text() {
        TextTable table = new TextTable("  ", "llrrrrl");
        table.row("mechanism", "choice", "km/s", "deg", "neutrinos", "erg", "flags");
        for (Row row : rows) {
            String choice = row.of().choice().isEmpty() ? "as it is" : row.of().choice();
            if (row.history().isEmpty()) {
                table.row(row.of().source(), choice, "-", "-", "-", "-", row.problem());
                continue;
            }
            KickHistory history = row.history().get();
            Kick kick = Kick.of(history.recoil(), setup.massG());
            table.row(
                    row.of().source(),
                    choice,
                    Numbers.of(kick.speed()),
                    kick.speed() == 0 ? "-" : Numbers.of(kick.angleToSpinDeg()),
                    Numbers.of(history.recoil().number(), 3),
                    Numbers.of(history.recoil().energyErg(), 3),
                    String.join(", ", history.flags().keySet()));
        }
        return table.toString();
    }

    /** Returns a JSON list, an object per row. */
    List<Map<String, @Nullable Object>> json() {
        return rows.stream().map(this::json).toList();
    }

    private Map<String, @Nullable Object> json(Row row) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("source", row.of().source());
        json.put("choice", row.of().choice());
        row.history()
                .ifPresentOrElse(
                        history -> {
                            Recoil recoil = history.recoil();
                            Kick kick = Kick.of(recoil, setup.massG());
                            json.put("closures", closures(history));
                            json.put("kick_km_s", kick.components());
                            json.put("speed_km_s", kick.speed());
                            json.put("angle_to_spin_deg", Json.number(kick.angleToSpinDeg()));
                            json.put("neutrinos_total", recoil.number());
                            json.put("energy_erg", recoil.energyErg());
                            json.put("flags", history.flags());
                        },
                        () -> json.put("problem", row.problem()));
        return json;
    }

    private static Map<String, String> closures(KickHistory history) {
        return history.bySource().isEmpty()
                ? Map.of()
                : history.bySource().get(0).closures();
    }

    /** Writes the rows that could be evaluated as CSV. */
    void write(CsvWriter csv) throws IOException {
        csv.header(List.of(
                "source",
                "choice",
                "kick_x_km_s",
                "kick_y_km_s",
                "kick_z_km_s",
                "speed_km_s",
                "angle_to_spin_deg",
                "neutrinos_total",
                "energy_erg",
                "flags"));
        for (Row row : rows) {
            if (row.history().isPresent()) {
                KickHistory history = row.history().get();
                Kick kick = Kick.of(history.recoil(), setup.massG());
                csv.put(row.of().source()).put(row.of().choice());
                csv.put(kick.x()).put(kick.y()).put(kick.z()).put(kick.speed()).put(kick.angleToSpinDeg());
                csv.put(history.recoil().number()).put(history.recoil().energyErg());
                csv.put(history.flags().keySet().stream().collect(Collectors.joining(";")))
                        .endRow();
            }
        }
    }
}

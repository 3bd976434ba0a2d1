package org.chiralkick.study.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.EvolutionException;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.PolarField;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.Session;
import org.chiralkick.study.closure.InForce;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.CsvWriter;
import org.chiralkick.table.Json;
import org.chiralkick.table.Numbers;
import org.chiralkick.table.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * The kicks of several cases on one star, side by side.
 *
 * @param rows a row per case, in the order they were given
 */
public record KickTable(List<Row> rows) {
    /**
     * What one case gave.
     *
     * @param of the case
     * @param closures the closures in force
     * @param kicked what the star received; empty where the mechanism cannot be evaluated on this star
     * @param problem why not; empty where it can
     */
    public record Row(KickCase of, Map<String, String> closures, Optional<Kicked> kicked, String problem) {}

    /** The columns of a kick, as {@link #put} writes them. */
    public static final List<String> COLUMNS = List.of(
            "kick_x_km_s",
            "kick_y_km_s",
            "kick_z_km_s",
            "speed_km_s",
            "angle_to_spin_deg",
            "speed_dipole_km_s",
            "speed_surface_km_s",
            "alpha",
            "largest_field_gauss",
            "time_step_error",
            "neutrinos_total",
            "energy_erg",
            "field_start_gauss",
            "field_end_gauss",
            "flux_end_gauss_cm2",
            "flags");

    /** Components, speed and angle. */
    private static final int CELLS_OF_KICK = 5;

    public KickTable {
        rows = List.copyOf(rows);
    }

    /**
     * Asks a star for every case. A mechanism that misses a field, or that the star cannot bear, is a row that says so; other
     * failures are thrown.
     *
     * @param progress told the number of cases done
     */
    public static KickTable compute(
            Session session, List<KickCase> cases, EmittingStar star, Magnet magnet, LongConsumer progress) {
        List<Row> rows = new ArrayList<>();
        for (KickCase one : cases) {
            rows.add(row(session, one, star, magnet));
            progress.accept(rows.size());
        }
        return new KickTable(rows);
    }

    private static Row row(Session session, KickCase one, EmittingStar star, Magnet magnet) {
        try (Coupling coupling = session.couple(one.config())) {
            return row(one, star, magnet, coupling);
        } catch (EvolutionException e) {
            return new Row(one, Map.of(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static Row row(KickCase one, EmittingStar star, Magnet magnet, Coupling coupling) {
        Map<String, String> closures = new InForce(coupling.sources()).closures(one.config());
        try {
            return new Row(one, closures, Optional.of(star.kick(magnet, coupling)), "");
        } catch (CouplingException e) {
            if (e.kind() != CouplingException.Kind.FIELD) {
                throw e;
            }
            boolean quarks = coupling.sources().stream()
                    .anyMatch(source -> source.required().contains(ZoneField.UP_QUARK_CHEMICAL_POTENTIAL));
            String why = quarks ? "not on this star, which has no quark matter: " : "not on this star: ";
            return new Row(one, Map.of(), Optional.empty(), why + e.getMessage());
        }
    }

    /** Returns the table for people. */
    public String text() {
        return rows.stream().anyMatch(row -> row.kicked().flatMap(Kicked::both).isPresent())
                ? text(List.of(Escape.values()))
                : text(List.of(Escape.SURFACE));
    }

    /** One that cools has a speed under each closure of escape. */
    private String text(List<Escape> escapes) {
        boolean both = escapes.size() > 1;
        TextTable table = new TextTable("  ", "ll" + "r".repeat(escapes.size()) + "rrrl");
        List<String> header = new ArrayList<>(List.of("mechanism", "choice"));
        escapes.forEach(escape -> header.add(both ? escape.label() + " km/s" : "km/s"));
        header.addAll(List.of("deg", "neutrinos", "erg", "flags"));
        table.row(header.toArray(String[]::new));
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(row.of().source());
            cells.add(row.of().choice().isEmpty() ? "as it is" : row.of().choice());
            row.kicked().ifPresentOrElse(kicked -> put(cells, kicked, escapes), () -> {
                cells.addAll(Collections.nCopies(escapes.size() + 3, "-"));
                cells.add(row.problem());
            });
            table.row(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private static void put(List<String> cells, Kicked kicked, List<Escape> escapes) {
        for (Escape escape : escapes) {
            OptionalDouble speed = kicked.speedKmPerS(escape);
            cells.add(speed.isPresent() ? Numbers.of(speed.getAsDouble()) : "-");
        }
        cells.add(kicked.kick().speed() == 0 ? "-" : RunWords.degrees(kicked.kick()));
        cells.add(Numbers.of(kicked.recoil().number(), 3));
        cells.add(Numbers.of(kicked.recoil().energyErg(), 3));
        cells.add(String.join(", ", kicked.flags().keySet()));
    }

    /** Returns a JSON list, an object per row. */
    public List<Map<String, @Nullable Object>> json() {
        return rows.stream().map(KickTable::json).toList();
    }

    private static Map<String, @Nullable Object> json(Row row) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("source", row.of().source());
        json.put("choice", row.of().choice());
        row.kicked()
                .ifPresentOrElse(
                        kicked -> {
                            json.put("closures", row.closures());
                            Run.putKick(json, kicked);
                        },
                        () -> json.put("problem", row.problem()));
        return json;
    }

    /** Writes the rows as CSV; one that could not be evaluated has empty cells, and the reason in place of the flags. */
    public void write(CsvWriter csv) throws IOException {
        List<String> header = new ArrayList<>(List.of("source", "choice"));
        header.addAll(COLUMNS);
        csv.header(header);
        for (Row row : rows) {
            csv.put(row.of().source()).put(row.of().choice());
            if (row.kicked().isPresent()) {
                put(csv, row.kicked().get());
            } else {
                putNothing(csv, row.problem().replaceAll(",\\s*|\\R", "; ")); // a cell is one line without commas
            }
            csv.endRow();
        }
    }

    private static OptionalDouble known(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static void putKnown(CsvWriter csv, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            csv.put(value.getAsDouble());
        } else {
            csv.put("");
        }
    }

    /** Adds the cells of a kick that there is not, with the reason in place of the flags. */
    public static void putNothing(CsvWriter csv, String reason) throws IOException {
        for (int i = 0; i < COLUMNS.size() - 1; i++) {
            csv.put("");
        }
        csv.put(reason);
    }

    /** Adds the cells of a kick; those of a velocity that there is not are empty. */
    public static void put(CsvWriter csv, Kicked kicked) throws IOException {
        Kick kick = kicked.kick();
        if (kick.isKnown()) {
            csv.put(kick.x()).put(kick.y()).put(kick.z()).put(kick.speed()).put(kick.angleToSpinDeg());
        } else {
            for (int i = 0; i < CELLS_OF_KICK; i++) {
                csv.put("");
            }
        }
        putKnown(csv, kicked.speedKmPerS(Escape.DIPOLE));
        putKnown(csv, kicked.speedKmPerS(Escape.SURFACE));
        putKnown(
                csv,
                kicked.both()
                        .map(both -> OptionalDouble.of(both.alpha(kicked.escape())))
                        .orElse(OptionalDouble.empty()));
        putKnown(csv, known(kicked.largestFieldGauss()));
        putKnown(csv, known(kicked.timeStepError()));
        csv.put(kicked.recoil().number()).put(kicked.recoil().energyErg());
        PolarField field = kicked.field();
        csv.put(field.startGauss()).put(field.endGauss()).put(field.endFluxGaussCm2());
        csv.put(String.join(";", kicked.flags().keySet()));
    }
}

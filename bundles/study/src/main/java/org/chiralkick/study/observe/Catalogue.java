package org.chiralkick.study.observe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chiralkick.table.CsvTable;
import org.chiralkick.table.TableException;

/**
 * Stars of one kind with a known speed and field.
 *
 * @param kind what they are: {@code "magnetars"}
 * @param name how many of what, and from where, for the reader: {@code "6 magnetars of magnetars.csv"}
 * @param stars the stars
 * @param references who published the values, a star each; empty where a file was given
 */
public record Catalogue(String kind, String name, List<Observation> stars, List<String> references) {
    /** Older stars have changed their speed in the Galaxy's field, and perhaps their own field. */
    public static final double OLDEST_YR = 3e6;

    private static final List<String> FIELDS = List.of("Bsurf_G", "B_dip_G", "field_gauss");
    private static final List<String> SPEEDS = List.of("vtrans_kms", "speed_km_s");
    private static final String AGE = "char_age_yr";
    private static final String BINARY = "binary";
    private static final String PROPER_MOTION = "mu_mas_yr";
    private static final String PROPER_MOTION_ERROR = "mu_err";

    /** A proper motion below this many of its errors says little about the speed that follows from it. */
    private static final double LEAST_SIGNIFICANCE = 3;

    private static final double QUARTER_DECADE = Math.pow(10, 0.25);

    /** Keeps its own copy. */
    public Catalogue {
        stars = List.copyOf(stars);
        references = List.copyOf(references);
    }

    /**
     * Reads the stars of a CSV file that have a field and a speed; where the file tells, only single ones younger than {@link
     * #OLDEST_YR} whose proper motion exceeds three times its error. (Of 412 pulsars of the ATNF catalogue 1.64 with a velocity
     * these are 74, with a rank correlation of -0.14.)
     *
     * @param file with columns {@code Bsurf_G}, {@code B_dip_G} or {@code field_gauss} [G] and {@code vtrans_kms} or {@code
     *     speed_km_s} [km/s], the field that of a dipole at the equator; {@code char_age_yr}, {@code binary} (0 for single), {@code mu_mas_yr} and {@code mu_err} (proper
     *     motion and its error) are used where they are there
     * @param kind what the stars are: {@code "pulsars"}
     * @throws TableException if the file has no such columns
     */
    public static Catalogue read(Path file, String kind) throws IOException {
        Set<String> others = Set.of(AGE, BINARY, PROPER_MOTION, PROPER_MOTION_ERROR);
        CsvTable table = CsvTable.readSparse(
                file, column -> FIELDS.contains(column) || SPEEDS.contains(column) || others.contains(column));
        double[] field = table.column(first(table, FIELDS, "dipole field in G"));
        double[] speed = table.column(first(table, SPEEDS, "transverse speed in km/s"));
        double[] age = optional(table, AGE, 0);
        double[] binary = optional(table, BINARY, 0);
        double[] motion = optional(table, PROPER_MOTION, Double.POSITIVE_INFINITY);
        double[] error = optional(table, PROPER_MOTION_ERROR, 0);
        List<Observation> stars = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            boolean measured = !(motion[i] <= LEAST_SIGNIFICANCE * error[i]);
            if (field[i] > 0 && speed[i] > 0 && !(age[i] > OLDEST_YR) && !(binary[i] != 0) && measured) {
                stars.add(new Observation(field[i], speed[i]));
            }
        }
        String young = table.has(AGE) ? "young single " : "";
        return new Catalogue(kind, stars.size() + " " + young + kind + " of " + table.name(), stars, List.of());
    }

    private static String first(CsvTable table, List<String> names, String what) {
        return names.stream()
                .filter(table::has)
                .findFirst()
                .orElseThrow(() -> new TableException(table.name() + " has no column of the " + what + "; call it "
                        + String.join(" or ", names) + ", its columns are " + String.join(", ", table.header())));
    }

    private static double[] optional(CsvTable table, String column, double absent) {
        double[] same = new double[table.rows()];
        Arrays.fill(same, absent);
        return table.has(column) ? table.column(column) : same;
    }

    /**
     * Returns a small set of published values, where no catalogue is given.
     *
     * @param kind {@code "pulsars"} or {@code "magnetars"}
     */
    public static Catalogue published(String kind) {
        List<Observation> stars = new ArrayList<>();
        List<String> references = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream("published.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                if (cells.length == 5 && kind.equals(cells[1] + "s")) {
                    stars.add(new Observation(Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
                    references.add(cells[0] + ": " + cells[4]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this program cannot be read", e);
        }
        return new Catalogue(kind, stars.size() + " " + kind + " with published speeds", stars, references);
    }

    /** Returns the speeds [km/s] of the stars whose field at the pole is within a quarter of a decade of this one [G]. */
    public double[] speedsNear(double polarGauss) {
        return stars.stream()
                .filter(star -> star.polarGauss() >= polarGauss / QUARTER_DECADE
                        && star.polarGauss() < polarGauss * QUARTER_DECADE)
                .mapToDouble(Observation::speedKmS)
                .toArray();
    }
}

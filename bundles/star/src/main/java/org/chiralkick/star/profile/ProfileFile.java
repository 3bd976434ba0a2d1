package org.chiralkick.star.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.table.CsvTable;
import org.chiralkick.table.TableException;

/**
 * Reads a star from a CSV file, one row a radius, the unit in each header name. {@code r_cm} and {@code T_MeV} must be there;
 * {@code rho_gcc}, {@code Ye}, {@code Ynu_e_net}, {@code mu_e_MeV}, {@code mu_nue_MeV}, {@code mu_p_MeV}, {@code mu_n_MeV}
 * are used where they are; other columns may hold anything.
 */
public final class ProfileFile {
    private static final String RADIUS = "r_cm";
    private static final String DENSITY = "rho_gcc";
    private static final String TEMPERATURE = "T_MeV";
    private static final String ELECTRON_FRACTION = "Ye";
    private static final String NEUTRINO_FRACTION = "Ynu_e_net";
    private static final String MU_ELECTRON = "mu_e_MeV";
    private static final String MU_NEUTRINO = "mu_nue_MeV";
    private static final String MU_PROTON = "mu_p_MeV";
    private static final String MU_NEUTRON = "mu_n_MeV";
    private static final Set<String> KNOWN = Set.of(
            RADIUS,
            DENSITY,
            TEMPERATURE,
            ELECTRON_FRACTION,
            NEUTRINO_FRACTION,
            MU_ELECTRON,
            MU_NEUTRINO,
            MU_PROTON,
            MU_NEUTRON);

    private ProfileFile() {}

    /**
     * Returns the star in a file.
     *
     * @throws TableException if the file is not such a table; the message names line and column
     */
    public static StarProfile read(Path file) throws IOException {
        return of(CsvTable.read(file, KNOWN::contains));
    }

    static StarProfile of(CsvTable table) {
        requireColumn(table, RADIUS);
        requireColumn(table, TEMPERATURE);
        double[] radius = table.column(RADIUS);
        for (int i = 0; i < radius.length; i++) {
            check(
                    table,
                    i,
                    RADIUS,
                    radius[i],
                    Double.isFinite(radius[i]) && radius[i] >= 0,
                    "radius",
                    "finite and >= 0 cm");
            check(
                    table,
                    i,
                    RADIUS,
                    radius[i],
                    i == 0 || radius[i] > radius[i - 1],
                    "radius",
                    "larger than in the row before");
        }
        if (radius.length < 2) {
            throw new TableException(table.name() + " has one row; a profile needs at least two radii");
        }
        double[] temperature = table.column(TEMPERATURE);
        double[] density = optional(table, DENSITY);
        double[] ye = optional(table, ELECTRON_FRACTION);
        for (int i = 0; i < radius.length; i++) {
            check(table, i, TEMPERATURE, temperature[i], !(temperature[i] < 0), "temperature", ">= 0 MeV");
            check(table, i, DENSITY, density[i], !(density[i] <= 0), "density", "> 0 g/cm^3");
            check(table, i, ELECTRON_FRACTION, ye[i], !(ye[i] < 0 || ye[i] > 1), "electron fraction", "in [0, 1]");
        }
        double[] ynu = optional(table, NEUTRINO_FRACTION);
        double[] muElectron = optional(table, MU_ELECTRON);
        double[] muNeutrino = optional(table, MU_NEUTRINO);
        double[] muProton = optional(table, MU_PROTON);
        double[] muNeutron = optional(table, MU_NEUTRON);
        List<ProfileRow> rows = IntStream.range(0, radius.length)
                .mapToObj(i -> new ProfileRow(
                        radius[i],
                        density[i],
                        temperature[i],
                        ye[i],
                        ynu[i],
                        muElectron[i],
                        muNeutrino[i],
                        muProton[i] - muNeutron[i]))
                .toList();
        return new StarProfile(table.name(), List.of(), rows);
    }

    private static void requireColumn(CsvTable table, String column) {
        if (!table.has(column)) {
            throw new TableException(
                    table.name() + " has no column " + column + NearestName.hint(column, table.header())
                            + "; its columns are " + String.join(", ", table.header()));
        }
    }

    private static double[] optional(CsvTable table, String column) {
        if (table.has(column)) {
            return table.column(column);
        }
        double[] nothing = new double[table.rows()];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    private static void check(
            CsvTable table, int row, String column, double value, boolean good, String what, String range) {
        if (!good) {
            throw new TableException(String.format(
                    Locale.ROOT, "%s: %s is %.6g; must be %s", table.place(row, column), what, value, range));
        }
    }
}

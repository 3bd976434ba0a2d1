package org.chiralkick.star;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.star.structure.StellarProfile;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of others in {@code shared/data}, beside a parent of the module or where the system property {@code chiralkick.data}
 * points. They are not part of the project; a test that wants them is skipped without.
 */
public final class SharedData {
    private SharedData() {}

    /** Returns a file below {@code shared/data}; skips the test where it is not there. */
    public static Path file(String name) {
        Path folder = folder();
        Path file = folder == null ? null : folder.resolve(name);
        if (file == null || !Files.isRegularFile(file)) {
            return abort("no file shared/data/" + name + " above " + Path.of("").toAbsolutePath()
                    + "; set -Dchiralkick.data to run with it");
        }
        return file;
    }

    /** Returns the columns of a CSV file, nan as NaN; lines that begin with # are left out. */
    public static Map<String, double[]> columns(Path file) {
        List<String> lines;
        try (var all = Files.lines(file)) {
            lines = all.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] names = lines.get(0).split(",", -1);
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < names.length; c++) {
            int column = c;
            columns.put(
                    names[c],
                    lines.stream()
                            .skip(1)
                            .mapToDouble(line -> number(line.split(",", -1)[column]))
                            .toArray());
        }
        return columns;
    }

    private static double number(String cell) {
        return cell.equals("nan") ? Double.NaN : Double.parseDouble(cell);
    }

    /** Returns a column, which must be there. */
    public static double[] column(Map<String, double[]> columns, String name) {
        double[] column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column " + name + "; there are " + columns.keySet());
        }
        return column;
    }

    /** Returns a simulated star, such as {@code "AB-G15_250ms"}; those called G are relativistic. */
    public static StellarProfile profile(String name) {
        var columns = columns(file("profiles/liebendoerfer2005_" + name + ".csv"));
        return StellarProfile.ofRadii(
                column(columns, "r_cm"),
                column(columns, "rho_gcc"),
                column(columns, "T_MeV"),
                column(columns, "Ye"),
                column(columns, "Ynu_e_net"),
                name.startsWith("AB-G"));
    }

    private static @Nullable Path folder() {
        String property = System.getProperty("chiralkick.data");
        if (property != null) {
            return Path.of(property);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}

package org.chiralkick.matter;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Profiles of real simulations, {@code shared/data/profiles}, in a folder {@code shared/data} beside a parent of the module or where the
 * system property {@code chiralkick.data} points. They are not part of the project; a test that wants them is skipped without.
 */
final class RealProfiles {
    private RealProfiles() {}

    /** Returns all profiles by file name, each a list of zones from column name to value, NaN where the source has none. */
    static Map<String, List<Map<String, Double>>> all() {
        Path folder = folder();
        if (folder == null) {
            return abort("no folder shared/data/profiles above " + Path.of("").toAbsolutePath()
                    + "; set -Dchiralkick.data to run with real profiles");
        }
        Map<String, List<Map<String, Double>>> profiles = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                profiles.put(String.valueOf(file.getFileName()), zones(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return profiles;
    }

    private static List<Map<String, Double>> zones(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(l -> !l.startsWith("#"))
                .toList();
        String[] names = lines.get(0).split(",", -1);
        List<Map<String, Double>> zones = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, Double> zone = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                zone.put(names[i], cells[i].equals("nan") ? Double.NaN : Double.parseDouble(cells[i]));
            }
            zones.add(zone);
        }
        return zones;
    }

    private static @Nullable Path folder() {
        String property = System.getProperty("chiralkick.data");
        if (property != null) {
            return Path.of(property, "profiles");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/data/profiles");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}

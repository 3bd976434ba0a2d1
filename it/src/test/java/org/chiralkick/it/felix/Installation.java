package org.chiralkick.it.felix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the distribution in a test's own folder, into whose {@code bundles} a test may put what it likes. */
public final class Installation {
    private Installation() {}

    /** Makes the copy and returns its folder; services and natives are those of the whole distribution. */
    public static Path in(Path folder) throws IOException {
        Path whole = Distribution.home();
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("lib"), whole.resolve("lib"));
        Path bundles = Files.createDirectory(home.resolve("bundles"));
        for (Path jar : jars(whole.resolve("bundles"))) {
            Files.copy(jar, bundles.resolve(jar.getFileName()));
        }
        return home;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}

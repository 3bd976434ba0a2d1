package org.chiralkick.it.felix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The distribution's folder that the build has made. */
public final class Distribution {
    private Distribution() {}

    /** Returns the folder: property {@code chiralkick.home}, else the one of this checkout. */
    public static Path home() {
        String property = System.getProperty("chiralkick.home", "");
        Path folder = property.isEmpty()
                ? checkout().resolve("bundles/distribution/target/chiralkick")
                : Path.of(property).normalize();
        if (!Files.isDirectory(folder.resolve("lib/osgi"))) {
            throw new IllegalStateException(folder + " is not there; build it with mvn -DskipTests package");
        }
        return folder;
    }

    /** Returns the one jar of a folder whose name begins with the prefix. */
    public static Path jar(String folder, String prefix) throws IOException {
        List<Path> found = jars(folder).stream()
                .filter(path -> path.getFileName().toString().startsWith(prefix))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(prefix + "*.jar in " + folder + ": " + found);
        }
        return found.get(0);
    }

    static List<Path> jars(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(home().resolve(folder))) {
            return entries.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    static Attributes manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("chiral-module/pom.xml"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("run the tests inside the checkout, or set -Dchiralkick.home");
            }
            folder = parent;
        }
        return folder;
    }
}

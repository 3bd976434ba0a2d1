package org.chiralkick.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/** The distribution that is measured. */
final class Home {
    private static final String PROPERTY = "chiralkick.home";

    private Home() {}

    /**
     * Returns the folder that the property {@code chiralkick.home} names.
     *
     * @throws IllegalStateException if there is no distribution in it
     */
    static Path folder() {
        Path folder = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder.resolve("lib/osgi"))) {
            throw new IllegalStateException(
                    folder + " is no distribution; give it in -D" + PROPERTY + ", or run bundles/benchmark/bench");
        }
        return folder;
    }

    /** Returns the option that hands the folder on to another JVM. */
    static String option() {
        return "-D" + PROPERTY + "=" + folder();
    }
}

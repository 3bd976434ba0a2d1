package org.chiralkick.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Real profiles and observations, which stand beside a clone in {@code shared/data} and are never copied into it. */
public final class SharedData {
    private SharedData() {}

    /** Returns a file or folder of the data; a test that asks for it is skipped, with a word, where there is none. */
    public static Path require(String path) {
        Path data = folder();
        assumeTrue(
                data != null, "shared/data is absent: " + path + " not used (-Dchiralkick.data=DIR names the folder)");
        return Objects.requireNonNull(data).resolve(path);
    }

    private static @Nullable Path folder() {
        String given = System.getProperty("chiralkick.data", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            if (Files.isDirectory(up.resolve("shared/data"))) {
                return up.resolve("shared/data");
            }
        }
        return null;
    }
}

package org.chiralkick.it.nativehost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chiralkick.it.felix.Distribution;

/** Installed trees that are not as they should be, and the host that starts on them. */
final class Installations {
    private Installations() {}

    /** Returns the compiled host that prints what one start gave. */
    static Path startingHost(Workshop workshop) throws IOException, InterruptedException {
        return workshop.compile(
                "gcc",
                "starts",
                List.of(
                        "-std=gnu11",
                        Workshop.sources("tests").resolve("starts.c").toString()),
                "chiralkick");
    }

    /** Returns a copy of the jars of the distribution: all that a host needs beside the native library. */
    static Path copy(Path to) throws IOException {
        for (String part : List.of("lib", "bundles")) {
            Path from = Distribution.home().resolve(part);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(part).resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        return to.toRealPath();
    }
}

package org.chiralkick.it.nativehost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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

    /** Returns the jar in the bundles of a tree whose name starts so. */
    static Path bundle(Path home, String start) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("bundles"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no bundle " + start + " in " + home));
        }
    }

    /** Gives a bundle another version, as if it were another build of the same source. */
    static void giveVersion(Path bundle, String version) throws IOException {
        Path changed = bundle.resolveSibling("changed.tmp");
        try (JarFile jar = new JarFile(bundle.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(changed), manifest)) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        try (InputStream in = jar.getInputStream(entry)) {
                            in.transferTo(out);
                        }
                        out.closeEntry();
                    }
                }
            }
        }
        Files.move(changed, bundle, StandardCopyOption.REPLACE_EXISTING);
    }
}

package org.chiralkick.it.certify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;

/** Packs a class into a bundle. */
final class TestBundle {
    private TestBundle() {}

    /** Returns a bundle whose activator is the class. */
    static Path withActivator(Path jar, Class<?> activator) throws IOException {
        return pack(jar, Map.of(Constants.BUNDLE_ACTIVATOR, activator.getName()), activator);
    }

    /** Returns a bundle that imports what the SPI has, and these headers more. */
    static Path pack(Path jar, Map<String, String> headers, Class<?>... classes) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(
                Constants.BUNDLE_SYMBOLICNAME, jar.getFileName().toString().replace(".jar", ""));
        attributes.putValue(Constants.BUNDLE_VERSION, "0.1.0");
        attributes.putValue(Constants.IMPORT_PACKAGE, "org.chiralkick.source,org.osgi.framework");
        headers.forEach(attributes::putValue);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> packed : classes) {
                String entry = packed.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(entry));
                try (InputStream in = packed.getClassLoader().getResourceAsStream(entry)) {
                    Objects.requireNonNull(in, entry).transferTo(out);
                }
            }
        }
        return jar;
    }
}

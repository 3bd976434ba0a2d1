package org.chiralkick.study.certify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/** Looks at a file before a framework does, because a framework accepts any zip as a bundle and says little of a broken one. */
final class BundleFile {
    private BundleFile() {}

    /** Requires a file that is there, a whole zip, and an OSGi bundle. */
    static void requireBundle(Path file) {
        if (!Files.exists(file)) {
            throw new CertifyException("there is no file " + file);
        }
        if (!Files.isRegularFile(file)) {
            throw new CertifyException(file + " is a folder; must be the jar of a mechanism");
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            readWhole(jar);
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                throw new CertifyException(
                        file + " is no mechanism: it is a jar but no OSGi bundle, its manifest has no "
                                + Constants.BUNDLE_SYMBOLICNAME + "; build it with bnd-maven-plugin");
            }
        } catch (IOException | SecurityException e) {
            throw new CertifyException(file + " is broken: it cannot be read as a jar (" + e.getMessage() + ")");
        }
    }

    private static void readWhole(JarFile jar) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            try (InputStream in = jar.getInputStream(entry)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}

package org.chiralkick.study.certify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;

/** Looks at a file before a framework does, because a framework accepts any zip as a bundle and says little of a broken one. */
final class BundleFile {
    /** A package of ours in a header, and its attributes, in which a comma may stand between quotes. */
    private static final Pattern SPI_CLAUSE = Pattern.compile(
            "(?<![\\w.])(org\\.chiralkick\\.(?:source|matter)[\\w.]*)((?:\\s*;(?:[^,\"]|\"[^\"]*\")*)?)");

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

    /** Returns what is no error and will be one day: imports of the SPI that any version of it satisfies. */
    static List<String> warnings(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            String imports =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Constants.IMPORT_PACKAGE);
            Matcher clause = SPI_CLAUSE.matcher(imports == null ? "" : imports);
            List<String> warnings = new ArrayList<>();
            while (clause.find()) {
                if (!clause.group(2).contains(Constants.VERSION_ATTRIBUTE + "=")) {
                    warnings.add(file + " imports package " + clause.group(1)
                            + " without a range of versions, so that a host of another major version takes it for fit; import it with"
                            + " version=\"[1.0,2)\", as bnd does by itself");
                }
            }
            return warnings;
        } catch (IOException e) {
            return List.of(); // whoever certifies the file says so
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

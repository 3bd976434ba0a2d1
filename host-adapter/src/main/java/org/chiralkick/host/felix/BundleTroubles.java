package org.chiralkick.host.felix;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** What is wrong with the bundles: files that are no bundles, bundles that cannot be resolved or started. */
final class BundleTroubles {
    private final BundleContext context;
    private final Optional<Path> folder;

    BundleTroubles(BundleContext context, Optional<Path> folder) {
        this.context = context;
        this.folder = folder;
    }

    /** Returns one clause for each bundle or file that does not work, in no particular order. */
    List<String> all() {
        List<String> troubles = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (!isFragment(bundle) && bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING) {
                troubles.add(
                        "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " " + whyNotActive(bundle));
            }
        }
        Set<String> installed =
                Arrays.stream(context.getBundles()).map(Bundle::getLocation).collect(Collectors.toSet());
        for (File file : folder.map(BundleTroubles::files).orElse(List.of())) {
            // File Install's locations, file:/..., are not those of Path.toUri, file:///...
            if (!installed.contains(file.toURI().toString())) {
                troubles.add("file " + file.getName() + " " + whyNotInstalled(file));
            }
        }
        return troubles;
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    /** Tries the start once more: its exception is the only place where the framework says what is missing. */
    private static String whyNotActive(Bundle bundle) {
        if (bundle.getState() == Bundle.RESOLVED) {
            return "is stopped; start it, or replace its file in the folder of mechanisms";
        }
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return "was not active, and could be started now";
        } catch (BundleException e) {
            return "cannot be started: " + FailureText.rootMessage(e).replaceAll("\\s+", " ");
        } catch (IllegalStateException e) {
            return "is being removed";
        }
    }

    private static String whyNotInstalled(File file) {
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            if (main.getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                return "is not an OSGi bundle: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME;
            }
            return "is not installed yet, or an equal bundle from another file is";
        } catch (IOException e) {
            return "is not a readable jar: " + e.getMessage();
        }
    }

    private static List<File> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toFile)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

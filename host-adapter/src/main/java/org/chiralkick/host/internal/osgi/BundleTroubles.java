package org.chiralkick.host.internal.osgi;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chiralkick.host.internal.watch.Arrival;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** What is wrong with the bundles: files that are no bundles, bundles that cannot be resolved or started. */
final class BundleTroubles {
    /** A start, or the making of a component, that takes longer is remarked upon; it takes milliseconds. */
    static final long A_MOMENT_NS = TimeUnit.SECONDS.toNanos(1);

    private final BundleContext context;
    private final List<Path> folders;

    BundleTroubles(BundleContext context) {
        this.context = context;
        this.folders = folders(context.getProperty("felix.fileinstall.dir"));
    }

    // Those that File Install follows, where it is told by a property of the framework.
    private static List<Path> folders(@Nullable String property) {
        return Arrays.stream(property == null ? new String[0] : property.split(",", -1))
                .map(File::new)
                .filter(File::isDirectory)
                .map(File::toPath)
                .toList();
    }

    /** Returns one clause for each mechanism's bundle or file that does not work, in no particular order. */
    List<String> all() {
        List<String> troubles = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            OptionalLong startingNs = Arrival.underWayNs(bundle);
            if (startingNs.orElse(0) >= A_MOMENT_NS) {
                troubles.add("bundle " + bundle.getSymbolicName() + " " + bundle.getVersion()
                        + " hangs in its activator: it has been STARTING for "
                        + TimeUnit.NANOSECONDS.toSeconds(startingNs.getAsLong()) + " s");
            } else if (Bundles.mayBeMechanism(context, bundle)
                    && !isFragment(bundle)
                    && bundle.getState() != Bundle.ACTIVE
                    && bundle.getState() != Bundle.STARTING) {
                troubles.add(
                        "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " " + whyNotActive(bundle));
            }
        }
        Set<String> installed =
                Arrays.stream(context.getBundles()).map(Bundle::getLocation).collect(Collectors.toSet());
        for (Path folder : folders) {
            for (File file : files(folder)) {
                // File Install's locations, file:/..., are not those of Path.toUri, file:///...
                if (!installed.contains(file.toURI().toString())) {
                    troubles.add("file " + file.getName() + " " + whyNotInstalled(file));
                }
            }
        }
        return troubles;
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    /** Tries the start once more: its exception is the only place where the framework says what is missing. */
    private String whyNotActive(Bundle bundle) {
        if (bundle.getState() == Bundle.RESOLVED) {
            return "is stopped; start it, or replace its file in the folder of mechanisms";
        }
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return "was not active, and could be started now";
        } catch (BundleException e) {
            List<String> misfits = misfits(bundle);
            return misfits.isEmpty()
                    ? "cannot be started: " + FailureText.rootMessage(e).replaceAll("\\s+", " ")
                    : String.join(" and ", misfits);
        } catch (IllegalStateException e) {
            return "is being removed";
        }
    }

    /** Returns a clause for each package of ours that the bundle wants in another version than there is. */
    private List<String> misfits(Bundle bundle) {
        List<String> misfits = new ArrayList<>();
        String imports = bundle.getHeaders("").get(Constants.IMPORT_PACKAGE);
        ManifestClauses.versions(imports == null ? "" : imports).forEach((name, range) -> {
            List<Version> here = versions(name);
            if (!here.isEmpty() && here.stream().noneMatch(new VersionRange(range)::includes)) {
                misfits.add("needs package " + name + " in version " + range + ", but it is "
                        + here.stream().map(Version::toString).collect(Collectors.joining(" and "))
                        + " here; take a bundle that was built for this ChiralKick");
            }
        });
        return misfits;
    }

    /** Returns the versions in which a package is exported, each once. */
    private List<Version> versions(String name) {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(BundleCapability::getAttributes)
                .filter(attributes -> name.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(attributes -> (Version) attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .distinct()
                .sorted()
                .toList();
    }

    private String whyNotInstalled(File file) {
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            if (main.getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
                return "is not an OSGi bundle: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME;
            }
            return whyNotStored(file).orElse("is not installed yet, or an equal bundle from another file is");
        } catch (IOException e) {
            return "is not a readable jar: " + e.getMessage();
        }
    }

    /** Tries what an installation does first, a copy in the framework's folder: no space for it is nowhere else to be seen. */
    private Optional<String> whyNotStored(File file) {
        File storage = context.getDataFile("");
        if (storage == null) {
            return Optional.empty();
        }
        Path copy = storage.toPath().resolve("probe-" + file.getName());
        try {
            Files.copy(file.toPath(), copy, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be installed: its copy in the temporary folder '"
                    + System.getProperty("java.io.tmpdir") + "' failed (" + reason(e)
                    + "); free some space, or set TMPDIR or -Djava.io.tmpdir to another folder");
        } finally {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                copy.toFile().deleteOnExit();
            }
        }
    }

    // Without the two paths, of which one is ours.
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException failed ? failed.getReason() : null;
        return reason == null ? FailureText.rootMessage(e) : reason;
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

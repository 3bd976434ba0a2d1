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
import java.util.Map;
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
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** What is wrong with the bundles: files that are no bundles, bundles that cannot be resolved or started. */
final class BundleTroubles {
    /** A start, or the making of a component, that takes longer is remarked upon; it takes milliseconds. */
    static final long A_MOMENT_NS = TimeUnit.SECONDS.toNanos(1);

    private static final String SPI = NeutrinoSource.class.getPackageName();

    private final BundleContext context;
    private final Components components;
    private final List<Path> folders;

    BundleTroubles(BundleContext context) {
        this.context = context;
        this.components = new Components(context);
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
            try {
                trouble(bundle).ifPresent(why -> troubles.add(label(bundle) + " " + why));
            } catch (IllegalStateException e) {
                // It was uninstalled meanwhile.
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

    private Optional<String> trouble(Bundle bundle) {
        OptionalLong startingNs = Arrival.underWayNs(bundle);
        if (startingNs.orElse(0) >= A_MOMENT_NS) {
            return Optional.of((bundle.getState() == Bundle.STARTING
                            ? "hangs in its activator: it has been STARTING for "
                            : "hangs in a component that is made as it starts: it has been there for ")
                    + TimeUnit.NANOSECONDS.toSeconds(startingNs.getAsLong()) + " s");
        }
        int state = bundle.getState();
        if (state == Bundle.STARTING || !Bundles.mayBeMechanism(context, bundle)) {
            return Optional.empty();
        }
        if (state == Bundle.ACTIVE) {
            return whyNoMechanism(bundle);
        }
        return isFragment(bundle) ? Optional.empty() : Optional.of(whyNotActive(bundle));
    }

    private static String label(Bundle bundle) {
        return "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    /** Returns why a bundle that runs is of no use to hosts; empty if it is, or if it does not claim to be a mechanism. */
    private Optional<String> whyNoMechanism(Bundle bundle) {
        Optional<String> copy = ownCopyOfTheSpi(bundle);
        boolean claims = packages(bundle, Constants.IMPORT_PACKAGE).containsKey(SPI)
                || packages(bundle, Constants.EXPORT_PACKAGE).containsKey(SPI);
        if (copy.isPresent()
                || !claims
                || !isOfAFolder(bundle)
                || components.isSource(bundle)
                || registersASource(bundle)) {
            return copy;
        }
        return Optional.of("runs and gives no source: no component of it has the type " + NeutrinoSource.class.getName()
                + "; annotate the mechanism's class with @Component, and let bnd write OSGI-INF and Service-Component");
    }

    private boolean isOfAFolder(Bundle bundle) {
        return folders.stream()
                .anyMatch(
                        folder -> bundle.getLocation().startsWith(folder.toUri().toString())
                                || bundle.getLocation()
                                        .startsWith(folder.toFile().toURI().toString()));
    }

    private static boolean registersASource(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services != null
                && Arrays.stream(services)
                        .map(service -> service.getProperty(Constants.OBJECTCLASS))
                        .anyMatch(types -> types instanceof String[] names
                                && Arrays.asList(names).contains(NeutrinoSource.class.getName()));
    }

    /** Returns that the SPI's classes in a bundle are its own, which no host knows: a source of them is none to anybody. */
    static Optional<String> ownCopyOfTheSpi(Bundle bundle) {
        boolean has = bundle.getEntry(NeutrinoSource.class.getName().replace('.', '/') + ".class") != null;
        boolean shares = packages(bundle, Constants.IMPORT_PACKAGE).containsKey(SPI)
                || packages(bundle, Constants.EXPORT_PACKAGE).containsKey(SPI);
        return has && !shares
                ? Optional.of(
                        "carries its own copy of the SPI, package " + SPI
                                + ", which is another one to every host; leave it out of the jar (scope provided) and import it")
                : Optional.empty();
    }

    /** Returns the packages that a header of a bundle names, with their versions; none where it has no such header. */
    private static Map<String, String> packages(Bundle bundle, String header) {
        String text = bundle.getHeaders("").get(header);
        return text == null ? Map.of() : ManifestClauses.versions(text);
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    private String whyNotActive(Bundle bundle) {
        boolean isStopped = bundle.getState() == Bundle.RESOLVED;
        if (!isOwn()) {
            return isStopped ? whyStopped(bundle) : whyNotResolved(bundle);
        }
        return isStopped && !Bundles.isPersistentlyStarted(bundle)
                ? "is stopped; start it, or replace its file in the folder of mechanisms"
                : whatAStartSays(bundle);
    }

    private boolean isOwn() {
        return context.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID;
    }

    private static String whyStopped(Bundle bundle) {
        return Bundles.isPersistentlyStarted(bundle)
                ? "does not run though it was started: its activator may have failed, which the container's log tells; start it again"
                : "is stopped; start it";
    }

    /** Tries the start once more, in a framework of ours: its exception is the only place where the framework says what is missing. */
    private String whatAStartSays(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return "was not active, and could be started now";
        } catch (BundleException e) {
            return whyNotStarted(bundle, e);
        } catch (IllegalStateException e) {
            return "is being removed";
        }
    }

    /** Says what a bundle lacks that nobody has started: to start those of others is not our business. */
    private String whyNotResolved(Bundle bundle) {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        if (wiring == null || wiring.resolveBundles(List.of(bundle))) {
            return "is installed and not started; start it";
        }
        List<String> reasons = misfits(bundle);
        if (reasons.isEmpty()) {
            reasons = needs(bundle);
        }
        return reasons.isEmpty() ? "cannot be resolved; the container's log tells why" : String.join(" and ", reasons);
    }

    /** Returns a clause for each requirement that nothing in the framework meets. */
    private List<String> needs(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? List.of()
                : revision.getDeclaredRequirements(null).stream()
                        .filter(BundleTroubles::isMandatory)
                        .filter(requirement ->
                                capabilities(requirement.getNamespace()).noneMatch(requirement::matches))
                        .map(requirement -> "needs " + requirement.getNamespace() + " "
                                + requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE)
                                + ", which no bundle here gives")
                        .toList();
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        String effective =
                directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        return effective.equals(Namespace.EFFECTIVE_RESOLVE)
                && !Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
    }

    /** Returns why a bundle does not start, as a clause that follows its name. */
    String whyNotStarted(Bundle bundle, BundleException failure) {
        List<String> misfits = misfits(bundle);
        return misfits.isEmpty()
                ? "cannot be started: " + FailureText.rootMessage(failure).replaceAll("\\s+", " ")
                : String.join(" and ", misfits);
    }

    /** Returns a clause for each package that the bundle wants and that is not there, or in another version. */
    private List<String> misfits(Bundle bundle) {
        List<String> misfits = new ArrayList<>();
        packages(bundle, Constants.IMPORT_PACKAGE).forEach((name, range) -> {
            List<Version> here = versions(name);
            if (!mustHave(bundle, name)) {
                return;
            }
            if (here.isEmpty()) {
                misfits.add(
                        "needs package " + name + (range.equals("0.0.0") ? "" : " in version " + range)
                                + ", which no bundle here exports; pack it into the jar, or put the bundle that exports it beside it");
            } else if (here.stream().noneMatch(new VersionRange(range)::includes)) {
                misfits.add("needs package " + name + " in version " + range + ", but it is "
                        + here.stream().map(Version::toString).collect(Collectors.joining(" and "))
                        + " here; take a bundle that was built for this ChiralKick");
            }
        });
        return misfits;
    }

    private static boolean mustHave(Bundle bundle, String javaPackage) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && !javaPackage.startsWith("java.")
                && revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .map(BundleRequirement::getDirectives)
                        .anyMatch(directives -> !Namespace.RESOLUTION_OPTIONAL.equals(
                                        directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                                && String.valueOf(directives.get(Namespace.REQUIREMENT_FILTER_DIRECTIVE))
                                        .contains("(" + PackageNamespace.PACKAGE_NAMESPACE + "=" + javaPackage + ")"));
    }

    /** Returns the versions in which a package is exported, each once. */
    private List<Version> versions(String name) {
        return capabilities(PackageNamespace.PACKAGE_NAMESPACE)
                .map(BundleCapability::getAttributes)
                .filter(attributes -> name.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(attributes -> (Version) attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<BundleCapability> capabilities(String namespace) {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .flatMap(revision -> revision.getDeclaredCapabilities(namespace).stream());
    }

    private String whyNotInstalled(File file) {
        if (!file.isFile()) {
            return "is " + kind(file) + ", no regular file; put the mechanism's jar in its place";
        }
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

    private static String kind(File file) {
        if (file.isDirectory()) {
            return "a folder";
        }
        return file.exists() ? "a pipe or a device" : "a link that leads nowhere";
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

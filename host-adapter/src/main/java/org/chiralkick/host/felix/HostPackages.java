package org.chiralkick.host.felix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import org.chiralkick.host.internal.osgi.ManifestClauses;
import org.chiralkick.host.value.CouplingException;

/** Which packages of the host's class path the bundles may import, with the versions that the class path really has. */
final class HostPackages {
    /** Packages, by the beginning of their name, that bundles get from the host; one of each must be on the class path. */
    private static final List<String> REQUIRED = List.of(
            "org.chiralkick.source",
            "org.chiralkick.matter",
            "jakarta.json",
            "jakarta.json.bind",
            "org.osgi.service.cm",
            "org.osgi.service.component",
            "org.osgi.util.promise",
            "org.osgi.util.function",
            "org.osgi.util.tracker",
            "org.osgi.framework",
            "org.osgi.dto",
            "org.osgi.resource",
            "org.osgi.service.condition",
            "org.osgi.service.packageadmin",
            "org.osgi.service.resolver",
            "org.osgi.service.startlevel",
            "org.osgi.service.url");

    /** As above, but nothing is lost where they are absent: their annotations are optional imports. */
    private static final List<String> OPTIONAL = List.of("org.jspecify.annotations");

    private HostPackages() {}

    /**
     * Returns the value of {@code org.osgi.framework.system.packages}: {@code "org.chiralkick.source;version=1.0.0,..."}, with the
     * framework's own packages and those of Java. Felix can find the last two itself, with a list of what each package of Java uses,
     * which nobody needs and which takes a tenth of a start to parse.
     *
     * @throws CouplingException if a package that bundles need is in no manifest of the class path
     */
    static String systemPackages(ClassLoader loader) {
        Map<String, String> versions = exported(loader);
        for (String name : REQUIRED) {
            if (!versions.containsKey(name)) {
                throw CouplingException.argument(
                        "package " + name + " is exported by no jar on the class path, which has " + versions.keySet()
                                + "; put every jar of the distribution's lib folder on it, unmerged");
            }
        }
        List<String> clauses = new ArrayList<>();
        versions.forEach((name, version) -> clauses.add(name + ";version=\"" + version + "\""));
        for (Module module : ModuleLayer.boot().modules()) {
            for (ModuleDescriptor.Exports export : module.getDescriptor().exports()) {
                if (!export.isQualified() && !versions.containsKey(export.source())) {
                    clauses.add(export.source());
                }
            }
        }
        return String.join(",", clauses);
    }

    private static Map<String, String> exported(ClassLoader loader) {
        Map<String, String> versions = new TreeMap<>();
        try {
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (InputStream in = url.openStream()) {
                    String header = new Manifest(in).getMainAttributes().getValue("Export-Package");
                    if (header != null && mayConcernUs(header)) {
                        // The first of two equal packages wins, as it does for the class loader.
                        clauses(header).forEach(versions::putIfAbsent);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a manifest on the class path cannot be read", e);
        }
        return versions;
    }

    /** Spares most headers the parsing, which is a good part of a start. */
    private static boolean mayConcernUs(String header) {
        for (String name : REQUIRED) {
            if (header.contains(name)) {
                return true;
            }
        }
        return OPTIONAL.stream().anyMatch(header::contains);
    }

    /** Returns the packages of a header that concern us, each with its version. */
    static Map<String, String> clauses(String exportPackage) {
        Map<String, String> versions = ManifestClauses.versions(exportPackage);
        versions.keySet().removeIf(name -> !concernsUs(name));
        return versions;
    }

    private static boolean concernsUs(String name) {
        for (String known : REQUIRED) {
            if (name.startsWith(known) && (name.length() == known.length() || name.charAt(known.length()) == '.')) {
                return true;
            }
        }
        return OPTIONAL.contains(name);
    }
}

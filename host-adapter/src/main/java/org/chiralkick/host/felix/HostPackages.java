package org.chiralkick.host.felix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.host.CouplingException;

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
            "org.osgi.util.function");

    /** As above, but nothing is lost where they are absent: their annotations are optional imports. */
    private static final List<String> OPTIONAL = List.of("org.jspecify.annotations");

    /** One clause of an Export-Package header: paths, then attributes and directives, in which commas may be quoted. */
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");

    private static final Pattern PART = Pattern.compile("(?:[^;\"]|\"[^\"]*\")+");
    private static final Pattern VERSION = Pattern.compile("version\\s*=\\s*\"?([0-9A-Za-z._-]+)\"?");

    private HostPackages() {}

    /**
     * Returns the value of {@code org.osgi.framework.system.packages.extra}: {@code "org.chiralkick.source;version=1.0.0,..."}.
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
        return String.join(",", clauses);
    }

    private static Map<String, String> exported(ClassLoader loader) {
        Map<String, String> versions = new TreeMap<>();
        try {
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (InputStream in = url.openStream()) {
                    String header = new Manifest(in).getMainAttributes().getValue("Export-Package");
                    if (header != null) {
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

    /** Returns the packages of a header that concern us, each with its version. */
    static Map<String, String> clauses(String exportPackage) {
        Map<String, String> versions = new TreeMap<>();
        Matcher clause = CLAUSE.matcher(exportPackage);
        while (clause.find()) {
            List<String> names = new ArrayList<>();
            String version = "0.0.0";
            Matcher part = PART.matcher(clause.group());
            while (part.find()) {
                String text = part.group().trim();
                Matcher attribute = VERSION.matcher(text);
                if (attribute.matches()) {
                    version = attribute.group(1);
                } else if (text.indexOf('=') < 0) {
                    names.add(text);
                }
            }
            for (String name : names) {
                if (concernsUs(name)) {
                    versions.put(name, version);
                }
            }
        }
        return versions;
    }

    private static boolean concernsUs(String name) {
        return OPTIONAL.contains(name)
                || REQUIRED.stream().anyMatch(known -> name.equals(known) || name.startsWith(known + "."));
    }
}

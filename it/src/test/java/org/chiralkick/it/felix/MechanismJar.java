package org.chiralkick.it.felix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.chiralkick.it.felix.mechanism.HangingSource;
import org.chiralkick.it.felix.mechanism.ImmediateSource;
import org.chiralkick.it.felix.mechanism.JetSource;
import org.chiralkick.it.felix.mechanism.QuittingSource;
import org.chiralkick.it.felix.mechanism.SteadySource;
import org.chiralkick.source.NeutrinoSource;

/**
 * A mechanism bundle, packed from test classes as an author's build would pack it: component description, imports of the SPI, and
 * nothing exported.
 *
 * @param name name of the source, and of its bundle
 * @param version its version, such as {@code "2.0.0"}
 * @param flux constant number flux [cm^-2 s^-1]
 * @param ranking service ranking
 * @param takesSettings whether it must be configured
 * @param extraImport another package that it imports; empty for none
 * @param reference type of a service that it needs; empty for none
 * @param type class of the mechanism; what else it needs is nested in it or is packed beside it
 */
public record MechanismJar(
        String name,
        String version,
        double flux,
        int ranking,
        boolean takesSettings,
        String extraImport,
        String reference,
        Class<? extends NeutrinoSource> type) {
    /** Returns a mechanism whose flux is the same everywhere. */
    static MechanismJar of(String name, String version, double flux) {
        return new MechanismJar(name, version, flux, 0, false, "", "", SteadySource.class);
    }

    /** Returns a mechanism with two closures, a parameter and a preset, which takes settings. */
    public static MechanismJar choosing(String name) {
        return new MechanismJar(name, "1.0.0", 1, 0, true, "", "", JetSource.class);
    }

    /** Returns a mechanism that does not return from an evaluation after this many good ones. */
    public static MechanismJar hanging(String name, int good) {
        return new MechanismJar(name, "1.0.0", good, 0, false, "", "", HangingSource.class);
    }

    /** Returns a mechanism that ends the process in an evaluation after this many good ones. */
    public static MechanismJar quitting(String name, int good) {
        return new MechanismJar(name, "1.0.0", good, 0, false, "", "", QuittingSource.class);
    }

    /** Returns a mechanism whose component provides no service: it registers the source itself, when it is made. */
    static MechanismJar immediate(String name) {
        return new MechanismJar(name, "1.0.0", 1, 0, false, "", "", ImmediateSource.class);
    }

    /** Returns such a one whose component ends the process when it is made: when its bundle starts, or when it is configured. */
    public static MechanismJar quittingAtOnce(String name, boolean takesSettings) {
        return new MechanismJar(name, "1.0.0", -1, 0, takesSettings, "", "", ImmediateSource.class);
    }

    private boolean isImmediate() {
        return type == ImmediateSource.class;
    }

    private List<String> helpers() {
        if (type == SteadySource.class) {
            return List.of("SteadySource", "ConstantFlux");
        }
        // What they name of others are constants and compiled in.
        return List.of(type.getSimpleName());
    }

    MechanismJar ranked(int rank) {
        return new MechanismJar(name, version, flux, rank, takesSettings, extraImport, reference, type);
    }

    MechanismJar configurable() {
        return new MechanismJar(name, version, flux, ranking, true, extraImport, reference, type);
    }

    MechanismJar importing(String javaPackage) {
        return new MechanismJar(name, version, flux, ranking, takesSettings, javaPackage, reference, type);
    }

    MechanismJar referring(String serviceType) {
        return new MechanismJar(name, version, flux, ranking, takesSettings, extraImport, serviceType, type);
    }

    /** Puts the jar into a folder at once, as a careful user would: written elsewhere, then moved. */
    public Path into(Path folder) {
        try {
            Path target = folder.resolve(name + ".jar");
            Path written = Files.write(folder.resolve(name + ".part"), bytes());
            return Files.move(written, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
            put(jar, "OSGI-INF/component.xml", component().getBytes(StandardCharsets.UTF_8));
            for (String simpleName : helpers()) {
                String path = type.getPackageName().replace('.', '/') + "/" + simpleName + ".class";
                try (InputStream in = Objects.requireNonNull(
                        MechanismJar.class.getClassLoader().getResourceAsStream(path), path)) {
                    put(jar, path, in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue(
                "Import-Package",
                "org.chiralkick.source;version=\"[1.0,2)\""
                        + (isImmediate() ? ",org.chiralkick.source.service;version=\"[1.0,2)\",org.osgi.framework" : "")
                        + (extraImport.isEmpty() ? "" : "," + extraImport));
        main.putValue(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4.0)(!(version>=2.0.0)))\"");
        main.putValue("Service-Component", "OSGI-INF/component.xml");
        return manifest;
    }

    private String component() {
        return "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.4.0' name='" + name + "'"
                + (isImmediate() ? " init='2' immediate='true' deactivate='stop'" : " init='1'")
                + " configuration-pid='" + (takesSettings ? NeutrinoSource.PID_PREFIX + name : name) + "'"
                + " configuration-policy='" + (takesSettings ? "require" : "ignore") + "'>"
                + property(NeutrinoSource.NAME, "String", name)
                + property(SteadySource.VERSION, "String", version)
                + property(SteadySource.FLUX, "Double", Double.toString(flux))
                + property("service.ranking", "Integer", Integer.toString(ranking))
                + (isImmediate()
                        ? ""
                        : "<service><provide interface='" + NeutrinoSource.class.getName() + "'/></service>")
                + (reference.isEmpty() ? "" : "<reference name='table' interface='" + reference + "'/>")
                + "<implementation class='" + type.getName() + "'/></scr:component>";
    }

    private static String property(String key, String type, String value) {
        return "<property name='" + key + "' type='" + type + "' value='" + value + "'/>";
    }

    private static void put(JarOutputStream jar, String path, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(path));
        jar.write(content);
        jar.closeEntry();
    }
}

package org.chiralkick.it.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The guest as a bundle. */
final class GuestJar {
    private static final String FOLDER = "org/chiralkick/it/container/guest/";

    private GuestJar() {}

    /** Returns the bundle with one of its activators. */
    static byte[] bytes(String activator) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example.guest");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", FOLDER.replace('/', '.') + activator);
        main.putValue(
                "Import-Package",
                "org.osgi.framework;version=\"[1.10,2)\",org.osgi.service.cm;version=\"[1.6,2)\";resolution:=optional,"
                        + "org.chiralkick.source;version=\"[1.0,2)\",org.chiralkick.host;version=\"[1.0,2)\","
                        + "org.chiralkick.host.value;version=\"[1.0,2)\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (String simpleName :
                    List.of("ConstantSource", "GuestActivator", "PlainConsumer", "ReportActivator", "Zone")) {
                String path = FOLDER + simpleName + ".class";
                jar.putNextEntry(new JarEntry(path));
                try (InputStream in =
                        Objects.requireNonNull(GuestJar.class.getClassLoader().getResourceAsStream(path), path)) {
                    in.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

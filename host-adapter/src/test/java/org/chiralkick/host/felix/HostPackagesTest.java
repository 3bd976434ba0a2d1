package org.chiralkick.host.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.chiralkick.host.value.CouplingException;
import org.junit.jupiter.api.Test;

class HostPackagesTest {
    @Test
    void readsTheVersionOfEveryPathOfAClause() {
        String header = "jakarta.json;jakarta.json.spi;version=\"2.1.3\";uses:=\"jakarta.json,java.util\","
                + "org.chiralkick.source;version=\"1.0.0\",org.osgi.service.cm;uses:=\"org.osgi.framework\";version=1.6.1";
        assertEquals(
                Map.of(
                        "jakarta.json", "2.1.3",
                        "jakarta.json.spi", "2.1.3",
                        "org.chiralkick.source", "1.0.0",
                        "org.osgi.service.cm", "1.6.1"),
                HostPackages.clauses(header));
    }

    @Test
    void leavesOutPackagesThatBundlesDoNotGetFromTheHost() {
        assertEquals(
                Map.of("org.jspecify.annotations", "1.0.0"),
                HostPackages.clauses("picocli;version=\"4.7.7\",org.chiralkick.sourcery;version=\"1\","
                        + "org.jspecify.annotations;version=\"1.0.0\""));
    }

    @Test
    void exportsTheSpiWithTheVersionOfItsManifest() {
        String packages = HostPackages.systemPackages(HostPackages.class.getClassLoader());
        assertTrue(packages.contains("org.chiralkick.source;version=\"1."), packages);
        assertTrue(packages.contains("org.chiralkick.matter;version=\"1."), packages);
        assertTrue(packages.contains("jakarta.json.bind.spi;version=\"3.0"), packages);
        assertTrue(packages.contains("org.osgi.service.component.runtime.dto;version=\"1.5"), packages);
    }

    @Test
    void namesThePackageThatIsMissingFromTheClassPath() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            CouplingException refusal = assertThrows(CouplingException.class, () -> HostPackages.systemPackages(empty));
            assertTrue(
                    String.valueOf(refusal.getMessage())
                            .startsWith("package org.chiralkick.source is exported by no jar on the class path"),
                    refusal.getMessage());
        }
    }
}

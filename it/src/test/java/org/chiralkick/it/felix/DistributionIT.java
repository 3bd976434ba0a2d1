package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionIT {
    private static final Pattern PACKAGE = Pattern.compile("(?:^|,)([a-z][\\w.]*)(?:;(?:[^,\"]|\"[^\"]*\")*)?");

    @Test
    void hasLauncherLicenceReadmeAndAnExampleConfiguration() throws IOException {
        Path home = Distribution.home();
        assertTrue(Files.isExecutable(home.resolve("bin/chiralkick")), "bin/chiralkick is executable");
        assertTrue(Files.readString(home.resolve("LICENSE")).contains("Apache License"));
        assertTrue(Files.readString(home.resolve("README.md")).contains("bin/chiralkick"));
        assertTrue(Files.readString(home.resolve("conf/coupling.json")).contains("\"chiral\""));
    }

    @Test
    void isAlsoThereAsAnArchive() {
        Path archive = Distribution.home().resolveSibling("chiralkick-" + version() + ".tar.gz");
        assertTrue(Files.isRegularFile(archive), archive + " exists");
    }

    @Test
    void packsTheProgramAndHasNoneOfItsOwn() throws IOException {
        assertTrue(
                Files.isRegularFile(Distribution.home().resolve("lib/command-line-" + version() + ".jar")),
                "lib has the command line");
        Path sources = Path.of("..", "bundles", "distribution", "src");
        assertTrue(Files.isDirectory(sources.resolve("main")), sources + " is there");
        try (Stream<Path> files = Files.walk(sources)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    @Test
    void saysUnderWhatTermsAndHowToCite() {
        for (String name : List.of("LICENSE", "NOTICE", "CITATION.cff")) {
            assertTrue(Files.isRegularFile(Distribution.home().resolve(name)), name + " is in the distribution");
        }
    }

    @Test
    void mechanismsLieFlatUnderTheNamesOfTheirModules() throws IOException {
        List<String> names = Distribution.jars("bundles").stream()
                .map(path -> path.getFileName().toString())
                .toList();
        assertEquals(
                List.of(
                        "chiral-module-" + version() + ".jar",
                        "isotropic-source-" + version() + ".jar",
                        "polarised-nucleon-source-" + version() + ".jar",
                        "quark-urca-source-" + version() + ".jar",
                        "vortical-source-" + version() + ".jar"),
                names);
    }

    @Test
    void theClassPathOfTheHostHasNoMechanismAndNoSecondCopyOfAService() throws IOException {
        for (Path jar : Distribution.jars("lib")) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (String forbidden : List.of(
                        "org/chiralkick/chiral/",
                        "org/chiralkick/isotropic/",
                        "org/chiralkick/vortical/",
                        "org/chiralkick/quarkurca/",
                        "org/chiralkick/polarisednucleon/",
                        "org/apache/felix/scr/",
                        "org/apache/felix/cm/",
                        "org/apache/felix/fileinstall/")) {
                    assertNull(file.getEntry(forbidden), jar.getFileName() + " has no " + forbidden);
                    assertTrue(
                            file.stream().noneMatch(entry -> entry.getName().startsWith(forbidden)),
                            jar.getFileName() + " has nothing in " + forbidden);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chiral-module-",
                "isotropic-source-",
                "vortical-source-",
                "quark-urca-source-",
                "polarised-nucleon-source-"
            })
    void aMechanismExportsNothingAndImportsOnlyTheSpiAndJava(String prefix) throws IOException {
        Attributes manifest = Distribution.manifest(Distribution.jar("bundles", prefix));

        assertNull(manifest.getValue("Export-Package"), "exported packages");
        assertNull(manifest.getValue("Private-Package"), "internal layout in the manifest");
        assertNull(manifest.getValue("DynamicImport-Package"), "dynamic imports");
        assertNotNull(manifest.getValue("Service-Component"), "its component");
        assertTrue(manifest.getValue("Require-Capability").contains("(version=17)"), "requires Java 17");
        for (String name : packages(manifest.getValue("Import-Package"))) {
            assertTrue(
                    name.startsWith("java.")
                            || name.equals("org.osgi.service.metatype")
                            // How its component makes it a service.
                            || name.equals("org.chiralkick.source.service")
                            || name.equals("org.osgi.framework")
                            || name.equals("org.chiralkick.source")
                            || name.equals("org.chiralkick.matter")
                            || name.equals("org.jspecify.annotations")
                            || name.equals("jdk.incubator.vector"),
                    prefix + " imports " + name);
        }
    }

    @Test
    void theVectorApiIsNotNeeded() throws IOException {
        String imports = Distribution.manifest(Distribution.jar("bundles", "chiral-module-"))
                .getValue("Import-Package");
        assertTrue(imports.contains("jdk.incubator.vector;resolution:=optional"), imports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiral-module-", "vortical-source-", "quark-urca-source-", "polarised-nucleon-source-"})
    void aMechanismAcceptsEveryCompatibleVersionOfTheSpi(String prefix) throws IOException {
        String imports =
                Distribution.manifest(Distribution.jar("bundles", prefix)).getValue("Import-Package");
        assertTrue(imports.contains("org.chiralkick.source;version=\"[1.0,2)\""), imports);
    }

    @Test
    void theApiExportsItsPackagesWithTheirVersions() throws IOException {
        String exports = Distribution.manifest(Distribution.jar("lib", "org.chiralkick.api-"))
                .getValue("Export-Package");
        assertEquals(
                new TreeSet<>(
                        List.of("org.chiralkick.matter", "org.chiralkick.source", "org.chiralkick.source.service")),
                packages(exports));
        assertTrue(exports.contains("org.chiralkick.source;version=\"1."), exports);
        assertFalse(exports.contains("version=\"0"), exports);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lib/org.chiralkick.api-",
                "lib/org.chiralkick.host-",
                "bundles/chiral-module-",
                "bundles/isotropic-source-",
                "bundles/vortical-source-",
                "bundles/quark-urca-source-",
                "bundles/polarised-nucleon-source-"
            })
    void aBundleSaysWhoseItIsAndBringsItsLicence(String jar) throws IOException {
        int name = jar.indexOf('/') + 1;
        Path file = Distribution.jar(jar.substring(0, name), jar.substring(name));
        Attributes manifest = Distribution.manifest(file);
        String symbolicName = manifest.getValue("Bundle-SymbolicName");
        assertTrue(symbolicName.matches("org\\.chiralkick\\.[a-z]+"), symbolicName);
        assertEquals(symbolicName, manifest.getValue("Automatic-Module-Name"));
        assertTrue(manifest.getValue("Bundle-License").startsWith("Apache-2.0"), manifest.getValue("Bundle-License"));
        for (String header : List.of("Bundle-Vendor", "Bundle-DocURL", "Bundle-SCM", "Bundle-Description")) {
            assertNotNull(manifest.getValue(header), header);
        }
        try (JarFile opened = new JarFile(file.toFile())) {
            assertNotNull(opened.getEntry("META-INF/LICENSE"), "licence");
            assertNotNull(opened.getEntry("META-INF/NOTICE"), "notice");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chiral-module-", "quark-urca-source-", "polarised-nucleon-source-"})
    void aMechanismWithSettingsRequiresWhoHandsThemOver(String prefix) throws IOException {
        String required =
                Distribution.manifest(Distribution.jar("bundles", prefix)).getValue("Require-Capability");
        assertTrue(required.contains("(osgi.extender=osgi.component)"), required);
        assertTrue(required.contains("(osgi.implementation=osgi.cm)"), required);
    }

    @Test
    void theAdapterShowsWhatHostsCallAndDoesWithoutServices() throws IOException {
        Attributes manifest = Distribution.manifest(Distribution.jar("lib", "org.chiralkick.host-"));
        String exports = manifest.getValue("Export-Package");
        assertTrue(exports.contains("org.chiralkick.host;version=\"1."), exports);
        assertTrue(exports.contains("org.chiralkick.host.value;version=\"1."), exports);
        assertFalse(exports.contains("org.chiralkick.host.internal"), exports);
        String imports = manifest.getValue("Import-Package");
        assertTrue(imports.contains("org.osgi.service.cm;resolution:=optional"), imports);
        assertTrue(imports.contains("org.osgi.service.component.runtime;resolution:=optional"), imports);
    }

    private static Set<String> packages(String header) {
        TreeSet<String> names = new TreeSet<>();
        Matcher matcher = PACKAGE.matcher(header);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String version() {
        String name;
        try {
            name = Distribution.jar("bundles", "isotropic-source-")
                    .getFileName()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name.substring("isotropic-source-".length(), name.length() - ".jar".length());
    }
}

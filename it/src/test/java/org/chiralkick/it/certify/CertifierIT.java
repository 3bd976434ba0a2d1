package org.chiralkick.it.certify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.chiralkick.it.certify.bundle.FailingActivator;
import org.chiralkick.it.certify.bundle.NamelessMechanism;
import org.chiralkick.it.certify.bundle.OverwritingMechanism;
import org.chiralkick.it.felix.Distribution;
import org.chiralkick.study.certify.Certificate;
import org.chiralkick.study.certify.Certifier;
import org.chiralkick.study.certify.CertifyException;
import org.chiralkick.study.certify.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our mechanisms are certified; wrong ones fail the rule they break; what is no mechanism is refused with the reason. */
class CertifierIT {
    @TempDir
    private Path folder;

    private static List<Certificate> certify(Path jar) {
        return Certifier.certify(Distribution.home(), jar, finding -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "chiral-module, chiral",
        "isotropic-source, isotropic",
        "vortical-source, vortical",
        "quark-urca-source, quark-urca",
        "polarised-nucleon-source, polarised-nucleon"
    })
    void ourMechanismsAreCertified(String jar, String source) throws IOException {
        List<Finding> reported = new ArrayList<>();
        List<Certificate> certificates =
                Certifier.certify(Distribution.home(), Distribution.jar("bundles", jar), reported::add);
        assertEquals(1, certificates.size());
        assertEquals(source, certificates.get(0).source());
        assertEquals(reported, certificates.get(0).findings());
        assertEquals(
                IntStream.rangeClosed(1, 14).mapToObj(number -> "R" + number).toList(),
                reported.stream().map(Finding::rule).toList());
        assertEquals(List.of(), failed(certificates.get(0)));
    }

    @Test
    void aMechanismThatOverwritesFailsR5() throws IOException {
        Path jar = TestBundle.withActivator(folder.resolve("overwriting.jar"), OverwritingMechanism.class);
        Certificate certificate = certify(jar).get(0);
        assertEquals("overwriting", certificate.source());
        List<Finding> failed = failed(certificate);
        assertEquals(1, failed.size());
        String line = failed.get(0).line();
        assertTrue(
                line.startsWith("R5 fail: adds to what is there (neutrino_flux_x_per_cm2_s of zone 0 is ")
                        && line.endsWith(" that the column held)"),
                line);
    }

    @Test
    void aMechanismWhoseServiceHasNoNameFailsR1() throws IOException {
        Path jar = TestBundle.withActivator(folder.resolve("nameless.jar"), NamelessMechanism.class);
        Certificate certificate = certify(jar).get(0);
        assertEquals("", certificate.source());
        assertEquals(
                List.of("R1 fail: describes itself: stable, complete, true (service property chiralkick.source.name is"
                        + " null; must be the descriptor's name, nameless)"),
                failed(certificate).stream().map(Finding::line).toList());
    }

    @Test
    void aBundleWithoutASourceIsNoMechanism() throws IOException {
        refused(
                TestBundle.pack(folder.resolve("tables.jar"), Map.of()),
                "is no mechanism: its bundle starts, but registers no service org.chiralkick.source.NeutrinoSource"
                        + " within 2 s; must have a Declarative Services component of that type");
    }

    @Test
    void anImportOfTheSpiWithoutARangeIsWarnedOf() throws IOException {
        Path bare = TestBundle.pack(folder.resolve("bare.jar"), Map.of());
        assertEquals(1, Certifier.warnings(bare).size());
        assertTrue(
                Certifier.warnings(bare)
                        .get(0)
                        .startsWith(bare + " imports package org.chiralkick.source without a range"),
                Certifier.warnings(bare).toString());
        String both = "org.chiralkick.source;resolution:=mandatory,org.chiralkick.matter;x=\"a,b\";version=\"[1.0,2)\"";
        assertEquals(
                1,
                Certifier.warnings(TestBundle.pack(folder.resolve("both.jar"), Map.of("Import-Package", both)))
                        .size());
        assertEquals(List.of(), Certifier.warnings(Distribution.jar("bundles", "vortical-source")));
        assertEquals(List.of(), Certifier.warnings(folder.resolve("missing.jar")));
    }

    @Test
    void aJarThatIsNoBundleIsNoMechanism() throws IOException {
        Path jar = folder.resolve("library.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("table.txt"));
            out.write("1 2 3".getBytes(StandardCharsets.UTF_8));
        }
        refused(
                jar,
                "is no mechanism: it is a jar but no OSGi bundle, its manifest has no Bundle-SymbolicName;"
                        + " build it with bnd-maven-plugin");
    }

    @Test
    void aTruncatedJarIsBroken() throws IOException {
        byte[] whole = Files.readAllBytes(Distribution.jar("bundles", "vortical-source"));
        Path jar = Files.write(folder.resolve("truncated.jar"), Arrays.copyOf(whole, whole.length / 2));
        refused(jar, "is broken: it cannot be read as a jar (zip END header not found)");
    }

    @Test
    void aJarWithDamagedContentIsBroken() throws IOException {
        Path jar = TestBundle.withActivator(folder.resolve("damaged.jar"), OverwritingMechanism.class);
        byte[] bytes = Files.readAllBytes(jar);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 64; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(jar, bytes);
        refused(jar, "is broken: it cannot be read as a jar (");
    }

    @Test
    void aTextFileIsBroken() throws IOException {
        refused(
                Files.writeString(folder.resolve("notes.jar"), "not a zip"),
                "is broken: it cannot be read as a jar (zip END header not found)");
    }

    @Test
    void aBundleWithAnUnresolvedImportIsBroken() throws IOException {
        Path jar = TestBundle.pack(
                folder.resolve("unresolved.jar"),
                Map.of(
                        "Import-Package",
                        "org.chiralkick.source,org.osgi.framework,edu.example.opacities",
                        "Bundle-Activator",
                        OverwritingMechanism.class.getName()),
                OverwritingMechanism.class);
        refused(jar, "edu.example.opacities");
    }

    @Test
    void aBundleThatFailsToStartIsBroken() throws IOException {
        refused(
                TestBundle.withActivator(folder.resolve("failing.jar"), FailingActivator.class),
                "opacity table is missing");
    }

    @Test
    void aMissingActivatorIsBroken() throws IOException {
        refused(
                TestBundle.pack(folder.resolve("hollow.jar"), Map.of("Bundle-Activator", "edu.example.Gone")),
                "edu.example.Gone");
    }

    @Test
    void aMissingFileIsNamed() {
        Path jar = folder.resolve("missing.jar");
        assertEquals(
                "there is no file " + jar,
                assertThrows(CertifyException.class, () -> certify(jar)).getMessage());
    }

    @Test
    void aFolderIsRefused() {
        refused(folder, "is a folder; must be the jar of a mechanism");
    }

    private static void refused(Path jar, String reason) {
        String message = String.valueOf(
                assertThrows(CertifyException.class, () -> certify(jar)).getMessage());
        assertTrue(message.startsWith(jar + " is ") && message.contains(reason), message);
    }

    private static List<Finding> failed(Certificate certificate) {
        return certificate.findings().stream()
                .filter(finding -> !finding.passed())
                .toList();
    }
}

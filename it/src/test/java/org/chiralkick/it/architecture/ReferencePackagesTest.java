package org.chiralkick.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference that profile docs makes has every package with a version: those are what others build on. */
class ReferencePackagesTest {
    private static final Path CHECKOUT = Path.of("..");

    @Test
    void everyVersionedPackageIsInTheReference() throws IOException {
        String pom = Files.readString(CHECKOUT.resolve("bundles/distribution/pom.xml"));
        String names = pom.replaceAll("(?s).*<javadoc .*?packagenames=\"([^\"]*)\".*", "$1");
        List<String> documented = List.of(names.split(",", -1));
        TreeSet<String> versioned = new TreeSet<>();
        for (String module : List.of("api", "host-adapter", "bundles/contract-kit")) {
            Path sources = CHECKOUT.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(path -> path.endsWith("package-info.java")).toList()) {
                    if (Files.readString(file).contains("versioning.Version(")) {
                        String place = sources.relativize(file).toString();
                        versioned.add(place.replace("/package-info.java", "").replace('/', '.'));
                    }
                }
            }
        }
        assertTrue(versioned.contains("org.chiralkick.source"), versioned.toString());
        versioned.removeAll(documented);
        assertEquals(new TreeSet<String>(), versioned, "not in packagenames of profile docs in bundles/distribution");
    }
}

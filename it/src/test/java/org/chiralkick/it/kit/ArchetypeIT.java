package org.chiralkick.it.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the archetype makes: its module has generated two projects in this build. */
class ArchetypeIT {
    private static final Path BUNDLES = Path.of("..", "bundles");
    private static final Path PROJECTS = BUNDLES.resolve("mechanism-archetype/target/test-classes/projects");

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        files.keySet().removeIf(name -> name.startsWith("target/"));
        return files;
    }

    @Test
    void withTheNamesOfTheTemplateItIsTheTemplate() throws IOException {
        assertEquals(
                files(BUNDLES.resolve("mechanism-template")), files(PROJECTS.resolve("defaults/project/my-mechanism")));
    }

    @Test
    void otherNamesAreInEachPlaceAndNothingElseDiffers() throws IOException {
        Map<String, String> renamed = files(PROJECTS.resolve("renamed/project/stellar-jet"));
        assertTrue(renamed.containsKey("src/main/java/org/stars/jet/MyMechanism.java"), renamed.keySet()::toString);
        Map<String, String> back = new TreeMap<>();
        renamed.forEach((name, text) -> back.put(
                name.replace("org/stars/jet", "org/example/mechanism"),
                text.replace("org.stars.jet", "org.example.mechanism")
                        .replace("org.stars", "org.example")
                        .replace("stellar-jet", "my-mechanism")
                        .replace("<version>0.1.0</version>", "<version>1.0.0</version>")));
        assertEquals(files(BUNDLES.resolve("mechanism-template")), back);
        String mechanism = renamed.getOrDefault("src/main/java/org/stars/jet/MyMechanism.java", "");
        assertTrue(mechanism.contains("SOURCE_NAME = \"stellar-jet\""), mechanism);
    }
}

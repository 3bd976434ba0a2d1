package org.chiralkick.it.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The template names the versions that this build has been tested with; it cannot inherit them, since it has no parent. */
class TemplateVersionsTest {
    private static final Pattern VERSIONED =
            Pattern.compile("<artifactId>([^<]*)</artifactId>\\s*<version>([^<]*)</version>");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]*)\\}");

    @Test
    void itsVersionsAreThoseOfThisBuild() throws Exception {
        String root = Files.readString(Path.of("..", "pom.xml"));
        Map<String, String> ours = versions(root);
        Map<String, String> its = versions(pom("mechanism-template"));
        assertEquals(ours.remove("chiralkick"), value(pom("mechanism-template"), "chiralkick.version"));
        assertEquals(its.get("maven-surefire-plugin"), its.get("surefire-junit-platform"));
        its.put("junit-bom", its.remove("junit-jupiter"));
        its.keySet().retainAll(ours.keySet());
        assertTrue(its.size() > 12, its.toString());
        its.forEach((artifact, version) -> assertEquals(ours.get(artifact), version, artifact));
    }

    private static String pom(String module) throws Exception {
        return Files.readString(Path.of("..", "bundles", module, "pom.xml"));
    }

    private static Map<String, String> versions(String pom) {
        Map<String, String> versions = new TreeMap<>();
        Matcher matcher = VERSIONED.matcher(pom);
        while (matcher.find()) {
            Matcher property = PROPERTY.matcher(matcher.group(2));
            versions.put(matcher.group(1), property.matches() ? value(pom, property.group(1)) : matcher.group(2));
        }
        return versions;
    }

    private static String value(String pom, String property) {
        Matcher matcher =
                Pattern.compile("<" + Pattern.quote(property) + ">([^<]*)<").matcher(pom);
        return matcher.find() ? matcher.group(1) : "";
    }
}

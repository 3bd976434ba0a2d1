package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the distribution ships by others is listed, to the byte, and goes with its licence. */
class ShippedLibrariesIT {
    private static final Pattern LICENCE_TEXT = Pattern.compile("(META-INF/)?LICENSE(\\.txt|\\.md)?");
    private static final Pattern ROW = Pattern.compile("(?m)^ {2}(\\S+) +(\\S+) +(LICENSE|licenses/\\S+)$");
    private static final Map<String, String> PHRASES = Map.of(
            "Apache-2.0", "Apache License",
            "BSD-3-Clause", "Redistribution and use in source and binary forms",
            "MIT", "Permission is hereby granted, free of charge");

    /** A line of NOTICE: the licence of a jar that does not carry its text, and where that text is. */
    private record Row(String licence, String file) {}

    @Test
    void theBillOfMaterialsListsTheJarsOfLibAndBundlesAndNothingElse() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (JsonObject component : components()) {
            listed.put(sha256(component), component.getString("name"));
        }
        Map<String, String> shipped = new TreeMap<>();
        for (Path jar : jars()) {
            shipped.put(sha256(jar), jar.getFileName().toString());
        }
        shipped.forEach((hash, jar) -> assertTrue(listed.containsKey(hash), jar + " is listed"));
        listed.forEach((hash, name) -> assertTrue(shipped.containsKey(hash), name + " is shipped"));
        assertEquals(shipped.size(), components().size());
    }

    @Test
    void theBillOfMaterialsIsTheSameForEveryBuild() throws IOException {
        JsonObject bom = bom();
        assertFalse(bom.containsKey("serialNumber"), "a serial number differs from build to build");
        assertFalse(bom.getJsonObject("metadata").containsKey("timestamp"), "so does the time");
    }

    @Test
    void everyComponentNamesItsLicence() throws IOException {
        for (JsonObject component : components()) {
            assertTrue(
                    component.containsKey("licenses")
                            && !component.getJsonArray("licenses").isEmpty(),
                    component.getString("name"));
        }
    }

    @Test
    void theTextOfEachLicenceIsInTheJarOrWhereNoticeSays() throws IOException {
        Map<String, Row> notice = notice();
        Map<String, JsonObject> byHash = new TreeMap<>();
        for (JsonObject component : components()) {
            byHash.put(sha256(component), component);
        }
        List<String> without = new ArrayList<>();
        for (Path jar : jars()) {
            JsonObject component = Objects.requireNonNull(byHash.get(sha256(jar)), jar + " is listed");
            if (component.getString("group").equals("org.chiralkick") || hasText(jar)) {
                continue;
            }
            String name = component.getString("name");
            without.add(name);
            Row row = Objects.requireNonNull(
                    notice.get(name), name + " has no licence text inside; NOTICE must name one");
            assertTrue(named(jar, component).contains(row.licence()), name + ": " + named(jar, component));
            String text = Files.readString(Distribution.home().resolve(row.file()));
            assertTrue(text.contains(PHRASES.get(row.licence())), row.file() + " is " + row.licence());
        }
        assertEquals(
                without.stream().sorted().toList(),
                notice.keySet().stream().sorted().toList(),
                "NOTICE names the jars without a text and no others");
    }

    @Test
    void whatOurOwnJarsContainByOthersIsNamedToo() throws IOException {
        String notice = Files.readString(Distribution.home().resolve("NOTICE"));
        try (JarFile report = new JarFile(Distribution.jar("lib", "report-").toFile())) {
            assertTrue(report.stream().anyMatch(entry -> entry.getName().endsWith("echarts.min.js")), "ECharts");
        }
        assertTrue(notice.contains("Apache ECharts"), notice);
        assertTrue(Files.readString(Distribution.home().resolve("licenses/ECharts-NOTICE.txt"))
                .contains("Apache Software Foundation"));
    }

    private static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>(Distribution.jars("lib"));
        jars.addAll(Distribution.jars("lib/osgi"));
        jars.addAll(Distribution.jars("bundles"));
        return jars;
    }

    private static JsonObject bom() throws IOException {
        Path file = Distribution.home().resolve("sbom.cdx.json");
        assumeTrue(Files.exists(file), file + " is absent: a build with mvn -o leaves the bill of materials out");
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }

    private static List<JsonObject> components() throws IOException {
        return bom().getJsonArray("components").getValuesAs(JsonObject.class);
    }

    private static String sha256(JsonObject component) {
        return component.getJsonArray("hashes").getValuesAs(JsonObject.class).stream()
                .filter(hash -> hash.getString("alg").equals("SHA-256"))
                .map(hash -> hash.getString("content"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no checksum: " + component.getString("name")));
    }

    private static String sha256(Path jar) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /** What the jar's own manifest says, or the bill: CycloneDX takes "The BSD License" of JLine's POM for BSD-4-Clause. */
    private static String named(Path jar, JsonObject component) throws IOException {
        return Distribution.manifest(jar).getValue("Bundle-License") + " " + component.getJsonArray("licenses");
    }

    private static boolean hasText(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entry : file.stream()
                    .filter(each -> LICENCE_TEXT.matcher(each.getName()).matches())
                    .toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    if (in.readAllBytes().length > 200) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Map<String, Row> notice() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Distribution.home().resolve("NOTICE")));
        while (row.find()) {
            rows.put(row.group(1), new Row(row.group(2), row.group(3)));
        }
        return rows;
    }
}

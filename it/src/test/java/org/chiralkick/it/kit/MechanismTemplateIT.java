package org.chiralkick.it.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.it.cli.Launcher;
import org.chiralkick.it.felix.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template as an author uses it: copied, built, certified, dropped into a run that goes on, changed and updated there. */
class MechanismTemplateIT {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");
    private static final String SOURCE = "src/main/java/org/example/mechanism/MyMechanism.java";
    private static final int LONGEST_S = 60;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCopyIsBuiltCertifiedUsedAndUpdated() throws Exception {
        MavenProject mine = MavenProject.ofTemplate(folder);
        String log = mine.run("verify");
        assertTrue(log.contains("Tests run: 34, Failures: 0, Errors: 0, Skipped: 0"), log);
        mine.keepReports();
        Path jar = mine.file("target/my-mechanism-1.0.0.jar");

        Launcher.Outcome certified = new Launcher(folder).run("certify", jar.toString());
        assertEquals(0, certified.exitCode(), certified.out() + certified.err());
        assertTrue(certified.out().contains("source my-mechanism keeps all 14 rules"), certified.out());

        Path home = Installation.in(folder);
        Launcher.Running serving = new Launcher(folder)
                .begin(("serve --port 0 --paused --zones 40 --duration 2 --out kick --home " + home).split(" "));
        try {
            URI address = address(serving);
            assertFalse(state(address).toString().contains("my-mechanism"));
            put(jar, home);
            await(address, state -> state.getJsonArray("installed").toString().contains("\"my-mechanism\""));
            order(address, "{\"order\": \"use\", \"source\": \"my-mechanism\", \"parameters\": {\"factor\": 2}}");
            step(address, "1.0.0");

            mine.edit(SOURCE, ".version(\"1.0.0\")", ".version(\"2.0.0\")");
            mine.edit("pom.xml", "<version>1.0.0</version>", "<version>2.0.0</version>");
            mine.run("package", "-DskipTests");
            put(mine.file("target/my-mechanism-2.0.0.jar"), home);
            step(address, "2.0.0");
        } finally {
            serving.process().destroy();
            assertTrue(serving.process().waitFor(LONGEST_S, TimeUnit.SECONDS), "it does not end when it is told to");
        }
    }

    private static void put(Path jar, Path home) throws IOException {
        Path part = Files.copy(jar, home.resolve("mine.part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                part,
                home.resolve("bundles").resolve("my-mechanism.jar"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static URI address(Launcher.Running serving) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_S);
        Matcher url = URL.matcher("");
        while (!url.reset(serving.out()).find()) {
            assertTrue(System.nanoTime() < deadline && serving.process().isAlive(), serving.out() + serving.err());
            LockSupport.parkNanos(20_000_000);
        }
        return URI.create(url.group());
    }

    private static JsonObject state(URI address) throws Exception {
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address.resolve("state")).build(), BodyHandlers.ofString())
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static void order(URI address, String json) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve("order"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, answer.statusCode() + ": " + answer.body());
    }

    /** A condition on a state. */
    private interface Condition {
        boolean holds(JsonObject state);
    }

    private static void await(URI address, Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_S);
        JsonObject state = state(address);
        while (!condition.holds(state)) {
            assertTrue(System.nanoTime() < deadline, state.toString());
            LockSupport.parkNanos(50_000_000);
            state = state(address);
        }
    }

    /** Steps until the mechanism acts in this version, and the ledger has an entry of it. */
    private static void step(URI address, String version) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_S);
        while (true) {
            int before = state(address).getInt("step");
            order(address, "{\"order\": \"step\"}");
            await(address, state -> state.getInt("step") > before);
            JsonObject now = state(address);
            if (acted(now, version)) {
                return;
            }
            assertTrue(System.nanoTime() < deadline, now.toString());
        }
    }

    private static boolean acted(JsonObject state, String version) {
        return state.getJsonArray("by_source").stream()
                .map(JsonValue::asJsonObject)
                .anyMatch(entry -> entry.getString("source").endsWith("my-mechanism")
                        && entry.getString("version").contains(version));
    }
}

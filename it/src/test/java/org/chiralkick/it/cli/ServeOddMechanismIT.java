package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.it.felix.Installation;
import org.chiralkick.it.felix.MechanismJar;
import org.chiralkick.it.felix.mechanism.QuittingSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A served run is given a mechanism that does not return, or one that ends the process: page and terminal name it. */
class ServeOddMechanismIT {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");
    private static final long PATIENCE_S = 60;

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private Launcher.@Nullable Running running;
    private URI address = URI.create("");

    private Launcher.Running serve(MechanismJar mechanism) throws IOException {
        Path home = Installation.in(folder);
        mechanism.into(home.resolve("bundles"));
        Launcher.Running begun = new Launcher(folder)
                .begin(
                        "serve",
                        "--port",
                        "0",
                        "--zones",
                        "40",
                        "--duration",
                        "2",
                        "--watchdog",
                        "1",
                        "--home",
                        home.toString());
        running = begun;
        Matcher url = URL.matcher("");
        long deadline = deadline();
        while (!url.reset(begun.out()).find()) {
            assertTrue(System.nanoTime() < deadline && begun.process().isAlive(), begun.out() + begun.err());
            LockSupport.parkNanos(20_000_000);
        }
        address = URI.create(url.group());
        return begun;
    }

    @AfterEach
    void end() throws InterruptedException {
        if (running != null) {
            // One that hangs would not end when it is told to.
            running.process().destroyForcibly();
            assertTrue(running.process().waitFor(PATIENCE_S, TimeUnit.SECONDS));
        }
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    }

    private void use(String source) throws IOException, InterruptedException {
        HttpRequest order = HttpRequest.newBuilder(address.resolve("order"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"order\": \"use\", \"source\": \"" + source + "\"}"))
                .build();
        client.send(order, BodyHandlers.discarding());
    }

    private JsonObject state() throws IOException, InterruptedException {
        String body = client.send(
                        HttpRequest.newBuilder(address.resolve("state")).build(), BodyHandlers.ofString())
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    @Test
    void oneThatDoesNotReturnIsNamedOnThePageAndInTheTerminal() throws IOException, InterruptedException {
        Launcher.Running run = serve(MechanismJar.hanging("stuck", 0));
        use("stuck");
        String named = "source stuck has not returned for 1 s; thread ";
        long deadline = deadline();
        JsonObject state = state();
        while (!state.getString("message").startsWith(named)) {
            assertTrue(System.nanoTime() < deadline, state.getString("message") + run.err());
            LockSupport.parkNanos(50_000_000);
            state = state();
        }
        assertEquals("running", state.getString("status"));
        assertEquals("chiral", state.getJsonArray("by_source").getJsonObject(0).getString("source"));
        assertTrue(run.err().startsWith(named), run.err());
    }

    @Test
    void oneThatEndsTheProcessIsNamedInTheTerminalAndNobodyWaitsForTheRun() throws IOException, InterruptedException {
        Launcher.Running run = serve(MechanismJar.quitting("quitter", 2));
        long ordered = System.nanoTime();
        try {
            use("quitter");
        } catch (IOException e) {
            // The process has ended before it answered.
            assertTrue(run.process().waitFor(PATIENCE_S, TimeUnit.SECONDS), run.err());
        }
        Launcher.Outcome outcome = run.end();
        assertEquals(QuittingSource.EXIT, outcome.exitCode(), outcome.err());
        assertTrue(
                outcome.err()
                        .startsWith("source quitter ends the process: it called System.exit at "
                                + QuittingSource.class.getName() + ".evaluate(QuittingSource.java:"),
                outcome.err());
        assertTrue(outcome.err().endsWith("; a mechanism must not, take it out of the folder of mechanisms\n"));
        assertTrue(System.nanoTime() - ordered < TimeUnit.SECONDS.toNanos(25), "it waited for a run that cannot end");
    }
}

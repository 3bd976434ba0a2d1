package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One page in headless Chromium, through its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final long TIMEOUT_S = 60;

    /** Shorter than the answer to the question may take. */
    private static final long PATIENCE_S = 45;

    private final Process process;
    private final WebSocket socket;
    private final Listener listener;
    private final AtomicInteger ids = new AtomicInteger();

    private Browser(Process process, WebSocket socket, Listener listener) {
        this.process = process;
        this.socket = socket;
        this.listener = listener;
    }

    /**
     * Opens an empty page; skips the test where there is no Chromium.
     *
     * @param profile empty folder for the browser's own files
     */
    static Browser open(Path profile) throws Exception {
        Optional<Path> program = List.of("chromium", "chromium-browser", "google-chrome").stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                program.isPresent(), "chromium is not installed: the report is not tested (apt-get install chromium)");
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        try {
            Listener listener = new Listener();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(debugger(process, profile), listener)
                    .get(TIMEOUT_S, TimeUnit.SECONDS);
            Browser browser = new Browser(process, socket, listener);
            browser.attach();
            return browser;
        } catch (Exception e) {
            end(process);
            throw e;
        }
    }

    /** Chromium writes the port that it chose, and the path of its debugger, into this file. */
    private static URI debugger(Process process, Path profile) throws Exception {
        Path file = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_S);
        while (System.nanoTime() < deadline) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 2) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("chromium opened no debugger:\n" + Files.readString(profile.resolve("chromium.log")));
    }

    private void attach() throws Exception {
        String target =
                call("Target.createTarget", Map.of("url", "about:blank")).getString("targetId");
        listener.session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .getString("sessionId");
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** Sets the size of the window [CSS pixels] and the colour scheme. */
    void view(int width, int height, String scheme) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Opens a file and waits until the page has loaded. */
    void load(Path file) throws Exception {
        load(file.toUri());
    }

    /** Opens an address and waits until the page has loaded. */
    void load(URI address) throws Exception {
        listener.loaded = new CompletableFuture<>();
        call("Page.navigate", Map.of("url", address.toString()));
        listener.loaded.get(TIMEOUT_S, TimeUnit.SECONDS);
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    }

    /** Returns the value of a JavaScript expression; of a promise, what it comes to. */
    JsonValue evaluate(String expression) throws Exception {
        JsonObject answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.getJsonObject("exceptionDetails"));
        }
        return answer.getJsonObject("result").getOrDefault("value", JsonValue.NULL);
    }

    int number(String expression) throws Exception {
        return Integer.parseInt(evaluate("Math.round(" + expression + ")").toString());
    }

    String text(String expression) throws Exception {
        return ((jakarta.json.JsonString) evaluate(expression)).getString();
    }

    /** Waits until a JavaScript expression is true; fails with what another one says if it is not in good time. */
    void await(String condition, String otherwise) throws Exception {
        String ask = "new Promise(done => { const end = performance.now() + " + 1000 * PATIENCE_S + ";"
                + " const ask = () => { if (" + condition
                + ") done(true); else if (performance.now() > end) done(false);"
                + " else requestAnimationFrame(ask); }; ask(); })";
        if (!evaluate(ask).equals(JsonValue.TRUE)) {
            throw new AssertionError("not in " + PATIENCE_S + " s: " + condition + "; " + evaluate(otherwise));
        }
    }

    /** Presses a key in the focused element. */
    void press(String key) throws Exception {
        // A button is pressed by the character that the key makes.
        Map<String, Object> down = key.equals("Enter")
                ? Map.of("type", "keyDown", "key", key, "text", "\r", "windowsVirtualKeyCode", 13)
                : Map.of("type", "keyDown", "key", key);
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Returns the whole page, or what is in the window, as a PNG picture. */
    byte[] picture(boolean whole) throws Exception {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole))
                        .getString("data"));
    }

    /** Returns the page as it is printed, as PDF. */
    byte[] print() throws Exception {
        return Base64.getDecoder()
                .decode(call("Page.printToPDF", Map.of("preferCSSPageSize", true))
                        .getString("data"));
    }

    /** Returns what the page has logged, errors that nobody caught among it. */
    List<String> log() {
        return List.copyOf(listener.log);
    }

    /** Returns the addresses that the page has asked for, its own and those of data and blobs in it left out. */
    List<String> requests() {
        return listener.requests.stream()
                .filter(url -> !url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
    }

    private JsonObject call(String method, Map<String, Object> parameters)
            throws InterruptedException, ExecutionException, TimeoutException {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        listener.answers.put(id, answer);
        var message = Json.createObjectBuilder()
                .add("id", id)
                .add("method", method)
                .add("params", Json.createObjectBuilder(parameters));
        if (listener.session != null) {
            message.add("sessionId", listener.session);
        }
        socket.sendText(message.build().toString(), true).get(TIMEOUT_S, TimeUnit.SECONDS);
        JsonObject answered = answer.get(TIMEOUT_S, TimeUnit.SECONDS);
        if (answered.containsKey("error")) {
            throw new AssertionError(method + ": " + answered.get("error"));
        }
        return answered.getJsonObject("result");
    }

    @Override
    public void close() {
        // Asked to, it takes its own temporary files with it.
        socket.sendText("{\"id\": 0, \"method\": \"Browser.close\"}", true)
                .thenCompose(sent -> process.onExit())
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join();
        end(process);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    }

    /** Joins the parts of messages, and sorts them. */
    private static final class Listener implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
        private final List<String> log = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final List<String> parts = new ArrayList<>();
        private volatile CompletableFuture<Boolean> loaded = new CompletableFuture<>();
        private volatile @Nullable String session;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.add(data.toString());
            if (last) {
                String whole = String.join("", parts);
                parts.clear();
                try (JsonReader reader = Json.createReader(new StringReader(whole))) {
                    take(reader.readObject());
                }
            }
            webSocket.request(1);
            return null;
        }

        private void take(JsonObject message) {
            if (message.containsKey("id")) {
                CompletableFuture<JsonObject> waiting = answers.remove(message.getInt("id"));
                if (waiting != null) {
                    waiting.complete(message);
                }
                return;
            }
            JsonObject parameters = message.getJsonObject("params");
            switch (message.getString("method")) {
                case "Page.loadEventFired" -> loaded.complete(true);
                case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" ->
                    log.add(parameters.toString());
                case "Network.requestWillBeSent" ->
                    requests.add(parameters.getJsonObject("request").getString("url"));
                default -> {}
            }
        }
    }
}

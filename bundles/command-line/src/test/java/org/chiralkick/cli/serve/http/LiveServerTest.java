package org.chiralkick.cli.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.chiralkick.cli.serve.Installed;
import org.chiralkick.cli.serve.LiveRun;
import org.chiralkick.cli.serve.LiveState;
import org.chiralkick.cli.serve.Show;
import org.chiralkick.cli.serve.TestRun;
import org.chiralkick.cli.serve.TestRun.AlongField;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.Problems;
import org.chiralkick.report.Facts;
import org.chiralkick.report.Page;
import org.chiralkick.report.Section;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as bytes on a socket: what a browser may not send, a test can. */
@Timeout(60)
class LiveServerTest {
    private static final InetAddress LOOPBACK = Loopback.parse("127.0.0.1");
    private static final List<AlongField> SOURCES =
            List.of(new AlongField("one", 0x1p80), new AlongField("two", 0x1p81));

    private final Coupling coupling = TestRun.coupling(SourceProvider.of(SOURCES.get(0), SOURCES.get(1)), "one");
    private final LiveRun run = TestRun.live(coupling, false, state -> {});
    private final LiveServer server = start(run);
    private int port;

    private static LiveServer start(LiveRun run) {
        Installed.Listing listing = new Installed.Listing(
                1, SOURCES.stream().map(AlongField::describe).toList(), List.of("a bundle that lacks a package"));
        try {
            return LiveServer.start(
                    Loopback.parse("127.0.0.1"), 0, new Routes(run, () -> listing, new Steps(), TestRun.END_S));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Shows the number of steps. */
    private static final class Steps implements Show {
        @Override
        public Page page(LiveState state, Installed.Listing installed) {
            Facts facts = new Facts(
                    "steps",
                    List.of(new Facts.Fact("steps", Long.toString(state.now().step()), "", "")));
            return new Page(
                    "a run", "answer", "", List.of(new Section("s", "S", "", List.of(facts))), List.of(), "test");
        }

        @Override
        public Page report(LiveState state) {
            return page(state, new Installed.Listing(1, List.of(), List.of()));
        }
    }

    @BeforeEach
    void port() {
        port = URI.create(server.url()).getPort();
    }

    @AfterEach
    void close() {
        server.close();
        coupling.close();
    }

    /**
     * An answer.
     *
     * @param status code of HTTP
     * @param head its header lines in lower case
     * @param body what follows
     */
    private record Reply(int status, String head, String body) {
        JsonObject json() {
            return JsonText.parse(body, new Problems()).orElseThrow();
        }
    }

    private Reply send(String request) throws IOException {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            assertTrue(end > 0, "no answer to " + request + ": " + all);
            return new Reply(
                    Integer.parseInt(all.split(" ", 3)[1]),
                    all.substring(0, end).toLowerCase(Locale.ROOT),
                    all.substring(end + 4));
        }
    }

    private Reply get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n");
    }

    private Reply order(String json, String... headers) throws IOException {
        String more = headers.length == 0 ? "Content-Type: application/json" : String.join("\r\n", headers);
        return send("POST /order HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + more
                + "\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    @Test
    void noOtherMachineReachesIt() throws IOException {
        assertEquals("127.0.0.1", URI.create(server.url()).getHost());
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(each.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    try (Socket socket = new Socket()) {
                        assertThrows(
                                IOException.class,
                                () -> socket.connect(new InetSocketAddress(address, port), 2000),
                                "reached through " + address);
                    }
                }
            }
        }
    }

    @Test
    void everyAddressButLoopbackIsRefused() {
        Routes routes = new Routes(run, () -> new Installed.Listing(1, List.of(), List.of()), new Steps(), 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> LiveServer.start(InetAddress.getByAddress(new byte[4]), 0, routes)
                        .close());
        assertThrows(
                BindException.class,
                () -> LiveServer.start(LOOPBACK, port, routes).close(),
                "a port that is taken");
    }

    @Test
    void closedItAnswersNobody() {
        server.close();
        assertThrows(ConnectException.class, () -> new Socket(LOOPBACK, port).close());
    }

    @Test
    void thePageRunsNoScriptButItsOwn() throws IOException {
        Reply page = get("/");
        assertEquals(200, page.status());
        assertTrue(page.head().contains("content-type: text/html; charset=utf-8"), page.head());
        assertTrue(page.head().contains("frame-ancestors 'none'"), page.head());
        assertTrue(page.head().contains("connect-src 'self'"), page.head());
        assertTrue(page.head().contains("x-content-type-options: nosniff"), page.head());
        assertTrue(page.head().contains("cache-control: no-store"), page.head());
        assertFalse(page.head().contains("access-control-allow"), page.head());
        String policy = page.head().substring(page.head().indexOf("script-src"));
        assertFalse(policy.substring(0, policy.indexOf(';')).contains("unsafe"), policy);
        assertNotEquals(
                policy, get("/").head().substring(page.head().indexOf("script-src")), "the nonce is used twice");
    }

    @Test
    void theStateHasNumbersWithUnitsAndTheContentOfThePage() throws IOException, InterruptedException {
        run.run(true);
        JsonObject state = get("/state").json();
        assertEquals("finished", state.getString("status"));
        assertEquals(TestRun.END_S, state.getJsonNumber("time_s").doubleValue(), 1e-15);
        double kick = state.getJsonArray("kick_km_s").getJsonNumber(2).doubleValue();
        double velocity = run.state().now().velocityCmPerS().z();
        assertTrue(velocity < 0, "velocity " + velocity);
        assertEquals(velocity / 1e5, kick, 1e-12 * Math.abs(kick));
        assertEquals("one", state.getJsonArray("by_source").getJsonObject(0).getString("source"));
        assertEquals(2, state.getJsonArray("installed").size());
        assertEquals(
                "a bundle that lacks a package", state.getJsonArray("troubles").getString(0));
        String shown = state.getJsonObject("content")
                .getJsonArray("sections")
                .getJsonObject(0)
                .getJsonArray("blocks")
                .getJsonObject(0)
                .getJsonArray("facts")
                .getJsonObject(0)
                .getString("value");
        assertEquals(Long.toString(run.state().now().step()), shown);
    }

    @Test
    void whoHasTheLatestVersionGetsNothing() throws IOException {
        String version = get("/state").json().getString("version");
        Reply nothing = get("/state?after=" + version);
        assertEquals(204, nothing.status());
        assertEquals("", nothing.body());
        assertEquals(200, get("/state?after=0.0").status());
    }

    @Test
    void anOrderIsCarriedOutByTheRun() throws IOException, InterruptedException {
        assertEquals(202, order("{\"order\": \"use\", \"source\": \"two\"}").status());
        assertEquals(
                "one",
                get("/state").json().getJsonArray("sources").getJsonObject(0).getString("name"));
        run.run(true);
        JsonObject state = get("/state").json();
        assertEquals("two", state.getJsonArray("sources").getJsonObject(0).getString("name"));
        assertEquals("two", state.getJsonArray("by_source").getJsonObject(0).getString("source"));
        assertEquals(1, state.getJsonArray("changes").getJsonObject(0).getInt("step"));
        Reply late = order("{\"order\": \"pause\"}");
        assertEquals(409, late.status());
        assertTrue(late.json().getString("error").contains("the run is finished"), late.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/index.html",
                "/state/",
                "/order/x",
                "/.git/config"
            })
    void noOtherPathLeadsAnywhere(String path) throws IOException {
        Reply reply = get(path);
        assertEquals(404, reply.status());
        assertTrue(reply.json().getString("error").startsWith("there is nothing at"), reply.body());
    }

    @ParameterizedTest
    @CsvSource({"after=1, 400", "after=1.1.1, 400", "before=1.1, 400", "after=1.1&x=1, 400", "'', 400"})
    void anotherQueryIsRefused(String query, int status) throws IOException {
        assertEquals(status, get("/state?" + query).status());
    }

    @Test
    void foreignNamesAndPagesAreRefused() throws IOException {
        Reply rebound = send("GET /state HTTP/1.1\r\nHost: evil.example:" + port + "\r\nConnection: close\r\n\r\n");
        assertEquals(421, rebound.status());
        assertTrue(rebound.json().getString("error").contains("not 'evil.example"), rebound.body());
        String json = "{\"order\": \"pause\"}";
        assertEquals(
                403,
                order(json, "Content-Type: application/json", "Origin: http://evil.example")
                        .status());
        assertEquals(
                403,
                order(json, "Content-Type: application/json", "Sec-Fetch-Site: cross-site")
                        .status());
        assertEquals(415, order(json, "Content-Type: text/plain").status());
        assertEquals(
                202,
                order(json, "Content-Type: application/json", "Origin: http://127.0.0.1:" + port)
                        .status());
    }

    @Test
    void otherMethodsAreRefusedWithTheOneThatIsAllowed() throws IOException {
        Reply read = get("/order");
        assertEquals(405, read.status());
        assertTrue(read.head().contains("allow: post"), read.head());
        Reply head = send("HEAD /state HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n");
        assertEquals(405, head.status());
        assertEquals("", head.body());
        Reply written = send("DELETE /state HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n");
        assertEquals(405, written.status());
        assertTrue(written.head().contains("allow: get"), written.head());
    }

    @Test
    void anOrderThatIsTooLongOrNoneIsRefused() throws IOException {
        assertEquals(413, order(" ".repeat(Routes.LONGEST_ORDER + 1)).status());
        Reply wrong = order("{\"order\": \"use\", \"source\": \"tow\"}");
        assertEquals(400, wrong.status());
        assertTrue(wrong.json().getString("error").contains("did you mean two?"), wrong.body());
    }
}

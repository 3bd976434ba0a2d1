package org.chiralkick.cli.serve.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The server of one run: bound to a loopback address, with few threads and short queues. Closing it frees the port. */
public final class LiveServer implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 32;

    /** Limits of the JDK's server, which otherwise waits for slow clients for ever; seconds where it is a time. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "30",
            "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.maxIdleConnections", "16",
            "sun.net.httpserver.maxReqHeaders", "64",
            "sun.net.httpserver.maxReqHeaderSize", "32768",
            "sun.net.httpserver.nodelay", "true",
            "jdk.httpserver.maxConnections", "64");

    private static final Map<String, String> EVERYWHERE = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Routes routes;
    private final Gate gate;

    private LiveServer(HttpServer server, Routes routes) {
        this.server = server;
        this.routes = routes;
        this.gate = new Gate(address(server), server.getAddress().getPort());
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "chiralkick-serve");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Binds and starts the server.
     *
     * @param address a loopback address
     * @param port port in [0, 65535]; 0 for any that is free
     * @throws IllegalArgumentException if other machines could reach the address
     * @throws IOException if the port is taken or not allowed
     */
    public static LiveServer start(InetAddress address, int port, Routes routes) throws IOException {
        Loopback.require(address);
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        LiveServer live = new LiveServer(HttpServer.create(new InetSocketAddress(address, port), 0), routes);
        live.server.createContext("/", live::handle);
        live.server.setExecutor(live.threads);
        live.server.start();
        return live;
    }

    /** Returns the address to open. */
    public String url() {
        String host = address(server);
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort() + "/";
    }

    private static String address(HttpServer server) {
        String literal = server.getAddress().getAddress().getHostAddress();
        return literal.equals("0:0:0:0:0:0:0:1") ? "::1" : literal;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = String.valueOf(exchange.getRequestURI().getPath());
        String allowed = path.equals(Routes.ORDER) ? "POST" : "GET";
        try {
            gate.admit(method, allowed, exchange.getRequestHeaders());
            if (path.equals(Routes.ORDER)) {
                gate.admitOrder(exchange.getRequestHeaders());
                return routes.order(exchange.getRequestBody());
            }
            return routes.get(path, exchange.getRequestURI().getRawQuery());
        } catch (Refusal e) {
            Answer error = Answer.error(e.status(), String.valueOf(e.getMessage()));
            return e.status() == 405 ? error.with("Allow", allowed) : error;
        } catch (RuntimeException e) {
            return Answer.error(500, "internal error, please report it: " + e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        EVERYWHERE.forEach(exchange.getResponseHeaders()::set);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        byte[] body = headOnly ? new byte[0] : answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

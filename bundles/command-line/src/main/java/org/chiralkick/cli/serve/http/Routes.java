package org.chiralkick.cli.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.cli.serve.Installed;
import org.chiralkick.cli.serve.LiveRun;
import org.chiralkick.cli.serve.LiveState;
import org.chiralkick.cli.serve.Order;
import org.chiralkick.cli.serve.Show;
import org.chiralkick.cli.serve.StateJson;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.report.html.HtmlPage;
import org.jspecify.annotations.Nullable;

/** What is behind each path. Reads published states, and gives orders; safe for use by several threads. */
public final class Routes {
    /** Path that takes orders. */
    static final String ORDER = "/order";

    /** Longest order [bytes]; an order with every closure of the chiral mechanism has less than 300. */
    static final int LONGEST_ORDER = 4096;

    private static final Pattern AFTER = Pattern.compile("after=([0-9]{1,18}\\.[0-9]{1,18})");
    private static final int NONCE_BYTES = 18;

    private final LiveRun run;
    private final Supplier<Installed.Listing> installed;
    private final Show show;
    private final double endTimeS;
    private final HtmlPage.Panel panel;
    private final SecureRandom random = new SecureRandom();
    private volatile Rendered latest = new Rendered("", "");

    /** The answer to whoever lacks this version. */
    private record Rendered(String version, String json) {}

    /**
     * @param installed gives the mechanisms there are now
     * @param show what there is to see
     * @param endTimeS where the run ends [s]
     */
    public Routes(LiveRun run, Supplier<Installed.Listing> installed, Show show, double endTimeS) {
        this.run = run;
        this.installed = installed;
        this.show = show;
        this.endTimeS = endTimeS;
        panel = new HtmlPage.Panel(resource("panel.html"), resource("panel.css"), resource("panel.js"));
    }

    /** Returns what a path shows. */
    Answer get(String path, @Nullable String query) throws Refusal {
        return switch (path) {
            case "/" -> page();
            case "/state" -> state(query);
            case "/report.html" -> report();
            default ->
                throw new Refusal(404, "there is nothing at '" + path + "'; there are /, /state and /report.html");
        };
    }

    private Answer page() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        String page = HtmlPage.live(show.page(run.state(), installed.get()), panel, nonce);
        return Answer.html(page, HtmlPage.livePolicy(nonce));
    }

    private Answer report() {
        return Answer.html(HtmlPage.of(show.report(run.state())), HtmlPage.policy());
    }

    private Answer state(@Nullable String query) throws Refusal {
        String known = "";
        if (query != null) {
            Matcher after = AFTER.matcher(query);
            if (!after.matches()) {
                throw new Refusal(
                        400,
                        "the query is '" + query + "'; must be after= and the version that an answer had, or none");
            }
            known = after.group(1);
        }
        Rendered rendered = rendered();
        return rendered.version().equals(known) ? Answer.nothingNew() : Answer.json(200, rendered.json());
    }

    /** Returns the answer of the latest state; it is made once, however many watch. */
    private Rendered rendered() {
        LiveState state = run.state();
        Installed.Listing listing = installed.get();
        String version = StateJson.version(state, listing);
        Rendered known = latest;
        if (known.version().equals(version)) {
            return known;
        }
        synchronized (this) {
            if (latest.version().equals(version)) {
                return latest;
            }
            Map<String, @Nullable Object> json = new LinkedHashMap<>(StateJson.of(state, listing, endTimeS));
            json.put("content", HtmlPage.content(show.page(state, listing)));
            Rendered made = new Rendered(version, JsonText.compact(json));
            latest = made;
            return made;
        }
    }

    /** Gives the order that a request holds to the run. */
    Answer order(InputStream body) throws IOException, Refusal {
        byte[] bytes = body.readNBytes(LONGEST_ORDER + 1);
        if (bytes.length > LONGEST_ORDER) {
            throw new Refusal(413, "the order is longer than " + LONGEST_ORDER + " bytes");
        }
        LiveState state = run.state();
        Order order = OrderReader.read(
                new String(bytes, StandardCharsets.UTF_8),
                state.requested(),
                installed.get().sources());
        if (state.status().isLast()) {
            throw new Refusal(409, "the run is " + state.status().label() + " and takes no orders; begin another one");
        }
        if (!run.offer(order)) {
            throw new Refusal(503, "too many orders wait for the end of a step; try again");
        }
        return Answer.json(202, Map.of("accepted", true, "version", StateJson.version(state, installed.get())));
    }

    private static String resource(String name) {
        try (InputStream in = Routes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the distribution");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chiralkick.it.cli.Launcher;
import org.chiralkick.it.felix.Installation;
import org.chiralkick.it.felix.MechanismJar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chiralkick serve} as its user has it: the page in Chromium, the run behind it in a process of its own. */
class ServePageIT {
    private static final List<String> CHARTS =
            List.of("kick-history", "luminosity", "leptons", "energy", "profile-potentials", "profile-currents");
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");
    private static final String STATUS = "document.getElementById('live-status').textContent";
    private static final String TROUBLE = "document.getElementById('trouble').textContent";

    @TempDir
    private Path folder = Path.of("");

    private Launcher.@Nullable Running running;
    private URI address = URI.create("");

    /** A star that spins, so that the vortical mechanism has something to do, with its response inside. */
    private void serve(Path home) throws Exception {
        String command = "serve --port 0 --pace 0.4dec --paused --zones 40 --duration 2 --spin-period 0.01 "
                + "--out kick --home";
        running = new Launcher(folder)
                .begin(Stream.concat(Stream.of(command.split(" ")), Stream.of(home.toString()))
                        .toArray(String[]::new));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        Matcher url = URL.matcher("");
        while (!url.reset(running.out()).find()) {
            assertTrue(System.nanoTime() < deadline && running.process().isAlive(), running.out() + running.err());
            LockSupport.parkNanos(20_000_000);
        }
        address = URI.create(url.group());
    }

    @AfterEach
    void end() throws Exception {
        if (running != null) {
            running.process().destroy();
            assertTrue(running.process().waitFor(60, TimeUnit.SECONDS), "it does not end when it is told to");
        }
    }

    private Browser browser(int width, String scheme) throws Exception {
        Browser browser = Browser.open(Files.createTempDirectory(folder, "chromium"));
        browser.view(width, 900, scheme);
        browser.load(address);
        return browser;
    }

    private JsonObject state() throws Exception {
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address.resolve("state")).build(), BodyHandlers.ofString())
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static boolean isVortical(Path jar) {
        return String.valueOf(jar.getFileName()).startsWith("vortical");
    }

    /** A distribution of our own, which lacks the vortical mechanism. */
    private Path homeWithoutVortical() throws IOException {
        Path whole = Launcher.distribution();
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.createSymbolicLink(home.resolve("lib"), whole.resolve("lib"));
        Path bundles = Files.createDirectory(home.resolve("bundles"));
        for (Path jar : jars(whole.resolve("bundles"))) {
            if (!isVortical(jar)) {
                Files.copy(jar, bundles.resolve(jar.getFileName()));
            }
        }
        return home;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private void assertQuiet(Browser browser) {
        assertEquals(List.of(), browser.log());
        assertEquals(
                List.of(),
                browser.requests().stream()
                        .filter(url -> !url.startsWith(address.toString()))
                        .toList());
    }

    private static void click(Browser browser, String selector) throws Exception {
        browser.evaluate("document.querySelector(\"" + selector + "\").click()");
    }

    private static int points(Browser browser) throws Exception {
        return browser.number(
                "echarts.getInstanceByDom(document.querySelector('#kick-history .chart')).getOption().series[0].data.length");
    }

    @Test
    void theMechanismIsSwappedInThePageAndTheLedgerSaysWhoGaveWhat() throws Exception {
        serve(Launcher.distribution());
        try (Browser browser = browser(1280, "light")) {
            browser.await(STATUS + " === 'Paused; chiral acts.'", STATUS);
            for (String id : CHARTS) {
                assertTrue(browser.number("document.querySelectorAll('#" + id + " svg path').length") > 5, id);
            }
            // Charts are drawn where they are seen.
            browser.evaluate("document.getElementById('kick-history').scrollIntoView()");
            int before = points(browser);
            String time = browser.text("document.querySelector('#live-facts .value').textContent");

            click(browser, "#go");
            browser.await(STATUS + " === 'Running; chiral acts.'", STATUS);
            browser.await("document.querySelector('#live-facts .value').textContent !== '" + time + "'", STATUS);
            browser.await(
                    "echarts.getInstanceByDom(document.querySelector('#kick-history .chart')).getOption().series[0].data.length > "
                            + (before + 3),
                    STATUS);

            click(browser, "input[name=mechanism][value=vortical]");
            click(browser, "#swap");
            browser.await(STATUS + " === 'Running; vortical acts.'", STATUS);
            browser.await("document.querySelectorAll('#changes tbody tr').length === 1", TROUBLE);
            browser.await("document.querySelectorAll('#by-source tbody tr').length === 2", TROUBLE);
            String change = browser.text("document.querySelector('#changes tbody').textContent");
            assertTrue(change.contains("chiral") && change.contains("vortical"), change);
            browser.await("document.querySelector('#kick-history svg').textContent.includes('vortical')", STATUS);

            assertMarkedWhereItTookOver(browser);
            browser.evaluate(
                    "document.getElementById('pace').value = 'max'; document.getElementById('pace').dispatchEvent(new Event('change'))");
            browser.await(STATUS + " === 'Finished; vortical acted last.'", STATUS);
            assertEquals("", browser.text(TROUBLE));
            Files.createDirectories(Path.of("target", "pictures"));
            Files.write(Path.of("target", "pictures", "serve.png"), browser.picture(true));
            assertQuiet(browser);
        }
        assertTheLedgerIsWhole(state());
    }

    /** The longest upright line in the chart stands where the page's own scale has the time of the change. */
    private void assertMarkedWhereItTookOver(Browser browser) throws Exception {
        double time = state().getJsonArray("changes")
                .getJsonObject(0)
                .getJsonNumber("time_s")
                .doubleValue();
        String uprights = "[...document.querySelectorAll('#kick-history svg path')]"
                + ".map(path => /^M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)$/.exec(path.getAttribute('d')))"
                + ".filter(line => line && line[1] === line[3] && Math.abs(line[2] - line[4]) > 100).map(line => Number(line[1]))";
        String wanted = "echarts.getInstanceByDom(document.querySelector('#kick-history .chart'))"
                + ".convertToPixel({ xAxisIndex: 0 }, " + time + ")";
        // While the run goes on the scale changes with every step: both have to be asked for at once.
        browser.await(
                "Math.min(..." + uprights + ".map(x => Math.abs(x - " + wanted + "))) < 1.5",
                "JSON.stringify([" + uprights + ", " + wanted + "])");
    }

    /** The parts of the ledger add up to the kick, and their steps to all steps. */
    private static void assertTheLedgerIsWhole(JsonObject state) {
        JsonObject chiral = state.getJsonArray("by_source").getJsonObject(0);
        JsonObject vortical = state.getJsonArray("by_source").getJsonObject(1);
        assertEquals("chiral", chiral.getString("source"));
        assertEquals("vortical", vortical.getString("source"));
        assertEquals(state.getJsonArray("changes").getJsonObject(0).getInt("step"), chiral.getInt("steps") + 1);
        assertEquals(state.getInt("step"), chiral.getInt("steps") + vortical.getInt("steps"));
        double first = chiral.getJsonArray("kick_km_s").getJsonNumber(2).doubleValue();
        double second = vortical.getJsonArray("kick_km_s").getJsonNumber(2).doubleValue();
        double all = state.getJsonArray("kick_km_s").getJsonNumber(2).doubleValue();
        assertNotEquals(0, first);
        assertNotEquals(0, second);
        // Solutions of linear systems add up to their rounding.
        assertEquals(first + second, all, 1e-9 * Math.abs(all));
    }

    @Test
    void aClosureIsChangedByKeysAndAStepIsDone() throws Exception {
        serve(Launcher.distribution());
        try (Browser browser = browser(1280, "dark")) {
            browser.await(STATUS + " === 'Paused; chiral acts.'", STATUS);
            long step = state().getInt("step");
            browser.evaluate("document.querySelector('#closure-choices select[name=share]').value = 'equilibrium'");
            click(browser, "#swap");
            browser.await("document.getElementById('next-step').textContent.includes('chiral')", TROUBLE);
            browser.evaluate("document.getElementById('one-step').focus()");
            browser.press("Enter");
            browser.await("document.querySelectorAll('#by-source tbody tr').length === 2", TROUBLE);
            String change = browser.text("document.querySelector('#changes tbody').textContent");
            assertTrue(change.contains("share: composition to equilibrium"), change);
            assertEquals("one-step", browser.text("document.activeElement.id"), "the focus was lost");
            assertEquals(step + 1, state().getInt("step"));
            JsonObject entry = state().getJsonArray("by_source").getJsonObject(1);
            assertEquals("equilibrium", entry.getJsonObject("closures").getString("share"));
            assertEquals(1, entry.getInt("steps"));
            assertQuiet(browser);
        }
    }

    @Test
    void theMenusAreWhatADroppedInMechanismDeclares() throws Exception {
        Path home = Installation.in(folder);
        MechanismJar.choosing("jet").into(home.resolve("bundles"));
        serve(home);
        try (Browser browser = browser(1280, "light")) {
            browser.await(STATUS + " === 'Paused; chiral acts.'", STATUS);
            click(browser, "input[value=jet]");
            String menus =
                    "[...document.querySelectorAll('#closure-choices select, #closure-choices input')].map(c => c.name).join()";
            assertEquals("preset,spread,shape,strength", browser.text(menus));
            assertEquals(
                    "narrow,wide",
                    browser.text("[...document.querySelectorAll('#closure-choices select[name=spread] option')]"
                            + ".map(o => o.value).filter(v => v).join()"));
            assertEquals(
                    "all of it in one beam",
                    browser.text("document.querySelector('#closure-choices option[value=narrow]').title"));
            browser.evaluate("document.querySelector('#closure-choices select[name=spread]').value = 'narrow'");
            browser.evaluate("document.querySelector('#closure-choices input[name=strength]').value = '11'");
            click(browser, "#swap");
            browser.await(TROUBLE + ".includes('strength is 11.0; must be a number in [0, 10]')", TROUBLE);
            browser.evaluate("document.querySelector('#closure-choices input[name=strength]').value = '2.5'");
            click(browser, "#swap");
            browser.await("document.getElementById('next-step').textContent.includes('jet')", TROUBLE);
            click(browser, "#one-step");
            browser.await(STATUS + " === 'Paused; jet acts.'", STATUS);
            JsonObject closures =
                    state().getJsonArray("by_source").getJsonObject(1).getJsonObject("closures");
            assertEquals("narrow", closures.getString("spread"));
            assertEquals("2.5", closures.getString("strength"));
            click(browser, "input[value=chiral]");
            assertTrue(browser.text(menus).startsWith("preset,chirality,share,"), browser.text(menus));
            // Chromium itself writes down that the server refused.
            assertEquals(1, browser.log().size(), browser.log().toString());
            assertTrue(
                    browser.log().get(0).contains("status of 400"),
                    browser.log().toString());
        }
    }

    @Test
    void aMechanismDroppedInMeanwhileIsChosenAndWhenItGoesTheRunWaits() throws Exception {
        Path home = homeWithoutVortical();
        serve(home);
        try (Browser browser = browser(1280, "light")) {
            browser.await(STATUS + " === 'Paused; chiral acts.'", STATUS);
            assertEquals(4, browser.number("document.querySelectorAll('input[name=mechanism]').length"));
            Path jar = jars(Launcher.distribution().resolve("bundles")).stream()
                    .filter(ServePageIT::isVortical)
                    .findFirst()
                    .orElseThrow();
            Path dropped = home.resolve("bundles").resolve("vortical.jar");
            Files.move(Files.copy(jar, home.resolve("vortical.part")), dropped, StandardCopyOption.ATOMIC_MOVE);
            browser.await("document.querySelectorAll('input[name=mechanism]').length === 5", STATUS);
            click(browser, "input[value=vortical]");
            click(browser, "#swap");
            click(browser, "#one-step");
            browser.await(STATUS + " === 'Paused; vortical acts.'", STATUS);

            Files.delete(dropped);
            browser.await("document.getElementById('mechanisms').textContent.includes('not installed now')", STATUS);
            click(browser, "#one-step");
            browser.await(STATUS + ".includes('source vortical')", STATUS);
            click(browser, "input[value=chiral]");
            click(browser, "#swap");
            click(browser, "#one-step");
            browser.await(STATUS + " === 'Paused; chiral acts.'", STATUS);
            assertEquals(2, state().getJsonArray("changes").size());
            assertQuiet(browser);
        }
    }

    @Test
    void nothingIsCutOffOnAPhoneAndEveryControlHasItsName() throws Exception {
        serve(Launcher.distribution());
        try (Browser browser = browser(360, "dark")) {
            browser.await(STATUS + " === 'Paused; chiral acts.'", STATUS);
            String root = "document.documentElement";
            assertEquals(0, browser.number(root + ".scrollWidth - " + root + ".clientWidth"), "one scrolls sideways");
            String controls =
                    "[...document.querySelectorAll('#control button, #control select, #control input, #control a')]";
            assertTrue(browser.number(controls + ".length") > 8);
            assertEquals(
                    0, browser.number(controls + ".filter(c => c.getBoundingClientRect().right > innerWidth).length"));
            assertEquals(
                    0,
                    browser.number(
                            controls
                                    + ".filter(c => !(c.textContent.trim() || (c.labels && c.labels.length)) || (c.tagName === 'SELECT' && !c.labels.length)).length"),
                    "controls without a name");
            Files.createDirectories(Path.of("target", "pictures"));
            Files.write(Path.of("target", "pictures", "serve-phone.png"), browser.picture(true));
            assertQuiet(browser);
        }
    }

    private void order(String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("order"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        assertEquals(2, status / 100, json + " is answered with " + status);
    }

    /** Waits until so many steps are done. */
    private void awaitStep(int step) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (state().getInt("step") < step) {
            assertTrue(System.nanoTime() < deadline, "step " + step + " is not reached");
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void tellToEnd() throws Exception {
        Launcher.Running run = Objects.requireNonNull(running);
        run.process().destroy();
        Launcher.Outcome outcome = run.end();
        assertTrue(outcome.out().contains("The star moves at "), outcome.out());
        assertTrue(
                outcome.err().contains("wrote run.json, history.csv, shells.csv, run.h5, report.html"), outcome.err());
        assertTrue(Files.size(folder.resolve("kick").resolve("run.h5")) > 10_000);
    }

    @Test
    void theFilesOfARunOfOneMechanismAreThoseOfTheCommandRun() throws Exception {
        serve(Launcher.distribution());
        tellToEnd();
        try (Browser browser = Browser.open(Files.createTempDirectory(folder, "chromium"))) {
            browser.view(1280, 900, "light");
            browser.load(folder.resolve("kick").resolve("report.html"));
            assertEquals(1, browser.number("document.querySelectorAll('#emission-map').length"));
            assertEquals(3, browser.number("document.querySelectorAll('#files a[download]').length"));
            assertEquals(List.of(), browser.log());
        }
    }

    @Test
    void theReportOfMechanismsThatTookTurnsSaysWhatEachGave() throws Exception {
        serve(Launcher.distribution());
        int before = state().getInt("step");
        order("{\"order\": \"use\", \"source\": \"vortical\"}");
        order("{\"order\": \"resume\"}");
        awaitStep(before + 2);
        tellToEnd();
        try (Browser browser = Browser.open(Files.createTempDirectory(folder, "chromium"))) {
            browser.view(1280, 900, "light");
            browser.load(folder.resolve("kick").resolve("report.html"));
            assertEquals(2, browser.number("document.querySelectorAll('#by-source tbody tr').length"));
            assertEquals(1, browser.number("document.querySelectorAll('#changes tbody tr').length"));
            assertEquals(3, browser.number("document.querySelectorAll('#files a[download]').length"));
            assertEquals(List.of(), browser.log());
        }
    }
}

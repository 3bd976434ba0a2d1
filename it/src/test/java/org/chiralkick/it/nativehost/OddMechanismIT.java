package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.it.felix.MechanismJar;
import org.chiralkick.it.felix.mechanism.ImmediateSource;
import org.chiralkick.it.felix.mechanism.QuittingSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles whose mechanism does not return, or ends the process, in a host in C: its log names them. */
class OddMechanismIT {
    /** Evaluations of a few steps, those of the first {@code ck_begin} among them. */
    private static final int SOME = 40;

    private static final int EXIT_OF_THE_HOST = 7;
    private static final Pattern HANGS =
            Pattern.compile("warning after ([0-9.]+) s: source stuck has not returned for 1 s; thread .* is at .*\n");

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void copyTheDistribution() throws IOException {
        Workshop.needs("gcc");
        home = Installations.copy(folder.resolve("home"));
    }

    private Workshop.Outcome run(MechanismJar mechanism) throws IOException, InterruptedException {
        mechanism.into(home.resolve("bundles"));
        Workshop workshop = new Workshop(folder);
        String host = workshop.test("stuck", "chiralkick").toString();
        return workshop.run(List.of(host, mechanism.name(), "1"), Map.of("CHIRALKICK_HOME", home.toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, SOME})
    void oneThatDoesNotReturnIsNamedAfterTheTimeOfTheConfiguration(int good) throws IOException, InterruptedException {
        Workshop.Outcome outcome = run(MechanismJar.hanging("stuck", good));
        assertEquals(EXIT_OF_THE_HOST, outcome.exit(), outcome.out() + outcome.err());
        Matcher named = HANGS.matcher(outcome.out());
        assertTrue(named.find(), outcome.out());
        assertEquals(good > 0, outcome.out().startsWith("step 1\n"), outcome.out());
        double seconds = Double.parseDouble(named.group(1));
        assertTrue(seconds >= 1 && seconds < 20, outcome.out());
    }

    @Test
    void oneThatEndsTheProcessIsNamedWhileTheProcessEnds() throws IOException, InterruptedException {
        Workshop.Outcome outcome = run(MechanismJar.quitting("quitter", SOME));
        assertEquals(QuittingSource.EXIT, outcome.exit(), outcome.out() + outcome.err());
        assertTrue(outcome.out().startsWith("step 1\n"), outcome.out());
        assertTrue(
                Pattern.compile("\nerror after [0-9.]+ s: source quitter ends the process: it called System\\.exit at "
                                + Pattern.quote(QuittingSource.class.getName())
                                + "\\.evaluate\\(QuittingSource\\.java:[0-9]+\\); "
                                + "a mechanism must not, take it out of the folder of mechanisms\n$")
                        .matcher(outcome.out())
                        .find(),
                outcome.out());
    }

    /** The bundle starts while the framework does, when no coupling is open yet; the configuration is made when one opens. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneWhoseComponentEndsTheProcessWhenItIsMadeIsNamed(boolean takesSettings)
            throws IOException, InterruptedException {
        Workshop.Outcome outcome = run(MechanismJar.quittingAtOnce("quitter", takesSettings));
        assertEquals(ImmediateSource.EXIT, outcome.exit(), outcome.out() + outcome.err());
        String who = takesSettings
                ? "source quitter: the constructor or activate method of its component"
                : "bundle quitter 1.0.0 is ACTIVE, and the constructor or activate method of a component that is made at once";
        String said = takesSettings ? outcome.out() : outcome.err();
        assertTrue(
                said.contains(who + " ends the process: it called System.exit at " + ImmediateSource.class.getName()
                        + ".<init>(ImmediateSource.java:"),
                outcome.out() + outcome.err());
    }
}

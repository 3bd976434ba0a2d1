package org.chiralkick.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.run.RunInputs;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class StarOptionsTest {
    @Command
    private static final class Words {
        @Mixin
        private StarOptions star = new StarOptions();
    }

    @Test
    void withoutWordsTheStarIsThatOfAProgram() throws IOException {
        assertEquals(RunInputs.builtIn().build().json(), inputs().json());
        assertEquals(
                RunInputs.builtIn().frozen().build().json(),
                inputs("--host", "static").json());
        assertEquals(RunInputs.builtIn().plan().key(), star().emitter().plan().key());
    }

    @Test
    void wordsSayTheSameAsAProgram() throws IOException {
        assertEquals(
                RunInputs.builtIn()
                        .fieldGauss(1e15)
                        .spinPeriodS(0.1)
                        .zones(60)
                        .tolerance(0.1)
                        .emissionDepth(100)
                        .build()
                        .json(),
                inputs("--field=1e15", "--spin-period=0.1", "--zones=60", "--tolerance=0.1", "--emission-depth=100")
                        .json());
        assertEquals(
                RunInputs.builtIn()
                        .frozen()
                        .surfaceDensityGPerCm3(1e12)
                        .massG(2e33)
                        .durationS(3)
                        .build()
                        .json(),
                inputs("--host=static", "--surface-density=1e12", "--mass=2e33", "--duration=3")
                        .json());
    }

    @Test
    void anEscapeWithoutTransportOrWithFeedbackIsRefused() throws IOException {
        assertEquals("surface", inputs("--escape=surface").json().get("escape"));
        assertEquals(
                "surface", inputs("--host=static", "--escape=surface").escape().label());
        assertEquals("dipole", inputs("--feedback=none").json().get("escape"));
        assertEquals(
                "outflow",
                inputs("--feedback=outflow", "--escape=surface").json().get("feedback"));
        assertEquals(
                "--escape dipole needs a star with neutrino transport; with --host static there is none: leave it out, or use "
                        + "--host pns",
                refused("--host=static", "--escape=dipole"));
        assertEquals(
                "--feedback angular-mean belongs to --escape surface; with dipole the response is the feedback: leave it out, "
                        + "or add --escape surface",
                refused("--feedback=angular-mean"));
        assertEquals("--escape is 'beam'; must be dipole, surface", refused("--escape=beam"));
    }

    private static String refused(String... words) {
        return String.valueOf(
                assertThrows(StudyException.class, () -> inputs(words)).getMessage());
    }

    private static RunInputs inputs(String... words) throws IOException {
        StarOptions star = star(words);
        return star.emitter().star().magnet(star.magnet()).build();
    }

    private static StarOptions star(String... words) {
        Words parsed = new Words();
        new CommandLine(parsed).parseArgs(words);
        return parsed.star;
    }
}

package org.chiralkick.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
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

package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadTableIT {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            temperature_mev,mu_e_mev,mu_nu_mev;1,2,x | zones.csv line 2, column mu_nu_mev: 'x' is not a number
            temperature_mev,mu_e_mev;1,2,3           | zones.csv line 2 has 3 cells; the header has 2 columns
            """)
    void aMalformedTableIsRefusedInOneLine(String table, String message) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("zones.csv"), table.replace(';', '\n') + "\n");
        Launcher.Outcome outcome = new Launcher(folder).run("evaluate", "--in", "zones.csv", "--out", "fluxes.csv");
        assertEquals("chiralkick evaluate: " + message + "\n", outcome.err());
        assertEquals(1, outcome.exitCode());
    }
}

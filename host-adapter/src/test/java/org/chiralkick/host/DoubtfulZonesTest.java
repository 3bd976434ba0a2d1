package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.chiralkick.host.internal.audit.DoubtfulZones;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.NamedZone;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** Zones with invalid or implausible data have names: block, number, quantity, value; and are told of, but not in every step. */
class DoubtfulZonesTest {
    private static final int N = 1500;

    private final Zones zones = new Zones(N, 33);
    private final long[] flags = new long[N];

    private static Coupling open(String config) {
        return Coupling.open(
                SourceProvider.of(alongField("test")), CouplingConfig.parse(config), CouplingOptions.defaults());
    }

    private BlockBinding bind(long number) {
        BlockBinding block = zones.builder(N).flags(flags).build();
        block.number(number);
        return block;
    }

    @Test
    void theFirstInvalidZoneIsNamedAndEachCauseCounted() {
        zones.temperature[1400] = -0.3;
        zones.temperature[1201] = -0.5;
        zones.field[2][1200] = Double.POSITIVE_INFINITY;
        zones.surface[0][1300] = Math.copySign(1e290, zones.field[0][1300]); // beyond the ledger
        zones.field[0][1350] = Double.MAX_VALUE; // a result that overflows
        try (Coupling coupling = open("{}")) {
            StepResult result = coupling.advance(7, 0, 1, bind(5));
            NamedZones invalid = result.invalidZones();
            assertEquals(5, invalid.count());
            assertEquals(5, result.invalid());
            assertEquals(N, result.evaluated());
            assertEquals(2, invalid.causes().get("temperature"));
            assertEquals(1, invalid.causes().get("magnetic field"));
            assertEquals(1, invalid.causes().get("recoil beyond the ledger"));
            assertEquals(5, invalid.causes().values().stream().mapToLong(n -> n).sum());
            NamedZone first = invalid.first().orElseThrow();
            assertEquals(
                    new NamedZone(OptionalLong.of(5), 1200, 10, "magnetic field z", Double.POSITIVE_INFINITY, "G", ""),
                    first);
            assertEquals("magnetic field z of zone 1200 of block 5 is Infinity G", first.toString());
            assertTrue(
                    result.report()
                            .startsWith("in step 7 5 of 1500 zone evaluations are invalid, with zero fluxes"
                                    + " (temperature 2, magnetic field 1, "),
                    result.report());
            assertTrue(result.report().endsWith("; the first: " + first), result.report());
        }
    }

    @Test
    void theLowestBlockComesFirstWhateverTheOrder() {
        zones.temperature[3] = -1;
        try (Coupling coupling = open("{}")) {
            StepResult result = coupling.advance(1, 0, 1, bind(9), bind(2), bind(4));
            NamedZone first = result.invalidZones().first().orElseThrow();
            assertEquals(OptionalLong.of(2), first.block());
            assertEquals(3, first.zone());
            assertEquals(Map.of("temperature", 3L), result.invalidZones().causes());
        }
    }

    @Test
    void temperaturesInKelvinAreFlaggedNamedAndEvaluated() {
        zones.temperature[3] = 1.6e11;
        zones.temperature[9] = 4e5;
        try (Coupling coupling = open("{}")) {
            StepResult result = coupling.advance(1, 0, 1, bind(0));
            assertEquals(2, result.implausible());
            assertEquals(0, result.invalid());
            assertEquals(2, coupling.flagCounts().get(ValidityFlag.IMPLAUSIBLE));
            assertEquals(ValidityFlag.IMPLAUSIBLE.bit(), flags[3] & ValidityFlag.IMPLAUSIBLE.bit());
            assertEquals(0, flags[4] & ValidityFlag.IMPLAUSIBLE.bit());
            assertEquals(
                    "temperature of zone 3 of block 0 is 1.6E11 MeV: kelvin? (13.8 MeV)",
                    result.implausibleZones().first().orElseThrow().toString());
            assertTrue(result.report().contains("2 of 1500 zone evaluations are implausible"), result.report());
            assertEquals(
                    1e-3 * 1.6e11 * zones.field[0][3],
                    zones.neutrinoFlux[0][3],
                    1e-9 * Math.abs(zones.neutrinoFlux[0][3]));
        }
        zones.temperature[3] = 299;
        zones.temperature[9] = 299;
        assertTrue(evaluated()[3] != 0);
        assertEquals(0, flags[3] & ValidityFlag.IMPLAUSIBLE.bit(), "299 MeV is hot, not impossible");
    }

    private double[] evaluated() {
        try (Coupling coupling = open("{}")) {
            coupling.advance(1, 0, 1, bind(0));
            return zones.neutrinoFlux[0].clone();
        }
    }

    /** The flag is the only thing that it changes: fluxes and recoil have the bits of a coupling that knows no limit. */
    @Test
    void aFieldBeyondAnyStarChangesNoOtherZone() {
        double[] before = evaluated();
        zones.field[1][40] = 2e19;
        double[] after = evaluated();
        assertArrayEquals(before, after);
        assertEquals(ValidityFlag.IMPLAUSIBLE.bit(), flags[40] & ValidityFlag.IMPLAUSIBLE.bit());
    }

    @Test
    void aMaskedZoneIsNeitherNamedNorCounted() {
        zones.temperature[3] = Double.NaN;
        zones.temperature[4] = 1e12;
        byte[] mask = new byte[N];
        Arrays.fill(mask, (byte) 1);
        mask[3] = 0;
        mask[4] = 0;
        try (Coupling coupling = open("{}")) {
            StepResult result =
                    coupling.advance(1, 0, 1, zones.builder(N).mask(mask).build());
            assertEquals(0, result.flagged());
            assertEquals(N - 2, result.evaluated());
            assertEquals("", result.report());
        }
    }

    @Test
    void oneReportInSoManySteps() {
        zones.temperature[3] = -1;
        BlockBinding block = bind(0);
        for (int every : new int[] {1, 3, 0}) {
            try (Coupling coupling = open("{\"report-zones-every\": " + every + "}")) {
                StringBuilder said = new StringBuilder();
                for (int step = 1; step <= 7; step++) {
                    said.append(coupling.advance(step, step, 1, block).report().isEmpty() ? '-' : 'x');
                }
                assertEquals(every == 1 ? "xxxxxxx" : every == 3 ? "x--x--x" : "-------", said.toString());
            }
        }
    }

    /** A new kind of trouble does not wait for the turn of the other. */
    @Test
    void aStepWithoutAnyValidZoneIsSaidAtOnce() {
        zones.temperature[3] = -1;
        BlockBinding block = bind(0);
        try (Coupling coupling = open("{}")) {
            assertTrue(coupling.advance(1, 0, 1, block).report().startsWith("in step 1 "));
            Arrays.fill(zones.field[0], Double.NaN);
            StepResult blind = coupling.advance(2, 1, 1, block);
            assertTrue(
                    blind.report().startsWith("no zone could be evaluated in step 2, all fluxes are 0: 1500 of 1500"),
                    blind.report());
            assertEquals("", coupling.advance(3, 2, 1, block).report());
        }
    }

    @Test
    void theBlockResultNamesThemToo() {
        zones.temperature[8] = -1;
        zones.temperature[6] = 1e10;
        BlockBinding block = zones.builder(N).build();
        try (Coupling coupling = open("{}")) {
            coupling.begin(1, 0, 1);
            BlockResult result = coupling.evaluate(block, 0);
            assertEquals(
                    "temperature of zone 8 is -1.0 MeV",
                    result.invalidZones().first().orElseThrow().toString());
            assertEquals(6, result.implausibleZones().first().orElseThrow().zone());
            coupling.evaluate(block, 1);
            assertEquals(1, coupling.commit().invalidZones().count(), "weight 0 is not counted");
        }
    }

    /** A host that cuts its blocks names zones by their numbers in the block. */
    @Test
    void zonesOfPiecesHaveTheirNumbersInTheBlock() {
        zones.temperature[2] = -1;
        PiecePlace place = new PiecePlace();
        place.call(1);
        place.extent(0, 100_000, 0);
        BlockBinding piece = zones.builder(N).piece(place).build();
        piece.number(1);
        try (Coupling coupling = open("{}")) {
            place.from(50_000);
            assertEquals(50_002, firstInvalid(coupling, 1, piece));
            long[] numbers = new long[N];
            for (int i = 0; i < N; i++) {
                numbers[i] = 7L * i;
            }
            place.zones(LongBuffer.wrap(numbers));
            assertEquals(14, firstInvalid(coupling, 2, piece));
        }
    }

    private static long firstInvalid(Coupling coupling, long step, BlockBinding piece) {
        return coupling.advance(step, (double) step, 1, piece)
                .invalidZones()
                .first()
                .orElseThrow()
                .zone();
    }

    @Test
    void eachCauseHasTheNumberOfItsFieldInTheNativeInterface() {
        for (ZoneField field : ZoneField.values()) {
            assertEquals(
                    field.number(),
                    DoubtfulZones.field(field.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        for (FluxField field : FluxField.values()) {
            assertEquals(
                    field.number(),
                    DoubtfulZones.field(field.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        assertEquals(0, DoubtfulZones.field("recoil beyond the ledger"));
    }

    @Test
    void theConfigurationSaysHowOften() {
        assertEquals(100, CouplingConfig.defaults().rules().reportEvery());
        assertEquals(List.of(), CouplingConfig.check("{\"report-zones-every\": 0}"));
        for (String bad : new String[] {"-1", "1.5"}) {
            List<String> problems = CouplingConfig.check("{\"report-zones-every\": " + bad + "}");
            assertEquals(1, problems.size(), problems.toString());
            assertTrue(problems.get(0).contains("a whole number of steps"), problems.toString());
        }
        CouplingException refused = assertThrows(
                CouplingException.class, () -> CouplingConfig.defaults().rules().withReportEvery(-1));
        assertEquals("report-zones-every is -1; must be >= 0 steps", refused.getMessage());
    }
}

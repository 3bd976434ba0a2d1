package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chiralkick.host.internal.units.Dimension;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.Units;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitsTest {
    // Powers of 2, so that every conversion is exact: a gram is 1/4 of the host's mass, and so on.
    private static final Units HOST = new Units(4, 0x1p10, 0x1p-8, 0x1p3, 0x1p5, FieldSystem.GAUSSIAN);

    @ParameterizedTest
    @EnumSource
    void cgsKeepsTheBitsOfEveryInput(ZoneField field) {
        assertEquals(1, Dimension.of(field).inSpiUnits(Units.CGS));
    }

    @ParameterizedTest
    @EnumSource
    void cgsKeepsTheBitsOfEveryOutput(FluxField field) {
        assertEquals(1, Dimension.of(field).inSpiUnits(Units.CGS));
    }

    @ParameterizedTest
    @EnumSource
    void dimensionsFitTheUnitInTheNameOfAnInput(ZoneField field) {
        assertEquals(factorOf(unit(field.columnName(0))), Dimension.of(field).inSpiUnits(HOST), field.columnName(0));
    }

    @ParameterizedTest
    @EnumSource
    void dimensionsFitTheUnitInTheNameOfAnOutput(FluxField field) {
        assertEquals(factorOf(unit(field.columnName(0))), Dimension.of(field).inSpiUnits(HOST), field.columnName(0));
    }

    @ParameterizedTest
    @EnumSource
    void dimensionsFitTheUnitInTheNameOfWhatEscapes(EscapedField field) {
        assertEquals(1, Dimension.of(field).inSpiUnits(Units.CGS));
        assertEquals(factorOf(unit(field.columnName(0))), Dimension.of(field).inSpiUnits(HOST), field.columnName(0));
    }

    // Temperatures and potentials are both in MeV; the table decides which factor.
    private static double factorOf(String unit) {
        double m = HOST.massG();
        double l = HOST.lengthCm();
        double t = HOST.timeS();
        double gauss = Math.sqrt(m / l) / t;
        return switch (unit) {
            case "temperature_mev" -> HOST.temperatureMev();
            case "mev" -> HOST.potentialMev();
            case "1" -> 1;
            case "g_per_cm3" -> m / (l * l * l);
            case "gauss", "statvolt_per_cm" -> gauss;
            case "gauss_per_cm" -> gauss / l;
            case "per_s" -> 1 / t;
            case "cm_per_s" -> l / t;
            case "cm" -> l;
            case "cm2" -> l * l;
            case "cm3" -> l * l * l;
            case "per_cm" -> 1 / l;
            case "erg_per_cm3" -> m / l / (t * t);
            case "erg_per_cm3_s" -> m / l / (t * t * t);
            case "cm2_per_s" -> l * l / t;
            case "per_cm2_s" -> 1 / (l * l * t);
            case "erg_per_cm2_s" -> m / (t * t * t);
            case "dyn_per_cm3" -> m / (l * l) / (t * t);
            case "esu_per_cm2_s" -> gauss / t;
            case "per_cm3_s" -> 1 / (l * l * l * t);
            default -> throw new IllegalArgumentException("unit " + unit + " is not known to the test");
        };
    }

    @Test
    void aFieldInGaussIsTakenAsItIsWhateverTheOtherUnits() {
        for (FieldSystem system : FieldSystem.values()) {
            Units code = new Units(2e33, 1.5e5, 5e-6, 1, 1, system).withFieldGauss(1e15);
            double fourPi = system == FieldSystem.GAUSSIAN ? 1 : 4 * Math.PI;
            assertEquals(1e15, Dimension.of(ZoneField.MAGNETIC_FIELD).inSpiUnits(code));
            assertEquals(1e15, Dimension.of(ZoneField.ELECTRIC_FIELD).inSpiUnits(code));
            assertEquals(
                    1e15 / 1.5e5, Dimension.of(ZoneField.MAGNETIC_FIELD_CURL).inSpiUnits(code), 1e-6);
            assertEquals(
                    1e15 / 5e-6 / fourPi, Dimension.of(FluxField.CHIRAL_CURRENT).inSpiUnits(code), 1e-15 * 1e15 / 5e-6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGivenFieldEqualToTheDerivedOneChangesNothing(FieldSystem system) {
        Units derived = new Units(4, 0x1p10, 0x1p-8, 1, 1, system);
        Units given =
                derived.withFieldGauss(Dimension.of(ZoneField.MAGNETIC_FIELD).inSpiUnits(derived));
        for (ZoneField field : ZoneField.values()) {
            double unit = Dimension.of(field).inSpiUnits(derived);
            assertEquals(unit, Dimension.of(field).inSpiUnits(given), 1e-15 * unit, field.name());
        }
        for (FluxField field : FluxField.values()) {
            double unit = Dimension.of(field).inSpiUnits(derived);
            assertEquals(unit, Dimension.of(field).inSpiUnits(given), 1e-15 * unit, field.name());
        }
    }

    @Test
    void aHostInSinglePrecisionAndCgsHoldsANumberFluxByACount() {
        Zones zones = new Zones(4, 6);
        float[][] single = new float[3][4];
        BlockBinding block = zones.builder(4)
                .out(FluxField.NEUTRINO_FLUX, View.of(single[0]), View.of(single[1]), View.of(single[2]))
                .build();
        assertThrows(CouplingException.class, () -> advance(Units.CGS, block));
        advance(Units.CGS.withCount(1e50), block);
        advance(Units.CGS, zones.bind(4));
        for (int i = 0; i < 4; i++) {
            assertEquals((float) (zones.neutrinoFlux[2][i] / 1e50), single[2][i]);
            assertTrue(Math.abs(zones.neutrinoFlux[2][i]) > Float.MAX_VALUE);
        }
    }

    private static void advance(Units units, BlockBinding block) {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(TestSources.alongField("test", 1e40)),
                CouplingConfig.defaults()
                        .withRecoil(CouplingConfig.defaults().recoil().withForm(RecoilForm.NONE, Double.NaN)),
                CouplingOptions.defaults().withUnits(units))) {
            coupling.advance(1, 0, 1e-3, block);
        }
    }

    @Test
    void theLogNamesWhatTheUnitsComeTo() {
        Units code = new Units(1.98892e33, 147670, 4.9257e-6, 1, 1, FieldSystem.GAUSSIAN)
                .withFieldGauss(1e15)
                .withCount(1e50);
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(TestSources.alongField("test")),
                CouplingConfig.defaults(),
                CouplingOptions.defaults().withUnits(code))) {
            List<String> lines = coupling.derivedUnits();
            assertTrue(lines.contains("host's unit of mass is 1.98892e33 g"), lines.toString());
            assertTrue(lines.contains("host's unit of magnetic field is 1e15 G"), lines.toString());
            assertTrue(lines.contains("host's unit of count is 1e50 particles"), lines.toString());
            assertTrue(lines.contains("host's unit of density is 6.17647e17 g/cm^3"), lines.toString());
            assertTrue(lines.contains("host's unit of number flux is 9.30995e44 1/(cm^2 s)"), lines.toString());
            assertTrue(lines.contains("host's unit of velocity is 2.99795e10 cm/s"), lines.toString());
        }
    }

    private static String unit(String column) {
        String[] units = {
            "g_per_cm3",
            "statvolt_per_cm",
            "gauss_per_cm",
            "erg_per_cm3",
            "dyn_per_cm3",
            "erg_per_cm2_s",
            "erg_per_cm3_s",
            "esu_per_cm2_s",
            "cm2_per_s",
            "per_cm2_s",
            "per_cm3_s",
            "cm_per_s",
            "per_cm",
            "per_s",
            "gauss",
            "mev",
            "cm2",
            "cm3",
            "cm"
        };
        if (column.equals("temperature_mev")) {
            return column;
        }
        for (String unit : units) {
            if (column.endsWith("_" + unit)) {
                return unit;
            }
        }
        return "1";
    }

    @Test
    void heavisideLorentzFieldsAreSmallerAndChargesLargerBySqrtFourPi() {
        Units rationalised = new Units(1, 1, 1, 1, 1, FieldSystem.HEAVISIDE_LORENTZ);
        double root = Math.sqrt(4 * Math.PI);
        assertEquals(root, Dimension.of(ZoneField.MAGNETIC_FIELD).inSpiUnits(rationalised));
        assertEquals(root, Dimension.of(ZoneField.ELECTRIC_FIELD).inSpiUnits(rationalised));
        assertEquals(1 / root, Dimension.of(FluxField.CHIRAL_CURRENT).inSpiUnits(rationalised));
        assertEquals(1, Dimension.of(ZoneField.MAGNETIC_DIFFUSIVITY).inSpiUnits(rationalised));
    }

    @Test
    void aHostInCodeUnitsGetsItsOwnUnitsBackAndTheSameRecoil() {
        Zones zones = new Zones(50, 8);
        Recoil cgs = recoil(Units.CGS, 1e-3, zones.bind(50));
        double gauss = Dimension.of(ZoneField.MAGNETIC_FIELD).inSpiUnits(HOST);
        Zones code = new Zones(50, 8);
        for (int i = 0; i < 50; i++) {
            code.temperature[i] /= HOST.temperatureMev();
            for (int axis = 0; axis < 3; axis++) {
                code.field[axis][i] /= gauss;
                code.surface[axis][i] /= HOST.lengthCm() * HOST.lengthCm();
                code.position[axis][i] /= HOST.lengthCm();
            }
        }
        assertEquals(cgs, recoil(HOST, 1e-3 / HOST.timeS(), code.bind(50)));
        double flux = Dimension.of(FluxField.NEUTRINO_FLUX).inSpiUnits(HOST);
        for (int i = 0; i < 50; i++) {
            assertEquals(zones.neutrinoFlux[2][i], code.neutrinoFlux[2][i] * flux);
        }
    }

    @Test
    void theDtOfAHostInMillisecondsIsSecondsInTheResult() {
        Units milliseconds = new Units(1, 1, 1e-3, 1, 1, FieldSystem.GAUSSIAN);
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(TestSources.alongField("test")),
                CouplingConfig.defaults(),
                CouplingOptions.defaults().withUnits(milliseconds))) {
            assertEquals(
                    5e-3, coupling.advance(1, 0, 5, new Zones(2, 1).bind(2)).dt());
        }
    }

    @Test
    void unitsMustBePositive() {
        CouplingException refused =
                assertThrows(CouplingException.class, () -> new Units(1, 0, 1, 1, 1, FieldSystem.GAUSSIAN));
        assertEquals("unit of length is 0.0 cm; must be finite and > 0", refused.getMessage());
        assertEquals(
                "unit of count is 0.0 particles; must be finite and > 0",
                assertThrows(CouplingException.class, () -> Units.CGS.withCount(0))
                        .getMessage());
        assertThrows(CouplingException.class, () -> Units.CGS.withFieldGauss(-1));
        assertThrows(CouplingException.class, () -> new Units(Double.NaN, 1, 1, 1, 1, FieldSystem.GAUSSIAN));
    }

    @Test
    void theSpeedOfLightTurnsEnergyFluxIntoForce() {
        Zones zones = new Zones(1, 2);
        BlockBinding block = zones.bind(1);
        recoil(Units.CGS, 1, block);
        double force = Math.hypot(
                Math.hypot(block.result().momentumRate(0), block.result().momentumRate(1)),
                block.result().momentumRate(2));
        assertEquals(block.result().energyRate() / PhysicalConstants.C_CM_PER_S, force, 1e-15 * force);
    }

    private static Recoil recoil(Units units, double dt, BlockBinding block) {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(TestSources.alongField("test")),
                CouplingConfig.defaults(),
                CouplingOptions.defaults().withUnits(units))) {
            coupling.advance(1, 0, dt, block);
            return coupling.recoil();
        }
    }
}

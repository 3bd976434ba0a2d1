package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast potential of thin matter beside the exact one. */
class ThinElectronsTest {
    private static final double ELECTRON = PhysicalConstants.ELECTRON_MASS_MEV;
    private static final double TOLERANCE = 1e-7;

    /** From interstellar gas to 1e10 g/cm^3 and from 1e-9 to 1000 MeV. */
    @Test
    void anyThinGasHasThePotentialOfTheIntegrals() {
        Random random = new Random(1928);
        for (int i = 0; i < 40_000; i++) {
            double temperature = Math.pow(10, -9 + 12 * random.nextDouble());
            double n = LeptonPotentials.numberDensity(Math.pow(10, -24 + 34 * random.nextDouble()), 0.5) / 2;
            assertExact(n, temperature);
        }
    }

    /** Where it matters: what simulations find between the shock and 1e10 g/cm^3, and around it. */
    @Test
    void theMatterOutsideAStarHasIt() {
        Random random = new Random(1939);
        for (int i = 0; i < 40_000; i++) {
            double temperature = Math.pow(10, -2 + 3 * random.nextDouble());
            assertExact(
                    LeptonPotentials.numberDensity(Math.pow(10, 4 + 7 * random.nextDouble()), 0.3) / 2, temperature);
        }
    }

    /** The ways meet at T = K/40, at the edges of the table's cells, and where the mass becomes a correction. */
    @ParameterizedTest(name = "n = {0} MeV^3")
    @ValueSource(doubles = {1e-30, 1e-12, 1e-6, 1e-3, 0.1, 1, 30, 1e3, 2e4})
    void temperatureMayRiseThroughAllMethods(double n) {
        for (double temperature = 1e-10; temperature < 1e4; temperature *= 1.003) {
            assertExact(n, temperature);
        }
    }

    @Test
    void goldenStatesOfElectronsAreReproduced() {
        int states = 0;
        for (JsonObject row : Golden.read("inversion").getJsonArray("massive").getValuesAs(JsonObject.class)) {
            if (Math.abs(Golden.number(row, "m_MeV") - ELECTRON) < 1e-5) {
                double expected = Golden.number(row, "mu_MeV");
                double n = Golden.number(row, "n_one_helicity_MeV3");
                assertEquals(expected, potential(n, Golden.number(row, "T_MeV")), TOLERANCE * expected);
                states++;
            }
        }
        assertTrue(states > 3, "states with electrons: " + states);
    }

    @Test
    void positronsHaveTheOppositePotential() {
        for (double temperature : new double[] {0, 1e-3, 0.7, 50}) {
            assertEquals(-potential(0.3, temperature), potential(-0.3, temperature));
        }
        assertEquals(0.0, potential(0, 0.7));
        assertEquals(0.0, potential(0, 0));
    }

    @ParameterizedTest(name = "n = {0}, T = {1}")
    @CsvSource({"NaN, 1", "1, NaN", "0, NaN", "Infinity, 1", "1, Infinity"})
    void whatIsNotFiniteDoesNotBecomeFinite(double n, double temperature) {
        assertFalse(Double.isFinite(potential(n, temperature)));
    }

    @ParameterizedTest(name = "n = {0}, T = {1}")
    @CsvSource({"1e-300, 1e-3", "1e-300, 1e-20", "1e-10, 1e-200", "1e-320, 5", "1e-9, 0"})
    void statesOutOfThisWorldAreRightToo(double n, double temperature) {
        assertExact(n, temperature);
    }

    private static double potential(double n, double temperature) {
        return ThinElectrons.chemicalPotential(WeylGas.chemicalPotential(n, temperature), n, temperature);
    }

    private static void assertExact(double n, double temperature) {
        double exact = MassiveFermiGas.chemicalPotential(n, temperature, ELECTRON);
        assertEquals(exact, potential(n, temperature), TOLERANCE * exact, () -> "n = " + n + ", T = " + temperature);
    }
}

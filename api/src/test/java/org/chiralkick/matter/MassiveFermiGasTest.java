package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Densities and potentials of electrons with their mass. */
class MassiveFermiGasTest {
    private static final double ELECTRON = PhysicalConstants.ELECTRON_MASS_MEV;

    @Test
    void goldenStatesAreReproducedBothWays() {
        int states = 0;
        for (JsonObject row : Golden.read("inversion").getJsonArray("massive").getValuesAs(JsonObject.class)) {
            double mu = Golden.number(row, "mu_MeV");
            double temperature = Golden.number(row, "T_MeV");
            double mass = Golden.number(row, "m_MeV");
            double n = Golden.number(row, "n_one_helicity_MeV3");
            assertRelative(n, MassiveFermiGas.netNumberDensity(mu, temperature, mass), 2e-14);
            assertRelative(mu, MassiveFermiGas.chemicalPotential(n, temperature, mass), 2e-14);
            double massless = Golden.number(row, "mu_massless_with_same_n");
            assertRelative(massless, WeylGas.chemicalPotential(n, temperature), 1e-15);
            states++;
        }
        assertEquals(9, states);
    }

    /** From 5e-6 of the mass to 2000 times it in T, from dilute to degenerate; exp((mu - m)/T) limits the dilute ones. */
    @ParameterizedTest(name = "mu = {0}, T = {1}, m = {2} MeV")
    @CsvFileSource(resources = "/reference/massive-fermi-gas.csv", numLinesToSkip = 1)
    void independentIntegralsAreReproducedBothWays(double mu, double temperature, double mass, double n) {
        double conditioning = Math.abs(mu - mass) / temperature * Math.ulp(1.0);
        assertRelative(n, MassiveFermiGas.netNumberDensity(mu, temperature, mass), 2e-14 + conditioning);
        assertRelative(mu, MassiveFermiGas.chemicalPotential(n, temperature, mass), 2e-14 + conditioning);
    }

    @Test
    void atZeroTemperatureTheFermiSphereIsSharp() {
        double n = Math.pow(4 * 4 - ELECTRON * ELECTRON, 1.5) / (6 * Math.PI * Math.PI);
        assertRelative(n, MassiveFermiGas.netNumberDensity(4, 0, ELECTRON), 1e-15);
        assertRelative(4, MassiveFermiGas.chemicalPotential(n, 0, ELECTRON), 1e-15);
        assertEquals(0.0, MassiveFermiGas.netNumberDensity(0.9 * ELECTRON, 0, ELECTRON));
        assertRelative(ELECTRON, MassiveFermiGas.chemicalPotential(1e-30, 0, ELECTRON), 1e-15);
        // and it is the limit of small temperatures
        assertRelative(n, MassiveFermiGas.netNumberDensity(4, 1e-8, ELECTRON), 3e-14);
        assertRelative(n, MassiveFermiGas.netNumberDensity(4, 1e-100, ELECTRON), 1e-15);
    }

    @Test
    void withoutMassItIsTheWeylGas() {
        for (double temperature : new double[] {1e-3, 0.1, 1, 30, 1e5}) {
            for (double mu : new double[] {1e-6, 0.1, 1, 20, 300}) {
                double n = WeylGas.numberDensity(mu, temperature);
                assertRelative(n, MassiveFermiGas.netNumberDensity(mu, temperature, 0), 3e-14);
                assertRelative(mu, MassiveFermiGas.chemicalPotential(n, temperature, 0), 3e-14);
            }
        }
    }

    @Test
    void theFirstOrderMassCorrectionIsItsLimitForSmallMass() {
        double temperature = 10;
        double mass = 0.01;
        double n = WeylGas.numberDensity(30, temperature);
        double firstOrder = 1.5 * mass * mass * 30 / (3 * 900 + Math.PI * Math.PI * 100);
        double shift = MassiveFermiGas.chemicalPotential(n, temperature, mass) - 30;
        assertEquals(firstOrder, shift, 1e-4 * firstOrder);
    }

    @Test
    void aDiluteColdGasFollowsMaxwellAndBoltzmann() {
        double temperature = 1e-4;
        double mu = 0.4;
        double thermal =
                Math.pow(ELECTRON * temperature / (2 * Math.PI), 1.5) * (1 + 15 * temperature / (8 * ELECTRON));
        double n = thermal * Math.exp((mu - ELECTRON) / temperature);
        assertRelative(n, MassiveFermiGas.netNumberDensity(mu, temperature, ELECTRON), 1e-6);
    }

    @Test
    void anyDensityFindsItsPotentialBetweenTheMasslessGasAndTheColdOne() {
        Random random = new Random(1998);
        for (int i = 0; i < 3000; i++) {
            double temperature = Math.pow(10, -7 + 11 * random.nextDouble());
            double n = Math.pow(10, -250 + 260 * random.nextDouble());
            double mu = MassiveFermiGas.chemicalPotential(n, temperature, ELECTRON);
            double massless = WeylGas.chemicalPotential(n, temperature);
            double cold = MassiveFermiGas.chemicalPotential(n, 0, ELECTRON);
            String state = "n = " + n + ", T = " + temperature + ", mu = " + mu;
            assertTrue(mu >= massless && mu <= cold * (1 + 1e-15), state);
            double conditioning = Math.max(mu, ELECTRON) / temperature * Math.ulp(1.0);
            double back = MassiveFermiGas.netNumberDensity(mu, temperature, ELECTRON);
            assertEquals(1, back / n, 5e-14 + 3 * conditioning, state);
        }
    }

    @Test
    void positronsHaveTheOppositePotential() {
        assertEquals(
                -MassiveFermiGas.netNumberDensity(2, 0.7, ELECTRON),
                MassiveFermiGas.netNumberDensity(-2, 0.7, ELECTRON));
        assertEquals(
                -MassiveFermiGas.chemicalPotential(0.3, 0.7, ELECTRON),
                MassiveFermiGas.chemicalPotential(-0.3, 0.7, ELECTRON));
        assertEquals(0.0, MassiveFermiGas.netNumberDensity(0, 0.7, ELECTRON));
        assertEquals(0.0, MassiveFermiGas.chemicalPotential(0, 0.7, ELECTRON));
        assertEquals(0.0, MassiveFermiGas.chemicalPotential(0, 0, ELECTRON));
    }

    @ParameterizedTest(name = "n = {0}, T = {1}, m = {2}")
    @CsvSource({"NaN, 1, 0.5", "1, NaN, 0.5", "1, 1, NaN", "0, NaN, 0.5", "Infinity, 1, 0.5", "1, Infinity, 0.5"})
    void whatIsNotFiniteEndsAtOnceAndDoesNotBecomeFinite(double n, double temperature, double mass) {
        assertFalse(Double.isFinite(MassiveFermiGas.chemicalPotential(n, temperature, mass)));
        if (Double.isNaN(n) || Double.isNaN(temperature) || Double.isNaN(mass)) {
            assertTrue(Double.isNaN(MassiveFermiGas.netNumberDensity(n, temperature, mass)));
        }
    }

    private static void assertRelative(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.abs(expected));
    }
}

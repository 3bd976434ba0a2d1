package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The inversion n -&gt; mu, in ulp. */
class WeylInversionTest {
    private static final double LARGEST_ULP = 0.501;

    /** Correctly rounded results have 0.5/sqrt 3 = 0.289; a hundred of them scatter by 3 %. */
    private static final double LARGEST_RMS_ULP = 0.30;

    @Test
    void goldenRatiosFromTinyToHugeAreRightToHalfAnUlp() {
        UlpStatistics ulps = new UlpStatistics();
        for (JsonObject row :
                Golden.read("inversion").getJsonArray("dimensionless").getValuesAs(JsonObject.class)) {
            BigDecimal scaled = Golden.exact(row, "y=6pi^2n/T^3");
            BigDecimal ratio = Golden.exact(row, "x=mu/T");
            double n =
                    scaled.divide(ExactCubic.SIX_PI_SQUARED, ExactCubic.DIGITS).doubleValue();
            BigDecimal exact = moved(ratio, scaled, n, 1);
            ulps.add(exact, WeylGas.chemicalPotential(n, 1));
        }
        assertHalfAnUlp(ulps, 102);
    }

    @Test
    void goldenStatesAreRightToHalfAnUlp() {
        BigDecimal hbarcMeVFm = Golden.exact(Golden.read("coefficients").getJsonObject("constants"), "hbarc_MeV_fm");
        UlpStatistics ulps = new UlpStatistics();
        for (JsonObject row : Golden.read("inversion").getJsonArray("n_T_mu").getValuesAs(JsonObject.class)) {
            BigDecimal density = Golden.exact(row, "n_fm-3").multiply(hbarcMeVFm.pow(3), ExactCubic.DIGITS);
            double temperature = Golden.number(row, "T_MeV");
            BigDecimal scaled = density.multiply(ExactCubic.SIX_PI_SQUARED, ExactCubic.DIGITS);
            BigDecimal mu = Golden.exact(row, "mu_MeV");
            ulps.add(
                    moved(mu, scaled, density.doubleValue(), temperature),
                    WeylGas.chemicalPotential(density.doubleValue(), temperature));
        }
        assertHalfAnUlp(ulps, 157);
    }

    @Test
    void theExactCubicUsedBelowAgreesWithTheGoldenRatiosToThirtyDigits() {
        for (JsonObject row :
                Golden.read("inversion").getJsonArray("dimensionless").getValuesAs(JsonObject.class)) {
            BigDecimal ratio = Golden.exact(row, "x=mu/T");
            BigDecimal root = ExactCubic.root(Golden.exact(row, "y=6pi^2n/T^3"), 1);
            assertTrue(relative(root, ratio) < 1e-30, () -> row + " has the root " + root);
        }
    }

    @Test
    void eighteenDecadesOfDegeneracyAndZeroTemperatureAreRightToHalfAnUlp() {
        Random random = new Random(20160610);
        UlpStatistics ulps = new UlpStatistics();
        for (int i = 0; i < 20_000; i++) {
            double temperature = i % 50 == 0 ? 0 : decades(random, -4, 4);
            double mu = (i % 50 == 0 ? 1 : temperature) * decades(random, -9, 9);
            double n = WeylGas.numberDensity(random.nextBoolean() ? mu : -mu, temperature);
            ulps.add(ExactCubic.chemicalPotential(n, temperature), WeylGas.chemicalPotential(n, temperature));
        }
        assertHalfAnUlp(ulps, 20_000);
    }

    @Test
    void theReadableClosedFormAgreesToTenUlp() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double temperature = decades(random, -4, 4);
            double n = WeylGas.numberDensity(temperature * decades(random, -9, 9), temperature);
            double mu = WeylGas.chemicalPotential(n, temperature);
            assertEquals(mu, WeylInversion.reference(n, temperature), 10 * Math.ulp(mu));
        }
    }

    @ParameterizedTest(name = "n = {0} MeV^3, T = {1} MeV")
    @CsvSource({
        "1e300, 0", "1e300, 1e100", "1e300, 1e-300", "1e300, 1e200", "1e-300, 0", "1e-300, 1e-100", "1e-300, 1e-99",
        "1e-300, 1e3", "-1e-300, 1e-2", "4.9e-324, 0", "4.9e-324, 1e-110", "1e-95, 1e-32", "1e95, 1e-30", "1e95, 1e32",
        "1e-91, 1e31", "1.7e308, 1e-3", "1e-90, 1e30", "1e90, 1e30", "1e90, 0", "2e-90, 5e-31"
    })
    void extremeDensitiesAndTemperaturesNeitherOverflowNorUnderflow(double n, double temperature) {
        UlpStatistics ulps = new UlpStatistics();
        double mu = WeylGas.chemicalPotential(n, temperature);
        // the exact root from the result itself as Newton's starting point
        BigDecimal scaled = new BigDecimal(n).multiply(ExactCubic.SIX_PI_SQUARED, ExactCubic.DIGITS);
        BigDecimal p = new BigDecimal(temperature).pow(2).multiply(ExactCubic.PI_SQUARED, ExactCubic.DIGITS);
        BigDecimal square = new BigDecimal(mu).pow(2, ExactCubic.DIGITS);
        BigDecimal value =
                square.add(p).multiply(new BigDecimal(mu), ExactCubic.DIGITS).subtract(scaled);
        BigDecimal slope = square.multiply(BigDecimal.valueOf(3)).add(p);
        ulps.add(new BigDecimal(mu).subtract(value.divide(slope, ExactCubic.DIGITS)), mu);
        assertTrue(ulps.max() <= LARGEST_ULP, () -> mu + " MeV is off by " + ulps.max() + " ulp");
    }

    @Test
    void antimatterHasTheOppositePotentialBitForBit() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double n = decades(random, -30, 30);
            double temperature = decades(random, -4, 4);
            assertEquals(WeylGas.chemicalPotential(n, temperature), -WeylGas.chemicalPotential(-n, temperature));
        }
    }

    @Test
    void noNetDensityHasNoPotential() {
        assertEquals(0.0, WeylGas.chemicalPotential(0, 10));
        assertEquals(0.0, WeylGas.chemicalPotential(0, 0));
        assertEquals(-0.0, WeylGas.chemicalPotential(-0.0, 10));
    }

    @ParameterizedTest(name = "n = {0}, T = {1}")
    @CsvSource({"NaN, 1", "1, NaN", "0, NaN", "NaN, 0", "Infinity, 0", "-Infinity, 1", "1, Infinity", "0, Infinity"})
    void whatIsNotFiniteDoesNotBecomeFinite(double n, double temperature) {
        assertFalse(Double.isFinite(WeylGas.chemicalPotential(n, temperature)));
    }

    @Test
    void columnsHaveTheSameBitsAsSingleZonesAndStayInTheirWindow() {
        Random random = new Random(11);
        int zones = 1000;
        double[] n = new double[zones];
        double[] temperature = new double[zones];
        double[] one = new double[zones];
        double[] column = new double[zones];
        for (int i = 0; i < zones; i++) {
            n[i] = (random.nextBoolean() ? 1 : -1) * decades(random, -20, 20);
            temperature[i] = i % 10 == 0 ? 0 : decades(random, -4, 4);
        }
        n[17] = 0;
        n[18] = Double.NaN;
        n[19] = 1e300;
        n[20] = 1e-300;
        temperature[21] = Double.NaN;
        for (int i = 5; i < zones - 3; i++) {
            one[i] = WeylGas.chemicalPotential(n[i], temperature[i]);
        }
        double[] densityBefore = n.clone();
        for (int repetition = 0;
                repetition < 2000;
                repetition++) { // long enough for the vectorised code to be compiled
            WeylGas.chemicalPotentials(n, temperature, column, 5, zones - 3);
        }
        assertArrayEquals(one, column);
        assertArrayEquals(densityBefore, n);
    }

    /** Returns the golden mu for the neighbouring density that is a double: to first order, an error of 1e-32. */
    private static BigDecimal moved(BigDecimal mu, BigDecimal scaledDensity, double n, double temperature) {
        BigDecimal p = new BigDecimal(temperature).pow(2).multiply(ExactCubic.PI_SQUARED, ExactCubic.DIGITS);
        BigDecimal slope = mu.pow(2).multiply(BigDecimal.valueOf(3)).add(p);
        BigDecimal shift = new BigDecimal(n)
                .multiply(ExactCubic.SIX_PI_SQUARED, ExactCubic.DIGITS)
                .subtract(scaledDensity);
        return shift.signum() == 0 ? mu : mu.add(shift.divide(slope, ExactCubic.DIGITS));
    }

    private static void assertHalfAnUlp(UlpStatistics ulps, int least) {
        assertTrue(ulps.count() >= least, () -> "only " + ulps.count() + " values were compared");
        assertTrue(ulps.max() <= LARGEST_ULP, () -> "max error is " + ulps.max() + " ulp");
        assertTrue(ulps.rms() <= LARGEST_RMS_ULP, () -> "rms error is " + ulps.rms() + " ulp");
    }

    private static double relative(BigDecimal a, BigDecimal b) {
        return a.subtract(b).divide(b, ExactCubic.DIGITS).abs().doubleValue();
    }

    private static double decades(Random random, int from, int to) {
        return Math.pow(10, from + (to - from) * random.nextDouble());
    }
}

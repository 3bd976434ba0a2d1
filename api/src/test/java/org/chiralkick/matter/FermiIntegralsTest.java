package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments of energy groups against quadrature of 60 digits, closed forms and their own sums. */
class FermiIntegralsTest {
    private static final double TWO_PI_SQUARED = 2 * Math.PI * Math.PI;
    /** Below this an occupation is subnormal, or 0. */
    private static final double SMALLEST = 1e-290;

    private static final double[] POTENTIALS = {-300, -40, -3, -1e-3, 0, 1e-9, 0.7, 12, 60, 300};
    private static final double[] TEMPERATURES = {0, 1e-3, 0.4, 3, 11, 60};

    private static double[] moments(double lower, double upper, double mu, double temperature) {
        double[] into = new double[FermiIntegrals.POWERS];
        FermiIntegrals.moments(lower, upper, mu, temperature, into, 0);
        return into;
    }

    @ParameterizedTest(name = "{0} to {1}, mu = {2}, T = {3} MeV")
    @CsvFileSource(resources = "/reference/incomplete-fermi.csv", numLinesToSkip = 1)
    void independentQuadratureIsReproduced(
            double lower,
            double upper,
            double mu,
            double temperature,
            BigDecimal number,
            BigDecimal first,
            BigDecimal second,
            BigDecimal third) {
        double[] computed = moments(lower, upper, mu, temperature);
        BigDecimal[] exact = {number, first, second, third};
        double above = temperature == 0 ? 0 : Math.max(lower - mu, 0) / temperature;
        double tolerance = 1.5e-15 + above * Math.ulp(1.0);
        for (int k = 0; k < exact.length; k++) {
            BigDecimal error = new BigDecimal(computed[k]).subtract(exact[k]).abs();
            double relative = exact[k].signum() == 0
                    ? computed[k]
                    : error.divide(exact[k], MathContext.DECIMAL64).doubleValue();
            assertTrue(relative <= tolerance, "I_" + k + " is " + computed[k] + ", off by " + relative);
        }
    }

    @Test
    void groupsFromZeroToInfinityAddUpToTheCompleteIntegrals() {
        Random random = new Random(4);
        for (double mu : POTENTIALS) {
            for (double temperature : TEMPERATURES) {
                double[] complete = moments(0, Double.POSITIVE_INFINITY, mu, temperature);
                for (int groups : new int[] {2, 5, 20, 200}) {
                    double[] edges = random.doubles(groups - 1, 0, 400).sorted().toArray();
                    double[] sums = sums(edges, mu, temperature);
                    for (int k = 0; k < FermiIntegrals.POWERS; k++) {
                        assertEquals(complete[k], sums[k], 1e-14 * complete[k], "I_" + k + " at mu = " + mu);
                    }
                }
            }
        }
    }

    private static double[] sums(double[] edges, double mu, double temperature) {
        double[] sums = new double[FermiIntegrals.POWERS];
        for (int g = 0; g <= edges.length; g++) {
            double lower = g == 0 ? 0 : edges[g - 1];
            double upper = g == edges.length ? Double.POSITIVE_INFINITY : edges[g];
            double[] group = moments(lower, upper, mu, temperature);
            for (int k = 0; k < sums.length; k++) {
                sums[k] += group[k];
            }
        }
        return sums;
    }

    @Test
    void particlesAndAntiparticlesMakeTheWeylGas() {
        for (double mu : POTENTIALS) {
            for (double temperature : TEMPERATURES) {
                double[] particles = moments(0, Double.POSITIVE_INFINITY, mu, temperature);
                double[] antiparticles = moments(0, Double.POSITIVE_INFINITY, -mu, temperature);
                double[] scale = new double[FermiIntegrals.POWERS];
                Arrays.setAll(scale, k -> 1e-15 * (particles[k] + antiparticles[k]));
                assertEquals(mu, particles[0] - antiparticles[0], scale[0]);
                double square = mu * mu / 2 + Math.PI * Math.PI / 6 * temperature * temperature;
                assertEquals(square, particles[1] + antiparticles[1], scale[1]);
                double density = TWO_PI_SQUARED * WeylGas.numberDensity(mu, temperature);
                assertEquals(density, particles[2] - antiparticles[2], 2 * scale[2]);
                double energy = TWO_PI_SQUARED * WeylGas.energyDensity(mu, temperature);
                assertEquals(energy, particles[3] + antiparticles[3], 2 * scale[3]);
            }
        }
    }

    @Test
    void atZeroTemperatureTheOccupationIsAStep() {
        double[] nothing = new double[FermiIntegrals.POWERS];
        assertArrayEquals(new double[] {1, 3.5, 37 / 3.0, 175 / 4.0}, moments(3, 4, 5, 0), 1e-14);
        assertArrayEquals(new double[] {2, 8, 98 / 3.0, 136}, moments(3, 9, 5, 0), 1e-13);
        assertArrayEquals(nothing, moments(6, 9, 5, 0));
        assertArrayEquals(nothing, moments(0, Double.POSITIVE_INFINITY, -5, 0));
        assertArrayEquals(nothing, moments(0, Double.POSITIVE_INFINITY, 0, 0));
        // and it is the limit of small temperatures
        assertArrayEquals(new double[] {2, 8, 98 / 3.0, 136}, moments(3, 9, 5, 1e-300), 1e-13);
    }

    /** A wide group is done by its tails, each half of it by quadrature. */
    @Test
    void bothWaysAgreeWhereTheyMeet() {
        for (double mu : POTENTIALS) {
            for (double temperature : new double[] {0.4, 3, 11, 60}) {
                for (double lower : new double[] {0, 0.01, 2, 30, 290}) {
                    double middle = lower + 1.9 * temperature;
                    double upper = middle + 1.9 * temperature;
                    double[] whole = moments(lower, upper, mu, temperature);
                    double[] below = moments(lower, middle, mu, temperature);
                    double[] above = moments(middle, upper, mu, temperature);
                    double tolerance = 3e-15 + Math.max(lower - mu, 0) / temperature * Math.ulp(1.0);
                    for (int k = 0; k < FermiIntegrals.POWERS; k++) {
                        double accuracy = tolerance * whole[k] + SMALLEST;
                        assertEquals(whole[k], below[k] + above[k], accuracy, "I_" + k + ", mu = " + mu);
                    }
                }
            }
        }
    }

    @Test
    void anEmptyGroupHasNothing() {
        for (double temperature : TEMPERATURES) {
            assertArrayEquals(new double[FermiIntegrals.POWERS], moments(7, 7, 7, temperature));
        }
    }

    @Test
    void fewerMomentsHaveTheBitsOfAllFour() {
        for (double mu : POTENTIALS) {
            for (double temperature : TEMPERATURES) {
                for (double width : new double[] {1, 100}) {
                    double[] all = moments(20, 20 + width, mu, temperature);
                    for (int powers = 1; powers <= FermiIntegrals.POWERS; powers++) {
                        double[] few = new double[FermiIntegrals.POWERS];
                        FermiIntegrals.moments(20, 20 + width, mu, temperature, powers, few, 0);
                        assertArrayEquals(Arrays.copyOf(all, powers), Arrays.copyOf(few, powers));
                    }
                }
            }
        }
    }

    @Test
    void theMomentsGoWhereTheyAreAskedFor() {
        double[] into = {9, 9, 9, 9, 9, 9};
        FermiIntegrals.moments(3, 4, 5, 0, into, 1);
        assertArrayEquals(new double[] {9, 1, 3.5, 37 / 3.0, 175 / 4.0, 9}, into, 1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void notANumberGivesNotANumber(int which) {
        for (double width : new double[] {1, 100}) {
            double[] group = {3, 3 + width, 5, 10};
            group[which] = Double.NaN;
            for (double moment : moments(group[0], group[1], group[2], group[3])) {
                assertTrue(Double.isNaN(moment));
            }
        }
    }
}

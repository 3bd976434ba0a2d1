package org.chiralkick.chiral.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.chiralkick.chiral.anomaly.CurrentFactors;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.support.Golden;
import org.chiralkick.chiral.support.GoldenState;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop over all columns gives every bit and every flag that the plain loops give. */
class FusedFluxesTest {
    private static final FluxField[] ALL = {
        FluxField.LEPTON_FLUX, FluxField.AXIAL_FLUX, FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX
    };
    private static final double[] ODD = {
        0, -0.0, 1, -1, 300, -1e-320, 1e-160, 1e60, -1e60, 1e155, 1e308, Double.POSITIVE_INFINITY, Double.NaN
    };

    private static ChiralKernel kernel(long coldZones) {
        return new ChiralKernel(
                Closures.of(
                        Map.of(
                                "chirality",
                                "washed-out",
                                "share",
                                "composition",
                                "momentum",
                                "energy-current",
                                "potentials",
                                "separate",
                                "field",
                                "eb",
                                "spectrum",
                                "electron"),
                        0),
                coldZones,
                CurrentFactors.ELECTRON_FAMILY);
    }

    /** Evaluates the same zones with either loop and compares all that comes out; any NaN is as good as another. */
    private static void compare(SmallHost plain, SmallHost fused, int zones, FluxField... wanted) {
        kernel(Long.MAX_VALUE).evaluate(plain.zones(), plain.fluxes());
        kernel(0).evaluate(fused.zones(), fused.fluxes());
        for (int i = 0; i < zones; i++) {
            for (FluxField flux : wanted) {
                for (int axis = 0; axis < 3; axis++) {
                    assertEquals(
                            Double.doubleToLongBits(plain.get(flux, i, axis)),
                            Double.doubleToLongBits(fused.get(flux, i, axis)),
                            flux + " of zone " + i);
                }
            }
            assertEquals(plain.flags(i), fused.flags(i));
        }
    }

    /** Zones as in a star, among them some that deserve each flag. */
    private static SmallHost star(int zones, long seed, boolean rotating) {
        Random random = new Random(seed);
        SmallHost host = new SmallHost(zones);
        for (int i = 0; i < zones; i++) {
            double strength = random.nextInt(10) == 0 ? 1e18 : 1e15;
            host.set(ZoneField.TEMPERATURE, i, 40 * random.nextDouble());
            host.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, i, 320 * random.nextDouble() - 20);
            host.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, i, 250 * random.nextDouble() - 50);
            host.set(ZoneField.MAGNETIC_FIELD, i, gaussians(random, strength));
            if (rotating) {
                host.set(ZoneField.VORTICITY, i, gaussians(random, 1e3));
            }
        }
        return host;
    }

    private static double[] gaussians(Random random, double scale) {
        return new double[] {scale * random.nextGaussian(), scale * random.nextGaussian(), scale * random.nextGaussian()
        };
    }

    /** Zones with every combination of odd numbers. */
    private static SmallHost odd(boolean rotating) {
        int n = ODD.length;
        SmallHost host = new SmallHost(n * n * n * n);
        for (int i = 0; i < n * n * n * n; i++) {
            double along = ODD[i / (n * n * n)];
            host.set(ZoneField.TEMPERATURE, i, Math.abs(ODD[i % n]));
            host.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, i, ODD[i / n % n]);
            host.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, i, ODD[i / (n * n) % n]);
            host.set(ZoneField.MAGNETIC_FIELD, i, along, 2, 3);
            if (rotating) {
                host.set(ZoneField.VORTICITY, i, 1, along, 3);
            }
        }
        return host;
    }

    @Test
    void theTestsRunOnAVmThatHasTheLoop() {
        assertNotNull(FusedFluxes.find(), "start the tests with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 500, 4095, 4096, 4097, 9001})
    void everyNumberOfZones(int zones) {
        for (boolean rotating : new boolean[] {true, false}) {
            compare(star(zones, 5, rotating).want(ALL), star(zones, 5, rotating).want(ALL), zones, ALL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 100})
    void everyWindowAndNothingOutsideOfIt(int first) {
        SmallHost plain = star(1000, 6, true).want(ALL).fill(42).window(first, 990);
        compare(plain, star(1000, 6, true).want(ALL).fill(42).window(first, 990), 1000, ALL);
        assertEquals(42, plain.get(FluxField.AXIAL_FLUX, first - 1, 2));
        assertNotEquals(42, plain.get(FluxField.AXIAL_FLUX, first, 2));
        assertEquals(42, plain.get(FluxField.AXIAL_FLUX, 990, 2));
    }

    @Test
    void everyChoiceOfFluxes() {
        for (int choice = 0; choice < 16; choice++) {
            SmallHost plain = star(300, 7, choice % 3 > 0);
            SmallHost again = star(300, 7, choice % 3 > 0);
            int bits = choice;
            FluxField[] wanted = Arrays.stream(ALL)
                    .filter(flux -> (bits >> List.of(ALL).indexOf(flux) & 1) == 1)
                    .toArray(FluxField[]::new);
            compare(plain.want(wanted), again.want(wanted), 300, wanted);
        }
    }

    @Test
    void withAnAxialPotentialThatIsWashedOut() {
        SmallHost plain = star(600, 8, true).want(ALL);
        SmallHost again = star(600, 8, true).want(ALL);
        for (int i = 0; i < 600; i++) {
            plain.set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, i, i % 30);
            again.set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, i, i % 30);
        }
        compare(plain, again, 600, ALL);
    }

    @Test
    void oddNumbers() {
        for (boolean rotating : new boolean[] {true, false}) {
            compare(
                    odd(rotating).want(ALL),
                    odd(rotating).want(ALL),
                    ODD.length * ODD.length * ODD.length * ODD.length,
                    ALL);
        }
    }

    @Test
    void theGoldenStates() {
        List<GoldenState> states = Golden.states();
        compare(SmallHost.of(states).want(ALL), SmallHost.of(states).want(ALL), states.size(), ALL);
    }

    @Test
    void theComparisonsSeeFlags() {
        SmallHost host = star(1000, 5, true).want(ALL);
        kernel(0).evaluate(host.zones(), host.fluxes());
        Set<ValidityFlag> seen = EnumSet.noneOf(ValidityFlag.class);
        for (int i = 0; i < 1000; i++) {
            seen.addAll(host.flags(i));
        }
        for (ValidityFlag flag : List.of(
                ValidityFlag.NEUTRINO_DENSITY_NEGATIVE,
                ValidityFlag.LOWEST_LANDAU_LEVEL,
                ValidityFlag.FLUX_ABOVE_AVAILABLE,
                ValidityFlag.SHARE_UNDEFINED)) {
            assertEquals(true, seen.contains(flag), flag + " is among the zones compared");
        }
    }
}

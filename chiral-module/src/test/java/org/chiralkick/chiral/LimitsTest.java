package org.chiralkick.chiral;

import static org.chiralkick.source.FluxField.AXIAL_FLUX;
import static org.chiralkick.source.FluxField.LEPTON_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_FLUX;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** Limits and symmetries that hold whatever the numbers. */
class LimitsTest {
    private static final FluxField[] VECTORS = {LEPTON_FLUX, AXIAL_FLUX, NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX};
    private static final List<String> SHARES =
            List.of("all-left-handed", "composition", "susceptibility", "equilibrium");
    private static final List<String> RULES = List.of("energy-current", "chemical-potential", "mean-energy", "thermal");
    private static final double NUMBER = PhysicalConstants.NUMBER_FLUX_PER_MEV3;

    @Test
    void withoutFieldAndVorticityNothingFlows() {
        for (String share : SHARES) {
            SmallHost host = SmallHost.ofZone(10, 300, 200, 0, 0, 0)
                    .set(ZoneField.VORTICITY, 0, 0, 0, 0)
                    .want(VECTORS)
                    .evaluate(Sources.of("consistent", "share=" + share));
            for (FluxField flux : VECTORS) {
                assertArrayEquals(new double[] {0, 0, 0}, host.get(flux, 0), share + " " + flux);
            }
        }
    }

    @Test
    void atZeroTemperatureTheFluxesAreThoseOfDegenerateMatter() {
        SmallHost host = SmallHost.ofZone(0, 300, 300, 0, 0, 1e12).want(VECTORS).evaluate(Sources.of("consistent"));
        double current = 300 * 5.915714050161226e-3 / (4 * Math.PI * Math.PI);
        assertEquals(2 * current * NUMBER, host.get(AXIAL_FLUX, 0, 2), 1e-15 * current * NUMBER);
        assertEquals(current / 2 * NUMBER, host.get(NEUTRINO_FLUX, 0, 2), 1e-15 * current * NUMBER);
        double perNeutrino = host.get(NEUTRINO_ENERGY_FLUX, 0, 2) / host.get(NEUTRINO_FLUX, 0, 2);
        assertEquals(150, perNeutrino / PhysicalConstants.ERG_PER_MEV, 1e-12);
    }

    @Test
    void withoutPotentialsOnlyTheThermalVorticalEffectIsLeft() {
        SmallHost host = SmallHost.ofZone(30, 0, 0, 1e15, 0, 0)
                .set(ZoneField.VORTICITY, 0, 0, 0, 1000)
                .want(VECTORS)
                .evaluate(Sources.of("consistent"));
        double own = -(30 * 30 / 12.0) * 500 * PhysicalConstants.HBAR_MEV_S * NUMBER;
        assertArrayEquals(new double[] {0, 0, own}, host.get(NEUTRINO_FLUX, 0), -1e-15 * own);
        assertArrayEquals(new double[] {0, 0, own}, host.get(LEPTON_FLUX, 0), -1e-15 * own);
        assertArrayEquals(new double[] {0, 0, 3 * own}, host.get(AXIAL_FLUX, 0), -3e-15 * own);
        assertEquals(0, host.get(NEUTRINO_ENERGY_FLUX, 0, 2));
    }

    @Test
    void neutrinosAloneDoNotFeelTheField() {
        SmallHost host = SmallHost.ofZone(10, 0, 200, 0, 0, 1e15)
                .want(VECTORS)
                .evaluate(Sources.of("consistent", "share=all-left-handed", "momentum=chemical-potential"));
        for (FluxField flux : VECTORS) {
            assertEquals(0, host.get(flux, 0, 2), flux.toString());
        }
    }

    @Test
    void vorticityThatIsAbsentOrZeroIsTheSame() {
        SmallHost absent = SmallHost.ofZone(10, 300, 200, 1e12, 2e12, -3e12).want(VECTORS);
        SmallHost zero = SmallHost.ofZone(10, 300, 200, 1e12, 2e12, -3e12)
                .set(ZoneField.VORTICITY, 0, 0, 0, 0)
                .want(VECTORS);
        ChiralSource source = Sources.of("consistent");
        assertEquals(absent.evaluate(source).bits(), zero.evaluate(source).bits());
    }

    @Test
    void anAxialPotentialThatIsAbsentOrZeroIsTheSame() {
        for (String chirality : List.of("given", "preserved", "washed-out")) {
            SmallHost absent = SmallHost.ofZone(10, 300, 200, 1e12, 2e12, -3e12).want(VECTORS);
            SmallHost zero = SmallHost.ofZone(10, 300, 200, 1e12, 2e12, -3e12)
                    .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, 0)
                    .want(VECTORS);
            ChiralSource source = Sources.of("consistent", "chirality=" + chirality);
            assertEquals(absent.evaluate(source).bits(), zero.evaluate(source).bits(), chirality);
        }
    }

    @Test
    void everyClosureGivesFiniteFluxesForEveryFiniteState() {
        double[] potentials = {0, 1e-9, -1e-9, 1, -1, 300, -300, 1e4};
        double[] temperatures = {0, 1e-6, 10, 1e3};
        double[] fields = {0, 1e-3, 1e18};
        for (String chirality : List.of("given", "preserved", "washed-out")) {
            for (String share : SHARES) {
                for (String rule : RULES) {
                    ChiralSource source =
                            Sources.of("consistent", "chirality=" + chirality, "share=" + share, "momentum=" + rule);
                    checkFinite(source, potentials, temperatures, fields);
                }
            }
        }
        checkFinite(Sources.of("kubs-2016"), potentials, temperatures, fields);
    }

    private static void checkFinite(ChiralSource source, double[] potentials, double[] temperatures, double[] fields) {
        SmallHost host = new SmallHost(potentials.length * potentials.length * 3 * temperatures.length * fields.length)
                .groups(EnergyGroups.between(0, 40, Double.POSITIVE_INFINITY));
        int zone = 0;
        for (double electron : potentials) {
            for (double neutrino : potentials) {
                for (double axial : new double[] {0, 20, -20}) {
                    for (double temperature : temperatures) {
                        for (double field : fields) {
                            host.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, zone, electron);
                            host.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, zone, neutrino);
                            host.set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, zone, axial);
                            host.set(ZoneField.TEMPERATURE, zone, temperature);
                            host.set(ZoneField.MAGNETIC_FIELD, zone, field, -field, field);
                            host.set(ZoneField.VORTICITY, zone, 1e4, 0, -1e4);
                            host.set(ZoneField.MAGNETIC_FIELD_CURL, zone, field, field, 0);
                            host.set(ZoneField.MAGNETIC_DIFFUSIVITY, zone, 1e-4);
                            zone++;
                        }
                    }
                }
            }
        }
        host.want(FluxField.values()).evaluate(source);
        for (FluxField flux : FluxField.values()) {
            for (int i = 0; i < zone; i++) {
                for (double value : host.get(flux, i)) {
                    assertTrue(Double.isFinite(value), () -> flux + " of " + source.describe());
                }
            }
        }
    }

    @Test
    void turningFieldAndVorticityTurnsEveryFlux() {
        Random random = new Random(2016);
        double[][] rotation = rotation(random);
        ChiralSource source = Sources.of("consistent", "chirality=given");
        for (int k = 0; k < 50; k++) {
            double[] field = {random.nextGaussian() * 1e14, random.nextGaussian() * 1e14, random.nextGaussian() * 1e14};
            double[] curl = {random.nextGaussian() * 1e9, random.nextGaussian() * 1e9, random.nextGaussian() * 1e9};
            double temperature = 20 * random.nextDouble();
            double electron = 300 * random.nextDouble();
            double neutrino = 200 * random.nextDouble();
            SmallHost before = SmallHost.ofZone(temperature, electron, neutrino, field)
                    .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, 5)
                    .set(ZoneField.VORTICITY, 0, curl)
                    .want(VECTORS)
                    .want(FluxField.CHIRAL_CURRENT)
                    .evaluate(source);
            SmallHost after = SmallHost.ofZone(temperature, electron, neutrino, turn(rotation, field))
                    .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, 5)
                    .set(ZoneField.VORTICITY, 0, turn(rotation, curl))
                    .want(VECTORS)
                    .want(FluxField.CHIRAL_CURRENT)
                    .evaluate(source);
            for (FluxField flux :
                    List.of(LEPTON_FLUX, AXIAL_FLUX, NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX, FluxField.CHIRAL_CURRENT)) {
                double[] expected = turn(rotation, before.get(flux, 0));
                double size = Math.abs(expected[0]) + Math.abs(expected[1]) + Math.abs(expected[2]);
                // Field and vorticity parts may nearly cancel; they are of one size here, so 1e-12 is far above
                // rounding.
                assertArrayEquals(expected, after.get(flux, 0), 1e-12 * size, flux.toString());
            }
        }
    }

    private static double[] turn(double[][] rotation, double[] vector) {
        double[] turned = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                turned[row] += rotation[row][column] * vector[column];
            }
        }
        return turned;
    }

    /** Returns the rotation of a random unit quaternion. */
    private static double[][] rotation(Random random) {
        double w = random.nextGaussian();
        double x = random.nextGaussian();
        double y = random.nextGaussian();
        double z = random.nextGaussian();
        double s = 2 / (w * w + x * x + y * y + z * z);
        return new double[][] {
            {1 - s * (y * y + z * z), s * (x * y - w * z), s * (x * z + w * y)},
            {s * (x * y + w * z), 1 - s * (x * x + z * z), s * (y * z - w * x)},
            {s * (x * z - w * y), s * (y * z + w * x), 1 - s * (x * x + y * y)}
        };
    }
}

package org.chiralkick.contract;

import java.util.Random;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.ZoneField;

/**
 * The states on which mechanisms are probed: the same at every run, physically broad, all fields given.
 *
 * <p>The ranges enclose the interior of a proto-neutron star (guide/physics.md, section 3: mu_e to 280 MeV, T to 50 MeV) with room to
 * spare; {@link #edges()} adds what only a limit has: T = 0, no field, no rotation, zero and tiny potentials, and values far
 * outside any star.
 */
final class ProbeStates {
    /** Largest |chemical potential| and temperature of the edges [MeV]: a rule of the SPI promises finite fluxes up to it. */
    static final double LARGEST_MEV = 1e4;
    /** Smallest temperature, |chemical potential| and vorticity of the edges that is not zero [MeV, 1/s]. */
    static final double SMALLEST = 1e-30;
    /** Largest magnetic field of the edges [G]. */
    static final double LARGEST_GAUSS = 1e20;
    /** Largest vorticity of the edges [1/s]. */
    static final double LARGEST_PER_S = 1e6;

    /** Groups that every probe has: below, at and above the energies of a star, the last without end. */
    static final EnergyGroups GROUPS = EnergyGroups.between(0, 20, 150, Double.POSITIVE_INFINITY);

    private static final double[] TEMPERATURES = {0, SMALLEST, 1e-6, 10, LARGEST_MEV};
    private static final double[] POTENTIALS = {0, SMALLEST, 1, -1, 300, -300, LARGEST_MEV, -LARGEST_MEV};
    private static final double[] FIELDS = {0, 1e12, -LARGEST_GAUSS};
    private static final double[] VORTICITIES = {0, SMALLEST, 1e3, LARGEST_PER_S};

    private ProbeStates() {}

    /** Returns zones drawn from the physical ranges; every tenth has T = 0, every eleventh no field or no rotation. */
    static ZoneColumns broad(int length, long seed) {
        return broad(length, seed, GROUPS);
    }

    /** Returns such zones in other energy groups; what is not per group is the same. */
    static ZoneColumns broad(int length, long seed, EnergyGroups groups) {
        Random random = new Random(seed);
        ZoneColumns zones = new ZoneColumns(length, groups);
        for (int zone = 0; zone < length; zone++) {
            draw(zones, zone, random);
            if (zone % 10 == 7) {
                zones.set(ZoneField.TEMPERATURE, zone, 0);
            }
            if (zone % 11 == 5) {
                zones.set(zone % 2 == 0 ? ZoneField.MAGNETIC_FIELD : ZoneField.VORTICITY, zone, 0);
            }
        }
        return zones;
    }

    /** Returns zones at the edges: every combination of limits of T, the chemical potentials, B and curl v. */
    static ZoneColumns edges() {
        int combinations =
                TEMPERATURES.length * POTENTIALS.length * POTENTIALS.length * FIELDS.length * VORTICITIES.length;
        ZoneColumns zones = broad(combinations, 9);
        int zone = 0;
        for (double temperature : TEMPERATURES) {
            for (double muE : POTENTIALS) {
                for (double muNu : POTENTIALS) {
                    for (double field : FIELDS) {
                        for (double vorticity : VORTICITIES) {
                            zones.set(ZoneField.TEMPERATURE, zone, temperature);
                            zones.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, zone, muE);
                            zones.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, zone, muNu);
                            zones.set(
                                    ZoneField.AXIAL_CHEMICAL_POTENTIAL,
                                    zone,
                                    zone % 3 == 0 ? 0 : muE * 0.3 - muNu * 0.1);
                            along(zones, ZoneField.MAGNETIC_FIELD, zone, zone % 3, field);
                            along(zones, ZoneField.VORTICITY, zone, zone / 3 % 3, vorticity);
                            limitTheRest(zones, zone);
                            zone++;
                        }
                    }
                }
            }
        }
        return zones;
    }

    private static void draw(ZoneColumns zones, int zone, Random random) {
        zones.set(ZoneField.TEMPERATURE, zone, 50 * square(random.nextDouble()));
        zones.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, zone, uniform(random, -300, 300));
        zones.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, zone, uniform(random, -300, 300));
        zones.set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, zone, uniform(random, -30, 30));
        zones.set(ZoneField.DENSITY, zone, decades(random, 8, 15));
        zones.set(ZoneField.ELECTRON_FRACTION, zone, uniform(random, 0.01, 0.6));
        zones.set(ZoneField.NEUTRINO_FRACTION, zone, uniform(random, -0.05, 0.1));
        zones.set(ZoneField.PROTON_CHEMICAL_POTENTIAL, zone, uniform(random, -100, 1100));
        zones.set(ZoneField.NEUTRON_CHEMICAL_POTENTIAL, zone, uniform(random, -50, 1300));
        vector(zones, ZoneField.MAGNETIC_FIELD, zone, random, decades(random, 9, 17));
        vector(zones, ZoneField.VORTICITY, zone, random, decades(random, 0, 4.3));
        vector(zones, ZoneField.VELOCITY, zone, random, decades(random, 5, 9.5));
        vector(zones, ZoneField.POSITION, zone, random, decades(random, 5, 7));
        zones.set(ZoneField.VOLUME, zone, decades(random, 9, 18));
        vector(zones, ZoneField.SURFACE_ELEMENT, zone, random, decades(random, 8, 13));
        zones.set(ZoneField.GRADIENT_LENGTH, zone, decades(random, 3, 7));
        zones.set(ZoneField.MEAN_FREE_PATH, zone, decades(random, 0, 7));
        zones.set(ZoneField.NEUTRINO_ENERGY_DENSITY, zone, decades(random, 28, 35));
        zones.set(ZoneField.SCATTERING_OPACITY, zone, decades(random, -7, 0));
        zones.set(ZoneField.ABSORPTION_OPACITY, zone, decades(random, -7, 0));
        zones.set(ZoneField.ANTINEUTRINO_ENERGY_DENSITY, zone, decades(random, 28, 35));
        zones.set(ZoneField.ANTINEUTRINO_SCATTERING_OPACITY, zone, decades(random, -7, 0));
        zones.set(ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY, zone, decades(random, -7, 0));
        zones.set(ZoneField.UP_QUARK_CHEMICAL_POTENTIAL, zone, uniform(random, 0, 500));
        zones.set(ZoneField.DOWN_QUARK_CHEMICAL_POTENTIAL, zone, uniform(random, 0, 500));
        vector(zones, ZoneField.ELECTRIC_FIELD, zone, random, decades(random, 0, 12));
        zones.set(ZoneField.MAGNETIC_DIFFUSIVITY, zone, decades(random, -6, 6));
        zones.set(ZoneField.LAPSE, zone, uniform(random, 0.5, 1));
        vector(zones, ZoneField.MAGNETIC_FIELD_CURL, zone, random, decades(random, 3, 20));
        drawGroups(zones, zone, new Random(random.nextLong()));
    }

    private static void drawGroups(ZoneColumns zones, int zone, Random random) {
        for (ZoneField field : ZoneField.values()) {
            for (int column = 0; field.perGroup() && column < zones.width(field); column++) {
                boolean opacity = field.columnName(0).endsWith("_per_cm");
                zones.column(field, column)[zone] = opacity ? decades(random, -7, 0) : decades(random, 26, 34);
            }
        }
    }

    /** Puts the fields whose range includes zero at zero in some of the zones. */
    private static void limitTheRest(ZoneColumns zones, int zone) {
        ZoneField[] mayBeZero = {
            ZoneField.ELECTRON_FRACTION,
            ZoneField.NEUTRINO_FRACTION,
            ZoneField.VELOCITY,
            ZoneField.POSITION,
            ZoneField.VOLUME,
            ZoneField.SURFACE_ELEMENT,
            ZoneField.NEUTRINO_ENERGY_DENSITY,
            ZoneField.SCATTERING_OPACITY,
            ZoneField.ABSORPTION_OPACITY,
            ZoneField.ANTINEUTRINO_ENERGY_DENSITY,
            ZoneField.ANTINEUTRINO_SCATTERING_OPACITY,
            ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY,
            ZoneField.UP_QUARK_CHEMICAL_POTENTIAL,
            ZoneField.DOWN_QUARK_CHEMICAL_POTENTIAL,
            ZoneField.ELECTRIC_FIELD,
            ZoneField.MAGNETIC_DIFFUSIVITY,
            ZoneField.MAGNETIC_FIELD_CURL
        };
        for (int i = 0; i < mayBeZero.length; i++) {
            if ((zone >> (i % 7)) % 3 == i % 3) {
                zones.set(mayBeZero[i], zone, 0);
            }
        }
    }

    /** Sets a vector of the given length in a direction that is uniform on the sphere. */
    private static void vector(ZoneColumns zones, ZoneField field, int zone, Random random, double length) {
        double x = random.nextGaussian();
        double y = random.nextGaussian();
        double z = random.nextGaussian();
        double scale = length / Math.sqrt(x * x + y * y + z * z);
        zones.column(field, 0)[zone] = x * scale;
        zones.column(field, 1)[zone] = y * scale;
        zones.column(field, 2)[zone] = z * scale;
    }

    /** Sets a vector along one axis. */
    private static void along(ZoneColumns zones, ZoneField field, int zone, int axis, double value) {
        zones.set(field, zone, 0);
        zones.column(field, axis)[zone] = value;
    }

    private static double uniform(Random random, double least, double largest) {
        return least + (largest - least) * random.nextDouble();
    }

    private static double decades(Random random, double least, double largest) {
        return Math.pow(10, uniform(random, least, largest));
    }

    private static double square(double x) {
        return x * x;
    }
}

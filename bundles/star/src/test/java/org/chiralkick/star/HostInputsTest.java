package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.transport.NeutrinoGas;
import org.junit.jupiter.api.Test;

/** What a mechanism gets to see of the star in a step: all zones times directions, then the neutrinosphere. */
class HostInputsTest {
    private static final int ZONES = 40;
    private static final int DIRECTIONS = 48;

    /** 256 elements at two phases of the rotation. */
    private static final int ELEMENTS = 512;

    private static final int PER_TRY = ZONES * DIRECTIONS + ELEMENTS;

    private static final CoolingConfig CONFIG = CoolingConfig.of(Stars.young())
            .withResolution(ZONES, 0.08)
            .withEnd(0.5)
            .withField(MagneticField.uniform(1e12), Double.POSITIVE_INFINITY)
            .withRotation(0.02, 40);

    @Test
    void everyStepShowsAllZonesInAllDirectionsAndTheNeutrinosphere() {
        Recorder recorder = new Recorder();
        int steps = 0;
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(recorder), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            CoolingStar run = CoolingStar.start(CONFIG, coupling);
            while (!run.finished()) {
                Snapshot begin = run.now();
                recorder.zones.clear();
                run.advance();
                check(begin, recorder.zones);
                steps++;
            }
        }
        assertTrue(steps > 20, "steps: " + steps);
    }

    private static void check(Snapshot star, List<Zone> all) {
        // The adapter warms a mechanism up on a few zones of its own; a step that was tried again showed everything
        // again.
        int ownZones = star.step() == 0 ? all.size() % PER_TRY : 0;
        List<Zone> seen = all.subList(ownZones, all.size());
        int tries = seen.size() / PER_TRY;
        assertTrue(tries > 0);
        List<Zone> inside = seen.stream().filter(zone -> zone.area() == 0).toList();
        List<Zone> surface = seen.stream().filter(zone -> zone.area() > 0).toList();
        assertEquals(tries * ZONES * DIRECTIONS, inside.size());
        assertEquals(tries * ELEMENTS, surface.size());
        for (int i = 0; i < inside.size(); i++) {
            checkInside(star, inside.get(i), i % (ZONES * DIRECTIONS) / DIRECTIONS);
        }
        double area = 0;
        for (Zone zone : surface) {
            checkSurface(star, zone);
            area += zone.area();
        }
        double r = star.neutrinosphere().radiusCm();
        assertEquals(tries * 2 * 4 * Math.PI * r * r, area, 1e-10 * area);
    }

    private static void checkInside(Snapshot star, Zone zone, int number) {
        ShellState shell = star.shells().get(number);
        assertEquals(shell.temperatureMev(), zone.scalar(ZoneField.TEMPERATURE), 0);
        assertEquals(shell.electronPotentialMev(), zone.scalar(ZoneField.ELECTRON_CHEMICAL_POTENTIAL), 0);
        assertEquals(shell.neutrinoPotentialMev(), zone.scalar(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL), 0);
        assertEquals(shell.meanFreePathCm(), zone.scalar(ZoneField.MEAN_FREE_PATH), 0);
        assertEquals(shell.radiusCm(), zone.norm(ZoneField.POSITION), 1e-12 * shell.radiusCm());
        assertEquals(2 * star.angularVelocityPerS(), zone.component(ZoneField.VORTICITY, 2), 0);
        assertEquals(0, zone.component(ZoneField.VORTICITY, 0), 0);
        double length = zone.scalar(ZoneField.GRADIENT_LENGTH);
        assertTrue(length > 0 && length <= star.surfaceRadiusCm(), "gradient length " + length);
        if (number > 0 && number < ZONES - 1) {
            ShellState inner = star.shells().get(number - 1);
            ShellState outer = star.shells().get(number + 1);
            double slope = (outer.neutrinoPotentialMev() - inner.neutrinoPotentialMev())
                    / (outer.radiusCm() - inner.radiusCm());
            double expected = Math.min(Math.abs(shell.neutrinoPotentialMev() / slope), star.surfaceRadiusCm());
            assertEquals(expected, length, 1e-9 * expected);
        }
        // Deep inside neutrinos and antineutrinos are in equilibrium, and share the energy of the gas.
        double both =
                zone.scalar(ZoneField.NEUTRINO_ENERGY_DENSITY) + zone.scalar(ZoneField.ANTINEUTRINO_ENERGY_DENSITY);
        if (number < 3) {
            double gas = WeylGas.energyDensity(shell.neutrinoPotentialMev(), shell.temperatureMev())
                    * PhysicalConstants.PER_CM3_PER_MEV3
                    * PhysicalConstants.ERG_PER_MEV;
            assertEquals(gas, both, 1e-6 * gas);
        }
        assertTrue(both >= 0 && zone.scalar(ZoneField.ABSORPTION_OPACITY) > 0);
        assertTrue(zone.scalar(ZoneField.SCATTERING_OPACITY) > 0);
        assertTrue(zone.scalar(ZoneField.LAPSE) <= star.lapse()
                || shell.radiusCm() > star.neutrinosphere().radiusCm());
    }

    private static void checkSurface(Snapshot star, Zone zone) {
        assertEquals(star.neutrinosphere().temperatureMev(), zone.scalar(ZoneField.TEMPERATURE), 0);
        assertEquals(
                star.neutrinosphere().neutrinoPotentialMev(), zone.scalar(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL), 0);
        assertEquals(star.neutrinosphere().meanFreePathCm(), zone.scalar(ZoneField.MEAN_FREE_PATH), 0);
        assertEquals(star.neutrinosphere().gradientLengthCm(), zone.scalar(ZoneField.GRADIENT_LENGTH), 0);
        assertEquals(star.lapse(), zone.scalar(ZoneField.LAPSE), 0);
        NeutrinoGas neutrinos = star.neutrinosphere().neutrinos();
        assertEquals(neutrinos.absorptionPerCm(), zone.scalar(ZoneField.ABSORPTION_OPACITY), 0);
        NeutrinoGas antineutrinos = star.neutrinosphere().antineutrinos();
        assertEquals(antineutrinos.scatteringPerCm(), zone.scalar(ZoneField.ANTINEUTRINO_SCATTERING_OPACITY), 0);
        assertEquals(2 * star.angularVelocityPerS(), zone.component(ZoneField.VORTICITY, 2), 0);
        double r = star.neutrinosphere().radiusCm();
        assertEquals(r, zone.norm(ZoneField.POSITION), 1e-12 * r);
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(
                    zone.component(ZoneField.POSITION, axis) / r,
                    zone.component(ZoneField.SURFACE_ELEMENT, axis) / zone.area(),
                    1e-12,
                    "elements point outward");
        }
    }

    /** One zone as the mechanism sees it. */
    private record Zone(Map<ZoneField, double[]> values) {
        double scalar(ZoneField field) {
            return component(field, 0);
        }

        double component(ZoneField field, int axis) {
            double[] all = values.get(field);
            if (all == null) {
                throw new IllegalArgumentException(field + " was not recorded");
            }
            return all[axis];
        }

        double norm(ZoneField field) {
            return Math.sqrt(Math.pow(component(field, 0), 2)
                    + Math.pow(component(field, 1), 2)
                    + Math.pow(component(field, 2), 2));
        }

        double area() {
            return norm(ZoneField.SURFACE_ELEMENT);
        }
    }

    /** A mechanism that gives nothing and notes what it is shown. */
    private static final class Recorder implements NeutrinoSource {
        private static final ZoneField[] FIELDS = {
            ZoneField.TEMPERATURE,
            ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
            ZoneField.NEUTRINO_CHEMICAL_POTENTIAL,
            ZoneField.MAGNETIC_FIELD,
            ZoneField.VORTICITY,
            ZoneField.POSITION,
            ZoneField.SURFACE_ELEMENT,
            ZoneField.MEAN_FREE_PATH,
            ZoneField.GRADIENT_LENGTH,
            ZoneField.LAPSE,
            ZoneField.NEUTRINO_ENERGY_DENSITY,
            ZoneField.SCATTERING_OPACITY,
            ZoneField.ABSORPTION_OPACITY,
            ZoneField.ANTINEUTRINO_ENERGY_DENSITY,
            ZoneField.ANTINEUTRINO_SCATTERING_OPACITY,
            ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY
        };

        final List<Zone> zones = new ArrayList<>();

        @Override
        public SourceDescriptor describe() {
            return SourceDescriptor.named("recorder")
                    .version("1.0.0")
                    .summary("nothing")
                    .citation("none")
                    .requires(FIELDS)
                    .gives(
                            FluxField.NEUTRINO_FLUX,
                            FluxField.NEUTRINO_ENERGY_FLUX,
                            FluxField.LEPTON_FLUX,
                            FluxField.AXIAL_FLUX)
                    .build();
        }

        @Override
        public void evaluate(ZoneBlock block, FluxBlock fluxes) {
            for (int i = block.first(); i < block.end(); i++) {
                Map<ZoneField, double[]> values = new EnumMap<>(ZoneField.class);
                for (ZoneField field : FIELDS) {
                    double[] components = new double[field.components()];
                    for (int axis = 0; axis < components.length; axis++) {
                        components[axis] = block.column(field, axis)[i];
                    }
                    values.put(field, components);
                }
                zones.add(new Zone(values));
            }
        }
    }
}

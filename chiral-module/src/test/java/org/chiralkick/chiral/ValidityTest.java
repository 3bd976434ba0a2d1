package org.chiralkick.chiral;

import static org.chiralkick.source.FluxField.LEPTON_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_FLUX;
import static org.chiralkick.source.ValidityFlag.FLUX_ABOVE_AVAILABLE;
import static org.chiralkick.source.ValidityFlag.KNUDSEN;
import static org.chiralkick.source.ValidityFlag.LOWEST_LANDAU_LEVEL;
import static org.chiralkick.source.ValidityFlag.NEUTRINO_DENSITY_NEGATIVE;
import static org.chiralkick.source.ValidityFlag.SHARE_UNDEFINED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** Each validity flag on both sides of its threshold, and against a plain evaluation of its definition. */
class ValidityTest {
    private static final Set<ValidityFlag> NONE = EnumSet.noneOf(ValidityFlag.class);

    private static Set<ValidityFlag> flags(SmallHost host, String... overrides) {
        return host.want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                .evaluate(Sources.of("consistent", overrides))
                .flags(0);
    }

    @Test
    void anOrdinaryZoneCarriesNoFlag() {
        assertEquals(NONE, flags(SmallHost.ofZone(10, 300, 170, 0, 0, 1e15)));
    }

    @Test
    void aNegativeNeutrinoPotentialIsFlaggedAndLeavesNoShare() {
        Set<ValidityFlag> flags = flags(SmallHost.ofZone(10, 300, -20, 0, 0, 1e15));
        assertEquals(EnumSet.of(NEUTRINO_DENSITY_NEGATIVE, SHARE_UNDEFINED), flags);
        assertEquals(
                EnumSet.of(NEUTRINO_DENSITY_NEGATIVE),
                flags(SmallHost.ofZone(10, 300, -20, 0, 0, 1e12), "share=susceptibility"));
    }

    @Test
    void theCompositionShareIsUndefinedUnlessBothDensitiesArePositive() {
        assertEquals(EnumSet.of(SHARE_UNDEFINED), flags(SmallHost.ofZone(10, 300, 0, 0, 0, 0)));
        assertEquals(EnumSet.of(SHARE_UNDEFINED), flags(SmallHost.ofZone(10, -5, 200, 0, 0, 1e12)));
        assertEquals(EnumSet.of(SHARE_UNDEFINED), flags(SmallHost.ofZone(0, 0, 200, 0, 0, 0)));
        assertEquals(NONE, flags(SmallHost.ofZone(10, 5, 200, 0, 0, 1e12)));
    }

    @Test
    void aFieldAboveHalfTheSquareOfTheElectronPotentialIsFlagged() {
        double threshold = 50 * 50 / 2.0 / PhysicalConstants.EB_MEV2_PER_GAUSS;
        assertEquals(NONE, flags(SmallHost.ofZone(10, 50, 170, 0, 0.999999 * threshold, 0)));
        assertEquals(
                EnumSet.of(LOWEST_LANDAU_LEVEL), flags(SmallHost.ofZone(10, 50, 170, 0, 0, -1.000001 * threshold)));
        assertEquals(EnumSet.of(LOWEST_LANDAU_LEVEL, SHARE_UNDEFINED), flags(SmallHost.ofZone(10, 0, 170, 0, 0, 1e-3)));
    }

    @Test
    void aFluxAboveTheAvailableOneIsFlagged() {
        double available = WeylGas.numberDensity(20, 5) / 4;
        double threshold = available * 4 * Math.PI * Math.PI / 300 / PhysicalConstants.EB_MEV2_PER_GAUSS;
        assertEquals(NONE, flags(SmallHost.ofZone(5, 300, 20, 0.999999 * threshold, 0, 0), "share=all-left-handed"));
        assertEquals(
                EnumSet.of(FLUX_ABOVE_AVAILABLE),
                flags(SmallHost.ofZone(5, 300, 20, 1.000001 * threshold, 0, 0), "share=all-left-handed"));
        assertEquals(NONE, flags(SmallHost.ofZone(5, 300, 20, 1.000001 * threshold, 0, 0), "share=equilibrium"));
    }

    @Test
    void aFluxIsNotCheckedWhereNobodyWantsIt() {
        SmallHost host = SmallHost.ofZone(5, 300, -20, 1e17, 0, 0)
                .want(LEPTON_FLUX)
                .evaluate(Sources.of("consistent", "share=all-left-handed"));
        assertEquals(EnumSet.of(NEUTRINO_DENSITY_NEGATIVE), host.flags(0));
    }

    @Test
    void theKnudsenNumberTakesTheGradientLengthOrElseTheSizeOfTheZone() {
        assertEquals(NONE, flags(zone().set(ZoneField.MEAN_FREE_PATH, 0, 1e9)));
        assertEquals(NONE, flags(zone().set(ZoneField.VOLUME, 0, 1)));
        assertEquals(NONE, flags(zone().set(ZoneField.MEAN_FREE_PATH, 0, 99).set(ZoneField.GRADIENT_LENGTH, 0, 1000)));
        assertEquals(
                EnumSet.of(KNUDSEN),
                flags(zone().set(ZoneField.MEAN_FREE_PATH, 0, 101).set(ZoneField.GRADIENT_LENGTH, 0, 1000)));
        assertEquals(NONE, flags(zone().set(ZoneField.MEAN_FREE_PATH, 0, 99).set(ZoneField.VOLUME, 0, 1e9)));
        assertEquals(
                EnumSet.of(KNUDSEN),
                flags(zone().set(ZoneField.MEAN_FREE_PATH, 0, 101).set(ZoneField.VOLUME, 0, 1e9)));
        assertEquals(
                NONE,
                flags(zone().set(ZoneField.MEAN_FREE_PATH, 0, 99)
                        .set(ZoneField.GRADIENT_LENGTH, 0, 1000)
                        .set(ZoneField.VOLUME, 0, 1)));
    }

    private static SmallHost zone() {
        return SmallHost.ofZone(10, 300, 170, 0, 0, 1e15);
    }

    @Test
    void noFlagChangesAFlux() {
        SmallHost host = SmallHost.ofZone(10, 300, 170, 0, 0, 1e15)
                .set(ZoneField.MEAN_FREE_PATH, 0, 1e9)
                .set(ZoneField.VOLUME, 0, 1);
        SmallHost plain = SmallHost.ofZone(10, 300, 170, 0, 0, 1e15);
        assertEquals(EnumSet.of(KNUDSEN), flags(host));
        assertEquals(NONE, flags(plain));
        assertArrayEquals(plain.get(NEUTRINO_FLUX, 0), host.get(NEUTRINO_FLUX, 0));
    }

    @Test
    void flagsAlreadyRaisedStay() {
        SmallHost host = SmallHost.ofZone(10, 300, 170, 0, 0, 1e15);
        host.fluxes().flags()[0] = ValidityFlag.NEUTRINOS_DECOUPLED.bit();
        assertEquals(EnumSet.of(ValidityFlag.NEUTRINOS_DECOUPLED), flags(host));
    }

    /** The screening by bounds must never lose a flag: random states on both sides of every threshold. */
    @Test
    void randomStatesCarryExactlyTheFlagsOfTheDefinitions() {
        Random random = new Random(5);
        int zones = 20_000;
        SmallHost host = new SmallHost(zones);
        for (int i = 0; i < zones; i++) {
            host.set(ZoneField.TEMPERATURE, i, random.nextInt(10) == 0 ? 0 : Math.pow(10, 3 * random.nextDouble() - 1));
            host.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, i, potential(random));
            host.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, i, potential(random));
            host.set(ZoneField.MAGNETIC_FIELD, i, size(random, 12, 19), size(random, 12, 19), size(random, 12, 19));
            host.set(ZoneField.VORTICITY, i, size(random, 0, 24), size(random, 0, 24), size(random, 0, 24));
        }
        host.want(NEUTRINO_FLUX).evaluate(Sources.of("consistent"));
        int raised = 0;
        for (int i = 0; i < zones; i++) {
            Set<ValidityFlag> expected = expected(host, i);
            assertEquals(expected, host.flags(i), "zone " + i);
            raised += expected.isEmpty() ? 0 : 1;
        }
        assertEquals(0.5, raised / (double) zones, 0.4, "most zones on one side of every threshold test nothing");
    }

    private static Set<ValidityFlag> expected(SmallHost host, int i) {
        double temperature = host.input(ZoneField.TEMPERATURE, i, 0);
        double electron = host.input(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, i, 0);
        double neutrino = host.input(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, i, 0);
        double field = Math.sqrt(square(host, i, 0) + square(host, i, 1) + square(host, i, 2));
        double[] flux = host.get(NEUTRINO_FLUX, i);
        double size = Math.sqrt(flux[0] * flux[0] + flux[1] * flux[1] + flux[2] * flux[2]);
        Set<ValidityFlag> flags = EnumSet.noneOf(ValidityFlag.class);
        if (neutrino < 0) {
            flags.add(NEUTRINO_DENSITY_NEGATIVE);
        }
        if (!(neutrino > 0 && electron > 0)) {
            flags.add(SHARE_UNDEFINED);
        }
        if (field * PhysicalConstants.EB_MEV2_PER_GAUSS > electron * electron / 2) {
            flags.add(LOWEST_LANDAU_LEVEL);
        }
        if (size
                > Math.abs(WeylGas.numberDensity(neutrino, temperature)) / 4 * PhysicalConstants.NUMBER_FLUX_PER_MEV3) {
            flags.add(FLUX_ABOVE_AVAILABLE);
        }
        return flags;
    }

    private static double square(SmallHost host, int i, int axis) {
        double component = host.input(ZoneField.MAGNETIC_FIELD, i, axis);
        return component * component;
    }

    private static double potential(Random random) {
        return random.nextInt(10) == 0 ? 0 : size(random, -1, 3);
    }

    private static double size(Random random, double lowest, double highest) {
        double size = Math.pow(10, lowest + (highest - lowest) * random.nextDouble());
        return random.nextInt(4) == 0 ? -size : size;
    }
}

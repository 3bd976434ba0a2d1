package org.chiralkick.chiral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** What the source says of itself. */
class ChiralSourceTest {
    @Test
    void theDescriptorNamesPresetAndClosuresInForce() {
        SourceDescriptor descriptor =
                Sources.of("equilibrium", "chirality=given").describe();
        assertEquals("chiral", descriptor.name());
        assertEquals("equilibrium", descriptor.preset());
        assertEquals(
                Map.of(
                        "chirality", "given",
                        "share", "equilibrium",
                        "momentum", "energy-current",
                        "potentials", "separate",
                        "field", "eb"),
                descriptor.closures());
        assertEquals(
                List.of("chirality", "share", "momentum", "potentials", "field"),
                List.copyOf(descriptor.closures().keySet()));
        assertTrue(descriptor.citation().contains("Phys. Lett. B 760 (2016) 170"));
        assertTrue(descriptor.version().matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), descriptor.version());
    }

    @Test
    void theConsistentPresetNeedsThePotentialsTheTemperatureAndTheField() {
        SourceDescriptor descriptor = Sources.of("consistent").describe();
        assertEquals(
                Set.of(
                        ZoneField.TEMPERATURE,
                        ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
                        ZoneField.NEUTRINO_CHEMICAL_POTENTIAL,
                        ZoneField.MAGNETIC_FIELD),
                descriptor.required());
        assertEquals("taken as 0", descriptor.optional().get(ZoneField.VORTICITY));
        assertEquals("taken as 0", descriptor.optional().get(ZoneField.AXIAL_CHEMICAL_POTENTIAL));
        assertEquals(
                Set.of(
                        FluxField.LEPTON_FLUX,
                        FluxField.AXIAL_FLUX,
                        FluxField.NEUTRINO_FLUX,
                        FluxField.NEUTRINO_ENERGY_FLUX,
                        FluxField.CHIRAL_CURRENT,
                        FluxField.CHIRAL_INVERSE_LENGTH,
                        FluxField.AXIAL_SOURCE,
                        FluxField.LARGEST_STABLE_RATE),
                descriptor.gives());
    }

    @Test
    void thePaperDoesNotNeedTheElectronPotential() {
        SourceDescriptor descriptor = Sources.of("kubs-2016").describe();
        assertFalse(descriptor.required().contains(ZoneField.ELECTRON_CHEMICAL_POTENTIAL));
        assertFalse(descriptor.optional().containsKey(ZoneField.ELECTRON_CHEMICAL_POTENTIAL));
    }

    @Test
    void equalSettingsGiveEqualDescriptorsAndOthersDoNot() {
        assertEquals(Sources.with("{}").describe(), Sources.of("consistent").describe());
        assertFalse(Sources.with("{}")
                .describe()
                .equals(Sources.of("consistent", "share=equilibrium").describe()));
    }

    @Test
    void theComponentIsMadeFromItsConfigurationOrRefusesWithTheMessageOfTheSettings() {
        assertEquals(
                "kubs-2016",
                new ChiralSource(configuration("{\"preset\": \"kubs-2016\"}"))
                        .describe()
                        .preset());
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new ChiralSource(configuration("{\"closures\": {\"share\": \"half\"}}")));
        assertEquals(
                "closures.share is 'half'; must be one of [all-left-handed, composition, susceptibility, equilibrium]",
                refusal.getMessage());
    }

    @Test
    void thePropertyOfTheSettingsIsTheOneOfTheInterface() throws Exception {
        assertEquals(
                NeutrinoSource.SETTINGS,
                ChiralConfiguration.PREFIX_
                        + ChiralConfiguration.class.getMethod("settings").getName());
        assertEquals("{}", ChiralConfiguration.class.getMethod("settings").getDefaultValue());
    }

    private static ChiralConfiguration configuration(String settings) {
        return (ChiralConfiguration) Proxy.newProxyInstance(
                ChiralSourceTest.class.getClassLoader(),
                new Class<?>[] {ChiralConfiguration.class},
                (proxy, method, arguments) -> settings);
    }
}

package org.chiralkick.chiral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chiralkick.source.Closure;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;

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
                        "field", "eb",
                        "spectrum", "electron"),
                descriptor.closures());
        assertEquals(
                List.of("chirality", "share", "momentum", "potentials", "field", "spectrum"),
                List.copyOf(descriptor.closures().keySet()));
        assertTrue(descriptor.citation().contains("Phys. Lett. B 760 (2016) 170"));
        assertTrue(descriptor.version().matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), descriptor.version());
    }

    @Test
    void theDescriptorDeclaresWhatCanBeChosenAndNamesTheParameterWhereItIsGiven() {
        SourceDescriptor plain = Sources.with("{}").describe();
        assertEquals(Choices.DECLARED, plain.declared());
        assertEquals(Map.of(), plain.parameters());
        SourceDescriptor given = Sources.with("{\"closures\": {\"momentum\": \"thermal\"},"
                        + " \"parameters\": {\"neutrino-temperature-mev\": 4.5}}")
                .describe();
        assertEquals(Map.of("neutrino-temperature-mev", 4.5), given.parameters());
        assertEquals(plain.declared(), given.declared());
    }

    @Test
    void theSettingsOfThePapersNumbersAreOnesThatItTakes() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ChiralSource.class.getResourceAsStream("/META-INF/chiralkick/validation.json"))) {
            JsonObject json = Json.createReader(in).readObject();
            assertEquals(ChiralSource.SOURCE_NAME, json.getString("source"));
            assertEquals(
                    Set.of("source", "paper", "golden", "kick-consistent-field", "kick-energy-current"), json.keySet());
            for (String key : json.keySet()) {
                if (!key.equals("source")) {
                    assertEquals(
                            6,
                            Sources.with(json.get(key).toString())
                                    .describe()
                                    .closures()
                                    .size());
                }
            }
        }
    }

    @Test
    void aShareThatIsAChoiceIsAnAssumptionOfEveryResult() {
        assertEquals(
                List.of("neutrino share 'composition' is a closure, not an anomaly result"),
                Sources.with("{}").describe().assumptions());
        assertEquals(List.of(), Sources.of("equilibrium").describe().assumptions());
    }

    @Test
    void anAxialPotentialThatAClosureDiscardsIsNamed() {
        assertEquals(
                Map.of(ZoneField.AXIAL_CHEMICAL_POTENTIAL, "spin flips make it 0 (chirality 'washed-out')"),
                Sources.of("consistent").describe().discarded());
        assertEquals(
                Map.of(ZoneField.AXIAL_CHEMICAL_POTENTIAL, "follows from n_e and n_nu (chirality 'preserved')"),
                Sources.of("consistent", "chirality=preserved").describe().discarded());
        assertEquals(
                Map.of(), Sources.of("consistent", "chirality=given").describe().discarded());
    }

    @Test
    void theElectricFieldIsMissedOnlyWhereTheAxialSourceIsWantedAndNothingReplacesIt() {
        SourceDescriptor source = Sources.of("consistent").describe();
        Set<FluxField> wanted = Set.of(FluxField.AXIAL_SOURCE);
        assertTrue(source.misses(ZoneField.ELECTRIC_FIELD, wanted, Set.of(ZoneField.MAGNETIC_FIELD_CURL)));
        assertFalse(source.misses(
                ZoneField.ELECTRIC_FIELD,
                wanted,
                Set.of(ZoneField.MAGNETIC_FIELD_CURL, ZoneField.MAGNETIC_DIFFUSIVITY)));
        assertFalse(source.misses(ZoneField.ELECTRIC_FIELD, Set.of(FluxField.SPIN_FLIP_RATE), Set.of()));
    }

    @Test
    void aTemperatureThatNoClosureReadsIsNamed() {
        String idle =
                "neutrino-temperature-mev is given and changes nothing: momentum is 'energy-current', not 'thermal'";
        String given = "\"parameters\": {\"neutrino-temperature-mev\": 4.5}";
        assertTrue(Sources.with("{" + given + "}").describe().assumptions().contains(idle));
        assertFalse(Sources.with("{\"closures\": {\"momentum\": \"thermal\"}, " + given + "}")
                .describe()
                .assumptions()
                .contains(idle));
    }

    @Test
    void theMetatypeSaysWhatIsDeclaredAndChecksValues() {
        ObjectClassDefinition ours = new ChiralMetatype().getObjectClassDefinition(ChiralMetatype.PID, null);
        assertEquals(NeutrinoSource.PID_PREFIX + "chiral", ours.getID());
        assertEquals(0, ours.getAttributeDefinitions(ObjectClassDefinition.REQUIRED).length);
        Map<String, AttributeDefinition> attributes = Arrays.stream(
                        ours.getAttributeDefinitions(ObjectClassDefinition.ALL))
                .collect(Collectors.toMap(AttributeDefinition::getID, each -> each));
        assertEquals(
                Set.of(
                        "chiralkick.source.preset",
                        "chiralkick.source.closure.chirality",
                        "chiralkick.source.closure.share",
                        "chiralkick.source.closure.momentum",
                        "chiralkick.source.closure.potentials",
                        "chiralkick.source.closure.field",
                        "chiralkick.source.closure.spectrum",
                        "chiralkick.source.parameter.neutrino-temperature-mev"),
                attributes.keySet());
        for (Closure closure : Choices.DECLARED.closures()) {
            AttributeDefinition its =
                    Objects.requireNonNull(attributes.get("chiralkick.source.closure." + closure.kind()));
            assertEquals(closure.names(), List.of(its.getOptionValues()));
            closure.names().forEach(name -> assertEquals("", its.validate(name)));
            assertEquals("is 'half'; must be one of " + closure.names(), its.validate("half"));
        }
        AttributeDefinition temperature =
                Objects.requireNonNull(attributes.get("chiralkick.source.parameter.neutrino-temperature-mev"));
        assertEquals(AttributeDefinition.DOUBLE, temperature.getType());
        assertEquals("", temperature.validate("4.5"));
        assertEquals("is '0'; must be a number of MeV > 0", temperature.validate("0"));
        assertEquals("is 'warm'; must be a number of MeV > 0", temperature.validate("warm"));
        assertThrows(
                IllegalArgumentException.class, () -> new ChiralMetatype().getObjectClassDefinition("other", null));
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
                        FluxField.LARGEST_STABLE_RATE,
                        FluxField.SPIN_FLIP_RATE,
                        FluxField.NU_E_GROUP_NUMBER_FLUX,
                        FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
                        FluxField.NU_X_GROUP_NUMBER_FLUX,
                        FluxField.NU_E_GROUP_ENERGY_FLUX,
                        FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
                        FluxField.NU_X_GROUP_ENERGY_FLUX),
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
    void theComponentIsMadeFromTheProperties() {
        SourceDescriptor descriptor = new ChiralSource(
                        Map.of(NeutrinoSource.PRESET, "kubs-2016", NeutrinoSource.CLOSURE + "field", "eb"))
                .describe();
        assertEquals("kubs-2016", descriptor.preset());
        assertEquals("eb", descriptor.closures().get("field"));
        assertEquals("all-left-handed", descriptor.closures().get("share"));
    }
}

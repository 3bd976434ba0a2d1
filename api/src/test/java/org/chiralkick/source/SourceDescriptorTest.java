package org.chiralkick.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDescriptorTest {
    private static final Closure SHARE = new Closure(
            "share",
            List.of(Closure.choice("composition", "by density"), Closure.choice("equilibrium", "none")),
            "composition");
    private static final Closure CHIRALITY =
            new Closure("chirality", List.of(Closure.choice("washed-out", "one potential")), "washed-out");
    private static final Parameter TEMPERATURE = new Parameter(
            "neutrino-temperature-mev", "MeV", Parameter.Range.positive(), Double.NaN, "else that of the zone");
    private static final Preset CONSISTENT = new Preset("consistent", "the defaults", Map.of());
    private static final Preset EQUILIBRIUM = new Preset("equilibrium", "no share", Map.of("share", "equilibrium"));
    private static final Declarations DECLARED =
            new Declarations(List.of(SHARE, CHIRALITY), List.of(TEMPERATURE), List.of(CONSISTENT, EQUILIBRIUM));

    @Test
    void aDescriptorSaysWhatItWasTold() {
        SourceDescriptor source = complete()
                .declares(
                        DECLARED,
                        DECLARED.resolve(Settings.none()
                                .withPreset("consistent")
                                .withParameter("neutrino-temperature-mev", 4.5)))
                .assumes("the share is a choice")
                .requires(ZoneField.TEMPERATURE, ZoneField.VORTICITY)
                .uses(ZoneField.AXIAL_CHEMICAL_POTENTIAL, "taken as 0")
                .gives(FluxField.NEUTRINO_FLUX)
                .build();
        assertEquals("quark-urca", source.name());
        assertEquals("1.2.3", source.version());
        assertEquals("neutrinos from quarks", source.summary());
        assertEquals("Sagert and Schaffner-Bielich 2008", source.citation());
        assertEquals("consistent", source.preset());
        assertEquals(DECLARED, source.declared());
        assertEquals(Map.of("neutrino-temperature-mev", 4.5), source.parameters());
        assertEquals(List.of("the share is a choice"), source.assumptions());
        assertEquals(
                List.of("share", "chirality"), List.copyOf(source.closures().keySet()));
        assertEquals("composition", source.closures().get("share"));
        assertEquals(Set.of(ZoneField.TEMPERATURE, ZoneField.VORTICITY), source.required());
        assertEquals("taken as 0", source.optional().get(ZoneField.AXIAL_CHEMICAL_POTENTIAL));
        assertEquals(Set.of(FluxField.NEUTRINO_FLUX), source.gives());
        assertEquals(
                "quark-urca 1.2.3 preset consistent, share=composition, chirality=washed-out, neutrino-temperature-mev=4.5",
                source.toString());
        assertEquals("quark-urca 1.2.3", complete().build().toString());
    }

    @Test
    void descriptorsAreValues() {
        assertEquals(complete().build(), complete().build());
        assertEquals(complete().build().hashCode(), complete().build().hashCode());
        SourceDescriptor plain = complete().build();
        assertNotEquals(plain, complete().version("1.2.4").build());
        assertNotEquals(plain, complete().summary("other").build());
        assertNotEquals(plain, complete().citation("other").build());
        SourceDescriptor chosen = declaring(Settings.none()).build();
        assertNotEquals(plain, chosen);
        assertNotEquals(
                chosen, declaring(Settings.none().withPreset("equilibrium")).build());
        assertNotEquals(
                chosen,
                declaring(Settings.none().withClosure("share", "equilibrium")).build());
        assertNotEquals(
                chosen,
                declaring(Settings.none().withParameter("neutrino-temperature-mev", 3))
                        .build());
        assertNotEquals(chosen, declaring(Settings.none()).assumes("something").build());
        assertNotEquals(plain, complete().requires(ZoneField.LAPSE).build());
        assertNotEquals(plain, complete().uses(ZoneField.LAPSE, "taken as 1").build());
        assertNotEquals(
                complete().uses(ZoneField.LAPSE, "taken as 1").build(),
                complete()
                        .uses(ZoneField.LAPSE, "taken as 1", FluxField.NEUTRINO_FLUX)
                        .build());
        assertNotEquals(plain, complete().gives(FluxField.AXIAL_FLUX).build());
    }

    @Test
    void onlyAWantedOutputMakesTheAbsenceOfAFieldMatter() {
        SourceDescriptor source = complete()
                .uses(ZoneField.VORTICITY, "taken as 0")
                .uses(ZoneField.ELECTRIC_FIELD, "taken as 0", FluxField.AXIAL_SOURCE, FluxField.CHIRAL_CURRENT)
                .gives(FluxField.NEUTRINO_FLUX, FluxField.AXIAL_SOURCE)
                .build();
        assertTrue(source.misses(ZoneField.VORTICITY, Set.of(), Set.of()));
        assertTrue(source.misses(ZoneField.ELECTRIC_FIELD, Set.of(FluxField.AXIAL_SOURCE), Set.of()));
        assertFalse(source.misses(ZoneField.ELECTRIC_FIELD, Set.of(FluxField.NEUTRINO_FLUX), Set.of()));
    }

    @Test
    void anOutputMayNeedWhatOthersDoNot() {
        SourceDescriptor source = complete()
                .requires(ZoneField.TEMPERATURE)
                .requiresFor(FluxField.NEUTRINO_FLUX, ZoneField.DENSITY)
                .requiresFor(FluxField.NEUTRINO_FLUX, ZoneField.LAPSE)
                .requiresFor(FluxField.AXIAL_SOURCE, ZoneField.ELECTRIC_FIELD, ZoneField.DENSITY)
                .gives(FluxField.NEUTRINO_FLUX, FluxField.LEPTON_FLUX)
                .withholds("another closure gives it", FluxField.AXIAL_SOURCE)
                .build();
        assertEquals(Set.of(ZoneField.TEMPERATURE), source.required());
        assertEquals(Set.of(ZoneField.TEMPERATURE), source.required(Set.of(FluxField.LEPTON_FLUX)));
        assertEquals(
                Set.of(ZoneField.TEMPERATURE, ZoneField.DENSITY, ZoneField.LAPSE),
                source.required(Set.of(FluxField.NEUTRINO_FLUX, FluxField.LEPTON_FLUX)));
        assertEquals(
                Map.of(
                        FluxField.NEUTRINO_FLUX, Set.of(ZoneField.DENSITY, ZoneField.LAPSE),
                        FluxField.AXIAL_SOURCE, Set.of(ZoneField.ELECTRIC_FIELD, ZoneField.DENSITY)),
                source.requiredFor());
        assertNotEquals(
                complete().gives(FluxField.NEUTRINO_FLUX).build(),
                complete()
                        .gives(FluxField.NEUTRINO_FLUX)
                        .requiresFor(FluxField.NEUTRINO_FLUX, ZoneField.LAPSE)
                        .build());
    }

    @Test
    void whatAnOutputNeedsIsNoOptionalFieldAndTheOutputIsGiven() {
        assertEquals(
                "source quark-urca declares LAPSE both required and optional; choose one",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> complete()
                                        .gives(FluxField.NEUTRINO_FLUX)
                                        .uses(ZoneField.LAPSE, "taken as 1")
                                        .requiresFor(FluxField.NEUTRINO_FLUX, ZoneField.LAPSE)
                                        .build())
                        .getMessage());
        assertEquals(
                "source quark-urca requires [LAPSE] for NEUTRINO_FLUX, which it does not give; add gives(NEUTRINO_FLUX)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> complete()
                                        .requiresFor(FluxField.NEUTRINO_FLUX, ZoneField.LAPSE)
                                        .build())
                        .getMessage());
    }

    @Test
    void aFieldThatIsReplacedIsNotMissed() {
        SourceDescriptor source = complete()
                .uses(ZoneField.ELECTRIC_FIELD, "taken as 0")
                .replaces(ZoneField.ELECTRIC_FIELD, ZoneField.MAGNETIC_FIELD_CURL, ZoneField.MAGNETIC_DIFFUSIVITY)
                .build();
        Set<ZoneField> half = Set.of(ZoneField.MAGNETIC_FIELD_CURL);
        Set<ZoneField> whole = Set.of(ZoneField.MAGNETIC_FIELD_CURL, ZoneField.MAGNETIC_DIFFUSIVITY, ZoneField.LAPSE);
        assertTrue(source.misses(ZoneField.ELECTRIC_FIELD, Set.of(), half));
        assertFalse(source.misses(ZoneField.ELECTRIC_FIELD, Set.of(), whole));
    }

    @Test
    void onlyAnOptionalFieldCanBeReplacedOrDiscarded() {
        assertEquals(
                "source quark-urca declares LAPSE discarded, which is no optional field of it; add uses(LAPSE, ...)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> complete()
                                        .discards(ZoneField.LAPSE, "taken as 1")
                                        .build())
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> complete().replaces(ZoneField.LAPSE, ZoneField.DENSITY).build());
        assertThrows(IllegalArgumentException.class, () -> complete().discards(ZoneField.LAPSE, " "));
        SourceDescriptor.Builder builder = complete().uses(ZoneField.LAPSE, "");
        SourceDescriptor kept = builder.build();
        SourceDescriptor discarded =
                builder.discards(ZoneField.LAPSE, "taken as 1").build();
        assertEquals(Map.of(), kept.discarded());
        assertEquals(Map.of(ZoneField.LAPSE, "taken as 1"), discarded.discarded());
        assertNotEquals(kept, discarded);
        assertNotEquals(
                discarded, builder.replaces(ZoneField.LAPSE, ZoneField.DENSITY).build());
    }

    @Test
    void aBuilderUsedAgainDoesNotChangeWhatItBuilt() {
        SourceDescriptor.Builder builder = declaring(Settings.none()).gives(FluxField.AXIAL_FLUX);
        SourceDescriptor first = builder.build();
        builder.gives(FluxField.LEPTON_FLUX).assumes("more").declares(Declarations.none(), Settings.none());
        assertEquals(Set.of(FluxField.AXIAL_FLUX), first.gives());
        assertEquals(2, first.closures().size());
        assertEquals(0, first.assumptions().size());
        assertEquals(2, first.declared().presets().size());
        assertThrows(UnsupportedOperationException.class, () -> first.gives().clear());
        assertThrows(UnsupportedOperationException.class, () -> first.required().clear());
        assertThrows(UnsupportedOperationException.class, () -> first.closures().clear());
        assertThrows(UnsupportedOperationException.class, () -> first.optional().clear());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "Chiral", "2chiral", "chiral source", "chiral_source", "-chiral"})
    void namesAreLowerCaseWithHyphens(String name) {
        assertEquals(
                "source name is '" + name + "'; must be lower case letters, digits and hyphens, a letter first",
                assertThrows(IllegalArgumentException.class, () -> SourceDescriptor.named(name))
                        .getMessage());
    }

    @Test
    void whatAResultMustQuoteMayNotBeBlank() {
        assertEquals(
                "source quark-urca has no version; every result must be able to quote it",
                refused(SourceDescriptor.named("quark-urca").summary("s").citation("c")));
        assertEquals(
                "source quark-urca has no summary; every result must be able to quote it",
                refused(complete().summary(" ")));
        assertEquals(
                "source quark-urca has no citation; every result must be able to quote it",
                refused(complete().citation("\t")));
    }

    @Test
    void aFieldIsRequiredOrOptionalNotBoth() {
        assertEquals(
                "source quark-urca declares LAPSE both required and optional; choose one",
                refused(complete().requires(ZoneField.LAPSE).uses(ZoneField.LAPSE, "taken as 1")));
    }

    @Test
    void whatIsWithheldHasItsReason() {
        SourceDescriptor source = complete()
                .gives(FluxField.NEUTRINO_FLUX)
                .withholds("needs another momentum", FluxField.NU_E_GROUP_ENERGY_FLUX)
                .build();
        assertEquals(Map.of(FluxField.NU_E_GROUP_ENERGY_FLUX, "needs another momentum"), source.withheld());
        assertThrows(
                UnsupportedOperationException.class, () -> source.withheld().clear());
        assertNotEquals(source, complete().gives(FluxField.NEUTRINO_FLUX).build());
        assertEquals(
                "source quark-urca declares NEUTRINO_FLUX both given and withheld; choose one",
                refused(complete().gives(FluxField.NEUTRINO_FLUX).withholds("no", FluxField.NEUTRINO_FLUX)));
    }

    @Test
    void whatIsInForceIsDeclaredAndComplete() {
        Settings whole = DECLARED.resolve(Settings.none());
        assertEquals(
                "source quark-urca has closure 'momentum', which is not declared; must be one of [share, chirality]",
                refused(complete().declares(DECLARED, whole.withClosure("momentum", "thermal"))));
        assertEquals(
                "source quark-urca has closure share 'half'; must be one of [composition, equilibrium]",
                refused(complete().declares(DECLARED, whole.withClosure("share", "half"))));
        assertEquals(
                "source quark-urca has parameter 'strength', which is not declared; must be one of"
                        + " [neutrino-temperature-mev]",
                refused(complete().declares(DECLARED, whole.withParameter("strength", 1))));
        assertEquals(
                "source quark-urca has parameter neutrino-temperature-mev 0.0; must be a number of MeV > 0",
                refused(complete().declares(DECLARED, whole.withParameter("neutrino-temperature-mev", 0))));
        assertEquals(
                "source quark-urca has preset 'best', which is not declared; declare it",
                refused(complete().declares(DECLARED, whole.withPreset("best"))));
        assertEquals(
                "source quark-urca declares closure share and has no choice of it in force; must name one of"
                        + " [composition, equilibrium]",
                refused(complete().declares(DECLARED, Settings.none())));
        Parameter strength = new Parameter("strength", "1", Parameter.Range.closed(0, 10), 1, "factor");
        assertEquals(
                "source quark-urca declares parameter strength with a default and has no value of it in force; must"
                        + " name one",
                refused(complete()
                        .declares(new Declarations(List.of(), List.of(strength), List.of()), Settings.none())));
    }

    private static SourceDescriptor.Builder declaring(Settings chosen) {
        return complete().declares(DECLARED, DECLARED.resolve(chosen));
    }

    private static SourceDescriptor.Builder complete() {
        return SourceDescriptor.named("quark-urca")
                .version("1.2.3")
                .summary("neutrinos from quarks")
                .citation("Sagert and Schaffner-Bielich 2008");
    }

    private static String refused(SourceDescriptor.Builder builder) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }
}

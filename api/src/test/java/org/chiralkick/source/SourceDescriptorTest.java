package org.chiralkick.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDescriptorTest {
    @Test
    void aDescriptorSaysWhatItWasTold() {
        SourceDescriptor source = complete()
                .preset("consistent")
                .closure("share", "composition")
                .closure("chirality", "washed-out")
                .requires(ZoneField.TEMPERATURE, ZoneField.VORTICITY)
                .uses(ZoneField.AXIAL_CHEMICAL_POTENTIAL, "taken as 0")
                .gives(FluxField.NEUTRINO_FLUX)
                .build();
        assertEquals("quark-urca", source.name());
        assertEquals("1.2.3", source.version());
        assertEquals("neutrinos from quarks", source.summary());
        assertEquals("Sagert and Schaffner-Bielich 2008", source.citation());
        assertEquals("consistent", source.preset());
        assertEquals(
                List.of("share", "chirality"), List.copyOf(source.closures().keySet()));
        assertEquals("composition", source.closures().get("share"));
        assertEquals(Set.of(ZoneField.TEMPERATURE, ZoneField.VORTICITY), source.required());
        assertEquals("taken as 0", source.optional().get(ZoneField.AXIAL_CHEMICAL_POTENTIAL));
        assertEquals(Set.of(FluxField.NEUTRINO_FLUX), source.gives());
        assertEquals("quark-urca 1.2.3 {share=composition, chirality=washed-out}", source.toString());
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
        assertNotEquals(plain, complete().preset("equilibrium").build());
        assertNotEquals(plain, complete().closure("share", "equilibrium").build());
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
        assertTrue(source.matters(ZoneField.VORTICITY, Set.of()));
        assertTrue(source.matters(ZoneField.ELECTRIC_FIELD, Set.of(FluxField.AXIAL_SOURCE)));
        assertFalse(source.matters(ZoneField.ELECTRIC_FIELD, Set.of(FluxField.NEUTRINO_FLUX)));
    }

    @Test
    void aBuilderUsedAgainDoesNotChangeWhatItBuilt() {
        SourceDescriptor.Builder builder = complete().gives(FluxField.AXIAL_FLUX);
        SourceDescriptor first = builder.build();
        builder.gives(FluxField.LEPTON_FLUX).closure("share", "composition");
        assertEquals(Set.of(FluxField.AXIAL_FLUX), first.gives());
        assertEquals(0, first.closures().size());
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

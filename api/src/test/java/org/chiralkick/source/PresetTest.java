package org.chiralkick.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "chirality", Set.of("given", "preserved", "washed-out"),
            "share", Set.of("all-left-handed", "composition", "susceptibility", "equilibrium"),
            "momentum", Set.of("energy-current", "chemical-potential", "mean-energy", "thermal"),
            "recoil", Set.of("beamed-outflow", "beamed-net", "radial-net", "radial-outflow", "lambert"),
            "potentials", Set.of("separate", "single"),
            "field", Set.of("eb", "kubs-2016"));

    @ParameterizedTest
    @EnumSource
    void everyPresetIsARecordThatChoosesEveryClosure(Preset preset) {
        JsonObject record = read(preset);
        assertEquals(Set.of("preset", "summary", "closures"), record.keySet());
        assertEquals(preset.label(), record.getString("preset"));
        assertFalse(record.getString("summary").isBlank());
        JsonObject closures = record.getJsonObject("closures");
        assertEquals(CHOICES.keySet(), closures.keySet());
        CHOICES.forEach((kind, allowed) -> assertEquals(
                true, allowed.contains(closures.getString(kind)), kind + " is " + closures.getString(kind)));
        assertSame(preset, Preset.named(preset.label()));
    }

    @Test
    void thePaperIsTakenToTheLetter() {
        JsonObject closures = read(Preset.KUBS_2016).getJsonObject("closures");
        assertEquals("given", closures.getString("chirality"));
        assertEquals("all-left-handed", closures.getString("share"));
        assertEquals("chemical-potential", closures.getString("momentum"));
        assertEquals("beamed-outflow", closures.getString("recoil"));
        assertEquals("single", closures.getString("potentials"));
        assertEquals("kubs-2016", closures.getString("field"));
    }

    @Test
    void equilibriumDiffersFromConsistentInTheShareAlone() {
        JsonObject consistent = read(Preset.CONSISTENT).getJsonObject("closures");
        JsonObject equilibrium = read(Preset.EQUILIBRIUM).getJsonObject("closures");
        assertEquals("composition", consistent.getString("share"));
        assertEquals("equilibrium", equilibrium.getString("share"));
        for (String kind : CHOICES.keySet()) {
            if (!kind.equals("share")) {
                assertEquals(consistent.getString(kind), equilibrium.getString(kind));
            }
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() {
        assertEquals(List.of("kubs-2016", "consistent", "equilibrium"), Preset.labels());
        assertEquals(
                "preset is 'kubs'; must be one of [kubs-2016, consistent, equilibrium]",
                assertThrows(IllegalArgumentException.class, () -> Preset.named("kubs"))
                        .getMessage());
    }

    private static JsonObject read(Preset preset) {
        try (var reader = Json.createReader(new StringReader(preset.json()))) {
            return reader.readObject();
        }
    }
}

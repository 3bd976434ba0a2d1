package org.chiralkick.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void keepsKeysInOrderAndAsTheyAre() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("speed_km_s", 294.5);
        json.put("all-left-handed", List.of(0.0, -1e-300));
        json.put("angle", Json.number(Double.NaN));
        assertEquals(
                "{\"speed_km_s\":294.5,\"all-left-handed\":[0.0,-1.0E-300],\"angle\":null}",
                Json.text(json).replaceAll("\\s", ""));
    }

    @Test
    void isAsciiWhateverTheNamesAre() {
        assertEquals(
                "[\"Liebend\\u00f6rfer\"]",
                Json.text(List.of("Liebend\u00f6rfer")).replaceAll("\\s", ""));
    }
}

package org.chiralkick.chiral;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.chiralkick.source.Settings;

/** Makes sources from settings. */
final class Sources {
    private Sources() {}

    /** Returns a source with these settings, {@code {"preset": NAME, "closures": {KIND: CHOICE}, "parameters": {NAME: NUMBER}}}. */
    static ChiralSource with(String json) {
        return new ChiralSource(ChiralSettings.of(settings(json)));
    }

    private static Settings settings(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Settings settings = Settings.none().withPreset(object.getString("preset", ""));
            JsonObject closures = object.getOrDefault("closures", JsonObject.EMPTY_JSON_OBJECT)
                    .asJsonObject();
            for (String kind : closures.keySet()) {
                settings = settings.withClosure(kind, closures.getString(kind));
            }
            JsonObject parameters = object.getOrDefault("parameters", JsonObject.EMPTY_JSON_OBJECT)
                    .asJsonObject();
            for (String name : parameters.keySet()) {
                settings = settings.withParameter(name, ((JsonNumber) parameters.get(name)).doubleValue());
            }
            return settings;
        }
    }

    /** Returns a source with a preset and overrides, {@code "kind=choice"}. */
    static ChiralSource of(String preset, String... overrides) {
        Settings settings = Settings.none().withPreset(preset);
        for (String override : overrides) {
            String[] parts = override.split("=", 2);
            settings = settings.withClosure(parts[0], parts[1]);
        }
        return new ChiralSource(ChiralSettings.of(settings));
    }
}

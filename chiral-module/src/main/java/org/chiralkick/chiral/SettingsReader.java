package org.chiralkick.chiral;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.chiral.closure.ClosureKind;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.source.Preset;

/**
 * Reads the settings of the mechanism strictly: an unknown key, a wrong type, an unknown choice or a number out of range is
 * refused with its JSON path and what is allowed there.
 *
 * <pre>{@code
 * {"preset": "consistent", "closures": {"share": "composition"}, "parameters": {"neutrino-temperature-mev": 4.5}}
 * }</pre>
 */
final class SettingsReader {
    private static final String PRESET = "preset";
    private static final String CLOSURES = "closures";
    private static final String PARAMETERS = "parameters";
    private static final String NEUTRINO_TEMPERATURE = "neutrino-temperature-mev";

    private SettingsReader() {}

    /**
     * Returns the settings in the text; {@code {}} is the preset `consistent`.
     *
     * @throws IllegalArgumentException if the text is not JSON or says something that is not allowed
     */
    static ChiralSettings read(String text) {
        JsonObject root = object("settings", JsonText.parse(text), List.of(PRESET, CLOSURES, PARAMETERS), "");
        Preset preset = preset(root);
        Map<String, String> labels = presetClosures(preset);
        labels.putAll(chosenClosures(root));
        return new ChiralSettings(preset, Closures.of(labels, neutrinoTemperature(root)));
    }

    private static Preset preset(JsonObject root) {
        JsonValue value = root.get(PRESET);
        if (value == null) {
            return Preset.CONSISTENT;
        }
        return Preset.named(choice(PRESET, value, Preset.labels()));
    }

    /** Returns the closures of the preset's record, those of the host side included. */
    private static Map<String, String> presetClosures(Preset preset) {
        Map<String, String> labels = new LinkedHashMap<>();
        JsonObject closures = JsonText.parse(preset.json()).asJsonObject().getJsonObject(CLOSURES);
        closures.keySet().forEach(kind -> labels.put(kind, closures.getString(kind)));
        return labels;
    }

    private static Map<String, String> chosenClosures(JsonObject root) {
        Map<String, String> labels = new LinkedHashMap<>();
        JsonValue value = root.get(CLOSURES);
        if (value != null) {
            JsonObject closures = object(CLOSURES, value, ClosureKind.labels(), CLOSURES + ".");
            for (ClosureKind kind : ClosureKind.values()) {
                JsonValue chosen = closures.get(kind.label());
                if (chosen != null) {
                    labels.put(kind.label(), choice(CLOSURES + "." + kind.label(), chosen, kind.choices()));
                }
            }
        }
        return labels;
    }

    private static double neutrinoTemperature(JsonObject root) {
        JsonValue value = root.get(PARAMETERS);
        if (value == null) {
            return 0;
        }
        JsonValue temperature = object(PARAMETERS, value, List.of(NEUTRINO_TEMPERATURE), PARAMETERS + ".")
                .get(NEUTRINO_TEMPERATURE);
        if (temperature == null) {
            return 0;
        }
        double number = temperature instanceof JsonNumber given ? given.doubleValue() : Double.NaN;
        if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(PARAMETERS + "." + NEUTRINO_TEMPERATURE + " is " + shown(temperature)
                    + "; must be a number of MeV > 0");
        }
        return number;
    }

    private static String choice(String path, JsonValue value, List<String> allowed) {
        if (value instanceof JsonString text && allowed.contains(text.getString())) {
            return text.getString();
        }
        throw new IllegalArgumentException(path + " is " + shown(value) + "; must be one of " + allowed);
    }

    private static JsonObject object(String path, JsonValue value, List<String> allowedKeys, String prefix) {
        if (!(value instanceof JsonObject object)) {
            throw new IllegalArgumentException(
                    path + " is " + shown(value) + "; must be an object with keys among " + allowedKeys);
        }
        for (String key : object.keySet()) {
            if (!allowedKeys.contains(key)) {
                throw new IllegalArgumentException(
                        prefix + key + " is not a setting of the chiral source; must be one of " + allowedKeys);
            }
        }
        return object;
    }

    private static String shown(JsonValue value) {
        return value instanceof JsonString text ? "'" + text.getString() + "'" : value.toString();
    }
}

package org.chiralkick.cli.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;
import org.jspecify.annotations.Nullable;

/** What one can choose of a mechanism, as the objects of JSON; numbers that there are not are null. {@code panel.js} reads them. */
public final class DeclaredJson {
    private DeclaredJson() {}

    /** Returns the declarations as an object of JSON. */
    public static Map<String, @Nullable Object> of(Declarations declared) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "closures", declared.closures().stream().map(DeclaredJson::json).toList());
        json.put(
                "parameters",
                declared.parameters().stream().map(DeclaredJson::json).toList());
        json.put("presets", declared.presets().stream().map(DeclaredJson::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Closure closure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", closure.kind());
        json.put("default", closure.defaultChoice());
        json.put(
                "choices",
                closure.choices().stream()
                        .map(choice -> named(choice.name(), choice.meaning()))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Parameter parameter) {
        Map<String, @Nullable Object> json = named(parameter.name(), parameter.meaning());
        json.put("unit", parameter.unit());
        json.put("range", parameter.range().toString());
        json.put("least", number(parameter.range().least()));
        json.put("most", number(parameter.range().most()));
        json.put("default", number(parameter.defaultValue()));
        return json;
    }

    private static Map<String, @Nullable Object> json(Preset preset) {
        Map<String, @Nullable Object> json = named(preset.name(), preset.meaning());
        json.put("closures", preset.closures());
        json.put("parameters", preset.parameters());
        return json;
    }

    private static Map<String, @Nullable Object> named(String name, String meaning) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("meaning", meaning);
        return json;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}

package org.chiralkick.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.host.json.JsonText;
import org.jspecify.annotations.Nullable;

/** JSON objects whose keys keep their order, and the text of them. */
final class Json {
    private Json() {}

    /** Returns the text, indented, ended with a line end. */
    static String text(Object value) {
        return JsonText.write(value).strip() + "\n";
    }

    /** Returns a new object without keys. */
    static Map<String, @Nullable Object> object() {
        return new LinkedHashMap<>();
    }

    /** Returns the number, or null (JSON has no NaN and no infinity). */
    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}

package org.chiralkick.table;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.chiralkick.host.json.JsonText;
import org.jspecify.annotations.Nullable;

/** JSON objects whose keys keep their order, and the text of them. */
public final class Json {
    private Json() {}

    /** Returns the text, indented, ended with a line end; ASCII only, so that it reads the same in every character set. */
    public static String text(Object value) {
        StringBuilder ascii = new StringBuilder();
        for (char c : JsonText.write(value).strip().toCharArray()) {
            // Outside of strings JSON has no such characters, inside the escape means the same.
            ascii.append(c < 128 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return ascii.append('\n').toString();
    }

    /** Returns a new object without keys. */
    public static Map<String, @Nullable Object> object() {
        return new LinkedHashMap<>();
    }

    /** Returns the number, or null (JSON has no NaN and no infinity). */
    public static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}

package org.chiralkick.host.json;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Text to JSON trees and records, and back, whatever class loader the calling thread happens to have. */
public final class JsonText {
    private JsonText() {}

    /**
     * Returns the JSON object of the text; problems of syntax, equal keys, or another value than an object go to
     * {@code problems}.
     */
    public static Optional<JsonObject> parse(String given, Problems problems) {
        String text = withoutByteOrderMark(given);
        JsonProvider provider;
        try {
            provider = Providers.trees();
        } catch (JsonException e) {
            problems.add("", "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        Map<String, Object> settings =
                Map.of(jakarta.json.JsonConfig.KEY_STRATEGY, jakarta.json.JsonConfig.KeyStrategy.NONE);
        try {
            requireOneValue(provider, text);
        } catch (RuntimeException e) { // the parser has no class of its own for what is nested too deeply
            problems.add("", "is not valid JSON: " + e.getMessage());
            return Optional.empty();
        }
        try {
            requireWhole(text);
        } catch (JsonException | IllegalStateException e) {
            problems.add("", "is not valid JSON: " + e.getMessage());
            return Optional.empty();
        }
        try (JsonReader reader = provider.createReaderFactory(settings).createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            if (value.getValueType() == JsonValue.ValueType.OBJECT) {
                return Optional.of(value.asJsonObject());
            }
            problems.add("", "is " + describe(value) + "; must be a JSON object { ... }");
        } catch (JsonException | IllegalStateException e) {
            problems.add("", "is not valid JSON: " + e.getMessage());
        }
        return Optional.empty();
    }

    // A reader stops after the first value; a parser that goes on to the end finds what follows it.
    private static void requireOneValue(JsonProvider provider, String text) {
        try (JsonParser parser = provider.createParser(new StringReader(text))) {
            do {
                if (parser.next() == JsonParser.Event.VALUE_NUMBER) {
                    requireNumber(parser);
                }
            } while (parser.hasNext());
        }
    }

    // An exponent of ten digits is valid JSON, and no number that Java has.
    private static void requireNumber(JsonParser parser) {
        String number = parser.getString();
        try {
            var unused = new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw new JsonException(
                    "the number " + number + " that ends in line "
                            + parser.getLocation().getLineNumber()
                            + ", column " + parser.getLocation().getColumnNumber()
                            + " is out of range; must be below 1.8e308 in size",
                    e);
        }
    }

    /** Returns a text without the mark that some editors put before it. */
    public static String withoutByteOrderMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Returns a builder for a JSON object. */
    public static JsonObjectBuilder objectBuilder() {
        return Providers.trees().createObjectBuilder();
    }

    /** Returns a record as JSON, with line breaks, keys in lower case with underscores. */
    public static String write(Object written) {
        return mapper().toJson(written);
    }

    /** Returns maps, lists, texts, numbers and truth values as JSON without line breaks, keys as they are. */
    public static String compact(Object written) {
        return Providers.records().build().toJson(written);
    }

    /**
     * Returns a record read from JSON that {@link #write} made.
     *
     * @throws JsonException if the text is not one JSON value from its beginning to its end
     * @throws jakarta.json.bind.JsonbException if a key is missing or unknown, or a value has another type
     */
    public static <T> T read(String text, Class<T> type) {
        requireWhole(text);
        return mapper().fromJson(text, type);
    }

    // JSON-P and JSON-B read one value and do not look at what follows it; the tokens do.
    private static void requireWhole(String text) {
        try (JsonParser parser = Providers.trees().createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }

    private static Jsonb mapper() {
        return Providers.records()
                .withConfig(new JsonbConfig()
                        .withFormatting(true)
                        .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                        .setProperty("jsonb.creator-parameters-required", true)
                        .setProperty("jsonb.fail-on-unknown-properties", true))
                .build();
    }

    /** Returns the value as a message shows it. */
    static String describe(JsonValue value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}

package org.chiralkick.study.validate;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.Problems;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Under which settings a mechanism gives the paper's numbers. Which of its choices those are is the mechanism's knowledge: its bundle
 * carries them as {@value #FILE}, an object with the mechanism's name under {@code source} and, under {@code paper} and under the
 * identifiers of the numbers that want others, the settings.
 */
public final class PaperSettings {
    /** Path in the mechanism's bundle. */
    public static final String FILE = "META-INF/chiralkick/validation.json";

    private final JsonObject json;

    private PaperSettings(JsonObject json) {
        this.json = json;
    }

    /** Returns the settings that one of the bundles carries; empty if none does. */
    public static Optional<PaperSettings> of(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            URL file = bundle.getEntry(FILE);
            if (file != null) {
                return Optional.of(new PaperSettings(read(file)));
            }
        }
        return Optional.empty();
    }

    private static JsonObject read(URL file) {
        Problems problems = new Problems();
        try (InputStream in = file.openStream()) {
            return JsonText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), problems)
                    .orElseThrow(() -> new IllegalArgumentException(file + ": " + problems.message()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the coupling in which the paper is taken to the letter. */
    public CouplingConfig paper() {
        return config("paper");
    }

    /** Returns the coupling for a number that the paper does not have. */
    public CouplingConfig of(PaperNumber number) {
        return config(number.id());
    }

    /** Returns the coupling under which the reference states are computed. */
    public CouplingConfig golden() {
        return config("golden");
    }

    private CouplingConfig config(String key) {
        JsonObject settings = json.getJsonObject(key);
        if (settings == null) {
            throw new IllegalArgumentException(
                    FILE + " of source " + json.getString("source") + " has no '" + key + "'");
        }
        return CouplingConfig.parse("{\"sources\": {\"" + json.getString("source") + "\": " + settings + "}}");
    }
}

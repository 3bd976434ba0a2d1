package org.chiralkick.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A named set of closures, kept as one JSON record of which the mechanism and the host side each read their part.
 *
 * <p>The record has the shape {@code {"preset": NAME, "summary": TEXT, "closures": {kind: choice, ...}}}. The kinds
 * {@code chirality}, {@code share}, {@code momentum}, {@code potentials} and {@code field} belong to the chiral mechanism,
 * {@code recoil} to the host side.
 */
public enum Preset {
    /** The literal estimate of Kaminski et al. 2016, its field conversion and single chemical potential included. */
    KUBS_2016("kubs-2016"),
    /** Consistent units and the physical defaults: washed-out chirality, composition share, energy current. */
    CONSISTENT("consistent"),
    /** As {@link #CONSISTENT} with no neutrino share in the magnetic current: what equilibrium allows. */
    EQUILIBRIUM("equilibrium");

    private final String label;

    Preset(String label) {
        this.label = label;
    }

    /** Returns the name as configurations and results show it, such as {@code "kubs-2016"}. */
    public String label() {
        return label;
    }

    /** Returns the record as JSON text. */
    public String json() {
        try (InputStream in = Preset.class.getResourceAsStream("presets/" + label + ".json")) {
            if (in == null) {
                throw new IllegalStateException("presets/" + label + ".json is missing from the api artifact");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the preset of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Preset named(String label) {
        for (Preset preset : values()) {
            if (preset.label.equals(label)) {
                return preset;
            }
        }
        throw new IllegalArgumentException("preset is '" + label + "'; must be one of " + labels());
    }

    /** Returns the names of all presets. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Preset::label).toList();
    }
}

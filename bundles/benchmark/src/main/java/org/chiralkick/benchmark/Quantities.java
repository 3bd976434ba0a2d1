package org.chiralkick.benchmark;

import java.util.Map;

/** What the C programs printed. */
record Quantities(Map<String, Double> values) {
    /** Copies the map. */
    Quantities {
        values = Map.copyOf(values);
    }

    /** Returns a quantity, NaN if it was not measured. */
    double get(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}

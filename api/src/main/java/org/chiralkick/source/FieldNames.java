package org.chiralkick.source;

/** Column names of fields: base name, axis of a vector, unit. */
final class FieldNames {
    private static final String AXES = "xyz";

    private FieldNames() {}

    static String column(String baseName, String unitSuffix, int components, int axis) {
        if (axis < 0 || axis >= components) {
            throw new IllegalArgumentException(baseName + " has " + components + " component(s); axis must be in [0, "
                    + (components - 1) + "], is " + axis);
        }
        StringBuilder name = new StringBuilder(baseName);
        if (components > 1) {
            name.append('_').append(AXES.charAt(axis));
        }
        if (!unitSuffix.isEmpty()) {
            name.append('_').append(unitSuffix);
        }
        return name.toString();
    }
}

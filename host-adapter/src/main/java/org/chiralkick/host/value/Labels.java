package org.chiralkick.host.value;

import java.util.Locale;

/** Names of enum constants as configurations and results show them: {@code BEAMED_OUTFLOW} is {@code "beamed-outflow"}. */
public final class Labels {
    private Labels() {}

    /** Returns the name of a constant: lower case, words joined by hyphens. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

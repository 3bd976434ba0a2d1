package org.chiralkick.host;

import java.util.Locale;

/** Names of enum constants as configurations and results show them: {@code BEAMED_OUTFLOW} is {@code "beamed-outflow"}. */
final class Labels {
    private Labels() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.chiralkick.host.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of the recoil that one source gave under one set of closures; after a restart from a state of fixed size, which keeps 16
 * of them apart, also the sum of what a source gave earlier, under several. What a source gave in all is the exact sum of its entries,
 * folded or not. (Where more than 16 sources acted, those that acted first are one entry of the source {@code "(several)"}.)
 *
 * @param source name of the source
 * @param version its version, or {@link #EARLIER}
 * @param closures closures and parameters in force, kind to choice, {@code recoil} and {@code recoil-form} included; empty for what was earlier
 * @param recoil what the star received while they were in force
 */
public record RecoilEntry(String source, String version, Map<String, String> closures, Recoil recoil) {
    /** In place of the version: this is the sum of what the source gave earlier, in whatever versions and under whatever closures. */
    public static final String EARLIER = "earlier";

    /** Keeps its own copy of the closures, in the order given. */
    public RecoilEntry {
        closures = Collections.unmodifiableMap(new LinkedHashMap<>(closures));
    }
}

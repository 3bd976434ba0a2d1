package org.chiralkick.host.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of the recoil that one source gave under one set of closures.
 *
 * @param source name of the source
 * @param version its version
 * @param closures closures in force, kind to choice, {@code recoil} and {@code recoil-form} included
 * @param recoil what the star received while they were in force
 */
public record RecoilEntry(String source, String version, Map<String, String> closures, Recoil recoil) {
    /** Keeps its own copy of the closures, in the order given. */
    public RecoilEntry {
        closures = Collections.unmodifiableMap(new LinkedHashMap<>(closures));
    }
}

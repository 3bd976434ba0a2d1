package org.chiralkick.host.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of the recoil that one build of a source gave under one set of closures; after a restart from a state of fixed size, which keeps 16
 * of them apart, also the sum of what a source gave earlier, under several. What a source gave in all is the exact sum of its entries,
 * folded or not. (Where more than 16 sources acted, those that acted first are one entry of the source {@code "(several)"}.)
 *
 * @param source name of the source
 * @param version its version, or {@link #EARLIER}
 * @param closures closures and parameters in force, kind to choice, {@code recoil}, {@code recoil-form} and, of a source
 *     from a bundle, {@link #BUNDLE} included; empty for what was earlier
 * @param recoil what the star received while they were in force
 */
public record RecoilEntry(String source, String version, Map<String, String> closures, Recoil recoil) {
    /** In place of the version: this is the sum of what the source gave earlier, in whatever versions and under whatever closures. */
    public static final String EARLIER = "earlier";

    /** Beside the closures: which build of its bundle the source is. No closure and no parameter has this name. */
    public static final String BUNDLE = "bundle";

    /** Keeps its own copy of the closures, in the order given. */
    public RecoilEntry {
        closures = Collections.unmodifiableMap(new LinkedHashMap<>(closures));
    }

    /**
     * Returns which build of its bundle the source is, such as {@code "org.example.mine 1.0.0 sha256:0123456789ab"}: symbolic name, version and
     * digest of the content, joined by {@code +} where several sources share the entry. Empty for a source that came from no bundle, for what
     * was earlier, and where a shared entry keeps a digest of all its closures.
     */
    public String bundle() {
        return closures.getOrDefault(BUNDLE, "");
    }

    /** Returns the closures without the bundle: what was assumed. */
    public Map<String, String> assumed() {
        Map<String, String> assumed = new LinkedHashMap<>(closures);
        assumed.remove(BUNDLE);
        return assumed;
    }
}

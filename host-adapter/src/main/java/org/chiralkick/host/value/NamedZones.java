package org.chiralkick.host.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Zone evaluations whose data is doubtful.
 *
 * @param count how many
 * @param causes how many for each quantity, by its name; a zone counts for the first that is wrong with it
 * @param first the one of the lowest block and zone; empty where there is none
 */
public record NamedZones(long count, Map<String, Long> causes, Optional<NamedZone> first) {
    /** Keeps its own copy of the causes, in their order. */
    public NamedZones {
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    }
}

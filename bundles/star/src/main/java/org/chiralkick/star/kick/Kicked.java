package org.chiralkick.star.kick;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Recoil;

/**
 * What a star received.
 *
 * @param recoil momentum, torque, escaped number and energy
 * @param kick the velocity that it has got
 * @param flags validity flags that were raised on the surface that emits, label to count of zone evaluations
 */
public record Kicked(Recoil recoil, Kick kick, Map<String, Long> flags) {
    /** Keeps its own copy, in its order. */
    public Kicked {
        flags = new LinkedHashMap<>(flags);
    }

    /** Returns the flags that the committed steps of a coupling have raised, label to count. */
    public static Map<String, Long> flags(Coupling coupling) {
        Map<String, Long> flags = new LinkedHashMap<>();
        coupling.flagCounts().forEach((flag, count) -> {
            if (count > 0) {
                flags.put(flag.label(), count);
            }
        });
        return flags;
    }
}

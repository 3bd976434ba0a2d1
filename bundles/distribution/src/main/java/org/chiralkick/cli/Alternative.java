package org.chiralkick.cli;

import java.util.List;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.host.Recoil;

/**
 * What the run would have given with one choice made otherwise.
 *
 * @param kind what is chosen: a kind of closure, or {@code preset}
 * @param choice the choice
 * @param meaning what it assumes
 * @param inForce whether it is the choice of the run itself
 * @param recoil what the star would have received
 * @param kick the velocity that it would have
 * @param flags labels of the validity flags that it would raise
 */
record Alternative(
        String kind, String choice, String meaning, boolean inForce, Recoil recoil, Kick kick, List<String> flags) {
    Alternative {
        flags = List.copyOf(flags);
    }
}

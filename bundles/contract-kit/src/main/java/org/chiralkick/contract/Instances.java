package org.chiralkick.contract;

import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;

/** Other instances of a mechanism under examination, as a host gets them that chooses something else. */
@FunctionalInterface
public interface Instances {
    /**
     * Returns an instance with other settings; it can be evaluated until the examination is over.
     *
     * @param settings what is chosen
     * @throws RuntimeException if there is none, because the mechanism refuses the settings or does not come up with them
     */
    NeutrinoSource with(Settings settings);
}

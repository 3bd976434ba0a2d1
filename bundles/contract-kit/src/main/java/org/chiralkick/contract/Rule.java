package org.chiralkick.contract;

import org.chiralkick.source.NeutrinoSource;

/** One numbered rule of the neutrino-source SPI. */
public interface Rule {
    /** Returns the number as the SPI's javadoc has it, such as {@code "R4"}. */
    String id();

    /** Returns the rule in a few words. */
    String title();

    /**
     * Returns whether the mechanism keeps this rule. Never throws because of what the mechanism does.
     *
     * @param source the mechanism, configured and ready
     * @param facts how it is registered
     */
    Verdict check(NeutrinoSource source, ServiceFacts facts);
}

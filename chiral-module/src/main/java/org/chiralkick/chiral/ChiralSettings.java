package org.chiralkick.chiral;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.source.Settings;

/**
 * What is in force in one instance of the mechanism.
 *
 * @param inForce as the descriptor names it
 * @param closures as the kernel reads them
 */
record ChiralSettings(Settings inForce, Closures closures) {
    /**
     * Returns what is in force where this is chosen; who names no preset starts from `consistent`.
     *
     * @throws IllegalArgumentException if something is chosen that is not declared
     */
    static ChiralSettings of(Settings chosen) {
        Settings named = chosen.preset().isEmpty() ? chosen.withPreset(Choices.CONSISTENT.name()) : chosen;
        Settings inForce = Choices.DECLARED.resolve(named);
        double temperature = inForce.parameters().getOrDefault(Choices.NEUTRINO_TEMPERATURE.name(), 0.0);
        return new ChiralSettings(inForce, Closures.of(inForce.closures(), temperature));
    }

    /** Returns whether a temperature of the neutrinos is given that no closure in force reads. */
    boolean temperatureIsIdle() {
        return closures.neutrinoTemperature() > 0 && closures.momentum() != MomentumClosure.THERMAL;
    }
}

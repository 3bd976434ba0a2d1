package org.chiralkick.star.transport;

import org.chiralkick.star.matter.MatterState;

/** How far neutrinos get. Pure and thread-safe. */
@FunctionalInterface
public interface Opacity {
    /**
     * Returns the transport mean free path [cm], stimulated absorption included, {@code > 0}.
     *
     * @param species kind of neutrino
     * @param energyMev its energy [MeV], {@code > 0}
     * @param matter the matter it is in
     */
    double meanFreePathCm(Species species, double energyMev, MatterState matter);

    /**
     * Returns the part of one over the mean free path that is absorption, stimulated absorption included [1/cm], {@code >= 0}: none
     * unless the opacity knows better.
     *
     * @param species kind of neutrino
     * @param energyMev its energy [MeV], {@code > 0}
     * @param matter the matter it is in
     */
    default double absorptionPerCm(Species species, double energyMev, MatterState matter) {
        return 0;
    }

    /**
     * Returns the part that is scattering, of the transport cross section [1/cm], {@code >= 0}.
     *
     * @param species kind of neutrino
     * @param energyMev its energy [MeV], {@code > 0}
     * @param matter the matter it is in
     */
    default double scatteringPerCm(Species species, double energyMev, MatterState matter) {
        return Math.max(
                1 / meanFreePathCm(species, energyMev, matter) - absorptionPerCm(species, energyMev, matter), 0);
    }
}

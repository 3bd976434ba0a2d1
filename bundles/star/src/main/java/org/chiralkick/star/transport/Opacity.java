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
}

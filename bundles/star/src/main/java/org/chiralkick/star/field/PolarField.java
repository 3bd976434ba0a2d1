package org.chiralkick.star.field;

import org.chiralkick.table.Numbers;

/**
 * The field of a star at the magnetic pole of its surface, and the flux through the magnetic northern half of it.
 *
 * @param startGauss B_r at the pole at the start [G]
 * @param endGauss B_r at the pole at the end [G]
 * @param startFluxGaussCm2 flux at the start [G cm^2]
 * @param endFluxGaussCm2 flux at the end [G cm^2]; that at the start unless the field decays
 */
public record PolarField(double startGauss, double endGauss, double startFluxGaussCm2, double endFluxGaussCm2) {
    /** Returns it in words. */
    public String describe() {
        return "B_r at the pole of the surface " + Numbers.of(startGauss) + " G at the start and "
                + Numbers.of(endGauss) + " G at the end; flux " + Numbers.of(startFluxGaussCm2) + " G cm^2"
                + (endFluxGaussCm2 == startFluxGaussCm2
                        ? ""
                        : " at the start and " + Numbers.of(endFluxGaussCm2) + " at the end");
    }
}

package org.chiralkick.host.internal.emission;

import java.util.Arrays;

/** The columns that emission is computed from, borrowed for one evaluation. Vectors are three columns. */
public final class EmissionColumns {
    private static final double[] NONE = {};

    /** Surface element dA [cm^2]. */
    public final double[][] surfaceElement = {NONE, NONE, NONE};
    /** Position [cm]. */
    public final double[][] position = {NONE, NONE, NONE};
    /** Neutrino number flux F_N [cm^-2 s^-1]. */
    public final double[][] numberFlux = {NONE, NONE, NONE};
    /** Neutrino energy flux F_E [erg cm^-2 s^-1]. */
    public final double[][] energyFlux = {NONE, NONE, NONE};
    /** Momentum source of the neutrinos [dyn cm^-3]. */
    public final double[][] momentumSource = {NONE, NONE, NONE};
    /** Zone volume [cm^3]. */
    public double[] volume = NONE;
    /** Lapse [1]. */
    public double[] lapse = NONE;

    /** Puts a column of zeros in place of all fluxes. */
    public void noFluxes(double[] zeros) {
        Arrays.fill(numberFlux, zeros);
        Arrays.fill(energyFlux, zeros);
        Arrays.fill(momentumSource, zeros);
    }

    /** Returns whether a zone has no surface element. */
    public boolean offSurface(int zone) {
        return surfaceElement[0][zone] == 0 && surfaceElement[1][zone] == 0 && surfaceElement[2][zone] == 0;
    }

    /** Lets go of the host's arrays. */
    public void clear() {
        noFluxes(NONE);
        Arrays.fill(surfaceElement, NONE);
        Arrays.fill(position, NONE);
        volume = NONE;
        lapse = NONE;
    }
}

package org.chiralkick.host.emission;

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

    /** Lets go of the host's arrays. */
    public void clear() {
        for (int axis = 0; axis < 3; axis++) {
            surfaceElement[axis] = NONE;
            position[axis] = NONE;
            numberFlux[axis] = NONE;
            energyFlux[axis] = NONE;
            momentumSource[axis] = NONE;
        }
        volume = NONE;
        lapse = NONE;
    }
}

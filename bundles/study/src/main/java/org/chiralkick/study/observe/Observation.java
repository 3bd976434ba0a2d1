package org.chiralkick.study.observe;

/**
 * One observed neutron star.
 *
 * @param fieldGauss dipole field at the surface today, from spin-down, as catalogues have it: at the equator [G], {@code > 0}
 * @param speedKmS speed across the line of sight [km/s], {@code > 0}
 */
public record Observation(double fieldGauss, double speedKmS) {
    /** Field of a dipole at its pole over that at its equator [1]. Catalogues have 3.2e19 sqrt(P dP/dt) G, which is that at the equator. */
    public static final double POLE_OVER_EQUATOR = 2;

    /** Returns the field at the pole [G], which predictions are for. */
    public double polarGauss() {
        return POLE_OVER_EQUATOR * fieldGauss;
    }
}

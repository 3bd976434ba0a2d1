package org.chiralkick.study.observe;

/**
 * One observed neutron star.
 *
 * @param fieldGauss dipole field at the surface today, from spin-down [G], {@code > 0}
 * @param speedKmS speed across the line of sight [km/s], {@code > 0}
 */
public record Observation(double fieldGauss, double speedKmS) {}

package org.chiralkick.star.dipole;

/**
 * What a zone differs by between a pole and the equator.
 *
 * @param temperature dT/T [1]
 * @param degeneracy d eta of the electron neutrinos, eta = mu_nu/T [1]
 * @param leptonFraction dY_L at constant pressure [1]
 */
public record DipoleContrast(double temperature, double degeneracy, double leptonFraction) {
    /** No contrast. */
    public static final DipoleContrast NONE = new DipoleContrast(0, 0, 0);
}

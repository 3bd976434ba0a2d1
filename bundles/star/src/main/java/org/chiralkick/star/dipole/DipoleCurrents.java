package org.chiralkick.star.dipole;

/**
 * Anomalous fluxes A of all zones, projected on l = 1: for each Cartesian axis k, with n_k the cosine of the angle to it,
 *
 * <pre>
 *   a_k = (3/4 pi) Int A_r n_k dO,    b_k = (3/8 pi) Int A . (e_k - n_k n) dO
 * </pre>
 *
 * In a uniform flux both are the flux along the axis. Filled before each step.
 */
public final class DipoleCurrents {
    final double[][] radialNumber;
    final double[][] tangentialNumber;
    final double[][] radialEnergy;
    final double[][] tangentialEnergy;

    /** Makes currents without fluxes for a number of zones. */
    public DipoleCurrents(int zones) {
        radialNumber = new double[3][zones];
        tangentialNumber = new double[3][zones];
        radialEnergy = new double[3][zones];
        tangentialEnergy = new double[3][zones];
    }

    /** Sets the number flux of a zone along an axis: a_k and b_k [cm^-2 s^-1]. */
    public void number(int axis, int zone, double radial, double tangential) {
        radialNumber[axis][zone] = radial;
        tangentialNumber[axis][zone] = tangential;
    }

    /** Sets the energy flux of a zone along an axis: a_k and b_k [MeV cm^-2 s^-1]. */
    public void energy(int axis, int zone, double radial, double tangential) {
        radialEnergy[axis][zone] = radial;
        tangentialEnergy[axis][zone] = tangential;
    }
}

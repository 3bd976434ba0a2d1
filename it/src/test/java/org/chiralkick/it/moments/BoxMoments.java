package org.chiralkick.it.moments;

import org.chiralkick.matter.PhysicalConstants;

/**
 * A density and its flux in a periodic box that varies along z only, for one species and group: of energy, or of number. Transport is explicit
 * between the zones, with the M1 closure; what matter does is implicit in each zone.
 *
 * <pre>
 *   dE/dt + dF_z/dz = c chi_a (E_eq - E),     dF_k/dt + c^2 dP_zk/dz = -c chi_t (F_k - A_k)
 * </pre>
 */
final class BoxMoments {
    private static final double C = PhysicalConstants.C_CM_PER_S;

    private final int zones;
    private final double width;
    /** E [per cm^3]. */
    final double[] density;
    /** F [per cm^2 and s], by axis and zone. */
    final double[][] flux;

    private final double[][] between;

    /** Makes an empty box with zones of this width [cm]. */
    BoxMoments(int zones, double width) {
        this.zones = zones;
        this.width = width;
        this.density = new double[zones];
        this.flux = new double[3][zones];
        this.between = new double[4][zones];
    }

    /** Carries density and flux from zone to zone, for at most width/c. A has no part in it. */
    void transport(double dt) {
        double[] left = new double[3];
        double[] right = new double[3];
        for (int zone = 0; zone < zones; zone++) {
            int next = (zone + 1) % zones;
            pressure(zone, left);
            pressure(next, right);
            between[3][zone] = (flux[2][zone] + flux[2][next] - C * (density[next] - density[zone])) / 2;
            for (int axis = 0; axis < 3; axis++) {
                between[axis][zone] =
                        (C * C * (left[axis] + right[axis]) - C * (flux[axis][next] - flux[axis][zone])) / 2;
            }
        }
        for (int zone = 0; zone < zones; zone++) {
            int before = (zone + zones - 1) % zones;
            density[zone] -= dt / width * (between[3][zone] - between[3][before]);
            for (int axis = 0; axis < 3; axis++) {
                flux[axis][zone] -= dt / width * (between[axis][zone] - between[axis][before]);
            }
        }
    }

    /** Sets P_zk of a zone: E [(1 - p)/2 + (3 p - 1)/2 n n] with the flux's direction n and Levermore's p(|F|/cE). */
    private void pressure(int zone, double[] into) {
        double norm = Math.sqrt(
                flux[0][zone] * flux[0][zone] + flux[1][zone] * flux[1][zone] + flux[2][zone] * flux[2][zone]);
        double factor = norm > 0 ? Math.min(1, norm / (C * density[zone])) : 0;
        double p = (3 + 4 * factor * factor) / (5 + 2 * Math.sqrt(4 - 3 * factor * factor));
        for (int axis = 0; axis < 3; axis++) {
            double along = norm > 0 ? flux[2][zone] / norm * (flux[axis][zone] / norm) : 0;
            into[axis] = density[zone] * ((axis == 2 ? (1 - p) / 2 : 0) + (3 * p - 1) / 2 * along);
        }
    }

    /** Lets matter absorb and emit in a zone; returns what it gains [per cm^3]. */
    double absorb(int zone, double dt, double absorption, double equilibrium) {
        double rate = C * absorption;
        density[zone] = (density[zone] + dt * rate * equilibrium) / (1 + dt * rate);
        return dt * rate * (density[zone] - equilibrium);
    }

    /** Lets the flux of a zone relax to A; returns the part of it that matter takes over, dt c chi_t (F - A) [per cm^2 and s]. */
    double relax(int axis, int zone, double dt, double opacity, double anomalous) {
        double rate = C * opacity;
        flux[axis][zone] = (flux[axis][zone] + dt * rate * anomalous) / (1 + dt * rate);
        return dt * rate * (flux[axis][zone] - anomalous);
    }
}

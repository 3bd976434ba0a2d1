package org.chiralkick.it.moments;

import org.chiralkick.matter.PhysicalConstants;

/**
 * One spherical harmonic, l = 0 or the l = 1 along an axis, of a density and its flux in a star: of energy, or of number, of one species and
 * group. With n the cosine of the angle to the axis, E = E_1 n, and the flux is F_r n along the radius and F_t along (axis - n radius):
 *
 * <pre>
 *   dE_1/dt + (r^2 F_r)'/r^2 - 2 F_t/r  =  c chi_a (E_eq - E_1)
 *   dF_r/dt + (c^2/3) E_1'              = -c chi_t (F_r - A_r)
 *   dF_t/dt + (c^2/3) E_1/r             = -c chi_t (F_t - A_t)
 * </pre>
 *
 * <p>and without the terms in F_t for l = 0. Eddington closure; nothing comes in at the surface, so that F_r = c E/2 there (Marshak). Backward
 * Euler as a whole, a tridiagonal system per step. A uniform A has no divergence to round-off.
 */
final class StarMoments {
    private static final double C = PhysicalConstants.C_CM_PER_S;

    private final StarGrid grid;
    private final boolean dipole;
    /** E in the middle of shells, F_r at their faces [per cm^3; per cm^2 and s], by point. */
    private final double[] value;
    /** F_t in the middle of shells [per cm^2 and s]. */
    private final double[] tangential;

    private final double[] anomalousRadial;
    private final double[] anomalousTangential;
    /** What F would be at the end of the step without a gradient of E, and what a unit of it takes away. */
    private final double[] free;

    private final double[] slope;
    private final double[] diagonal;
    private final double[] right;
    /** c^2 times the momentum along the axis that matter at each point has got so far. */
    private final double[] taken;
    /** What pressure carried out through the sphere of each face so far [g cm/s, for moments of energy]. */
    private final double[] carried;

    /** Makes an empty star; {@code dipole} for l = 1. */
    StarMoments(StarGrid grid, boolean dipole) {
        this.grid = grid;
        this.dipole = dipole;
        int points = grid.points();
        this.value = new double[points];
        this.tangential = new double[points];
        this.anomalousRadial = new double[points];
        this.anomalousTangential = new double[points];
        this.free = new double[points];
        this.slope = new double[points];
        this.diagonal = new double[points];
        this.right = new double[points];
        this.taken = new double[points];
        this.carried = new double[points];
    }

    /** Returns the density at a point; at faces, the mean of both sides. */
    double density(int point) {
        if (point % 2 != 0) {
            return value[point];
        }
        double inner = point == 0 ? dipole ? -value[1] : value[1] : value[point - 1];
        double outer = point == grid.surface() ? 2 * value[point] / C : value[point + 1];
        return (inner + outer) / 2;
    }

    /** Sets the density in the middle of a shell. */
    void density(int middle, double density) {
        value[middle] = density;
    }

    /** Returns the radial flux at a face. */
    double flux(int face) {
        return value[face];
    }

    /** Says what the flux relaxes to at a point: its radial and its tangential projection (guide/physics.md (10.8)). */
    void anomalous(int point, double radial, double along) {
        anomalousRadial[point] = radial;
        anomalousTangential[point] = along;
    }

    /** What matter does to the neutrinos at a point. */
    interface Matter {
        /** Returns chi_a [1/cm]. */
        double absorption(int point);

        /** Returns chi_t [1/cm]. */
        double opacity(int point);

        /** Returns E_eq of this harmonic [per cm^3]. */
        double equilibrium(int point);
    }

    /** Does a step of any length. */
    void step(double dt, Matter matter) {
        for (int face = 2; face <= grid.surface(); face += 2) {
            double relaxed = dt * C * matter.opacity(face);
            double gradient = dt * C * C / (3 * grid.distance(face));
            double weight = 1 + relaxed + (face == grid.surface() ? 2 * gradient / C : 0);
            free[face] = (value[face] + relaxed * anomalousRadial[face]) / weight;
            slope[face] = gradient / weight;
        }
        for (int middle = 1; middle < grid.surface(); middle += 2) {
            double relaxed = dt * C * matter.opacity(middle);
            double gradient = dipole ? dt * C * C / 3 * grid.side(middle) / (2 * grid.volume(middle)) : 0;
            free[middle] = dipole ? (tangential[middle] + relaxed * anomalousTangential[middle]) / (1 + relaxed) : 0;
            slope[middle] = gradient / (1 + relaxed);
        }
        solve(dt, matter);
        for (int face = 2; face <= grid.surface(); face += 2) {
            double outer = face == grid.surface() ? 0 : value[face + 1];
            value[face] = free[face] - slope[face] * (outer - value[face - 1]);
        }
        for (int middle = 1; middle < grid.surface(); middle += 2) {
            tangential[middle] = free[middle] - slope[middle] * value[middle];
        }
        if (dipole) {
            account(dt, matter);
        }
    }

    /** Finds the densities at the end of the step: what the fluxes at its end leave in each shell. */
    private void solve(double dt, Matter matter) {
        for (int middle = 1; middle < grid.surface(); middle += 2) {
            double inner = dt * grid.area(middle - 1);
            double outer = dt * grid.area(middle + 1);
            double side = dt * grid.side(middle);
            double absorbed = dt * C * matter.absorption(middle);
            double volume = grid.volume(middle);
            diagonal[middle] = volume * (1 + absorbed)
                    + outer * slope[middle + 1]
                    + inner * slope[middle - 1]
                    + side * slope[middle];
            right[middle] = volume * (value[middle] + absorbed * matter.equilibrium(middle))
                    - (outer * free[middle + 1] - inner * free[middle - 1] - side * free[middle]);
            if (middle > 1) {
                double factor = inner * slope[middle - 1] / diagonal[middle - 2];
                diagonal[middle] -= factor * inner * slope[middle - 1];
                right[middle] += factor * right[middle - 2];
            }
        }
        for (int middle = grid.surface() - 1; middle > 0; middle -= 2) {
            double next =
                    middle + 2 < grid.points() ? dt * grid.area(middle + 1) * slope[middle + 1] * value[middle + 2] : 0;
            value[middle] = (right[middle] + next) / diagonal[middle];
        }
    }

    private void account(double dt, Matter matter) {
        for (int face = 2; face <= grid.surface(); face += 2) {
            double excess = value[face] - anomalousRadial[face];
            taken[face] += dt * C * matter.opacity(face) * excess * along(face);
            carried[face] += dt * outflow(face);
        }
        for (int middle = 1; middle < grid.surface(); middle += 2) {
            double excess = tangential[middle] - anomalousTangential[middle];
            taken[middle] += dt * C * matter.opacity(middle) * excess * along(middle);
        }
    }

    /** Returns what a unit of flux at a point stands for along the axis [cm^3]: a third of the volume between densities, two of a shell's. */
    private double along(int point) {
        return point % 2 == 0 ? grid.area(point) * grid.distance(point) / 3 : 2 * grid.volume(point) / 3;
    }

    /** Returns the momentum that passes a face outwards per second along the axis [dyn, for moments of energy]. */
    double outflow(int face) {
        double outside = face == grid.surface() ? 2 * value[face] / C : value[face + 1];
        return outside / 3 * grid.area(face) / 3; // pressure, times the mean of n^2 over the sphere
    }

    /** Returns the momentum that matter inside of a face has got along the axis so far [g cm/s, for moments of energy]. */
    double pushed(int face) {
        double sum = 0;
        for (int point = 1; point <= face; point++) {
            sum += taken[point];
        }
        return sum / (C * C);
    }

    /** Returns the momentum of the neutrinos inside of a face along the axis [g cm/s, for moments of energy]. */
    double held(int face) {
        double sum = 0;
        for (int point = 1; point <= face; point++) {
            sum += along(point) * (point % 2 == 0 ? value[point] : tangential[point]);
        }
        return sum / (C * C);
    }

    /** Returns the momentum that has passed a face outwards along the axis so far [g cm/s, for moments of energy]. */
    double passed(int face) {
        return carried[face];
    }
}

package org.chiralkick.star.emission;

import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.field.PolarVector;

/** In which directions the zones of a star are sampled. */
final class InteriorNodes {
    /** Inside only low moments are needed, of fields as smooth as a dipole or a map. */
    private static final int POLAR = 6;

    private static final int AZIMUTHAL = 4;

    /** What goes with the cosine of an angle, times it, has two waves around the axis: three nodes integrate them exactly. */
    private static final int FEWEST_AZIMUTHAL = 3;

    private static final int FEWEST_POLAR = 2;
    private static final int MOST_POLAR = 8;

    /** Error of the l = 1 part of the field that is allowed, over its largest value [1]. */
    private static final double TOLERANCE = 1e-3;

    private InteriorNodes() {}

    /**
     * Returns directions for magnitudes of currents.
     *
     * @param obliquityRad angle from the spin axis to the magnetic axis [rad]
     */
    static Directions all(double obliquityRad) {
        return new Directions(POLAR, AZIMUTHAL, obliquityRad);
    }

    /**
     * Returns the fewest directions that give the l = 1 part of a field; exact for a uniform field and a dipole, to 1e-3 for others.
     *
     * @param initial the star at t = 0
     * @param obliquityRad angle from the spin axis to the magnetic axis [rad]
     */
    static Directions forDipole(FrozenField field, InteriorState initial, double obliquityRad) {
        double[][] good = moments(new Directions(MOST_POLAR, 1, 0), field, initial);
        for (int polar = FEWEST_POLAR; polar < MOST_POLAR; polar++) {
            if (agree(good, moments(new Directions(polar, 1, 0), field, initial))) {
                return new Directions(polar, FEWEST_AZIMUTHAL, obliquityRad);
            }
        }
        return new Directions(MOST_POLAR, FEWEST_AZIMUTHAL, obliquityRad);
    }

    private static boolean agree(double[][] good, double[][] tried) {
        double largest = 0;
        double error = 0;
        for (int i = 0; i < good.length; i++) {
            for (int k = 0; k < 2; k++) {
                largest = Math.max(largest, Math.abs(good[i][k]));
                error = Math.max(error, Math.abs(tried[i][k] - good[i][k]));
            }
        }
        return error <= TOLERANCE * largest;
    }

    private static double[][] moments(Directions directions, FrozenField field, InteriorState initial) {
        double[][] all = new double[initial.zones()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = moments(directions, field, initial.radius[i]);
        }
        return all;
    }

    /** Returns the radial and the tangential l = 1 part of a field along its axis [G]. */
    private static double[] moments(Directions directions, FrozenField field, double radius) {
        double[] sum = new double[2];
        for (int k = 0; k < directions.size(); k++) {
            double cosine = directions.cosTheta(k);
            PolarVector b = field.initialGaussAt(radius, cosine);
            sum[0] += 3 * directions.weight(k) * b.radial() * cosine;
            sum[1] -= 1.5 * directions.weight(k) * b.polar() * Math.sqrt((1 - cosine) * (1 + cosine));
        }
        return sum;
    }
}

package org.chiralkick.star.emission;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.field.PolarVector;

/**
 * Directions over which a sphere is sampled: Gauss-Legendre nodes in |cos theta| in each magnetic hemisphere times uniform
 * azimuth, so that the kink of an outflow at the magnetic equator lies between nodes. The magnetic axis is tilted from the spin
 * axis +z towards +x.
 */
final class Directions {
    private final double[] cosTheta;
    private final double[] weight;
    private final double[][] radial;
    private final double[][] polar;
    private final double[][] azimuthal;

    /**
     * @param polarNodes per hemisphere
     * @param azimuthalNodes per circle
     * @param obliquityRad angle from the spin axis to the magnetic axis [rad]
     */
    Directions(int polarNodes, int azimuthalNodes, double obliquityRad) {
        int size = 2 * polarNodes * azimuthalNodes;
        cosTheta = new double[size];
        weight = new double[size];
        radial = new double[size][3];
        polar = new double[size][3];
        azimuthal = new double[size][3];
        GaussIntegrator hemisphere = new GaussIntegratorFactory().legendre(polarNodes, 0, 1);
        int node = 0;
        for (int k = 0; k < polarNodes; k++) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                double cosine = sign * hemisphere.getPoint(k);
                double sine = Math.sqrt((1 - cosine) * (1 + cosine));
                for (int j = 0; j < azimuthalNodes; j++) {
                    double azimuth = 2 * Math.PI * (j + 0.5) / azimuthalNodes;
                    double c = Math.cos(azimuth);
                    double s = Math.sin(azimuth);
                    cosTheta[node] = cosine;
                    weight[node] = hemisphere.getWeight(k) / (2 * azimuthalNodes);
                    tilt(radial[node], obliquityRad, sine * c, sine * s, cosine);
                    tilt(polar[node], obliquityRad, cosine * c, cosine * s, -sine);
                    tilt(azimuthal[node], obliquityRad, -s, c, 0);
                    node++;
                }
            }
        }
    }

    /**
     * Directions of one's own, each standing for the same part of the sphere.
     *
     * @param units unit vectors from the centre, +z the spin axis
     * @param obliquityRad angle from the spin axis to the magnetic axis [rad]
     */
    Directions(List<Vector3> units, double obliquityRad) {
        int size = units.size();
        cosTheta = new double[size];
        weight = new double[size];
        radial = new double[size][3];
        polar = new double[size][3];
        azimuthal = new double[size][3];
        Arrays.fill(weight, 1.0 / size);
        double c = Math.cos(obliquityRad);
        double s = Math.sin(obliquityRad);
        for (int node = 0; node < size; node++) {
            Vector3 unit = units.get(node);
            // In the frame whose z is the magnetic axis.
            double x = unit.x() * c - unit.z() * s;
            double y = unit.y();
            double z = Math.max(-1, Math.min(1, unit.z() * c + unit.x() * s));
            double sine = Math.hypot(x, y);
            double cosAzimuth = sine == 0 ? 1 : x / sine;
            double sinAzimuth = sine == 0 ? 0 : y / sine;
            cosTheta[node] = z;
            tilt(radial[node], obliquityRad, x, y, z);
            tilt(polar[node], obliquityRad, z * cosAzimuth, z * sinAzimuth, -sine);
            tilt(azimuthal[node], obliquityRad, -sinAzimuth, cosAzimuth, 0);
        }
    }

    private static void tilt(double[] into, double angle, double x, double y, double z) {
        into[0] = x * Math.cos(angle) + z * Math.sin(angle);
        into[1] = y;
        into[2] = z * Math.cos(angle) - x * Math.sin(angle);
    }

    /** Returns the number of directions. */
    int size() {
        return weight.length;
    }

    /** Returns the cosine of the angle to the magnetic axis. */
    double cosTheta(int node) {
        return cosTheta[node];
    }

    /** Returns the part of the sphere that a direction stands for; all sum to 1. */
    double weight(int node) {
        return weight[node];
    }

    /** Returns a component of the outward unit vector, at the phase of t = 0. */
    double radial(int node, int axis) {
        return radial[node][axis];
    }

    /** Returns a Cartesian component of a vector given in polar components, at the phase of t = 0. */
    double cartesian(int node, PolarVector vector, int axis) {
        return cartesian(node, vector.radial(), vector.polar(), vector.azimuthal(), axis);
    }

    /** Returns a Cartesian component of a vector with these polar components, at the phase of t = 0. */
    double cartesian(int node, double alongRadial, double alongPolar, double alongAzimuthal, int axis) {
        return alongRadial * radial[node][axis]
                + alongPolar * polar[node][axis]
                + alongAzimuthal * azimuthal[node][axis];
    }
}

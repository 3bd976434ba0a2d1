package org.chiralkick.star.emission;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.chiralkick.star.field.MagneticGeometry;

/**
 * Surface elements and magnetic field of a sphere that emits, turning rigidly about +z.
 *
 * <p>Nodes: Gauss-Legendre in |cos theta| about the axis, for each hemisphere by itself, times uniform azimuth. With the magnetic
 * axis as the axis, max(F.n, 0) is a polynomial (uniform field) or analytic (dipole) in each hemisphere: 16 polar nodes give
 * disk values to 1e-15 and dipole beams to 1e-14. The columns of {@link #field} and {@link #element} belong to this object;
 * {@link #turnTo} rewrites them in place.
 */
public final class EmissionSphere {
    /** Polar nodes per hemisphere. */
    static final int POLAR = 16;

    /** Azimuthal nodes; they sum the harmonics 0 to 2 of products of vectors exactly. */
    static final int AZIMUTHAL = 8;

    private final int size;
    private final double[][] fieldAtStart;
    private final double[][] elementAtStart;
    private final double[][] field;
    private final double[][] element;

    /**
     * @param radiusCm radius of the sphere [cm]
     * @param geometry shape of the field
     * @param fieldGauss field strength, at the pole for a dipole [G]
     * @param obliquityRad angle from +z (spin) to the magnetic axis, in the x-z plane at t = 0 [rad]
     */
    public EmissionSphere(double radiusCm, MagneticGeometry geometry, double fieldGauss, double obliquityRad) {
        this(radiusCm, geometry, fieldGauss, obliquityRad, POLAR, AZIMUTHAL);
    }

    EmissionSphere(
            double radiusCm,
            MagneticGeometry geometry,
            double fieldGauss,
            double obliquityRad,
            int polarNodes,
            int azimuthalNodes) {
        size = 2 * polarNodes * azimuthalNodes;
        fieldAtStart = new double[3][size];
        elementAtStart = new double[3][size];
        // Without a field only the rotation has a direction: then its equator is where the outflow has its kink.
        double tilt = fieldGauss == 0 ? 0 : obliquityRad;
        GaussIntegrator hemisphere = new GaussIntegratorFactory().legendre(polarNodes, 0, 1);
        int zone = 0;
        for (int k = 0; k < polarNodes; k++) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                double cosine = sign * hemisphere.getPoint(k);
                double sine = Math.sqrt((1 - cosine) * (1 + cosine));
                double area = hemisphere.getWeight(k) * 2 * Math.PI / azimuthalNodes * radiusCm * radiusCm;
                double along = fieldGauss * geometry.axial(cosine);
                double outward = fieldGauss * geometry.perpendicular(cosine, sine);
                for (int j = 0; j < azimuthalNodes; j++) {
                    double azimuth = 2 * Math.PI * (j + 0.5) / azimuthalNodes;
                    double cosAzimuth = Math.cos(azimuth);
                    double sinAzimuth = Math.sin(azimuth);
                    double nx = sine * cosAzimuth;
                    double ny = sine * sinAzimuth;
                    put(elementAtStart, zone, tilt, area * nx, area * ny, area * cosine);
                    put(fieldAtStart, zone, tilt, outward * cosAzimuth, outward * sinAzimuth, along);
                    zone++;
                }
            }
        }
        field = copy(fieldAtStart);
        element = copy(elementAtStart);
    }

    /** Returns the number of surface elements. */
    public int size() {
        return size;
    }

    /** Returns the column of one component of B [G], in the inertial frame at the phase last turned to. */
    public double[] field(int axis) {
        return field[axis];
    }

    /** Returns the column of one component of the surface elements [cm^2], outward. */
    public double[] element(int axis) {
        return element[axis];
    }

    /** Turns the sphere and its field to a phase [rad] about +z, counted from t = 0. */
    public void turnTo(double phase) {
        double cosine = Math.cos(phase);
        double sine = Math.sin(phase);
        turn(fieldAtStart, field, cosine, sine);
        turn(elementAtStart, element, cosine, sine);
    }

    private static void turn(double[][] from, double[][] to, double cosine, double sine) {
        double[] x = from[0];
        double[] y = from[1];
        double[] turnedX = to[0];
        double[] turnedY = to[1];
        for (int i = 0; i < x.length; i++) {
            turnedX[i] = x[i] * cosine - y[i] * sine;
            turnedY[i] = x[i] * sine + y[i] * cosine;
        }
    }

    /** Tilts a vector of the magnetic frame towards +x and stores it. */
    private static void put(double[][] columns, int zone, double tilt, double x, double y, double z) {
        double cosine = Math.cos(tilt);
        double sine = Math.sin(tilt);
        columns[0][zone] = x * cosine + z * sine;
        columns[1][zone] = y;
        columns[2][zone] = z * cosine - x * sine;
    }

    private static double[][] copy(double[][] columns) {
        return new double[][] {columns[0].clone(), columns[1].clone(), columns[2].clone()};
    }
}

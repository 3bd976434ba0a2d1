package org.chiralkick.host.internal.grid;

import org.chiralkick.host.value.CouplingException;

/** The faces of the zones of a block of a spherical grid. Immutable. */
public final class SphericalFaces implements Faces {
    /** An edge is the surface within this share of the radius. */
    private static final double SAME = 1e-9;

    private static final double MOST = 1e50;

    private final double[] r;
    private final double[] theta;
    private final double[] phi;
    private final double end;

    /** Makes the faces of a block with these edges, each one more than zones; refuses edges that do not rise or are out of range. */
    public SphericalFaces(double[] r, double[] theta, double[] phi) {
        this(
                edges("r", r, 0, MOST),
                edges("theta", theta, 0, Math.PI * (1 + 1e-12)),
                edges("phi", phi, -100, 100),
                Double.POSITIVE_INFINITY);
    }

    private SphericalFaces(double[] r, double[] theta, double[] phi, double end) {
        this.r = r;
        this.theta = theta;
        this.phi = phi;
        this.end = end;
    }

    private static double[] edges(String name, double[] edges, double least, double most) {
        if (edges.length == 0) {
            throw CouplingException.argument("edges of " + name + " are none; give one more than there are zones");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!(edges[i] >= least && edges[i] <= most)) {
                throw CouplingException.argument(
                        "edge " + i + " of " + name + " is " + edges[i] + "; must be in [" + least + ", " + most + "]");
            }
            if (i > 0 && !(edges[i] > edges[i - 1])) {
                throw CouplingException.argument("edge " + i + " of " + name + " is " + edges[i]
                        + " and the one before " + edges[i - 1] + "; edges must rise");
            }
        }
        return edges.clone();
    }

    /** Returns the faces of which those outside a radius let nothing through. */
    public SphericalFaces within(double radius) {
        for (int i = 0; i + 1 < r.length; i++) {
            if (r[i] < radius * (1 - SAME) && r[i + 1] > radius * (1 + SAME)) {
                throw CouplingException.argument("radius of the surface is " + radius + ", between the edges " + r[i]
                        + " and " + r[i + 1] + " of r; must be an edge");
            }
        }
        return new SphericalFaces(r, theta, phi, radius * (1 - SAME));
    }

    /** Refuses extents that are not those of the edges. */
    public void requireExtents(int[] extents) {
        double[][] edges = {r, theta, phi};
        for (int axis = 0; axis < 3; axis++) {
            if (extents[axis] != edges[axis].length - 1) {
                throw CouplingException.argument("extent " + axis + " of the block is " + extents[axis] + " for "
                        + edges[axis].length + " edges; must be one less than edges");
            }
        }
    }

    @Override
    public double divergence(FluxLayers flux, int i, int j, int k) {
        double[] area = new double[3];
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double before = 0;
            for (int upper = 0; upper < 2; upper++) {
                double flow = 0;
                if (r[i + (axis == 0 ? upper : 0)] < end) {
                    face(i, j, k, axis, upper, area);
                    for (int c = 0; c < 3; c++) {
                        flow += area[c] == 0 ? 0 : area[c] * flux.atFace(i, j, k, axis, upper, c);
                    }
                }
                if (upper == 0) {
                    before = flow;
                } else {
                    sum += flow - before;
                }
            }
        }
        return sum / volume(i, j, k);
    }

    /** Sets the area of a face along the axis, as a Cartesian vector: the integral of the normal. Those of a zone add up to 0. */
    private void face(int i, int j, int k, int axis, int upper, double[] area) {
        double r1 = r[i];
        double r2 = r[i + 1];
        double t1 = theta[j];
        double t2 = theta[j + 1];
        double p1 = phi[k];
        double p2 = phi[k + 1];
        double ring = 0.5 * (r2 - r1) * (r2 + r1);
        if (axis == 0) {
            double at = upper == 1 ? r2 : r1;
            double belt = 0.5 * (t2 - t1) - 0.5 * Math.cos(t1 + t2) * Math.sin(t2 - t1);
            area[0] = at * at * belt * sines(p1, p2);
            area[1] = -at * at * belt * cosines(p1, p2);
            area[2] = -0.25 * at * at * cosines(2 * t1, 2 * t2) * (p2 - p1);
        } else if (axis == 1) {
            double at = upper == 1 ? t2 : t1;
            // No face at the poles, whatever lies beyond.
            double sine = at < Math.PI * (1 - SAME) ? Math.sin(at) : 0;
            area[0] = ring * sine * Math.cos(at) * sines(p1, p2);
            area[1] = -ring * sine * Math.cos(at) * cosines(p1, p2);
            area[2] = -ring * sine * sine * (p2 - p1);
        } else {
            double at = upper == 1 ? p2 : p1;
            area[0] = -ring * (t2 - t1) * Math.sin(at);
            area[1] = ring * (t2 - t1) * Math.cos(at);
            area[2] = 0;
        }
    }

    private double volume(int i, int j, int k) {
        double r1 = r[i];
        double r2 = r[i + 1];
        double shell = (r2 - r1) * (r2 * r2 + r2 * r1 + r1 * r1) / 3;
        return -shell * cosines(theta[j], theta[j + 1]) * (phi[k + 1] - phi[k]);
    }

    /** Returns sin b - sin a without loss for angles that are close. */
    private static double sines(double a, double b) {
        return 2 * Math.cos(0.5 * (a + b)) * Math.sin(0.5 * (b - a));
    }

    /** Returns cos b - cos a without loss for angles that are close. */
    private static double cosines(double a, double b) {
        return -2 * Math.sin(0.5 * (a + b)) * Math.sin(0.5 * (b - a));
    }
}

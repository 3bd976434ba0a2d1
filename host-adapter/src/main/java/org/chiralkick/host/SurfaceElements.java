package org.chiralkick.host;

import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.ZoneField;

/**
 * Surface elements of a sphere on a uniform Cartesian grid: {@link ZoneField#SURFACE_ELEMENT} of a host whose emitting surface is a sphere.
 * Immutable; blocks may be filled by several threads.
 *
 * <p>An element is minus the gradient of a mask, integrated over the zone; the mask falls linearly from 1 to 0 over one zone across the
 * surface. So zones farther away get 0, and the elements of a grid in which the sphere lies with a zone to spare add up to 0 but for rounding,
 * whatever its blocks: each has the elements that it has in the whole. A uniform flux F carries F pi R<sup>2</sup> out of the sphere; the
 * elements give that within 1.5 % for a radius of 4 zones (of their longest side), in every direction, and better with more. What lies off the
 * grid (the other octants of a symmetric star) is not counted. Where blocks of different spacing meet at the surface the sum is not 0: keep it within one level.
 *
 * <p>Lengths are in the host's unit, elements in that unit squared, as the coupling takes them ({@link
 * org.chiralkick.host.value.Units}).
 */
public final class SurfaceElements {
    // The native interface does the same operations in the same order (surface.c).

    /** Lengths whose products and squares are far from both ends of a double. */
    private static final double SHORTEST = 1e-50;

    private static final double LONGEST = 1e50;

    /** Zones in a radius; a smaller sphere is not resolved. */
    private static final int LEAST_ZONES = 2;

    /** From the middle of a side to its two Gauss points, in sides: 1/sqrt(12). */
    private static final double GAUSS = 0.28867513459481287;

    private final double[] centre;
    private final double radius;

    private SurfaceElements(double[] centre, double radius) {
        this.centre = centre;
        this.radius = radius;
    }

    /**
     * Returns the surface of a sphere.
     *
     * @param centre of the sphere, each coordinate in [-1e50, 1e50] in the host's unit of length
     * @param radius of the sphere, in [1e-50, 1e50] in the same unit
     * @throws CouplingException if one is out of range
     */
    public static SurfaceElements ofSphere(Vector3 centre, double radius) {
        return new SurfaceElements(place("centre of the sphere", centre), length("radius of the sphere", radius));
    }

    /**
     * Fills the elements of a block of a grid.
     *
     * @param first centre of the block's first zone, that at which the views start, each coordinate in [-1e50, 1e50] in the host's unit of
     *     length; ghost zones are left out of both, or are part of both
     * @param spacing of the zones along x, y and z, each in [1e-50, 1e50] in the same unit
     * @param extents zones along x, y and z, each {@code >= 0}
     * @param elements where to write them: one view with {@link View#components}, or three; the same views are the block's surface
     *     element. They are divided by a unit factor of the view
     * @throws CouplingException if a length is out of range, the radius is less than 2 zones where the surface lies, there are not three
     *     extents, or the views cannot be written or do not hold the block. Then the elements are undefined
     */
    public void fill(Vector3 first, Vector3 spacing, int[] extents, View... elements) {
        if (extents.length != 3) {
            throw CouplingException.argument("a block of a Cartesian grid has " + extents.length
                    + " extents; must have 3, the zones along x, y and z");
        }
        for (int axis = 0; axis < 3; axis++) {
            if (extents[axis] < 0) {
                throw CouplingException.argument(
                        "extent " + axis + " of the block is " + extents[axis] + "; must be >= 0");
            }
        }
        double[] h = components(spacing);
        for (int axis = 0; axis < 3; axis++) {
            length("spacing along " + "xyz".charAt(axis), h[axis]);
        }
        Grid grid = grid(place("centre of the first zone", first), h);
        Slot[] slots = new Slot[3];
        for (int axis = 0; axis < 3; axis++) {
            slots[axis] = new Slot(ZoneField.SURFACE_ELEMENT.columnName(axis));
        }
        Binder.bind(ZoneField.SURFACE_ELEMENT, 3, slots, elements, extents, true);
        if (extents[0] == 0) {
            return;
        }
        double[][] row = new double[3][extents[0]];
        long zone = 0;
        for (int k = 0; k < extents[2]; k++) {
            for (int j = 0; j < extents[1]; j++, zone += extents[0]) {
                grid.row(j, k, row);
                for (int axis = 0; axis < 3; axis++) {
                    slots[axis].scatter(zone, extents[0], slots[axis].factor(), row[axis], 0);
                }
            }
        }
    }

    /** Returns the sphere as a block of a grid sees it; {@code first} and spacing have been checked. */
    Grid grid(double[] first, double[] spacing) {
        return new Grid(first, spacing, centre, radius);
    }

    static double[] components(Vector3 vector) {
        return new double[] {vector.x(), vector.y(), vector.z()};
    }

    static double[] place(String what, Vector3 given) {
        double[] place = components(given);
        for (int axis = 0; axis < 3; axis++) {
            if (!(Math.abs(place[axis]) <= LONGEST)) {
                throw CouplingException.argument(what + " along " + "xyz".charAt(axis) + " is " + place[axis]
                        + "; must be a coordinate in [-1e50, 1e50], in your unit of length");
            }
        }
        return place;
    }

    static double length(String what, double length) {
        if (length >= SHORTEST && length <= LONGEST) {
            return length;
        }
        throw CouplingException.argument(what + " is " + length + "; must be a length in [1e-50, 1e50], in your unit");
    }

    /** The sphere as a block of zones sees it. */
    static final class Grid {
        private final double[] first;
        private final double[] spacing;
        private final double[] centre;
        private final double radius;
        private final double largestSpacing;

        Grid(double[] first, double[] spacing, double[] centre, double radius) {
            this.first = first;
            this.spacing = spacing;
            this.centre = centre;
            this.radius = radius;
            this.largestSpacing = Math.max(spacing[0], Math.max(spacing[1], spacing[2]));
        }

        /** Computes the elements of a row of zones along x: x, y, z components. */
        void row(int j, int k, double[][] into) {
            double[] at = new double[3];
            for (int i = 0; i < into[0].length; i++) {
                boolean touched = isTouched(i, j, k);
                for (int axis = 0; axis < 3; axis++) {
                    double area = spacing[(axis + 1) % 3] * spacing[(axis + 2) % 3];
                    into[axis][i] =
                            touched ? area * (overFace(i, j, k, axis, -0.5, at) - overFace(i, j, k, axis, 0.5, at)) : 0;
                }
            }
        }

        /** Returns whether the ramp reaches into a zone; refuses a sphere that is too small to be looked at there. */
        boolean isTouched(int i, int j, int k) {
            double r = norm(coordinate(0, i), coordinate(1, j), coordinate(2, k));
            double reach = 0.5 * (norm(spacing[0], spacing[1], spacing[2]) + largestSpacing);
            boolean touched = Math.abs(r - radius) <= reach;
            if (touched && radius < LEAST_ZONES * largestSpacing) {
                throw CouplingException.argument("radius of the sphere is " + radius
                        + ", and zones at its surface measure " + largestSpacing + "; must be at least " + LEAST_ZONES
                        + " of them: refine the grid there");
            }
            return touched;
        }

        /** Returns whether a zone that the ramp does not reach is inside. */
        boolean holds(int i, int j, int k) {
            return norm(coordinate(0, i), coordinate(1, j), coordinate(2, k)) < radius;
        }

        /** Returns the mean of the ramp over a face of a zone, on its lower (-0.5) or upper (0.5) side; {@code at} is scratch. */
        double overFace(int i, int j, int k, int axis, double side, double[] at) {
            int b = (axis + 1) % 3;
            int c = (axis + 2) % 3;
            at[axis] = coordinate(axis, index(axis, i, j, k) + side);
            double sum = 0;
            for (int point = 0; point < 4; point++) {
                at[b] = coordinate(b, index(b, i, j, k) + ((point & 1) != 0 ? GAUSS : -GAUSS));
                at[c] = coordinate(c, index(c, i, j, k) + ((point & 2) != 0 ? GAUSS : -GAUSS));
                sum += ramp(at[0], at[1], at[2]);
            }
            return 0.25 * sum;
        }

        private static double index(int axis, int i, int j, int k) {
            return axis == 0 ? i : axis == 1 ? j : k;
        }

        /** Returns a coordinate relative to the centre; two zones find the same bits for the face between them. */
        private double coordinate(int axis, double index) {
            return first[axis] + index * spacing[axis] - centre[axis];
        }

        /** Returns the share of a point that counts as inside: it falls from 1 to 0 over one zone across the surface. */
        private double ramp(double x, double y, double z) {
            double r = norm(x, y, z);
            if (r == 0) {
                return 1;
            }
            double share = 0.5 + (radius - r) * r / norm(x * spacing[0], y * spacing[1], z * spacing[2]);
            return share > 1 ? 1 : share < 0 ? 0 : share;
        }

        private static double norm(double x, double y, double z) {
            return Math.sqrt(x * x + y * y + z * z);
        }
    }
}

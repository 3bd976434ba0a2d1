package org.chiralkick.host;

import org.chiralkick.host.internal.grid.Faces;
import org.chiralkick.host.internal.grid.FluxLayers;
import org.chiralkick.host.internal.grid.SphericalFaces;
import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Vector3;
import org.jspecify.annotations.Nullable;

/**
 * Divergence of a flux on a block of a uniform Cartesian or of a spherical grid: what each zone loses per volume and time. Immutable; blocks
 * may be filled by several threads.
 *
 * <p>It is summed over the faces of a zone. The flux at a face is the mean of the two zones beside it, so two zones, also of two blocks, have the
 * same bits for the face between them, and what leaves one enters the next. Times the volume the divergence adds up to what crosses the
 * outer faces, to rounding; a uniform flux has none but rounding. Vectors are Cartesian, on spherical grids too.
 *
 * <p>Where the fluxes {@link #endingAt end} at the emitting surface nothing flows outside of it; through a Cartesian zone's face at the surface flows
 * the share that the ramp of {@link SurfaceElements} has inside. Then the divergence adds up to 0, and a host that takes {@code dt}
 * times the divergence and what has {@link org.chiralkick.host.value.EscapedField escaped} from each zone loses altogether what the ledger
 * counts, to rounding. On the outflow side it leaves the very zones that it reaches; on the far side zones lose what has gone into the star.
 *
 * <p>Lengths are in the host's unit, the divergence in that of the flux over that of length.
 */
public final class Divergence {
    // The native interface does the same operations in the same order (divergence.c).
    // On a Cartesian grid the bits are the same; sines are not those of C.

    private final @Nullable SphericalFaces spherical;
    private final double[] first;
    private final double[] spacing;
    private final @Nullable SurfaceElements sphere;

    private Divergence(
            @Nullable SphericalFaces spherical, double[] first, double[] spacing, @Nullable SurfaceElements sphere) {
        this.spherical = spherical;
        this.first = first;
        this.spacing = spacing;
        this.sphere = sphere;
    }

    /**
     * Returns the divergence on a block of a uniform Cartesian grid.
     *
     * @param first centre of the block's first zone, that at which the divergence starts, each coordinate in [-1e50, 1e50]
     * @param spacing of the zones along x, y and z, each in [1e-50, 1e50]
     * @throws CouplingException if one is out of range
     */
    public static Divergence cartesian(Vector3 first, Vector3 spacing) {
        double[] h = SurfaceElements.components(spacing);
        for (int axis = 0; axis < 3; axis++) {
            SurfaceElements.length("spacing along " + "xyz".charAt(axis), h[axis]);
        }
        return new Divergence(null, SurfaceElements.place("centre of the first zone", first), h, null);
    }

    /**
     * Returns the divergence on a block of a spherical grid.
     *
     * @param r edges of its zones, rising, one more than zones, each in [0, 1e50]
     * @param theta edges from the z axis, rising, in [0, pi]
     * @param phi edges around it, rising, in [-100, 100] radians
     * @throws CouplingException if one is out of range
     */
    public static Divergence spherical(double[] r, double[] theta, double[] phi) {
        return new Divergence(new SphericalFaces(r, theta, phi), new double[3], new double[3], null);
    }

    /**
     * Returns the divergence of fluxes that end at a sphere.
     *
     * @throws CouplingException if the grid is not Cartesian
     */
    public Divergence endingAt(SurfaceElements surface) {
        if (spherical != null) {
            throw CouplingException.argument(
                    "fluxes on a spherical grid end at a radius; call endingAt(radius), with an edge of r");
        }
        return new Divergence(null, first, spacing, surface);
    }

    /**
     * Returns the divergence of fluxes that end at a radius.
     *
     * @param radius an edge of r, or one outside of the block, in [1e-50, 1e50]
     * @throws CouplingException if the grid is not spherical, or the radius lies between two edges
     */
    public Divergence endingAt(double radius) {
        SphericalFaces faces = spherical;
        if (faces == null) {
            throw CouplingException.argument(
                    "fluxes on a Cartesian grid end at a sphere; call endingAt(SurfaceElements.ofSphere(centre, radius))");
        }
        SurfaceElements.length("radius of the surface", radius);
        return new Divergence(faces.within(radius), first, spacing, null);
    }

    /**
     * Fills the divergence of a block.
     *
     * @param extents zones along x, y, z or r, theta, phi, without the layer around
     * @param divergence where to write it; divided by a unit factor of the view
     * @param flux one view with {@link View#components}, or three, with a zone more on both ends of each axis: they start at the first of that
     *     layer, which the host fills as it fills ghost zones. Corners do not matter
     * @throws CouplingException if there are not three extents or not those of the edges, the radius of the surface is less than 2 zones where it
     *     lies, or a view does not hold the block or cannot be written. Then the divergence is undefined
     */
    public void fill(int[] extents, View divergence, View... flux) {
        requireExtents(extents);
        int[] wide = {extents[0] + 2, extents[1] + 2, extents[2] + 2};
        Slot[] in = {new Slot("flux_x"), new Slot("flux_y"), new Slot("flux_z")};
        Binder.bind(Quantity.FLUX, 3, in, flux, wide, false);
        Slot[] out = {new Slot("divergence")};
        Binder.bind(Quantity.DIVERGENCE, 1, out, new View[] {divergence}, extents, true);
        if (extents[0] == 0 || extents[1] == 0) {
            return;
        }
        Faces faces = faces();
        FluxLayers layers = new FluxLayers(in, wide);
        double[] row = new double[extents[0]];
        for (int k = 0; k < extents[2]; k++) {
            layers.moveTo(k);
            for (int j = 0; j < extents[1]; j++) {
                for (int i = 0; i < extents[0]; i++) {
                    row[i] = faces.divergence(layers, i, j, k);
                }
                long zone = ((long) k * extents[1] + j) * extents[0];
                out[0].scatter(zone, extents[0], out[0].factor(), row, 0);
            }
        }
    }

    private void requireExtents(int[] extents) {
        if (extents.length != 3) {
            throw CouplingException.argument("a block of a grid has " + extents.length
                    + " extents; must have 3, the zones along each axis, 1 where there is one");
        }
        for (int axis = 0; axis < 3; axis++) {
            if (extents[axis] < 0 || extents[axis] > Integer.MAX_VALUE - 2) {
                throw CouplingException.argument("extent " + axis + " of the block is " + extents[axis]
                        + "; must be in [0, " + (Integer.MAX_VALUE - 2) + "]");
            }
        }
        if (spherical != null) {
            spherical.requireExtents(extents);
        }
    }

    private Faces faces() {
        if (spherical != null) {
            return spherical;
        }
        return new CartesianFaces(spacing, sphere == null ? null : sphere.grid(first, spacing));
    }

    /** Names for messages. */
    private enum Quantity {
        FLUX,
        DIVERGENCE
    }

    private static final class CartesianFaces implements Faces {
        private final double[] h;
        private final SurfaceElements.@Nullable Grid surface;

        CartesianFaces(double[] h, SurfaceElements.@Nullable Grid surface) {
            this.h = h;
            this.surface = surface;
        }

        @Override
        public double divergence(FluxLayers flux, int i, int j, int k) {
            SurfaceElements.Grid end = surface;
            boolean touched = end != null && end.isTouched(i, j, k);
            double within = end == null || end.holds(i, j, k) ? 1 : 0;
            double[] at = new double[3];
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                double area = h[(axis + 1) % 3] * h[(axis + 2) % 3];
                double before = 0;
                for (int upper = 0; upper < 2; upper++) {
                    double share = end != null && touched ? end.overFace(i, j, k, axis, upper - 0.5, at) : within;
                    double flow = share == 0 ? 0 : share * area * flux.atFace(i, j, k, axis, upper, axis);
                    if (upper == 0) {
                        before = flow;
                    } else {
                        sum += flow - before;
                    }
                }
            }
            return sum / (h[0] * h[1] * h[2]);
        }
    }
}

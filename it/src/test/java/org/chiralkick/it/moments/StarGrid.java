package org.chiralkick.it.moments;

/**
 * A sphere cut into shells of equal thickness. Points lie at the faces of shells (even numbers, 0 the centre of the star) and in their middle
 * (odd numbers): densities and tangential fluxes live in the middle, radial fluxes at the faces.
 *
 * @param shells number of shells
 * @param radius of the star [cm]
 */
record StarGrid(int shells, double radius) {
    /** Returns the number of points along a radius. */
    int points() {
        return 2 * shells + 1;
    }

    /** Returns the point of the surface. */
    int surface() {
        return 2 * shells;
    }

    /** Returns the radius of a point [cm]. */
    double radius(int point) {
        return radius * point / (2.0 * shells);
    }

    /** Returns the area of the sphere through a point [cm^2]. */
    double area(int point) {
        return 4 * Math.PI * radius(point) * radius(point);
    }

    /** Returns the volume of the shell around a point in its middle [cm^3]. */
    double volume(int middle) {
        double inner = radius(middle - 1);
        double outer = radius(middle + 1);
        return 4 * Math.PI / 3 * (outer - inner) * (outer * outer + outer * inner + inner * inner);
    }

    /** Returns 2 V/r_c of a shell [cm^2], the area through which tangential fluxes fill a hemisphere (guide/physics.md (10.9)). */
    double side(int middle) {
        return area(middle + 1) - area(middle - 1);
    }

    /** Returns the distance of the densities on both sides of a face [cm]; of the surface, from the last shell's to the surface. */
    double distance(int face) {
        return (face == surface() ? 1 : 2) * radius(1);
    }
}

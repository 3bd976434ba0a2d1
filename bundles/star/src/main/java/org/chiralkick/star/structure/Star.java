package org.chiralkick.star.structure;

import java.util.List;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.MatterState;

/** A spherical star at one instant: matter in each zone, radii of the interfaces. Immutable. */
public final class Star {
    private final MassGrid grid;
    private final double[] radius;
    private final MatterState[] matter;

    /**
     * @param grid mass zones
     * @param radiusCm radii of the interfaces [cm], 0 first, increasing; one more than zones
     * @param matter state of each zone
     */
    public Star(MassGrid grid, double[] radiusCm, List<MatterState> matter) {
        if (radiusCm.length != grid.zones() + 1 || matter.size() != grid.zones()) {
            throw new IllegalArgumentException("a star of " + grid.zones() + " zones got " + radiusCm.length
                    + " radii and " + matter.size() + " states");
        }
        this.grid = grid;
        this.radius = radiusCm.clone();
        this.matter = matter.toArray(new MatterState[0]);
    }

    /** Returns the star whose zones hold these states, with the radii that follow from their densities. */
    public static Star of(MassGrid grid, List<MatterState> matter) {
        double[] radius = new double[grid.zones() + 1];
        double cube = 0;
        for (int i = 0; i < grid.zones(); i++) {
            cube += 3 / (4 * Math.PI) * volume(grid, i, matter.get(i));
            radius[i + 1] = Math.cbrt(cube);
        }
        return new Star(grid, radius, matter);
    }

    private static double volume(MassGrid grid, int zone, MatterState state) {
        return grid.baryons(zone) / (state.baryonDensity() * PhysicalConstants.PER_CM3_PER_MEV3);
    }

    /** Returns the mass zones. */
    public MassGrid grid() {
        return grid;
    }

    /** Returns the number of zones. */
    public int zones() {
        return matter.length;
    }

    /** Returns the radius of an interface [cm]; interface 0 is the centre. */
    public double radiusCm(int face) {
        return radius[face];
    }

    /** Returns the radius of the surface [cm]. */
    public double surfaceRadiusCm() {
        return radius[matter.length];
    }

    /** Returns the radius that halves the volume of a zone [cm]. */
    public double centreCm(int zone) {
        double inner = radius[zone];
        double outer = radius[zone + 1];
        return Math.cbrt((inner * inner * inner + outer * outer * outer) / 2);
    }

    /** Returns the volume of a zone [cm^3]. */
    public double volumeCm3(int zone) {
        return volume(grid, zone, matter[zone]);
    }

    /** Returns the matter in a zone. */
    public MatterState matter(int zone) {
        return matter[zone];
    }

    /** Returns the net number of leptons in the star [1]. */
    public double leptons() {
        double sum = 0;
        for (int i = 0; i < matter.length; i++) {
            sum += grid.baryons(i) * matter[i].leptonFraction();
        }
        return sum;
    }

    /** Returns the internal energy of the star [erg], as {@link MatterState#energyPerBaryon} counts it. */
    public double internalEnergyErg() {
        double sum = 0;
        for (int i = 0; i < matter.length; i++) {
            sum += grid.baryons(i) * matter[i].energyPerBaryon();
        }
        return sum * PhysicalConstants.ERG_PER_MEV;
    }

    /** Returns the moment of inertia, (2/3) sum of m r^2 over spherical shells [g cm^2]. */
    public double momentOfInertia() {
        double sum = 0;
        for (int i = 0; i < matter.length; i++) {
            double inner = radius[i];
            double outer = radius[i + 1];
            double cubes = outer * outer * outer - inner * inner * inner;
            double fifths = Math.pow(outer, 5) - Math.pow(inner, 5);
            sum += (grid.enclosedG(i + 1) - grid.enclosedG(i)) * 0.6 * fifths / cubes;
        }
        return 2.0 / 3 * sum;
    }
}

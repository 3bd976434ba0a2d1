package org.chiralkick.source;

import java.util.Arrays;

/**
 * The energy groups of a host's neutrino transport; immutable. Group g holds neutrinos of {@code lowerMeV(g) <= E < upperMeV(g)}; the edges
 * rise, the first is {@code >= 0}, the last may be infinite. A host sets them once per coupling; {@link #NONE} is a host that has none.
 *
 * <p>Fields of the transport set, {@link ZoneField#perGroup} and {@link FluxField#perGroup}, have a column per group, and per component of a
 * vector. Their values are integrated over the group, but for opacities, which are means.
 */
public final class EnergyGroups {
    /** Most groups there can be. */
    public static final int MOST = 1024;

    /** No groups: a host without spectral transport. */
    public static final EnergyGroups NONE = new EnergyGroups();

    private final double[] edges;

    private EnergyGroups(double... edges) {
        this.edges = edges;
    }

    /**
     * Returns the groups between these edges, one less than there are edges.
     *
     * @param edgesMeV rising energies [MeV], the first {@code >= 0}, the last may be infinite
     * @throws IllegalArgumentException naming the edge that is wrong
     */
    public static EnergyGroups between(double... edgesMeV) {
        if (edgesMeV.length < 2 || edgesMeV.length > MOST + 1) {
            throw new IllegalArgumentException(edgesMeV.length + " edges of energy groups are given; must be 2 to "
                    + (MOST + 1) + ", one more than groups");
        }
        double[] edges = edgesMeV.clone();
        if (!(edges[0] >= 0)) {
            throw new IllegalArgumentException("edge 0 of the energy groups is " + edges[0] + " MeV; must be >= 0");
        }
        edges[0] += 0.0; // a zero of either sign is the same edge
        for (int edge = 1; edge < edges.length; edge++) {
            if (!(edges[edge] > edges[edge - 1])) {
                throw new IllegalArgumentException("edge " + edge + " of the energy groups is " + edges[edge]
                        + " MeV; must be above edge " + (edge - 1) + ", " + edges[edge - 1] + " MeV");
            }
        }
        return new EnergyGroups(edges);
    }

    /**
     * Returns groups of equal width.
     *
     * @param lowestMeV first edge [MeV], {@code >= 0}
     * @param highestMeV last edge [MeV], finite
     * @param count number of groups, 1 to {@link #MOST}
     */
    public static EnergyGroups evenly(double lowestMeV, double highestMeV, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "number of energy groups is " + count + "; must be in [1, " + MOST + "]");
        }
        if (highestMeV == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "last edge of energy groups of equal width is infinite; must be finite, or name every edge");
        }
        double[] edges = new double[count + 1];
        for (int edge = 0; edge < count; edge++) {
            edges[edge] = lowestMeV + (highestMeV - lowestMeV) * edge / count;
        }
        edges[count] = highestMeV;
        return between(edges);
    }

    /** Returns the number of groups; 0 for a host without. */
    public int count() {
        return Math.max(edges.length - 1, 0);
    }

    /** Returns the lower edge of a group [MeV], {@code >= 0}. */
    public double lowerMeV(int group) {
        requireGroup(group);
        return edges[group];
    }

    /** Returns the upper edge of a group [MeV]; may be infinite for the last. */
    public double upperMeV(int group) {
        requireGroup(group);
        return edges[group + 1];
    }

    void requireGroup(int group) {
        if (group < 0 || group >= count()) {
            throw new IllegalArgumentException(
                    count() == 0
                            ? "there are no energy groups; ask groups().count() first"
                            : "energy group is " + group + "; must be in [0, " + (count() - 1) + "]");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnergyGroups that && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    /** Returns number and ends, such as {@code 20 groups from 0.0 to 300.0 MeV}. */
    @Override
    public String toString() {
        return count() == 0
                ? "no energy groups"
                : count() + (count() == 1 ? " group from " : " groups from ") + edges[0] + " to " + edges[count()]
                        + " MeV";
    }
}

package org.chiralkick.star.emission;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.evolve.AnomalousFlow;
import org.chiralkick.star.structure.Star;

/** Flows of leptons and energy through the interfaces of a star. */
final class RadialFlows implements AnomalousFlow {
    private final double[] leptonsPerS;
    private final double[] mevPerS;

    private RadialFlows(int faces) {
        leptonsPerS = new double[faces];
        mevPerS = new double[faces];
    }

    /**
     * Returns the flows of angular means: inside the neutrinosphere 4 pi r^2 times the flux, that of neighbouring zones averaged;
     * outside, where nothing is absorbed, what passes through the sphere. So the zone of the sphere gains what comes from inside
     * and loses what leaves, and nothing jumps when the sphere moves on to the next zone.
     *
     * @param number mean radial number flux of each zone [cm^-2 s^-1]
     * @param energy mean radial energy flux of each zone [erg cm^-2 s^-1]
     * @param sphereZone zone of the neutrinosphere
     * @param leptonsPerS net leptons through the neutrinosphere [1/s]
     * @param ergPerS net energy through the neutrinosphere [erg/s]
     */
    static RadialFlows ofMeans(
            Star star, double[] number, double[] energy, int sphereZone, double leptonsPerS, double ergPerS) {
        RadialFlows flows = outOf(star, sphereZone, leptonsPerS, ergPerS);
        for (int face = 1; face <= sphereZone; face++) {
            double r = star.radiusCm(face);
            double halfArea = 2 * Math.PI * r * r;
            flows.leptonsPerS[face] = halfArea * (number[face - 1] + number[face]);
            flows.mevPerS[face] = halfArea * (energy[face - 1] + energy[face]) / PhysicalConstants.ERG_PER_MEV;
        }
        return flows;
    }

    /**
     * Returns the flows that take leptons [1/s] and energy [erg/s] out of one zone and out of the star.
     *
     * @param sphereZone zone of the neutrinosphere
     */
    static RadialFlows outOf(Star star, int sphereZone, double leptonsPerS, double ergPerS) {
        RadialFlows flows = new RadialFlows(star.zones() + 1);
        for (int face = sphereZone + 1; face <= star.zones(); face++) {
            flows.leptonsPerS[face] = leptonsPerS;
            flows.mevPerS[face] = ergPerS / PhysicalConstants.ERG_PER_MEV;
        }
        return flows;
    }

    @Override
    public double leptonsPerS(int face) {
        return leptonsPerS[face];
    }

    @Override
    public double energyMevPerS(int face) {
        return mevPerS[face];
    }
}

package org.chiralkick.pns.coupling;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.pns.evolve.AnomalousFlow;
import org.chiralkick.pns.structure.Star;

/** Flows of leptons and energy through the interfaces of a star. */
final class RadialFlows implements AnomalousFlow {
    private final double[] leptonsPerS;
    private final double[] mevPerS;

    private RadialFlows(int faces) {
        leptonsPerS = new double[faces];
        mevPerS = new double[faces];
    }

    /**
     * Returns the flows of angular means, those of neighbouring zones averaged: 4 pi r^2 times the flux up to the neutrinosphere,
     * conserved beyond it, where nothing is absorbed.
     *
     * @param number mean radial number flux of each zone [cm^-2 s^-1]
     * @param energy mean radial energy flux of each zone [erg cm^-2 s^-1]
     * @param sphereZone zone of the neutrinosphere
     */
    static RadialFlows ofMeans(Star star, double[] number, double[] energy, int sphereZone) {
        RadialFlows flows = new RadialFlows(star.zones() + 1);
        for (int face = 1; face <= star.zones(); face++) {
            if (face > sphereZone && face > 1) {
                flows.leptonsPerS[face] = flows.leptonsPerS[face - 1];
                flows.mevPerS[face] = flows.mevPerS[face - 1];
            } else {
                double r = star.radiusCm(face);
                double halfArea = 2 * Math.PI * r * r;
                int next = Math.min(face, star.zones() - 1);
                flows.leptonsPerS[face] = halfArea * (number[face - 1] + number[next]);
                flows.mevPerS[face] = halfArea * (energy[face - 1] + energy[next]) / PhysicalConstants.ERG_PER_MEV;
            }
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

package org.chiralkick.star;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.emission.Instant;
import org.chiralkick.star.evolve.AnomalousFlow;
import org.chiralkick.star.evolve.Evolution;
import org.chiralkick.star.transport.Species;

/** The account of what leaves a star: by diffusion and by the mechanism, in its frame and for a distant observer. */
final class EmissionAccount {
    private final Evolution evolution;
    private double anomalousLeptons;
    private double anomalousErg;
    private double energyAtInfinityErg;
    private boolean empty = true;

    EmissionAccount(Evolution evolution) {
        this.evolution = evolution;
    }

    /**
     * Counts the step that the evolution has just done.
     *
     * @param dt its length [s]
     * @param flow flows that the mechanism added
     * @param begin the star at its beginning
     */
    void count(double dt, AnomalousFlow flow, Instant begin) {
        int surface = evolution.star().zones();
        double diffusiveErg = 0;
        for (Species species : Species.values()) {
            diffusiveErg += dt * evolution.luminosityErgPerS(species, surface);
        }
        double extraErg = dt * flow.energyMevPerS(surface) * PhysicalConstants.ERG_PER_MEV;
        anomalousLeptons += dt * flow.leptonsPerS(surface);
        anomalousErg += extraErg;
        energyAtInfinityErg += begin.neutrinosphereLapse() * diffusiveErg + begin.lapse() * extraErg;
        empty = false;
    }

    /** Returns what diffusion let out in the latest step; nothing before the first. */
    Luminosities luminosities() {
        if (empty) {
            return Luminosities.NONE;
        }
        int surface = evolution.star().zones();
        return new Luminosities(
                evolution.luminosityErgPerS(Species.ELECTRON_NEUTRINO, surface),
                evolution.luminosityErgPerS(Species.ELECTRON_ANTINEUTRINO, surface),
                evolution.luminosityErgPerS(Species.HEAVY_LEPTON, surface) / Species.HEAVY_LEPTON.kinds(),
                evolution.numberPerS(Species.ELECTRON_NEUTRINO, surface),
                evolution.numberPerS(Species.ELECTRON_ANTINEUTRINO, surface),
                evolution.numberPerS(Species.HEAVY_LEPTON, surface) / Species.HEAVY_LEPTON.kinds());
    }

    /** Returns leptons and energy of the star and what has left it. */
    Budget budget() {
        return new Budget(
                evolution.star().leptons(),
                evolution.emitted().leptons(),
                anomalousLeptons,
                evolution.energyErg(),
                evolution.emitted().energyMev() * PhysicalConstants.ERG_PER_MEV,
                anomalousErg,
                energyAtInfinityErg);
    }
}

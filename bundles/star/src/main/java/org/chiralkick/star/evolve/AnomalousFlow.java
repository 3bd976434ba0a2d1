package org.chiralkick.star.evolve;

/**
 * Flows of lepton number and energy that a mechanism adds to diffusion, through each interface and outward; constant during a
 * step.
 */
public interface AnomalousFlow {
    /** No additional flows. */
    AnomalousFlow NONE = new AnomalousFlow() {
        @Override
        public double leptonsPerS(int face) {
            return 0;
        }

        @Override
        public double energyMevPerS(int face) {
            return 0;
        }
    };

    /** Returns the net leptons that flow outward through an interface [1/s]. */
    double leptonsPerS(int face);

    /** Returns the energy that flows outward through an interface [MeV/s]. */
    double energyMevPerS(int face);
}

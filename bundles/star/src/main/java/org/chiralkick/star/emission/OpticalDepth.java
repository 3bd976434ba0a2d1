package org.chiralkick.star.emission;

import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.FluxLimitedDiffusion;
import org.chiralkick.star.transport.Species;

/** Mean free paths of the electron neutrinos in a star (Rosseland means), and the optical depth from outside. */
public final class OpticalDepth {
    private final double[] meanFreePath;
    private final double[] depth;

    /** Computes both for a star. */
    public OpticalDepth(Star star, FluxLimitedDiffusion diffusion) {
        int zones = star.zones();
        meanFreePath = new double[zones];
        depth = new double[zones + 1];
        for (int i = zones - 1; i >= 0; i--) {
            meanFreePath[i] = diffusion.meanFreePathCm(Species.ELECTRON_NEUTRINO, star.matter(i));
            depth[i] = depth[i + 1] + (star.radiusCm(i + 1) - star.radiusCm(i)) / meanFreePath[i];
        }
    }

    /** Returns the mean free path in a zone [cm]. */
    public double meanFreePathCm(int zone) {
        return meanFreePath[zone];
    }

    /** Returns the optical depth at an interface [1]: 0 at the surface, growing inward. */
    public double at(int face) {
        return depth[face];
    }

    /** Returns the outermost radius with an optical depth [cm], linear inside zones; 0 where there is none. */
    double radiusCm(Star star, double wanted) {
        for (int i = star.zones() - 1; i >= 0; i--) {
            if (depth[i] >= wanted) {
                return star.radiusCm(i + 1) - (wanted - depth[i + 1]) * meanFreePath[i];
            }
        }
        return 0;
    }
}

package org.chiralkick.it.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Recoil;

/** Ten seconds of a star that does not change, and how its results are compared. */
final class Runs {
    static final double SECONDS = 10;
    private static final int STEPS = 100;
    private static final double CM_PER_KM = 1e5;

    private Runs() {}

    /** Returns a coupling for a configuration as JSON, in which single quotes stand for double ones. */
    static Coupling open(SourceProvider sources, String json) {
        return Coupling.open(sources, CouplingConfig.parse(json.replace('\'', '"')), CouplingOptions.defaults());
    }

    /** Returns what the star has received after {@link #SECONDS} of emission. */
    static Recoil recoil(SourceProvider sources, String json, BlockBinding block) {
        try (Coupling coupling = open(sources, json)) {
            double dt = SECONDS / STEPS;
            for (int step = 0; step < STEPS; step++) {
                coupling.advance(step, step * dt, dt, block);
            }
            return coupling.recoil();
        }
    }

    /** Returns the z component of the velocity of the paper's star [km/s]. */
    static double kickKmPerS(Recoil recoil) {
        return recoil.velocity(Emitters.MASS_G).z() / CM_PER_KM;
    }

    static void assertClose(double expected, double actual, double relative) {
        assertEquals(expected, actual, relative * Math.abs(expected));
    }
}

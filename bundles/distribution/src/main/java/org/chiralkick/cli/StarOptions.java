package org.chiralkick.cli;

import java.io.IOException;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.pns.SpinningField;
import org.chiralkick.pns.field.MagneticField;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Which star: what emits, its field and its rotation. */
final class StarOptions {
    @Mixin
    private EmitterOptions emitter = new EmitterOptions();

    @Option(
            names = "--field",
            paramLabel = "GAUSS",
            defaultValue = "1e12",
            description = "Magnetic field [G], at the pole for a dipole; default: ${DEFAULT-VALUE}.")
    private double field;

    @Option(
            names = "--spin-period",
            paramLabel = "S",
            description = "Rotation period [s], about +z; default: no rotation.")
    private @Nullable Double spinPeriod;

    @Option(
            names = "--obliquity",
            paramLabel = "DEG",
            defaultValue = "0",
            description = "Angle from the spin axis to the magnetic axis [deg]; default: ${DEFAULT-VALUE}.")
    private double obliquity;

    /**
     * Returns what the host does besides the surface; a value out of range is an error of usage.
     *
     * @param steps number of timesteps; a star whose surface does not change is integrated exactly in one
     */
    StarSetup setup(int steps) {
        return emitter.setup(field, obliquity, spinPeriod == null ? Double.POSITIVE_INFINITY : spinPeriod, steps);
    }

    /** Returns the star's matter, from the file or built in. */
    StarProfile profile() throws IOException {
        return emitter.profile();
    }

    /** Returns the sphere that emits. */
    Surface surface(StarProfile star) {
        return emitter.surface(star);
    }

    /** Returns how long the star is followed [s]. */
    double durationS() {
        return emitter.durationS();
    }

    /**
     * Returns the field and the rotation of a star that evolves.
     *
     * @param evolution how the field is stretched and decays
     * @param given the command line: a map keeps its own strength unless --field was given
     */
    SpinningField spinningField(EvolutionOptions evolution, ParseResult given) throws IOException {
        MagneticField initial = emitter.initialField(given.hasMatchedOption("--field") ? (Double) field : null);
        return evolution.field(initial, obliquity, spinPeriod == null ? Double.POSITIVE_INFINITY : spinPeriod);
    }
}

package org.chiralkick.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.chiralkick.cli.star.BuiltInStar;
import org.chiralkick.cli.star.MagneticGeometry;
import org.chiralkick.cli.star.ProfileFile;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.Surface;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What emits: the star's matter, the surface, the shape of its field, for how long, and the mass that recoils. */
final class EmitterOptions {
    @Option(
            names = "--profile",
            paramLabel = "FILE.csv",
            defaultValue = BuiltInStar.NAME,
            description = "Star profile; default: ${DEFAULT-VALUE}, a fit to model G15 of Liebendoerfer et al. 2005.")
    private String profile = BuiltInStar.NAME;

    @Option(names = "--radius", paramLabel = "CM", description = "Emission surface at this radius [cm]; default: 1e6.")
    private @Nullable Double radius;

    @Option(
            names = "--surface-density",
            paramLabel = "G",
            description = "Emission surface at the outermost radius with this density [g/cm^3], instead of --radius.")
    private @Nullable Double surfaceDensity;

    @Option(
            names = "--geometry",
            paramLabel = "SHAPE",
            defaultValue = "uniform",
            description = "Shape of the field: uniform (default) or dipole.")
    private String geometry = "uniform";

    @Option(
            names = "--duration",
            paramLabel = "S",
            defaultValue = "10",
            description = "How long the surface emits [s]; default: ${DEFAULT-VALUE}.")
    private double duration;

    @Option(
            names = "--mass",
            paramLabel = "G",
            defaultValue = "3e33",
            description = "Mass of the star [g]; default: ${DEFAULT-VALUE}.")
    private double mass;

    /** Returns the star's matter, from the file or built in. */
    StarProfile profile() throws IOException {
        return profile.equals(BuiltInStar.NAME) ? BuiltInStar.profile() : ProfileFile.read(Path.of(profile));
    }

    /**
     * Returns what the host does besides the surface; a value out of range is an error of usage.
     *
     * @param fieldGauss field on the surface [G]
     * @param obliquityDeg angle from the spin to the magnetic axis [deg]
     * @param spinPeriodS rotation period [s], infinite for none
     * @param steps number of timesteps; a star whose surface does not change is integrated exactly in one
     */
    StarSetup setup(double fieldGauss, double obliquityDeg, double spinPeriodS, int steps) {
        try {
            return new StarSetup(
                    MagneticGeometry.named(geometry), fieldGauss, obliquityDeg, spinPeriodS, duration, steps, mass);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the sphere that emits. */
    Surface surface(StarProfile star) {
        if (radius != null && !(radius > 0)) {
            throw CommandException.usage("--radius is " + radius + " cm; must be > 0");
        }
        if (radius != null && surfaceDensity != null) {
            throw CommandException.usage("--radius and --surface-density both choose the surface; give one of them");
        }
        return surfaceDensity != null
                ? Surface.atDensity(star, surfaceDensity)
                : Surface.atRadius(star, radius != null ? radius : 1e6);
    }
}

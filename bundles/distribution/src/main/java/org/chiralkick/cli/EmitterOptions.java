package org.chiralkick.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.chiralkick.cli.star.BuiltInStar;
import org.chiralkick.cli.star.MagneticGeometry;
import org.chiralkick.cli.star.ProfileFile;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.pns.field.FieldMap;
import org.chiralkick.pns.field.MagneticField;
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
            description = "Shape of the field: uniform (default), dipole, or with --host pns a map in a file FILE.h5.")
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

    /** Returns how long the star is followed [s]. */
    double durationS() {
        return duration;
    }

    /**
     * Returns the field in a star that evolves, at t = 0.
     *
     * @param fieldGauss strength [G]: everywhere, at the pole of the dipole's sphere, or the largest of a map; the map's own for none
     */
    MagneticField initialField(@Nullable Double fieldGauss) throws IOException {
        double gauss = fieldGauss == null ? 1e12 : fieldGauss;
        if (geometry.endsWith(".h5")) {
            FieldMap map = FieldMap.read(Path.of(geometry));
            return fieldGauss == null ? map : map.times(gauss / map.largestGauss());
        }
        try {
            return switch (MagneticGeometry.named(geometry)) {
                case UNIFORM -> MagneticField.uniform(gauss);
                case DIPOLE -> MagneticField.dipole(gauss, radius == null ? 1e6 : radius);
            };
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

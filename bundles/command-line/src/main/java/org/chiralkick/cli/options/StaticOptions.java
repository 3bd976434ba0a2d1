package org.chiralkick.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.study.StudyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only a star that stays as it is can be told. */
final class StaticOptions {
    private static final double MASS_G = 3e33;

    @Option(
            names = "--surface-density",
            paramLabel = "G",
            description =
                    "static: emission surface at the outermost radius with this density [g/cm^3], instead of --radius.")
    private @Nullable Double surfaceDensity;

    @Option(names = "--mass", paramLabel = "G", description = "static: mass of the star [g]; default: 3e33.")
    private @Nullable Double mass;

    /** Returns the options that were given, each with what to do instead where the star evolves. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        if (surfaceDensity != null) {
            given.put("--surface-density", "choose where it emits by --emission-depth");
        }
        if (mass != null) {
            given.put("--mass", "its mass is that of its profile, so leave it out");
        }
        return given;
    }

    double massG() {
        return mass == null ? MASS_G : mass;
    }

    /**
     * Returns the sphere that emits.
     *
     * @param radiusCm radius that was given [cm]
     */
    Surface surface(StarProfile star, @Nullable Double radiusCm) {
        if (radiusCm != null && surfaceDensity != null) {
            throw StudyException.usage("--radius and --surface-density both choose the surface; give one of them");
        }
        return surfaceDensity != null
                ? Surface.atDensity(star, surfaceDensity)
                : Surface.atRadius(star, radiusCm != null ? radiusCm : EmitterOptions.RADIUS_CM);
    }
}

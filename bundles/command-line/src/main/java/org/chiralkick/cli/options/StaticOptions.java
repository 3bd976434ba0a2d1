package org.chiralkick.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.run.StarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only a frozen star, which stays as it is, can be given. */
final class StaticOptions {
    @Option(
            names = "--surface-density",
            paramLabel = "G",
            description =
                    "static: emission surface at the outermost radius with this density [g/cm^3], instead of --radius.")
    private @Nullable Double surfaceDensity;

    @Option(names = "--mass", paramLabel = "G", description = "static: mass of the star [g]; default: 3e33.")
    private @Nullable Double mass;

    /** Returns the options that were given, each with what to do instead where the star cools. */
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

    /**
     * Adds what was said to a star.
     *
     * @param radiusCm radius that was given [cm]
     */
    void addTo(StarBuilder star, @Nullable Double radiusCm) {
        if (radiusCm != null && !(radiusCm > 0)) {
            throw StudyException.usage("--radius is " + radiusCm + " cm; must be > 0");
        }
        if (radiusCm != null && surfaceDensity != null) {
            throw StudyException.usage("--radius and --surface-density both choose the surface; give one of them");
        }
        if (surfaceDensity != null) {
            star.surfaceDensityGPerCm3(surfaceDensity);
        }
        if (mass != null) {
            star.massG(mass);
        }
    }
}

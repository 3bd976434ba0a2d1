package org.chiralkick.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.field.FieldMap;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.MagneticGeometry;
import org.chiralkick.star.profile.BuiltInStar;
import org.chiralkick.star.profile.ProfileFile;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.star.structure.Shells;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.StarPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What emits: whether the star evolves, its matter, where it emits, the shape of its field, and for how long. */
public final class EmitterOptions {
    /** Radius of the surface that emits, and of a dipole's sphere [cm]. */
    static final double RADIUS_CM = 1e6;

    private static final String STATIC = "static";
    public static final String PNS = "pns";
    private static final double STATIC_DURATION_S = 10;
    /** As long as neutrinos of SN 1987A were seen, and cooling series go. */
    private static final double PNS_DURATION_S = 20;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = PNS,
            description =
                    "pns: the star cools, contracts and loses leptons (default); static: its surface stays as it is.")
    private String host = PNS;

    @Option(
            names = "--profile",
            paramLabel = "FILE.csv",
            defaultValue = BuiltInStar.NAME,
            description = "Star profile; default: ${DEFAULT-VALUE}, a fit to model G15 of Liebendoerfer et al. 2005.")
    private String profile = BuiltInStar.NAME;

    @Option(
            names = "--duration",
            paramLabel = "S",
            description = "How long the star emits [s]; default: 20 with pns, 10 with static.")
    private @Nullable Double duration;

    @Option(
            names = "--geometry",
            paramLabel = "SHAPE",
            defaultValue = "uniform",
            description = "Shape of the field: uniform (default), dipole, or with pns a map in a file FILE.h5.")
    private String geometry = "uniform";

    @Option(
            names = "--radius",
            paramLabel = "CM",
            description =
                    "static: emission surface at this radius [cm]; pns: of the sphere inside of which a dipole is "
                            + "uniform. Default: 1e6.")
    private @Nullable Double radius;

    @Mixin
    private StaticOptions still = new StaticOptions();

    @Mixin
    private EvolutionOptions evolution = new EvolutionOptions();

    /** Tells whether the star evolves; refuses options that the host would not heed. */
    public boolean evolves() {
        if (!host.equals(PNS) && !host.equals(STATIC)) {
            throw StudyException.usage("--host is '" + host + "'; must be pns or static");
        }
        boolean evolves = host.equals(PNS);
        if (evolves) {
            Map<String, String> refused = still.given();
            if (radius != null && !geometry.equals(MagneticGeometry.DIPOLE.label())) {
                refused.put("--radius", "choose where it emits by --emission-depth");
            }
            refused.forEach((option, instead) -> {
                throw unheeded(option, instead);
            });
        } else {
            for (String option : evolution.given().keySet()) {
                throw StudyException.usage(option + " is for a star that evolves; leave it out, or use --host pns");
            }
        }
        return evolves;
    }

    /** Returns the refusal of an option that a star that evolves does not heed. */
    public static StudyException unheeded(String option, String instead) {
        return StudyException.usage(option + " is for --host static; a star that evolves does not heed it: " + instead
                + ", or add --host static");
    }

    /** Returns the star's matter, from the file or built in. */
    public StarProfile profile() throws IOException {
        return profile.equals(BuiltInStar.NAME) ? BuiltInStar.profile() : ProfileFile.read(Path.of(profile));
    }

    /** Returns what a star that stays as it is has; a value out of range is an error of usage. */
    public FrozenStar still(StarProfile star) {
        if (radius != null && !(radius > 0)) {
            throw StudyException.usage("--radius is " + radius + " cm; must be > 0");
        }
        if (geometry.endsWith(".h5")) {
            throw StudyException.usage("--geometry " + geometry
                    + " is a map, which only a star that evolves can have; use --host pns, or uniform or dipole");
        }
        Surface surface = still.surface(star, radius);
        try {
            MagneticGeometry shape = MagneticGeometry.named(geometry);
            return new FrozenStar(star.name(), surface, shape, durationS(), still.massG());
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns what evolves; a value out of range is an error of usage.
     *
     * @param feedback what the flux does to the star, unless an option says it
     */
    public RunInputs evolving(StarProfile star, Magnet magnet, Feedback feedback) throws IOException {
        try {
            FieldShape shape = shape();
            return new RunInputs(
                    star,
                    evolution.config(Shells.of(star, evolution.relativistic()), durationS(), shape, magnet, feedback),
                    shape,
                    shape.gauss(magnet));
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the files that the options name, and refuses what is out of range.
     *
     * @param magnet a field and rotation that the star will be asked for
     */
    public StarPlan plan(Magnet magnet) throws IOException {
        boolean evolves = evolves();
        StarProfile star = profile();
        return evolves
                ? StarPlan.evolving(evolving(star, magnet, Feedback.NONE), evolutionKey())
                : StarPlan.frozen(still(star));
    }

    /** Returns all that the evolution of a star depends on where it does not feel the mechanism. */
    private List<Object> evolutionKey() {
        Map<String, Object> options = evolution.given();
        options.keySet().removeAll(List.of("--field-decay", "--field-stretch"));
        return List.of(profile, durationS(), options);
    }

    private double durationS() {
        double seconds = duration != null ? duration : host.equals(PNS) ? PNS_DURATION_S : STATIC_DURATION_S;
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw StudyException.usage("duration is " + seconds + " s; must be finite and > 0");
        }
        return seconds;
    }

    private FieldShape shape() throws IOException {
        double stretch = evolution.fieldStretch();
        double decayS = evolution.fieldDecayS();
        if (geometry.endsWith(".h5")) {
            Path file = Path.of(geometry);
            return FieldShape.map(geometry, FieldMap.read(file), stretch, decayS);
        }
        MagneticGeometry named;
        try {
            named = MagneticGeometry.named(geometry);
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(e.getMessage() + ", or a map in a file FILE.h5");
        }
        return switch (named) {
            case UNIFORM -> {
                if (evolution.given().containsKey("--field-stretch")) {
                    throw StudyException.usage(
                            "--field-stretch changes nothing in a uniform field; leave it out, or give --geometry");
                }
                yield FieldShape.uniform(stretch, decayS);
            }
            case DIPOLE -> FieldShape.dipole(radius == null ? RADIUS_CM : radius, stretch, decayS);
        };
    }
}

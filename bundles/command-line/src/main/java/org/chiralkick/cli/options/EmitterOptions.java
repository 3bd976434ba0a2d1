package org.chiralkick.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.field.FieldAt;
import org.chiralkick.star.field.FieldMap;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.profile.BuiltInStar;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.StarBuilder;
import org.chiralkick.study.run.StarPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What emits: whether the star cools, its matter, where it emits, the shape of its field, and for how long. */
public final class EmitterOptions {
    /** The star that cools, the default. */
    public static final String PNS = StarBuilder.COOLING;

    private static final String UNIFORM = "uniform";
    private static final String MAP_SUFFIX = ".h5";

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
            description =
                    "Shape of the field: uniform, dipole, or with pns a map in a file FILE.h5. Default: uniform; in observe and "
                            + "sample with pns dipole.")
    private @Nullable String geometry;

    @Option(
            names = "--field-at",
            paramLabel = "WHEN",
            description = {
                "When the star has the field that it is given; flux is frozen in, so it grows as the star contracts. start: at the start; "
                        + "end: B_r at the magnetic pole of the final surface. Default: start; in observe and sample with pns end. "
                        + "The same with static."
            })
    private @Nullable String fieldAt;

    @Option(
            names = "--radius",
            paramLabel = "CM",
            description =
                    "static: emission surface at this radius [cm]; pns: of the sphere inside of which a dipole is "
                            + "uniform. Default: 1e6.")
    private @Nullable Double radius;

    @Option(
            names = "--escape",
            paramLabel = "HOW",
            description = {
                "How the mechanism's neutrinos leave. dipole: fluxes inside heat one hemisphere, which then emits more (default with "
                        + "pns); surface: only what the emitting sphere lets out by itself counts (always with static). Results of pns "
                        + "give both."
            })
    private @Nullable String escape;

    private boolean besidePulsars;

    @Mixin
    private StaticOptions frozen = new StaticOptions();

    @Mixin
    private EvolutionOptions evolution = new EvolutionOptions();

    /**
     * Makes what is not said be as for a comparison with pulsars, of which the dipole field outside the cold star is known: a dipole that
     * has its strength at the end. A star that stays as it is has no end.
     */
    public EmitterOptions besidePulsars() {
        besidePulsars = true;
        return this;
    }

    /** Returns when the star has the field that it is given. */
    public FieldAt fieldAt() {
        return fieldAt != null
                ? Labels.named(FieldAt.class, "field-at", fieldAt)
                : besidePulsars && host.equals(PNS) ? FieldAt.END : FieldAt.START;
    }

    /** Returns the shape of the field. */
    public String geometry() {
        return geometry != null
                ? geometry
                : besidePulsars && host.equals(PNS) ? FieldShape.Analytic.DIPOLE.label() : UNIFORM;
    }

    /** Returns whether the star cools; refuses options that it would ignore. */
    public boolean cools() {
        if (!host.equals(PNS) && !host.equals(StarBuilder.FROZEN)) {
            throw StudyException.usage("--host is '" + host + "'; must be pns or static");
        }
        boolean cools = host.equals(PNS);
        if (cools) {
            Map<String, String> refused = frozen.given();
            if (radius != null && !geometry().equals(FieldShape.Analytic.DIPOLE.label())) {
                refused.put("--radius", "choose where it emits by --emission-depth");
            }
            refused.forEach((option, instead) -> {
                throw ignored(option, instead);
            });
        } else {
            if (Escape.DIPOLE.label().equals(escape)) {
                throw StudyException.usage(
                        "--escape dipole needs a star with neutrino transport; with --host static there is none: "
                                + "leave it out, or use --host pns");
            }
            for (String option : evolution.given().keySet()) {
                throw StudyException.usage(option + " is for a star that evolves; leave it out, or use --host pns");
            }
        }
        return cools;
    }

    /** Returns the refusal of an option that a star that cools would ignore. */
    public static StudyException ignored(String option, String instead) {
        return StudyException.usage(option + " is for --host static; a star that evolves does not heed it: " + instead
                + ", or add --host static");
    }

    /** Reads the files that the options name, and returns what they say of the star; a name that is not known is an error of usage. */
    public StarBuilder star() throws IOException {
        boolean cools = cools();
        StarBuilder star = profile.equals(BuiltInStar.NAME) ? RunInputs.builtIn() : RunInputs.read(Path.of(profile));
        if (duration != null) {
            star.durationS(duration);
        }
        if (radius != null) {
            star.radiusCm(radius);
        }
        if (escape != null) {
            star.escape(Labels.named(Escape.class, "escape", escape));
        }
        if (cools) {
            evolution.refuseFeedback(escape);
            evolution.addTo(star);
        } else {
            star.frozen();
            frozen.addTo(star, radius);
        }
        star.fieldAt(fieldAt());
        String shape = geometry();
        if (!shape.endsWith(MAP_SUFFIX)) {
            return star.geometry(geometry(shape, cools));
        }
        if (!cools) {
            throw StudyException.usage("--geometry " + shape
                    + " is a map, which only a star that evolves can have; use --host pns, or uniform or dipole");
        }
        return star.geometry(shape, FieldMap.read(Path.of(shape)));
    }

    /** Reads the files that the options name; a value out of range is an error of usage. */
    public StarPlan plan() throws IOException {
        return star().plan();
    }

    private FieldShape.Analytic geometry(String shape, boolean cools) {
        if (cools && shape.equals(UNIFORM) && evolution.given().containsKey("--field-stretch")) {
            throw StudyException.usage(
                    "--field-stretch changes nothing in a uniform field; leave it out, or give --geometry");
        }
        try {
            return FieldShape.Analytic.named(shape);
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(e.getMessage() + (cools ? ", or a map in a file FILE.h5" : ""));
        }
    }
}

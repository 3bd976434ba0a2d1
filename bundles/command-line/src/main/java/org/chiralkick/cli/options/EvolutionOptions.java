package org.chiralkick.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.star.Structure;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.study.run.StarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only a star that cools can be given. */
final class EvolutionOptions {
    @Option(
            names = "--structure",
            paramLabel = "KIND",
            description = "pns: relativistic (default) or newtonian contraction, or fixed-density.")
    private @Nullable String structure;

    @Option(
            names = "--feedback",
            paramLabel = "KIND",
            description = {
                "pns with --escape surface: what the neutrino flux does to the star: angular-mean, outflow or none. Default: "
                        + "angular-mean in run; elsewhere none, so that one evolution serves all kicks. With dipole the response "
                        + "is the feedback: there none is the only choice, and may be given."
            })
    private @Nullable String feedback;

    @Option(
            names = "--zones",
            paramLabel = "N",
            description = "pns: number of mass zones; default: " + StarBuilder.ZONES + ".")
    private @Nullable Integer zones;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "pns: relative change of T and Y_L in a step; default: " + StarBuilder.TOLERANCE + ".")
    private @Nullable Double tolerance;

    @Option(
            names = "--field-decay",
            paramLabel = "S",
            description = "pns: e-folding time of the field [s]; default: no decay.")
    private @Nullable Double fieldDecay;

    @Option(
            names = "--field-stretch",
            paramLabel = "X",
            description =
                    "pns: lengths of the field are stretched so much, to fit a map of a cold star to a young one; "
                            + "default: 1.")
    private @Nullable Double fieldStretch;

    @Option(
            names = "--emission-depth",
            paramLabel = "TAU",
            description =
                    "pns: optical depth of the surface that emits with --escape surface; default: 2/3, the neutrinosphere.")
    private @Nullable Double emissionDepth;

    /** Returns the options that were given and what they were given. */
    Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "--structure", structure);
        put(given, "--feedback", feedback);
        put(given, "--zones", zones);
        put(given, "--tolerance", tolerance);
        put(given, "--field-decay", fieldDecay);
        put(given, "--field-stretch", fieldStretch);
        put(given, "--emission-depth", emissionDepth);
        return given;
    }

    private static void put(Map<String, Object> given, String option, @Nullable Object value) {
        if (value != null) {
            given.put(option, value);
        }
    }

    /** Refuses feedback where the response inside is the feedback. */
    void refuseFeedback(@Nullable String escape) {
        if (feedback != null
                && !feedback.equals(RunWords.label(Feedback.NONE))
                && !Escape.SURFACE.label().equals(escape)) {
            Labels.named(Feedback.class, "feedback", feedback);
            throw StudyException.usage(
                    "--feedback " + feedback + " belongs to --escape surface; with dipole the response is the "
                            + "feedback: leave it out, or add --escape surface");
        }
    }

    /** Adds what was said to a star; a name that is not known is an error of usage. */
    void addTo(StarBuilder star) {
        if (structure != null) {
            star.structure(Labels.named(Structure.class, "structure", structure));
        }
        if (feedback != null) {
            star.feedback(Labels.named(Feedback.class, "feedback", feedback));
        }
        if (zones != null) {
            star.zones(zones);
        }
        if (tolerance != null) {
            star.tolerance(tolerance);
        }
        if (fieldDecay != null) {
            star.fieldDecayS(fieldDecay);
        }
        if (fieldStretch != null) {
            star.fieldStretch(fieldStretch);
        }
        if (emissionDepth != null) {
            star.emissionDepth(emissionDepth);
        }
    }
}

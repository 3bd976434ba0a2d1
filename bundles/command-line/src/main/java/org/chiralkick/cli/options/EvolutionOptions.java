package org.chiralkick.cli.options;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.StarModel;
import org.chiralkick.star.Structure;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.matter.NuclearForces;
import org.chiralkick.star.structure.StellarProfile;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.run.RunWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only a star that evolves can be told. */
final class EvolutionOptions {
    private static final int ZONES = 120;
    private static final double TOLERANCE = 0.05;

    @Option(
            names = "--structure",
            paramLabel = "KIND",
            description = "pns: relativistic (default) or newtonian contraction, or fixed-density.")
    private @Nullable String structure;

    @Option(
            names = "--feedback",
            paramLabel = "KIND",
            description = {
                "pns: what the neutrino flux does to the star: angular-mean, outflow or none. Default: angular-mean in "
                        + "run; elsewhere none, so that one evolution serves all kicks."
            })
    private @Nullable String feedback;

    @Option(names = "--zones", paramLabel = "N", description = "pns: number of mass zones; default: 120.")
    private @Nullable Integer zones;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "pns: relative change of T and Y_L in a step; default: 0.05.")
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
            description = "pns: optical depth of the surface that emits; default: 2/3, the neutrinosphere.")
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

    /** Tells whether a contracting star is to be as compact as in general relativity. */
    boolean relativistic() {
        return structure() != Structure.NEWTONIAN;
    }

    private Structure structure() {
        return structure == null ? Structure.RELATIVISTIC : named(Structure.class, "structure", structure);
    }

    /** Returns what is to be evolved, with a field of the shape; a value out of range is an error of usage. */
    CoolingConfig config(StellarProfile shells, double durationS, FieldShape shape, Magnet magnet, Feedback otherwise) {
        try {
            return new CoolingConfig(
                    new StarModel(
                            shells,
                            NuclearForces.lattimerSwesty(),
                            structure(),
                            StarModel.SURFACE_DENSITY_G_PER_CM3,
                            zones == null ? ZONES : zones,
                            tolerance == null ? TOLERANCE : tolerance),
                    shape.of(magnet),
                    durationS,
                    emissionDepth == null ? Neutrinosphere.DEPTH : emissionDepth,
                    feedback == null ? otherwise : named(Feedback.class, "feedback", feedback));
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }

    double fieldDecayS() {
        return fieldDecay == null ? Double.POSITIVE_INFINITY : fieldDecay;
    }

    double fieldStretch() {
        return fieldStretch == null ? 1 : fieldStretch;
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String option, String label) {
        List<E> choices = Arrays.asList(kind.getEnumConstants());
        return choices.stream()
                .filter(value -> RunWords.label(value).equals(label))
                .findFirst()
                .orElseThrow(() -> StudyException.usage("--" + option + " is '" + label + "'; must be "
                        + choices.stream().map(RunWords::label).collect(Collectors.joining(", "))));
    }
}

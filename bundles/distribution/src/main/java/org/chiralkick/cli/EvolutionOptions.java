package org.chiralkick.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.cli.star.StarState;
import org.chiralkick.pns.PnsConfig;
import org.chiralkick.pns.SpinningField;
import org.chiralkick.pns.StarModel;
import org.chiralkick.pns.Structure;
import org.chiralkick.pns.coupling.Feedback;
import org.chiralkick.pns.coupling.Neutrinosphere;
import org.chiralkick.pns.field.MagneticField;
import org.chiralkick.pns.matter.NuclearForces;
import org.chiralkick.pns.structure.StellarProfile;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Whether the star evolves, and how. */
final class EvolutionOptions {
    private static final String STATIC = "static";
    private static final String PNS = "pns";

    /** Options of the static star that mean nothing for one that evolves. */
    private static final List<String> OF_THE_STATIC_STAR = List.of("--surface-density", "--mass", "--steps");

    private static final List<String> OF_THE_EVOLVING_STAR = List.of(
            "--structure",
            "--feedback",
            "--zones",
            "--tolerance",
            "--field-decay",
            "--field-stretch",
            "--emission-depth");

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = STATIC,
            description =
                    "static: the surface stays as it is (default); pns: the star cools, contracts and loses leptons.")
    private String host = STATIC;

    @Option(
            names = "--structure",
            paramLabel = "KIND",
            defaultValue = "relativistic",
            description = "pns: relativistic (default) or newtonian contraction, or fixed-density.")
    private String structure = "relativistic";

    @Option(
            names = "--feedback",
            paramLabel = "KIND",
            defaultValue = "angular-mean",
            description = "pns: what the neutrino flux does to the star: angular-mean (default), outflow or none.")
    private String feedback = "angular-mean";

    @Option(
            names = "--zones",
            paramLabel = "N",
            defaultValue = "120",
            description = "pns: number of mass zones; default: ${DEFAULT-VALUE}.")
    private int zones;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "0.05",
            description = "pns: relative change of T and Y_L in a step; default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(
            names = "--field-decay",
            paramLabel = "S",
            defaultValue = "Infinity",
            description = "pns: e-folding time of the field [s]; default: no decay.")
    private double fieldDecay;

    @Option(
            names = "--field-stretch",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "pns: lengths of the field are stretched so much, to fit a map of a cold star to a young one.")
    private double fieldStretch;

    @Option(
            names = "--emission-depth",
            paramLabel = "TAU",
            description = "pns: optical depth of the surface that emits; default: 2/3, the neutrinosphere.")
    private double emissionDepth = Neutrinosphere.DEPTH;

    /** Tells whether the star evolves. */
    boolean evolves() {
        if (!host.equals(PNS) && !host.equals(STATIC)) {
            throw CommandException.usage("--host is '" + host + "'; must be static or pns");
        }
        return host.equals(PNS);
    }

    /** Refuses options that the chosen host would not heed. */
    void requireHeeded(ParseResult given) {
        List<String> unheeded = evolves() ? OF_THE_STATIC_STAR : OF_THE_EVOLVING_STAR;
        for (String option : unheeded) {
            if (given.hasMatchedOption(option)) {
                throw CommandException.usage(option + " means nothing to --host " + host + "; leave it out");
            }
        }
    }

    /** Returns what is to be evolved; a value out of range is an error of usage. */
    PnsConfig config(StarProfile star, SpinningField field, double durationS) {
        try {
            Structure kind = named(Structure.class, "structure", structure);
            StarModel model = new StarModel(
                    shells(star, kind != Structure.NEWTONIAN),
                    NuclearForces.lattimerSwesty(),
                    kind,
                    StarModel.SURFACE_DENSITY_G_PER_CM3,
                    zones,
                    tolerance);
            return new PnsConfig(model, field, durationS, emissionDepth, named(Feedback.class, "feedback", feedback));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the field as it is stretched and decays; a value out of range is an error of usage. */
    SpinningField field(MagneticField initial, double obliquityDeg, double spinPeriodS) {
        try {
            return new SpinningField(initial.stretched(fieldStretch), fieldDecay, obliquityDeg, spinPeriodS);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String option, String label) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(value -> label(value).equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--" + option + " is '" + label + "'; must be "
                        + Arrays.stream(kind.getEnumConstants())
                                .map(EvolutionOptions::label)
                                .collect(Collectors.joining(", "))));
    }

    /** Returns the name of a choice as options and results show it. */
    static String label(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static StellarProfile shells(StarProfile star, boolean relativistic) {
        // The innermost shell may be the centre itself, which encloses nothing.
        int first = star.radiusOfRow(0) == 0 ? 1 : 0;
        List<StarState> rows = IntStream.range(first, star.rows())
                .mapToObj(i -> star.interpolate(star.radiusOfRow(i)))
                .toList();
        for (StarState row : rows) {
            if (Double.isNaN(row.densityGPerCm3() + row.temperatureMev() + row.electronFraction())) {
                throw new IllegalArgumentException("profile " + star.name() + " has no density, temperature or Y_e at "
                        + row.radiusCm() + " cm; --host pns needs rho_gcc, T_MeV and Ye in every row");
            }
        }
        return StellarProfile.ofRadii(
                column(rows, StarState::radiusCm),
                column(rows, StarState::densityGPerCm3),
                column(rows, StarState::temperatureMev),
                column(rows, StarState::electronFraction),
                column(rows, row -> Double.isNaN(row.neutrinoFraction()) ? 0 : row.neutrinoFraction()),
                relativistic);
    }

    private static double[] column(List<StarState> rows, ToDoubleFunction<StarState> quantity) {
        return rows.stream().mapToDouble(quantity).toArray();
    }
}

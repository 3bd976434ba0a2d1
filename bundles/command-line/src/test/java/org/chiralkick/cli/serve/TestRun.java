package org.chiralkick.cli.serve;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.WithoutSource;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.profile.BuiltInStar;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.star.structure.StellarProfile;

/** A coarse star that cools for 20 ms and does not feel its mechanism, and mechanisms for it. */
public final class TestRun {
    /** Where it ends [s]. */
    public static final double END_S = 0.02;

    private TestRun() {}

    /** Returns what evolves. */
    public static CoolingConfig config() {
        return CoolingConfig.of(shells(BuiltInStar.profile()))
                .withResolution(24, 0.1)
                .withFeedback(Feedback.NONE)
                .withEnd(END_S);
    }

    /** Returns a coupling that refuses to step without its source. */
    public static Coupling coupling(SourceProvider sources, String name) {
        CouplingConfig config = CouplingConfig.defaults().withSource(name).withoutSource(WithoutSource.FAIL, 0);
        return Coupling.open(sources, config, CouplingOptions.defaults());
    }

    /** Returns a run that waits for nothing, of a star that emits from its surface. */
    public static LiveRun live(Coupling coupling, boolean paused, Consumer<LiveState> listener) {
        return live(coupling, paused, Escape.SURFACE, listener);
    }

    /** Returns a run that waits for nothing. */
    static LiveRun live(Coupling coupling, boolean paused, Escape escape, Consumer<LiveState> listener) {
        return new LiveRun(
                CoolingStar.start(config(), coupling),
                coupling,
                new LiveRun.Beginning(Pace.UNLIMITED, paused, escape, List.of("a note")),
                System::nanoTime,
                listener);
    }

    private static StellarProfile shells(StarProfile star) {
        List<RadialState> rows = IntStream.range(1, star.rows())
                .mapToObj(i -> star.interpolate(star.radiusOfRow(i)))
                .toList();
        return StellarProfile.ofRadii(
                column(rows, RadialState::radiusCm),
                column(rows, RadialState::densityGPerCm3),
                column(rows, RadialState::temperatureMev),
                column(rows, RadialState::electronFraction),
                column(rows, RadialState::neutrinoFraction),
                true);
    }

    private static double[] column(List<RadialState> rows, ToDoubleFunction<RadialState> quantity) {
        return rows.stream().mapToDouble(quantity).toArray();
    }

    /**
     * Sends neutrinos along the field.
     *
     * @param name of the mechanism
     * @param perGauss number flux over field [cm^-2 s^-1 G^-1]; a power of two keeps sums exact
     * @param needs a field that it needs besides
     */
    public record AlongField(String name, double perGauss, List<ZoneField> needs) implements NeutrinoSource {
        /** Makes a mechanism that needs the field alone. */
        public AlongField(String name, double perGauss) {
            this(name, perGauss, List.of());
        }

        private static final Declarations DECLARED = new Declarations(
                List.of(new Closure(
                        "share",
                        List.of(
                                Closure.choice("composition", "by density"),
                                Closure.choice("susceptibility", "by response"),
                                Closure.choice("equilibrium", "none of it")),
                        "composition")),
                List.of(new Parameter("strength", "1", Parameter.Range.closed(0, 10), 1, "factor on all fluxes")),
                List.of(
                        new Preset("consistent", "the defaults", Map.of()),
                        new Preset("equilibrium", "no share", Map.of("share", "equilibrium"))));

        @Override
        public SourceDescriptor describe() {
            return SourceDescriptor.named(name)
                    .version("1.0.0")
                    .summary("neutrinos along the field")
                    .citation("none")
                    .declares(DECLARED, DECLARED.resolve(Settings.none()))
                    .requires(ZoneField.MAGNETIC_FIELD)
                    .requires(needs.toArray(ZoneField[]::new))
                    .gives(
                            FluxField.NEUTRINO_FLUX,
                            FluxField.NEUTRINO_ENERGY_FLUX,
                            FluxField.LEPTON_FLUX,
                            FluxField.AXIAL_FLUX)
                    .build();
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            for (int axis = 0; axis < 3; axis++) {
                double[] field = zones.column(ZoneField.MAGNETIC_FIELD, axis);
                add(zones, fluxes, FluxField.NEUTRINO_FLUX, axis, field, perGauss);
                add(
                        zones,
                        fluxes,
                        FluxField.NEUTRINO_ENERGY_FLUX,
                        axis,
                        field,
                        perGauss * PhysicalConstants.ERG_PER_MEV);
            }
        }

        private static void add(
                ZoneBlock zones, FluxBlock fluxes, FluxField flux, int axis, double[] field, double factor) {
            if (fluxes.wants(flux)) {
                double[] out = fluxes.column(flux, axis);
                for (int i = zones.first(); i < zones.end(); i++) {
                    out[i] += factor * field[i];
                }
            }
        }
    }
}

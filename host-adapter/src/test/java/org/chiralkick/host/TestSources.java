package org.chiralkick.host;

import java.util.List;
import java.util.function.Consumer;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Sources simple enough to know the answer: fluxes along the field. */
final class TestSources {
    private TestSources() {}

    /** Returns a source with F_N = 1e-3 T B and F_E = 2e-6 T^2 B, which flags zones hotter than 100 MeV. */
    static NeutrinoSource alongField(String name) {
        return new AlongField(name, 1);
    }

    /** Returns the same source with all fluxes times a factor. */
    static NeutrinoSource alongField(String name, double factor) {
        return new AlongField(name, factor);
    }

    static SourceDescriptor descriptor(String name, Consumer<SourceDescriptor.Builder> more) {
        SourceDescriptor.Builder builder = SourceDescriptor.named(name)
                .version("1.0.0")
                .summary("a source for tests")
                .citation("none");
        more.accept(builder);
        return builder.build();
    }

    private static final Declarations DECLARED = new Declarations(
            List.of(new Closure(
                    "share",
                    List.of(Closure.choice("composition", "by density"), Closure.choice("equilibrium", "none of it")),
                    "composition")),
            List.of(),
            List.of());

    private record AlongField(String name, double factor) implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return descriptor(
                    name,
                    builder -> builder.requires(ZoneField.TEMPERATURE, ZoneField.MAGNETIC_FIELD)
                            .uses(ZoneField.AXIAL_CHEMICAL_POTENTIAL, "taken as 0")
                            .declares(DECLARED, DECLARED.resolve(Settings.none()))
                            .assumes("neutrino share 'composition' is a closure, not an anomaly result")
                            .gives(
                                    FluxField.LEPTON_FLUX,
                                    FluxField.NEUTRINO_FLUX,
                                    FluxField.NEUTRINO_ENERGY_FLUX,
                                    FluxField.CHIRAL_CURRENT,
                                    FluxField.CHIRAL_INVERSE_LENGTH,
                                    FluxField.AXIAL_SOURCE,
                                    FluxField.LARGEST_STABLE_RATE,
                                    FluxField.SPIN_FLIP_RATE));
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            double[] t = zones.column(ZoneField.TEMPERATURE);
            for (int axis = 0; axis < 3; axis++) {
                double[] b = zones.column(ZoneField.MAGNETIC_FIELD, axis);
                if (fluxes.wants(FluxField.LEPTON_FLUX)) {
                    add(fluxes.column(FluxField.LEPTON_FLUX, axis), b, t, zones, 3, 0);
                }
                if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
                    add(fluxes.column(FluxField.NEUTRINO_FLUX, axis), b, t, zones, 1e-3 * factor, 1);
                }
                if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
                    add(fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis), b, t, zones, 2e-6 * factor, 2);
                }
            }
            for (int i = zones.first(); i < zones.end(); i++) {
                fluxes.flags()[i] |= t[i] > 100 ? ValidityFlag.KNUDSEN.bit() : 0;
            }
            if (fluxes.wants(FluxField.LARGEST_STABLE_RATE)) {
                double[] rate = fluxes.column(FluxField.LARGEST_STABLE_RATE);
                for (int i = zones.first(); i < zones.end(); i++) {
                    rate[i] = Math.max(rate[i], 10 * t[i] * factor);
                }
            }
        }

        private static void add(double[] out, double[] b, double[] t, ZoneBlock zones, double factor, int power) {
            for (int i = zones.first(); i < zones.end(); i++) {
                double scale = power == 0 ? factor : power == 1 ? factor * t[i] : factor * t[i] * t[i];
                out[i] += scale * b[i];
            }
        }
    }
}

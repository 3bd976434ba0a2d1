package org.example.mechanism;

import java.util.List;
import java.util.Map;
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

/**
 * Neutrinos along the magnetic field, F_N = k f b B and F_E = k f b B (c T): the shape of a mechanism, with invented numbers. Replace the
 * equation, its fields and its choices by yours.
 *
 * <p>k = 1e28 cm^-2 s^-1 G^-1; f is the parameter {@code factor}; b, the closure {@code beam}, is 1 or 1/2; c T, with c = 7 pi^4 / (180 zeta(3))
 * = 3.1514, is the mean energy of massless fermions without a chemical potential.
 *
 * <p>{@code evaluate} is a pure loop over columns: no state, no logging, no allocation, on several threads at once.
 */
public final class MyMechanism implements NeutrinoSource {
    /** By which users choose it. */
    static final String SOURCE_NAME = "my-mechanism";

    /** Flux of neutrinos per gauss [cm^-2 s^-1 G^-1]. */
    private static final double PER_GAUSS = 1e28;

    /** Mean energy over temperature: 7 pi^4 / (180 zeta(3)). */
    private static final double MEAN_ENERGY = 3.151374371738908;

    /** One MeV [erg], exact in the SI of 2019. */
    private static final double MEV = 1.602176634e-6;

    private static final Closure BEAM = new Closure(
            "beam",
            List.of(
                    Closure.choice("narrow", "all of it along the field"),
                    Closure.choice("wide", "half of it in all directions alike")),
            "narrow");
    private static final Parameter FACTOR =
            new Parameter("factor", "1", Parameter.Range.closed(0, 10), 1, "factor on all fluxes");
    private static final Preset WEAK =
            new Preset("weak", "a wide beam at a tenth", Map.of("beam", "wide"), Map.of("factor", 0.1));
    private static final Declarations DECLARED = new Declarations(List.of(BEAM), List.of(FACTOR), List.of(WEAK));

    private final SourceDescriptor descriptor;
    private final double perGauss;

    /**
     * Makes the mechanism with what is chosen.
     *
     * @param properties of the component; those that its configuration brings say what the user has chosen
     * @throws IllegalArgumentException if they choose what is not declared
     */
    public MyMechanism(Map<String, Object> properties) {
        Settings inForce = DECLARED.resolve(Settings.of(properties));
        double share = "wide".equals(inForce.closures().get("beam")) ? 0.5 : 1;
        perGauss = PER_GAUSS * share * inForce.parameters().get("factor");
        descriptor = SourceDescriptor.named(SOURCE_NAME)
                .version("1.0.0")
                .summary("neutrinos along the magnetic field, as an example")
                .citation("none: an example")
                .requires(ZoneField.MAGNETIC_FIELD)
                .requiresFor(FluxField.NEUTRINO_ENERGY_FLUX, ZoneField.TEMPERATURE)
                .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX)
                .declares(DECLARED, inForce)
                .build();
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        for (int axis = 0; axis < 3; axis++) {
            double[] field = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
                double[] number = fluxes.column(FluxField.NEUTRINO_FLUX, axis);
                for (int i = zones.first(); i < zones.end(); i++) {
                    number[i] += perGauss * field[i]; // add, never set: others act, too
                }
            }
            if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
                double[] temperature = zones.column(ZoneField.TEMPERATURE);
                double[] energy = fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis);
                for (int i = zones.first(); i < zones.end(); i++) {
                    energy[i] += perGauss * field[i] * (MEAN_ENERGY * MEV * temperature[i]);
                }
            }
        }
    }
}

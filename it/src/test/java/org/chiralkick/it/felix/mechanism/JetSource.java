package org.chiralkick.it.felix.mechanism;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * A mechanism that lets choose: neutrinos along the field, twice as many in a narrow jet and four times as many from a ring, times a
 * strength. Everything about it that a command says must come from what it declares here.
 */
public final class JetSource implements NeutrinoSource {
    private static final Closure SPREAD = new Closure(
            "spread",
            List.of(
                    Closure.choice("narrow", "all of it in one beam"),
                    Closure.choice("wide", "half of it goes elsewhere")),
            "wide");
    private static final Closure SHAPE = new Closure(
            "shape",
            List.of(Closure.choice("disk", "from the whole cap"), Closure.choice("ring", "from its rim, fourfold")),
            "disk");
    private static final Parameter STRENGTH =
            new Parameter("strength", "1", Parameter.Range.closed(0, 10), 1, "factor on the whole jet");
    private static final Preset STRONG = new Preset(
            "strong", "a narrow jet ten times as strong", Map.of("spread", "narrow"), Map.of("strength", 10.0));

    private static final Declarations DECLARED =
            new Declarations(List.of(SPREAD, SHAPE), List.of(STRENGTH), List.of(STRONG));

    private static final double PER_GAUSS = 0x1p90;
    private static final double ERG_PER_NEUTRINO = 0x1p-14;

    private final double perGauss;
    private final SourceDescriptor descriptor;

    /** Makes the source from the properties of its component and of its configuration. */
    public JetSource(Map<String, Object> properties) {
        Settings inForce = DECLARED.resolve(Settings.of(properties));
        double strength = Objects.requireNonNull(inForce.parameters().get("strength"));
        boolean narrow = "narrow".equals(inForce.closures().get("spread"));
        boolean ring = "ring".equals(inForce.closures().get("shape"));
        perGauss = PER_GAUSS * strength * (narrow ? 2 : 1) * (ring ? 4 : 1);
        descriptor = SourceDescriptor.named(
                        Objects.requireNonNull(properties.get(NAME)).toString())
                .version("1.0.0")
                .summary("a jet along the field, for tests")
                .citation("none: a test")
                .requires(ZoneField.MAGNETIC_FIELD)
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
            add(zones, fluxes, FluxField.NEUTRINO_FLUX, axis, field, perGauss);
            add(zones, fluxes, FluxField.NEUTRINO_ENERGY_FLUX, axis, field, perGauss * ERG_PER_NEUTRINO);
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

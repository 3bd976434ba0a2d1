package org.chiralkick.it.contract;

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

/** {@link RightMechanism} with a closure, a parameter and a preset to choose. What {@link Mistake} says it does wrong. */
final class ChoosingMechanism extends RightMechanism {
    static final Closure SPREAD = new Closure(
            "spread", List.of(Closure.choice("narrow", "a beam"), Closure.choice("wide", "all around")), "wide");
    private static final Parameter STRENGTH =
            new Parameter("strength", "1", Parameter.Range.closed(0, 10), 1, "factor on all fluxes");
    private static final Preset STRONG =
            new Preset("strong", "a strong beam", Map.of("spread", "narrow"), Map.of("strength", 10.0));

    private static final Declarations DECLARED = new Declarations(List.of(SPREAD), List.of(STRENGTH), List.of(STRONG));

    /** What is wrong. */
    enum Mistake {
        NONE,
        IGNORES_ITS_SETTINGS,
        REFUSES_A_CHOICE,
        FAILS_UNDER_A_CHOICE,
        OVERFLOWS_UNDER_A_CHOICE,
        FORGETS_THE_PRESET,
        LETS_THE_PRESET_COME_FIRST,
        DECLARES_LESS_UNDER_A_CHOICE,
        LIMITS_THE_PARAMETER,
        STARTS_OTHERWISE
    }

    private final Mistake mistake;
    private final Settings inForce;

    /** Makes an instance. */
    ChoosingMechanism(Mistake mistake, Settings chosen) {
        this.mistake = mistake;
        this.inForce = inForce(mistake, chosen);
        if (mistake == Mistake.REFUSES_A_CHOICE && isNarrow()) {
            throw new IllegalArgumentException("spread 'narrow' is not written yet");
        }
    }

    private static Settings inForce(Mistake mistake, Settings chosen) {
        Settings right = DECLARED.resolve(chosen);
        return switch (mistake) {
            case IGNORES_ITS_SETTINGS -> DECLARED.resolve(Settings.none());
            case FORGETS_THE_PRESET -> DECLARED.resolve(chosen.withPreset("")).withPreset(chosen.preset());
            case LETS_THE_PRESET_COME_FIRST ->
                chosen.preset().isEmpty()
                        ? right
                        : DECLARED.resolve(Settings.none().withPreset(chosen.preset()));
            case LIMITS_THE_PARAMETER ->
                right.withParameter(
                        "strength",
                        Math.min(Objects.requireNonNull(right.parameters().get("strength")), 5));
            case STARTS_OTHERWISE ->
                chosen.closures().containsKey("spread") ? right : right.withClosure("spread", "narrow");
            default -> right;
        };
    }

    private boolean isNarrow() {
        return "narrow".equals(inForce.closures().get("spread"));
    }

    static NeutrinoSource of(Mistake mistake) {
        return new ChoosingMechanism(mistake, Settings.none());
    }

    @Override
    public SourceDescriptor describe() {
        boolean less = mistake == Mistake.DECLARES_LESS_UNDER_A_CHOICE && isNarrow();
        Declarations declared = less ? new Declarations(List.of(SPREAD), List.of(STRENGTH), List.of()) : DECLARED;
        return descriptor()
                .declares(declared, less ? inForce.withPreset("") : inForce)
                .build();
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        if (mistake == Mistake.FAILS_UNDER_A_CHOICE && isNarrow()) {
            throw new UnsupportedOperationException("narrow is not written yet");
        }
        super.evaluate(zones, fluxes);
        if (mistake == Mistake.OVERFLOWS_UNDER_A_CHOICE && isNarrow() && fluxes.wants(FluxField.NEUTRINO_FLUX)) {
            fluxes.column(FluxField.NEUTRINO_FLUX, 0)[zones.first()] = Double.NaN;
        }
    }
}

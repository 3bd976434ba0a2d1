package org.chiralkick.chiral.closure;

import java.util.Arrays;
import java.util.List;
import org.chiralkick.source.Closure;
import org.chiralkick.source.FluxField;

/** The kinds of closure that settings can choose, with the choices of each. */
public enum ClosureKind {
    /** See {@link ChiralityClosure}. */
    CHIRALITY("chirality"),
    /** See {@link ShareClosure}. */
    SHARE("share"),
    /** See {@link MomentumClosure}. */
    MOMENTUM("momentum"),
    /** See {@link PotentialsClosure}. */
    POTENTIALS("potentials"),
    /** See {@link FieldClosure}. */
    FIELD("field"),
    /** See {@link SpectrumClosure}. */
    SPECTRUM("spectrum");

    private final String label;

    ClosureKind(String label) {
        this.label = label;
    }

    /** Returns the name as configurations and results show it, such as {@code "share"}. */
    public String label() {
        return label;
    }

    /** Returns the choice in force. */
    public Choice of(Closures closures) {
        return switch (this) {
            case CHIRALITY -> closures.chirality();
            case SHARE -> closures.share();
            case MOMENTUM -> closures.momentum();
            case POTENTIALS -> closures.potentials();
            case FIELD -> closures.field();
            case SPECTRUM -> closures.spectrum();
        };
    }

    /** Returns the names of the choices. */
    public List<String> choices() {
        return Arrays.stream(values(this)).map(Choice::label).toList();
    }

    /** Returns the kind as the descriptor declares it, with the name of the choice that is in force where nobody chooses. */
    public Closure declaration(String defaultChoice) {
        Closure closure = new Closure(
                label,
                Arrays.stream(values(this))
                        .map(choice -> Closure.choice(choice.label(), choice.meaning()))
                        .toList(),
                defaultChoice);
        return this == SPECTRUM
                ? closure.of(
                        FluxField.NU_E_GROUP_NUMBER_FLUX,
                        FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
                        FluxField.NU_E_GROUP_ENERGY_FLUX,
                        FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX)
                : closure;
    }

    private static Choice[] values(ClosureKind kind) {
        return switch (kind) {
            case CHIRALITY -> ChiralityClosure.values();
            case SHARE -> ShareClosure.values();
            case MOMENTUM -> MomentumClosure.values();
            case POTENTIALS -> PotentialsClosure.values();
            case FIELD -> FieldClosure.values();
            case SPECTRUM -> SpectrumClosure.values();
        };
    }

    /** Returns the names of all kinds. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ClosureKind::label).toList();
    }
}

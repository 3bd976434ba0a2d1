package org.chiralkick.host.internal.emission;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilSettings;

/** Whether a block counts what a host asks for of what has escaped. Zeros that mean "not counted" are refused. */
public final class EscapedNegotiation {
    private static final Quantity[] MOMENTUM = {Quantity.MOMENTUM_X, Quantity.MOMENTUM_Y, Quantity.MOMENTUM_Z};

    private EscapedNegotiation() {}

    /** Returns what is counted in a component of a field. */
    public static Quantity quantity(EscapedField field, int axis) {
        return switch (field) {
            case ESCAPED_NUMBER -> Quantity.NUMBER;
            case ESCAPED_ENERGY -> Quantity.ENERGY;
            case ESCAPED_MOMENTUM -> MOMENTUM[axis];
        };
    }

    /**
     * Returns if the block counts all that is wanted.
     *
     * @param form of the block, never AUTO
     * @param momentumSource whether a source's own momentum is counted
     * @throws CouplingException if one of them is not counted
     */
    public static void requireCounted(
            Set<EscapedField> wanted, RecoilSettings recoil, RecoilForm form, boolean momentumSource) {
        Set<EscapedField> uncounted = wanted.stream()
                .filter(field -> form == RecoilForm.NONE && !(momentumSource && field == EscapedField.ESCAPED_MOMENTUM))
                .collect(Collectors.toSet());
        if (uncounted.isEmpty()) {
            return;
        }
        String names = uncounted.stream()
                .sorted()
                .map(field -> field.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        throw CouplingException.field(names + " bound as output, and this block does not count it: "
                + switch (recoil.form()) {
                    case TRANSPORT ->
                        "in recoil form transport what leaves is what your transport lets out and tells by"
                                + " emitted; take that off, and bind none here";
                    case NONE -> "recoil.form is none; choose auto, surface or volume, or bind none here";
                    case AUTO, SURFACE, VOLUME ->
                        "bind the surface element, or the volume with recoil.radius-cm for the volume form";
                });
    }
}

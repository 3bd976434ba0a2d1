package org.chiralkick.host.internal.block;

import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.value.EscapedField;

/** One column of what is counted as escaped: what it holds, and where it goes. */
final class EscapedColumn {
    private static final Quantity[] MOMENTUM = {Quantity.MOMENTUM_X, Quantity.MOMENTUM_Y, Quantity.MOMENTUM_Z};

    /** Ordinal of the quantity that it is of. */
    final int quantity;

    final OutputColumn output;

    EscapedColumn(EscapedField field, int axis, OutputColumn output) {
        this.quantity = quantity(field, axis).ordinal();
        this.output = output;
    }

    private static Quantity quantity(EscapedField field, int axis) {
        return switch (field) {
            case ESCAPED_NUMBER -> Quantity.NUMBER;
            case ESCAPED_ENERGY -> Quantity.ENERGY;
            case ESCAPED_MOMENTUM -> MOMENTUM[axis];
        };
    }
}

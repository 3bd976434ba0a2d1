package org.chiralkick.host.internal.block;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.jspecify.annotations.Nullable;

/** One column of fluxes: which sources give it, and where it goes. */
final class FluxColumn {
    final FluxField field;
    final int axis;
    private final int group;
    /** Per source, whether it contributes. */
    final boolean[] given;
    /** How many sources contribute. */
    final int givers;
    /** Where the host wants it, or {@code null} if only the recoil or the largest dt does. */
    final @Nullable OutputColumn output;

    FluxColumn(FluxField field, int axis, int group, boolean[] given, @Nullable OutputColumn output) {
        this.field = field;
        this.axis = axis;
        this.group = group;
        this.given = given;
        this.output = output;
        int count = 0;
        for (boolean gives : given) {
            count += gives ? 1 : 0;
        }
        this.givers = count;
    }

    /** Lends a column to a source, or takes it back. */
    void lend(FluxBlock.Owner fluxes, double @Nullable [] column) {
        if (field.perGroup()) {
            fluxes.lend(field, axis, group, column);
        } else {
            fluxes.lend(field, axis, column);
        }
    }
}

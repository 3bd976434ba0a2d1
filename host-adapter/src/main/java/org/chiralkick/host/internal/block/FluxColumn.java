package org.chiralkick.host.internal.block;

import org.chiralkick.source.FluxField;
import org.jspecify.annotations.Nullable;

/** One column of fluxes: which sources give it, and where it goes. */
final class FluxColumn {
    final FluxField field;
    final int axis;
    /** Per source, whether it contributes. */
    final boolean[] given;
    /** How many sources contribute. */
    final int givers;
    /** Where the host wants it, or {@code null} if only the recoil or the largest dt does. */
    final @Nullable OutputColumn output;

    FluxColumn(FluxField field, int axis, boolean[] given, @Nullable OutputColumn output) {
        this.field = field;
        this.axis = axis;
        this.given = given;
        this.output = output;
        int count = 0;
        for (boolean gives : given) {
            count += gives ? 1 : 0;
        }
        this.givers = count;
    }

    int slot() {
        return 3 * field.ordinal() + axis;
    }
}

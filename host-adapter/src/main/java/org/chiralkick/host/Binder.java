package org.chiralkick.host;

import java.util.Locale;
import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.value.CouplingException;

/** Binds the columns of a field to the views of its components. */
final class Binder {
    private Binder() {}

    static void requireBound(Enum<?> field, boolean bound) {
        if (!bound) {
            throw CouplingException.field(
                    words(field.name()) + " is not bound; bind it when building, only then can it be moved");
        }
    }

    static void bind(Slot[] slots, View view, int[] extents, boolean output) {
        if (slots.length > 1 && !view.hasComponents()) {
            throw CouplingException.field(slots[0].name() + " and the other " + (slots.length - 1)
                    + " components need a view each, or one view with components(stride)");
        }
        for (int axis = 0; axis < slots.length; axis++) {
            bind(slots[axis], view, axis, extents, output);
        }
    }

    static void bind(String field, Slot[] slots, View[] views, int[] extents, boolean output) {
        if (views.length == 1) {
            bind(slots, views[0], extents, output);
        } else if (views.length == slots.length) {
            for (int axis = 0; axis < slots.length; axis++) {
                bind(slots[axis], views[axis], 0, extents, output);
            }
        } else {
            throw CouplingException.field(words(field) + " has " + slots.length + " component(s) but "
                    + views.length + " view(s) are given; give one per component"
                    + (slots.length > 1 ? ", or one with components(stride)" : ""));
        }
    }

    private static void bind(Slot slot, View view, int component, int[] extents, boolean output) {
        view.bind(slot, component, extents);
        if (output) {
            slot.requireWritable();
        }
    }

    private static String words(String field) {
        return field.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

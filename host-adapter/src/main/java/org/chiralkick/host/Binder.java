package org.chiralkick.host;

import java.util.Locale;
import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.value.CouplingException;

/**
 * Binds the columns of a field to the views of its components and energy groups. Columns come group after group, in each those of the
 * components.
 */
final class Binder {
    private Binder() {}

    static void requireBound(Enum<?> field, boolean bound) {
        if (!bound) {
            throw CouplingException.field(
                    words(field.name()) + " is not bound; bind it when building, only then can it be moved");
        }
    }

    static void bind(Enum<?> field, int components, Slot[] slots, View[] views, int[] extents, boolean output) {
        int groups = slots.length / components;
        if (views.length != 1 && views.length != components && views.length != slots.length) {
            throw CouplingException.field(words(field.name()) + " has " + components + " component(s)"
                    + (groups > 1 ? " in " + groups + " energy groups" : "") + " but "
                    + views.length + " view(s) are given; give one per component"
                    + (components > 1 ? ", or one with components(stride)" : ""));
        }
        if (views.length == slots.length) {
            for (int column = 0; column < slots.length; column++) {
                bind(slots[column], views[column], 0, 0, extents, output);
            }
        } else if (views.length == components) {
            for (int column = 0; column < slots.length; column++) {
                bind(groups, slots[column], views[column % components], 0, column / components, extents, output);
            }
        } else {
            bind(components, slots, views[0], extents, output);
        }
    }

    /** Binds all columns to one view; allocates nothing. */
    static void bind(int components, Slot[] slots, View view, int[] extents, boolean output) {
        if (components > 1 && !view.hasComponents()) {
            throw CouplingException.field(slots[0].name() + " and the other " + (components - 1)
                    + " components need a view each, or one view with components(stride)");
        }
        int groups = slots.length / components;
        for (int column = 0; column < slots.length; column++) {
            bind(groups, slots[column], view, column % components, column / components, extents, output);
        }
    }

    private static void bind(
            int groups, Slot slot, View view, int component, int group, int[] extents, boolean output) {
        if (groups > 1 && !view.hasGroups()) {
            throw CouplingException.field(slot.name() + " and the other " + (groups - 1)
                    + " energy groups need a view with groups(stride), or a view each");
        }
        if (groups > 1 && output && view.sharesGroups()) {
            throw CouplingException.field(
                    slot.name() + " has stride 0 between energy groups; an output needs an element per zone and group");
        }
        bind(slot, view, component, group, extents, output);
    }

    private static void bind(Slot slot, View view, int component, int group, int[] extents, boolean output) {
        view.bind(slot, component, group, extents);
        if (output) {
            slot.requireWritable();
        }
    }

    static String words(String field) {
        return field.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package org.chiralkick.host.jni;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * What one native thread shares with Java: memory of C's, the struct {@code ckp_lane} of {@code lane.h} up to the flags (change both
 * together), and arrays of Java's, one per component of every field, inputs first.
 *
 * <pre>
 *   fields (8: a bit per field, inputs first) · flags wanted (8) · results (14 x 8) · flag words (512 x 8)
 * </pre>
 */
final class Lane {
    /** Zones of a piece, at most. */
    static final int ZONES = 512;

    private static final int FIELDS_AT = 0;
    private static final int WANTS_FLAGS_AT = 8;
    private static final int RESULTS_AT = 16;
    private static final int FLAGS_AT = RESULTS_AT + 14 * Double.BYTES;

    /** Sets of fields for which bindings are kept; a host uses a few. */
    private static final int SETS = 4;

    private static final ZoneField[] INPUTS = ZoneField.values();
    private static final FluxField[] OUTPUTS = FluxField.values();

    private final ByteBuffer memory;
    private final LongBuffer flagWords;
    private final double[][] columns;
    private final long[] flags = new long[ZONES];
    private final Bindings[] sets = new Bindings[SETS];
    private int oldest;

    /** Bindings of one set of fields, by number of zones: the last piece of a block may have any. */
    private static final class Bindings {
        final long fields;
        final boolean wantsFlags;
        final @Nullable BlockBinding[] ofZones;

        Bindings(long fields, boolean wantsFlags, int length) {
            this.fields = fields;
            this.wantsFlags = wantsFlags;
            this.ofZones = new BlockBinding[length];
        }
    }

    Lane(ByteBuffer memory) {
        this.memory = memory.order(ByteOrder.nativeOrder());
        this.flagWords = this.memory
                .slice(FLAGS_AT, ZONES * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
        this.columns = new double[columnsOf(INPUTS, OUTPUTS)][ZONES];
        for (int i = 0; i < SETS; i++) {
            sets[i] = new Bindings(0, false, 0);
        }
    }

    private static int columnsOf(ZoneField[] inputs, FluxField[] outputs) {
        int count = 0;
        for (ZoneField field : inputs) {
            count += field.components();
        }
        for (FluxField field : outputs) {
            count += field.components();
        }
        return count;
    }

    /** Returns one of the arrays, which C fills and reads. */
    double[] column(int index) {
        return columns[index];
    }

    /** Evaluates the first zones of the columns and leaves fluxes, flags and rates where C finds them. */
    void evaluate(Coupling coupling, int zones, double weight) {
        boolean wantsFlags = memory.getLong(WANTS_FLAGS_AT) != 0;
        BlockResult result = coupling.evaluate(binding(zones, memory.getLong(FIELDS_AT), wantsFlags), weight);
        if (wantsFlags) {
            flagWords.put(0, flags, 0, zones);
        }
        result(0, result.dtMax());
        for (int axis = 0; axis < 3; axis++) {
            result(1 + axis, result.momentumRate(axis));
        }
        result(4, result.numberRate());
        result(5, result.energyRate());
        result(6, (double) result.flagged());
    }

    void result(int index, double value) {
        memory.putDouble(RESULTS_AT + index * Double.BYTES, value);
    }

    /** Leaves a whole number in the place of a result. */
    void count(int index, long value) {
        memory.putLong(RESULTS_AT + index * Long.BYTES, value);
    }

    private BlockBinding binding(int zones, long fields, boolean wantsFlags) {
        Bindings set = set(fields, wantsFlags);
        BlockBinding binding = set.ofZones[zones];
        if (binding == null) {
            binding = bind(zones, fields, wantsFlags);
            set.ofZones[zones] = binding;
        }
        return binding;
    }

    private Bindings set(long fields, boolean wantsFlags) {
        for (Bindings set : sets) {
            if (set.fields == fields && set.wantsFlags == wantsFlags && set.ofZones.length != 0) {
                return set;
            }
        }
        Bindings set = new Bindings(fields, wantsFlags, ZONES + 1);
        sets[oldest] = set;
        oldest = (oldest + 1) % SETS;
        return set;
    }

    private BlockBinding bind(int zones, long fields, boolean wantsFlags) {
        BlockBinding.Builder builder = BlockBinding.of(zones);
        int column = 0;
        long bit = 1;
        for (ZoneField field : INPUTS) {
            if ((fields & bit) != 0) {
                builder.in(field, views(column, field.components()));
            }
            column += field.components();
            bit <<= 1;
        }
        for (FluxField field : OUTPUTS) {
            if ((fields & bit) != 0) {
                builder.out(field, views(column, field.components()));
            }
            column += field.components();
            bit <<= 1;
        }
        if (wantsFlags) {
            builder.flags(flags);
        }
        return builder.build();
    }

    private View[] views(int column, int components) {
        View[] views = new View[components];
        for (int axis = 0; axis < components; axis++) {
            views[axis] = View.of(columns[column + axis]);
        }
        return views;
    }
}

package org.chiralkick.host.jni;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.PiecePlace;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.View;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * What one native thread shares with Java: memory of C's, the struct {@code ckp_lane} of {@code lane.h} up to the flags (change both
 * together), and arrays of Java's, one per component of every field, inputs first, what is counted as escaped last; then, group after group, one per component of every field
 * that is per energy group.
 *
 * <pre>
 *   inputs given (8: a bit each) · outputs wanted (8: a bit each) · flags wanted (8) · results (14 x 8) · flag words (512 x 8)
 *   · number of the call (8) · number of the first zone (8) · numbered (8) · extents (4 x 8) · what repeats along each (4 x 8: a bit each)
 * </pre>
 *
 * <p>Where it is numbered (by a mask) the flag words are, before the evaluation, the numbers of the zones.
 */
final class Lane {
    /** Zones of a piece, at most. */
    static final int ZONES = 512;

    private static final int INPUTS_AT = 0;
    private static final int OUTPUTS_AT = 8;
    private static final int WANTS_FLAGS_AT = 16;
    private static final int RESULTS_AT = 24;
    private static final int FLAGS_AT = RESULTS_AT + 14 * Double.BYTES;

    private static final int CALL_AT = FLAGS_AT + ZONES * Long.BYTES;
    private static final int FIRST_ZONE_AT = CALL_AT + Long.BYTES;
    private static final int NUMBERED_AT = FIRST_ZONE_AT + Long.BYTES;
    private static final int EXTENTS_AT = NUMBERED_AT + Long.BYTES;
    private static final int AXES = 4;
    private static final int REPEATS_AT = EXTENTS_AT + AXES * Long.BYTES;

    /** Sets of fields for which bindings are kept; a host uses a few. */
    private static final int SETS = 4;

    private static final ZoneField[] INPUTS = ZoneField.values();
    private static final FluxField[] OUTPUTS = FluxField.values();
    private static final EscapedField[] ESCAPED = EscapedField.values();
    private static final int PLAIN_COLUMNS = columns(false) + escapedColumns();
    private static final int GROUP_COLUMNS = columns(true);

    private final ByteBuffer memory;
    private final LongBuffer flagWords;
    private double[][] columns;
    private final long[] flags = new long[ZONES];
    private final PiecePlace place = new PiecePlace();
    private @Nullable StepResult committed;
    private final Bindings[] sets = new Bindings[SETS];
    private int oldest;

    /** Bindings of one set of fields, by number of zones: the last piece of a block may have any. */
    private static final class Bindings {
        final long inputs;
        final long outputs;
        final int groups;
        final boolean wantsFlags;
        final @Nullable BlockBinding[] ofZones;

        Bindings(long inputs, long outputs, int groups, boolean wantsFlags, int length) {
            this.inputs = inputs;
            this.outputs = outputs;
            this.groups = groups;
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
        this.columns = new double[PLAIN_COLUMNS][ZONES];
        for (int i = 0; i < SETS; i++) {
            sets[i] = new Bindings(0, 0, 0, false, 0);
        }
    }

    private static int columns(boolean perGroup) {
        int count = 0;
        for (ZoneField field : INPUTS) {
            count += field.perGroup() == perGroup ? field.components() : 0;
        }
        for (FluxField field : OUTPUTS) {
            count += field.perGroup() == perGroup ? field.components() : 0;
        }
        return count;
    }

    private static int escapedColumns() {
        int count = 0;
        for (EscapedField field : ESCAPED) {
            count += field.components();
        }
        return count;
    }

    /** Makes room for the columns of this many energy groups; those that are there stay. */
    void room(int groups) {
        int had = columns.length;
        int needs = PLAIN_COLUMNS + groups * GROUP_COLUMNS;
        if (had < needs) {
            columns = Arrays.copyOf(columns, needs);
            for (int column = had; column < needs; column++) {
                columns[column] = new double[ZONES];
            }
        }
    }

    /** Returns one of the arrays, which C fills and reads. */
    double[] column(int index) {
        return columns[index];
    }

    /**
     * Evaluates the first zones of the columns and leaves fluxes, flags and rates where C finds them.
     *
     * @param block the host's number of the block that they are of
     * @param first whether no other zones of the block came before them in this call of the host's
     */
    void evaluate(Coupling coupling, long block, boolean first, int zones, double weight) {
        boolean wantsFlags = memory.getLong(WANTS_FLAGS_AT) != 0;
        int groups = coupling.groups().count();
        BlockBinding piece = binding(zones, memory.getLong(INPUTS_AT), memory.getLong(OUTPUTS_AT), groups, wantsFlags);
        if (first) {
            piece.number(block);
        } else {
            piece.pieceOf(block);
        }
        place();
        BlockResult result = coupling.evaluate(piece, weight);
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

    private void place() {
        place.call(memory.getLong(CALL_AT));
        for (int axis = 0; axis < AXES; axis++) {
            int at = axis * Long.BYTES;
            place.extent(axis, memory.getLong(EXTENTS_AT + at), memory.getLong(REPEATS_AT + at));
        }
        if (memory.getLong(NUMBERED_AT) != 0) {
            place.zones(flagWords);
        } else {
            place.from(memory.getLong(FIRST_ZONE_AT));
        }
    }

    void result(int index, double value) {
        memory.putDouble(RESULTS_AT + index * Double.BYTES, value);
    }

    /** Leaves a whole number in the place of a result. */
    void count(int index, long value) {
        memory.putLong(RESULTS_AT + index * Long.BYTES, value);
    }

    /** Leaves a whole number in the place of a flag word. */
    void flagWord(int index, long value) {
        flagWords.put(index, value);
    }

    /** Keeps what a commit gave. */
    void committed(StepResult result) {
        committed = result;
    }

    /** Returns what is to be said of the zones of the step that was committed last; empty where there is nothing. */
    String report() {
        StepResult result = committed;
        return result == null ? "" : result.report();
    }

    private BlockBinding binding(int zones, long inputs, long outputs, int groups, boolean wantsFlags) {
        Bindings set = set(inputs, outputs, groups, wantsFlags);
        BlockBinding binding = set.ofZones[zones];
        if (binding == null) {
            binding = bind(zones, set);
            set.ofZones[zones] = binding;
        }
        return binding;
    }

    private Bindings set(long inputs, long outputs, int groups, boolean wantsFlags) {
        for (Bindings set : sets) {
            if (set.inputs == inputs
                    && set.outputs == outputs
                    && set.groups == groups
                    && set.wantsFlags == wantsFlags
                    && set.ofZones.length != 0) {
                return set;
            }
        }
        Bindings set = new Bindings(inputs, outputs, groups, wantsFlags, ZONES + 1);
        sets[oldest] = set;
        oldest = (oldest + 1) % SETS;
        return set;
    }

    private BlockBinding bind(int zones, Bindings set) {
        BlockBinding.Builder builder = BlockBinding.of(zones).piece(place);
        int groups = set.groups;
        if (groups > 0) {
            builder.groups(groups);
        }
        int column = 0;
        int groupColumn = PLAIN_COLUMNS;
        for (ZoneField field : INPUTS) {
            if ((set.inputs >>> field.ordinal() & 1) != 0) {
                builder.in(
                        field,
                        field.perGroup()
                                ? views(groupColumn, field.components(), groups)
                                : views(column, field.components(), 1));
            }
            groupColumn += field.perGroup() ? field.components() : 0;
            column += field.perGroup() ? 0 : field.components();
        }
        for (FluxField field : OUTPUTS) {
            if ((set.outputs >>> field.ordinal() & 1) != 0) {
                builder.out(
                        field,
                        field.perGroup()
                                ? views(groupColumn, field.components(), groups)
                                : views(column, field.components(), 1));
            }
            groupColumn += field.perGroup() ? field.components() : 0;
            column += field.perGroup() ? 0 : field.components();
        }
        for (EscapedField field : ESCAPED) {
            if (((set.outputs >>> (OUTPUTS.length + field.ordinal())) & 1) != 0) {
                builder.out(field, views(column, field.components(), 1));
            }
            column += field.components();
        }
        if (set.wantsFlags) {
            builder.flags(flags);
        }
        return builder.build();
    }

    private View[] views(int first, int components, int groups) {
        View[] views = new View[components * groups];
        for (int k = 0; k < views.length; k++) {
            views[k] = View.of(columns[first + k / components * GROUP_COLUMNS + k % components]);
        }
        return views;
    }
}

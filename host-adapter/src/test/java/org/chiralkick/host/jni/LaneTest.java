package org.chiralkick.host.jni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** What a native thread and Java make of the sets of fields of a call. */
class LaneTest {
    private static final EnergyGroups GROUPS = EnergyGroups.between(0, 20, 150, Double.POSITIVE_INFINITY);
    private static final int OUTPUTS_AT = 8;
    private static final int RESULTS_AT = 24;

    /** Needs every field and gives every field: its number + 1000 axis + 10000 group + all that it needs. */
    private static final NeutrinoSource EVERYTHING = new NeutrinoSource() {
        @Override
        public SourceDescriptor describe() {
            return SourceDescriptor.named("everything")
                    .version("1.0.0")
                    .summary("a source for tests")
                    .citation("none")
                    .requires(ZoneField.values())
                    .gives(FluxField.values())
                    .build();
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            int groups = zones.groups().count();
            for (int i = zones.first(); i < zones.end(); i++) {
                double all = 0;
                for (ZoneField field : ZoneField.values()) {
                    for (int k = 0; k < field.components() * (field.perGroup() ? groups : 1); k++) {
                        all += (field.perGroup() ? zones.column(field, 0, k) : zones.column(field, k))[i];
                    }
                }
                for (FluxField field : FluxField.values()) {
                    for (int k = 0; k < field.components() * (field.perGroup() ? groups : 1); k++) {
                        int axis = k % field.components();
                        int group = k / field.components();
                        double[] out =
                                field.perGroup() ? fluxes.column(field, axis, group) : fluxes.column(field, axis);
                        out[i] += own(field, axis, group) + all;
                    }
                }
            }
        }
    };

    private static double own(FluxField field, int axis, int group) {
        return field.number() + 1000.0 * axis + 10_000.0 * group;
    }

    @Test
    void everyFieldFitsIntoOneCall() {
        ByteBuffer memory = ByteBuffer.allocateDirect(1 << 13).order(ByteOrder.nativeOrder());
        Lane lane = new Lane(memory);
        lane.room(GROUPS.count());
        int inputs = 0;
        int inputsOfGroup = 0;
        for (ZoneField field : ZoneField.values()) {
            inputs += field.perGroup() ? 0 : field.components();
            inputsOfGroup += field.perGroup() ? field.components() : 0;
        }
        int columns = inputs;
        int columnsOfGroup = inputsOfGroup;
        for (FluxField field : FluxField.values()) {
            columns += field.perGroup() ? 0 : field.components();
            columnsOfGroup += field.perGroup() ? field.components() : 0;
        }
        int escaped = columns;
        for (EscapedField field : EscapedField.values()) {
            columns += field.components();
        }
        assertTrue(columns > Long.SIZE, columns + " columns fit into one word: use another test");
        double all = 0;
        for (int column = 0; column < inputs; column++) {
            all += fill(lane.column(column), column);
        }
        for (int group = 0; group < GROUPS.count(); group++) {
            for (int k = 0; k < inputsOfGroup; k++) {
                int column = columns + group * columnsOfGroup + k;
                all += fill(lane.column(column), column);
            }
        }
        memory.putLong(0, (1L << ZoneField.values().length) - 1);
        memory.putLong(OUTPUTS_AT, (1L << (FluxField.values().length + EscapedField.values().length)) - 1);
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(EVERYTHING), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            coupling.groups(GROUPS);
            coupling.begin(1, 0, 1);
            lane.evaluate(coupling, 7, true, 3, 1);
        }
        int column = inputs;
        int groupColumn = columns + inputsOfGroup;
        for (FluxField field : FluxField.values()) {
            for (int axis = 0; axis < field.components(); axis++) {
                for (int group = 0; group < (field.perGroup() ? GROUPS.count() : 1); group++) {
                    int at = field.perGroup() ? groupColumn + axis + group * columnsOfGroup : column + axis;
                    assertEquals(own(field, axis, group) + all, lane.column(at)[2], field + " " + axis + " " + group);
                }
            }
            column += field.perGroup() ? 0 : field.components();
            groupColumn += field.perGroup() ? field.components() : 0;
        }
        double[] volume = lane.column(volumeColumn());
        for (int k = 0; k < 5; k++) { // number, energy, momentum; results are dt, force, number, energy
            double[] given = lane.column(escaped + k);
            double sum = given[0] * volume[0] + given[1] * volume[1] + given[2] * volume[2];
            double rate = memory.getDouble(RESULTS_AT + Double.BYTES * (k < 2 ? 4 + k : k - 1));
            assertEquals(rate, k < 2 ? sum : -sum, "escaped " + k);
            assertNotEquals(0, rate);
        }
    }

    private static int volumeColumn() {
        int column = 0;
        for (ZoneField field : ZoneField.values()) {
            if (field == ZoneField.VOLUME) {
                break;
            }
            column += field.perGroup() ? 0 : field.components();
        }
        return column;
    }

    /** Possible values of any field, which sum without rounding; another in each column. */
    private static double fill(double[] column, int number) {
        double value = 0.5 + number / 1024.0;
        Arrays.fill(column, value);
        return value;
    }
}

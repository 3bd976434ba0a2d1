package org.chiralkick.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** R7: same zone, same bits, whatever was evaluated before and wherever the zone stands. */
final class PurityRule extends NumberedRule {
    private static final int ZONES = 97;

    PurityRule() {
        super(7, "same input, same bits");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(ZONES, 7);
        FluxColumns reference = Call.on(zones).evaluate(source);
        Comparison.requireSame(Call.on(zones).evaluate(source), reference, "at the second evaluation");
        requireNoMemory(source, zones, reference);
        requireSameInReusedBlock(source, zones, reference);
        requireSameInAnyOrder(source, zones, reference);
        for (int size : new int[] {1, 2, 3, 8, 31, 64}) {
            requireSameInBlocksOf(size, source, zones, reference);
        }
        return "same bits again, after other states, in another order, and in blocks of 1, 2, 3, 8, 31, 64 and 97 zones";
    }

    /** Between two evaluations one field at a time is another one, so that a wrongly keyed cache shows. */
    private static void requireNoMemory(NeutrinoSource source, ZoneColumns zones, FluxColumns reference) {
        ZoneColumns backwards = zones.ordered(
                IntStream.range(0, ZONES).map(zone -> ZONES - 1 - zone).toArray());
        for (ZoneField field : ZoneField.values()) {
            ZoneColumns others = zones.copy();
            for (int axis = 0; axis < zones.width(field); axis++) {
                System.arraycopy(backwards.column(field, axis), 0, others.column(field, axis), 0, ZONES);
            }
            Call.on(others).evaluate(source);
            Comparison.requireSame(
                    Call.on(zones).evaluate(source), reference, "after a block that differs in " + field);
        }
    }

    /** Hosts lend the same columns in the same block object again, with new values in them. */
    private static void requireSameInReusedBlock(NeutrinoSource source, ZoneColumns zones, FluxColumns reference) {
        ZoneColumns others = ProbeStates.broad(ZONES, 70);
        FluxColumns othersReference = Call.on(others).evaluate(source);
        ZoneColumns columns = others.copy();
        FluxColumns fluxes = new FluxColumns(ZONES);
        Call call = Call.on(columns).into(fluxes);
        for (int use = 0; use < 3; use++) {
            columns.take(use == 1 ? others : zones);
            fluxes.filled(0, 0);
            call.evaluateInPlace(source);
            Comparison.requireSame(
                    fluxes, use == 1 ? othersReference : reference, "in a block used again with another state");
        }
    }

    private static void requireSameInAnyOrder(NeutrinoSource source, ZoneColumns zones, FluxColumns reference) {
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, ZONES).boxed().toList());
        Collections.shuffle(shuffled, new Random(77));
        int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
        FluxColumns fluxes = Call.on(zones.ordered(order)).evaluate(source);
        for (int i = 0; i < ZONES; i++) {
            Comparison.requireSameZone(
                    fluxes, i, reference, order[i], "where the state of zone " + order[i] + " was moved to");
        }
    }

    private static void requireSameInBlocksOf(
            int size, NeutrinoSource source, ZoneColumns zones, FluxColumns reference) {
        for (int first = 0; first < ZONES; first += size) {
            int end = Math.min(first + size, ZONES);
            FluxColumns fluxes = Call.on(zones).window(first, end).evaluate(source);
            for (int zone = first; zone < end; zone++) {
                Comparison.requireSameZone(fluxes, zone, reference, zone, "in a block of " + size + " zones");
            }
        }
    }
}

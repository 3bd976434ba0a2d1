package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * One call of {@code evaluate}. Unless told otherwise it gives every zone field, wants every flux field, starts from zero fluxes
 * and covers all zones; each rule changes the one thing it is about. Calls through one object use the same blocks, as hosts do.
 */
final class Call {
    private final ZoneColumns zones;
    private final ZoneBlock.Owner zoneOwner = new ZoneBlock.Owner();
    private final FluxBlock.Owner fluxOwner = new FluxBlock.Owner();
    private Set<ZoneField> given = EnumSet.allOf(ZoneField.class);
    private Set<FluxField> wanted = EnumSet.allOf(FluxField.class);
    private FluxColumns fluxes;
    private int first;
    private int end;
    private String circumstances = "";

    private Call(ZoneColumns zones) {
        this.zones = zones;
        this.fluxes = new FluxColumns(zones.length(), zones.groups());
        this.end = zones.length();
    }

    static Call on(ZoneColumns zones) {
        return new Call(zones);
    }

    Call giving(Set<ZoneField> fields) {
        given = fields;
        return this;
    }

    Call wanting(Set<FluxField> fields) {
        wanted = fields;
        return this;
    }

    /** Lets the fluxes go into these columns, with what they hold. */
    Call into(FluxColumns columns) {
        fluxes = columns;
        return this;
    }

    Call window(int firstZone, int endZone) {
        first = firstZone;
        end = endZone;
        return this;
    }

    /** Says when this call happens, for the message should the mechanism throw: {@code "with an empty window"}. */
    Call when(String text) {
        circumstances = " " + text;
        return this;
    }

    /** Evaluates on copies of the zone columns and returns the fluxes. */
    FluxColumns evaluate(NeutrinoSource source) {
        return evaluateOn(zones.copy(), source);
    }

    /** Evaluates on the zone columns themselves, which may have been overwritten since the last call, and returns the fluxes. */
    FluxColumns evaluateInPlace(NeutrinoSource source) {
        return evaluateOn(zones, source);
    }

    private FluxColumns evaluateOn(ZoneColumns lent, NeutrinoSource source) {
        zoneOwner.clear();
        lent.lend(zoneOwner, given);
        zoneOwner.window(first, end);
        fluxOwner.clear();
        fluxes.lend(fluxOwner, wanted);
        fluxOwner.window(first, end);
        try {
            source.evaluate(zoneOwner.block(), fluxOwner.block());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            throw new Violation("evaluate threw " + e + circumstances);
        }
        return fluxes;
    }
}

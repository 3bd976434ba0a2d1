package org.chiralkick.host.internal.block;

import java.util.Set;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/** What a block's fields per energy group ask of the coupling and of the sources. */
final class GroupNegotiation {
    private GroupNegotiation() {}

    /**
     * Returns whether a field of the block is per group.
     *
     * @throws CouplingException if one is, and the coupling has no groups or another number of them
     */
    static boolean requireGroups(BoundBlock block, EnergyGroups groups) {
        Enum<?> field = firstPerGroup(block);
        if (field == null) {
            return false;
        }
        if (groups.count() == 0) {
            throw CouplingException.field(Planner.words(field)
                    + " is bound per energy group, but the coupling has no energy groups; set them after open, before the"
                    + " first begin");
        }
        if (block.groups() != groups.count()) {
            throw CouplingException.field(Planner.words(field) + " is bound for " + block.groups()
                    + " energy group(s), but the coupling has " + groups + "; bind " + groups.count());
        }
        return true;
    }

    private static @Nullable Enum<?> firstPerGroup(BoundBlock block) {
        for (ZoneField input : block.inputs()) {
            if (input.perGroup()) {
                return input;
            }
        }
        for (FluxField output : block.outputs()) {
            if (output.perGroup()) {
                return output;
            }
        }
        return null;
    }

    /** Refuses an output that a source could give, but not under the choices in force. */
    static void refuseWithheld(SourceDescriptor source, Set<FluxField> outputs) {
        source.withheld().forEach((field, reason) -> {
            if (outputs.contains(field)) {
                throw CouplingException.field(
                        "source " + source.name() + " does not give " + Planner.words(field) + ": " + reason);
            }
        });
    }
}

package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** R10: what a zone holds makes no exception and changes nothing in other zones. */
final class BadZonesRule extends NumberedRule {
    private static final int ZONES = 40;
    private static final int[] BAD = {0, 13, 14, ZONES - 1};
    private static final double[] POISONS = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -1,
        0,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE
    };

    BadZonesRule() {
        super(10, "bad zones do no harm");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(ZONES, 10);
        FluxColumns reference = Call.on(zones).evaluate(source);
        int blocks = 0;
        for (double poison : POISONS) {
            for (ZoneField field : ZoneField.values()) {
                requireHarmless(source, zones, EnumSet.of(field), poison, reference);
                blocks++;
            }
            requireHarmless(source, zones, EnumSet.allOf(ZoneField.class), poison, reference);
            blocks++;
        }
        return blocks + " blocks with NaN, infinities, negative and huge values in single zones: no exception,"
                + " neighbours unchanged";
    }

    private static void requireHarmless(
            NeutrinoSource source, ZoneColumns zones, Set<ZoneField> fields, double poison, FluxColumns reference) {
        ZoneColumns poisoned = zones.copy();
        for (int zone : BAD) {
            for (ZoneField field : fields) {
                poisoned.set(field, zone, poison);
            }
        }
        String which = fields.size() == 1 ? fields.iterator().next().toString() : "every field";
        String circumstances = "where " + which + " of zones 0, 13, 14 and " + (ZONES - 1) + " is " + poison;
        FluxColumns fluxes = Call.on(poisoned).when(circumstances).evaluate(source);
        for (int zone = 0; zone < ZONES; zone++) {
            if (zone != BAD[0] && zone != BAD[1] && zone != BAD[2] && zone != BAD[3]) {
                Comparison.requireSameZone(fluxes, zone, reference, zone, circumstances);
            }
        }
    }
}

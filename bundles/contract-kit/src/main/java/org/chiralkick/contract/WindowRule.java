package org.chiralkick.contract;

import java.util.Arrays;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;

/** R4: it reads and writes only the window, which may be empty. */
final class WindowRule extends NumberedRule {
    private static final int BEFORE = 5;
    private static final int ZONES = 23;
    private static final int AFTER = 3;
    /** What flux columns hold outside the window: a NaN with a payload that arithmetic does not make. */
    private static final double UNTOUCHED = Double.longBitsToDouble(0x7ff8_0000_c0ff_ee00L);

    private static final long UNTOUCHED_FLAGS = 0x5555_5555_5555_5000L;

    WindowRule() {
        super(4, "stays inside the window");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(ZONES, 4);
        FluxColumns poisoned = evaluateInside(source, zones, Double.NaN);
        FluxColumns plain = evaluateInside(source, zones, 1);
        for (int zone = BEFORE; zone < BEFORE + ZONES; zone++) {
            Comparison.requireSameZone(
                    poisoned, zone, plain, zone, "with NaN around the window [5, 28) and otherwise with 1 around it");
        }
        requireEmptyWindowsAllowed(source, zones);
        return "window [5, 28) in columns of 31 with NaN around it; empty windows at 0, 11, 23 and in empty columns";
    }

    private static FluxColumns evaluateInside(NeutrinoSource source, ZoneColumns zones, double around) {
        ZoneColumns padded = zones.padded(BEFORE, AFTER, around);
        FluxColumns fluxes = new FluxColumns(padded.length()).filled(UNTOUCHED, UNTOUCHED_FLAGS);
        clear(fluxes, BEFORE, BEFORE + ZONES);
        Call.on(padded)
                .window(BEFORE, BEFORE + ZONES)
                .into(fluxes)
                .when("with the window [5, 28) in columns of 31 and " + around + " around it")
                .evaluate(source);
        requireUntouched(fluxes, 0, BEFORE);
        requireUntouched(fluxes, BEFORE + ZONES, fluxes.length());
        return fluxes;
    }

    private static void requireEmptyWindowsAllowed(NeutrinoSource source, ZoneColumns zones) {
        for (int at : new int[] {0, 11, ZONES}) {
            FluxColumns fluxes = new FluxColumns(ZONES).filled(UNTOUCHED, UNTOUCHED_FLAGS);
            Call.on(zones)
                    .window(at, at)
                    .into(fluxes)
                    .when("with the empty window [" + at + ", " + at + ")")
                    .evaluate(source);
            requireUntouched(fluxes, 0, ZONES);
        }
        Call.on(new ZoneColumns(0)).when("with empty columns").evaluate(source);
    }

    private static void clear(FluxColumns fluxes, int first, int end) {
        for (FluxField field : FluxField.values()) {
            for (int axis = 0; axis < fluxes.width(field); axis++) {
                Arrays.fill(fluxes.column(field, axis), first, end, 0);
            }
        }
        Arrays.fill(fluxes.flags(), first, end, 0);
    }

    private static void requireUntouched(FluxColumns fluxes, int first, int end) {
        for (FluxField field : FluxField.values()) {
            for (int axis = 0; axis < fluxes.width(field); axis++) {
                for (int zone = first; zone < end; zone++) {
                    double value = fluxes.column(field, axis)[zone];
                    if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(UNTOUCHED)) {
                        throw new Violation(FluxColumns.name(field, axis) + " at index " + zone
                                + ", outside the window, was changed to " + value + "; must be left alone");
                    }
                }
            }
        }
        for (int zone = first; zone < end; zone++) {
            if (fluxes.flags()[zone] != UNTOUCHED_FLAGS) {
                throw new Violation(
                        "flags at index " + zone + ", outside the window, were changed; must be left alone");
            }
        }
    }
}

package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;

/** R11: it has no direction of its own, and its fluxes are odd in the axial vectors. */
final class CovarianceRule extends NumberedRule {
    private static final Set<ZoneField> AXIAL = EnumSet.of(ZoneField.MAGNETIC_FIELD, ZoneField.VORTICITY);
    private static final Set<ZoneField> POLAR = EnumSet.of(
            ZoneField.VELOCITY,
            ZoneField.POSITION,
            ZoneField.SURFACE_ELEMENT,
            ZoneField.ELECTRIC_FIELD,
            ZoneField.MAGNETIC_FIELD_CURL);
    private static final Rotation[] ROTATIONS = {
        Rotation.about(1, 1, 1, 2 * Math.PI / 3),
        Rotation.about(1, 0, 0, Math.PI),
        Rotation.about(0, 1, 0, Math.PI / 2),
        Rotation.about(0.3, -0.5, 0.8, 1)
    };
    /** Rounding of a rotated vector relative to itself, where two terms of it may cancel to this part of each. */
    private static final double ROUNDING = 1e-8;

    CovarianceRule() {
        super(11, "rotates with its input");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(80, 11);
        FluxColumns fluxes = Call.on(zones).evaluate(source);
        for (Rotation rotation : ROTATIONS) {
            FluxColumns actual = Call.on(rotation.apply(zones))
                    .when("after " + rotation.name())
                    .evaluate(source);
            requireClose(actual, rotation.apply(fluxes), "after " + rotation.name());
        }
        if (descriptor.required(descriptor.gives()).stream().anyMatch(POLAR::contains)) {
            return ROTATIONS.length + " rotations; no reversal of B and curl v, because it requires a polar vector";
        }
        requireOdd(source, descriptor, zones);
        return ROTATIONS.length + " rotations, and the reversal of B and curl v";
    }

    private static void requireOdd(NeutrinoSource source, SourceDescriptor descriptor, ZoneColumns zones) {
        Set<ZoneField> given = EnumSet.allOf(ZoneField.class);
        given.removeIf(field -> POLAR.contains(field) && descriptor.optional().containsKey(field));
        FluxColumns expected = Call.on(zones).giving(given).evaluate(source).copy();
        negateVectors(expected);
        ZoneColumns reversed = zones.copy();
        for (ZoneField field : AXIAL) {
            for (int axis = 0; axis < 3; axis++) {
                negate(reversed.column(field, axis));
            }
        }
        String circumstances = "after a reversal of B and curl v";
        requireClose(Call.on(reversed).giving(given).when(circumstances).evaluate(source), expected, circumstances);
    }

    private static void requireClose(FluxColumns actual, FluxColumns expected, String circumstances) {
        for (FluxField field : FluxField.values()) {
            for (int zone = 0; zone < expected.length(); zone++) {
                for (int first = 0; first < expected.width(field); first += field.components()) {
                    requireClose(field, first, zone, actual, expected, circumstances);
                }
            }
        }
        for (int zone = 0; zone < expected.length(); zone++) {
            if (actual.flags()[zone] != expected.flags()[zone]) {
                throw new Violation("flags of zone " + zone + " are " + ValidityFlag.of(actual.flags()[zone]) + " "
                        + circumstances + "; must be " + ValidityFlag.of(expected.flags()[zone]));
            }
        }
    }

    private static void requireClose(
            FluxField field, int first, int zone, FluxColumns actual, FluxColumns expected, String circumstances) {
        double tolerance = ROUNDING * length(expected, field, first, zone);
        if (!Double.isFinite(tolerance)) {
            return; // breaks R9
        }
        for (int axis = first; axis < first + field.components(); axis++) {
            double value = actual.column(field, axis)[zone];
            double reference = expected.column(field, axis)[zone];
            if (!(Math.abs(value - reference) <= tolerance)) {
                throw new Violation(FluxColumns.name(field, axis) + " of zone " + zone + " is " + value + " "
                        + circumstances + "; must be " + reference);
            }
        }
    }

    /** Returns the largest magnitude that the components of a zone can have, its length; |value| of a scalar. */
    private static double length(FluxColumns fluxes, FluxField field, int first, int zone) {
        double length = 0;
        for (int axis = first; axis < first + field.components(); axis++) {
            length = Math.hypot(length, fluxes.column(field, axis)[zone]);
        }
        return length;
    }

    private static void negateVectors(FluxColumns fluxes) {
        for (FluxField field : FluxField.values()) {
            if (field.components() == 3) {
                for (int axis = 0; axis < fluxes.width(field); axis++) {
                    negate(fluxes.column(field, axis));
                }
            }
        }
    }

    private static void negate(double[] column) {
        for (int i = 0; i < column.length; i++) {
            column[i] = -column[i];
        }
    }
}

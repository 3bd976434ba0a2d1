package org.chiralkick.host.internal.block;

import org.chiralkick.host.internal.audit.DoubtfulZones;
import org.chiralkick.source.ZoneField;

/** Finds what is wrong with a zone that was marked, and counts it by that. */
final class ZoneFaults {
    private final Piece piece;

    ZoneFaults(Piece piece) {
        this.piece = piece;
    }

    /** Counts a zone of which an input, the result or the recoil is no number that physics allows; before its results are zeroed. */
    void invalid(int zone) {
        InputColumn[] inputs = piece.plan.inputs;
        for (int j = 0; j < inputs.length; j++) {
            double value = piece.inputs[j][zone];
            if (!isAllowed(inputs[j].field, value)) {
                add(piece.block.sums().invalid(), DoubtfulZones.cause(inputs[j].field), inputs[j].axis, value, zone);
                return;
            }
        }
        for (int k = 0; k < piece.sources(); k++) {
            for (int j = 0; j < piece.plan.fluxes.length; j++) {
                FluxColumn flux = piece.plan.fluxes[j];
                if (flux.given[k] && !Double.isFinite(piece.flux(k, j)[zone])) {
                    double value = piece.flux(k, j)[zone];
                    add(piece.block.sums().invalid(), DoubtfulZones.cause(flux.field), flux.axis, value, zone);
                    return;
                }
            }
        }
        if (piece.plan.escaped.length > 0 && hasNoVolume(zone)) {
            return;
        }
        add(piece.block.sums().invalid(), DoubtfulZones.RECOIL, 0, Double.POSITIVE_INFINITY, zone);
    }

    // What escapes per volume needs one.
    private boolean hasNoVolume(int zone) {
        InputColumn[] inputs = piece.plan.inputs;
        for (int j = 0; j < inputs.length; j++) {
            double value = piece.inputs[j][zone];
            if (inputs[j].field == ZoneField.VOLUME && !(value > 0)) {
                add(piece.block.sums().invalid(), DoubtfulZones.cause(ZoneField.VOLUME), 0, value, zone);
                return true;
            }
        }
        return false;
    }

    /** Counts a zone of which an input is too large for a star. */
    void implausible(int zone) {
        InputColumn[] inputs = piece.plan.inputs;
        for (int j = 0; j < inputs.length; j++) {
            double value = piece.inputs[j][zone];
            if (Math.abs(value) > Plausibility.limit(inputs[j].field)) {
                add(
                        piece.block.sums().implausible(),
                        DoubtfulZones.cause(inputs[j].field),
                        inputs[j].axis,
                        value,
                        zone);
                return;
            }
        }
    }

    private void add(DoubtfulZones to, int cause, int axis, double value, int zone) {
        BoundBlock block = piece.block;
        to.add(cause, axis, value, block.identity(), block.order().number(piece.zone + zone - piece.first));
    }

    private static boolean isAllowed(ZoneField field, double value) {
        boolean inRange = switch (field) {
            case TEMPERATURE -> value >= 0;
            case DENSITY -> value > 0;
            case ELECTRON_FRACTION -> value >= 0 && value <= 1;
            default -> true;
        };
        return inRange && Double.isFinite(value);
    }
}

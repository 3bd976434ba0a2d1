package org.chiralkick.it.contract;

import java.util.function.BiConsumer;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** A mechanism with the descriptor of {@link RightMechanism} and an evaluation of its own. */
final class Variant implements NeutrinoSource {
    static final Term CURL = (zones, fluxes, axis, i) -> zones.column(ZoneField.VORTICITY, axis)[i];

    /** B x curl v, which a reversal of both leaves as it is. */
    static final Term FIELD_CROSS_CURL = (zones, fluxes, axis, i) -> {
        if (!zones.has(ZoneField.MAGNETIC_FIELD)) {
            return 0;
        }
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        return 1e-12
                * (zones.column(ZoneField.MAGNETIC_FIELD, next)[i] * zones.column(ZoneField.VORTICITY, last)[i]
                        - zones.column(ZoneField.MAGNETIC_FIELD, last)[i] * zones.column(ZoneField.VORTICITY, next)[i]);
    };

    private final SourceDescriptor descriptor;
    private final BiConsumer<ZoneBlock, FluxBlock> evaluation;

    Variant(SourceDescriptor.Builder descriptor, BiConsumer<ZoneBlock, FluxBlock> evaluation) {
        this.descriptor = descriptor.build();
        this.evaluation = evaluation;
    }

    Variant(BiConsumer<ZoneBlock, FluxBlock> evaluation) {
        this(RightMechanism.descriptor(), evaluation);
    }

    /** One component of a contribution to a vector flux. */
    interface Term {
        double of(ZoneBlock zones, FluxBlock fluxes, int axis, int zone);
    }

    /** Returns the right mechanism with a term too many in the neutrino number flux. */
    static Variant plus(Term term) {
        return new Variant((zones, fluxes) -> {
            right(zones, fluxes);
            add(FluxField.NEUTRINO_FLUX, term, zones, fluxes);
        });
    }

    static void right(ZoneBlock zones, FluxBlock fluxes) {
        RightMechanism.add(zones, fluxes, zones.first(), zones.end());
    }

    static void add(FluxField field, Term term, ZoneBlock zones, FluxBlock fluxes) {
        if (!fluxes.wants(field)) {
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            double[] flux = fluxes.column(field, axis);
            for (int i = zones.first(); i < zones.end(); i++) {
                flux[i] += term.of(zones, fluxes, axis, i);
            }
        }
    }

    /** Returns the first zone of the window whose temperature is NaN, or its end. */
    static int firstWithoutTemperature(ZoneBlock zones) {
        int zone = zones.first();
        while (zone < zones.end() && !Double.isNaN(zones.column(ZoneField.TEMPERATURE)[zone])) {
            zone++;
        }
        return zone;
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        evaluation.accept(zones, fluxes);
    }
}

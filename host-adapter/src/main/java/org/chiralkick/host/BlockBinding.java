package org.chiralkick.host;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.host.internal.block.BoundBlock;
import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/**
 * A block of zones as it lies in the host's memory: which field is where. Bound once, evaluated many times.
 *
 * <p>Inputs are only read. Outputs are set, not added to: fluxes of valid zones, zeros in invalid and masked ones. One thread at a
 * time may evaluate a binding or bind it anew; different bindings are independent. A binding may be used with several couplings in turn.
 */
public final class BlockBinding {
    private final BoundBlock block;
    private final BlockResult result;

    private BlockBinding(Builder builder) {
        this.block = builder.block;
        this.result = new BlockResult(block.sums());
    }

    /**
     * Starts a binding.
     *
     * @param extents zones along 1 to 4 axes, each {@code >= 0}; the number of zones is their product
     */
    public static Builder of(int... extents) {
        return new Builder(extents);
    }

    /** Returns the number of zones. */
    public long zones() {
        return block.zones();
    }

    /** Returns the fields bound as input. */
    public Set<ZoneField> inputs() {
        return block.inputs();
    }

    /** Returns the fields bound as output. */
    public Set<FluxField> outputs() {
        return block.outputs();
    }

    /** Returns the result of the latest evaluation; always the same object. */
    public BlockResult result() {
        return result;
    }

    /** Moves an input to other memory; allocates nothing for one view. The field must have been bound by the builder. */
    public void rebind(ZoneField field, View view) {
        Binder.requireBound(field, block.inputs().contains(field));
        Binder.bind(block.in(field), view, block.extents(), false);
        block.moved();
    }

    /** Moves an input vector to other memory, a view per component. */
    public void rebind(ZoneField field, View... components) {
        Binder.requireBound(field, block.inputs().contains(field));
        Binder.bind(field.name(), block.in(field), components, block.extents(), false);
        block.moved();
    }

    /** Moves an output to other memory; allocates nothing for one view. The field must have been bound by the builder. */
    public void rebind(FluxField field, View view) {
        Binder.requireBound(field, block.outputs().contains(field));
        Binder.bind(block.out(field), view, block.extents(), true);
        block.moved();
    }

    /** Moves an output vector to other memory, a view per component. */
    public void rebind(FluxField field, View... components) {
        Binder.requireBound(field, block.outputs().contains(field));
        Binder.bind(field.name(), block.out(field), components, block.extents(), true);
        block.moved();
    }

    /** Replaces the flag words, one per zone. */
    public void rebindFlags(long[] words) {
        block.flags(words);
    }

    /** Replaces the mask, one byte per zone. */
    public void rebindMask(byte[] mask) {
        block.mask(mask);
    }

    BoundBlock block() {
        return block;
    }

    /** Collects a binding; each call checks that the block's zones lie inside the memory given. */
    public static final class Builder {
        private final BoundBlock block;

        private Builder(int[] extents) {
            if (extents.length < 1 || extents.length > 4) {
                throw CouplingException.argument("a block has " + extents.length + " extents; must have 1 to 4");
            }
            for (int extent : extents) {
                if (extent < 0) {
                    throw CouplingException.argument(
                            "extents of a block are " + Arrays.toString(extents) + "; must be >= 0");
                }
            }
            this.block = new BoundBlock(extents.clone());
        }

        /** Binds an input: one view for a scalar; for a vector three, or one with {@link View#components}. */
        public Builder in(ZoneField field, View... components) {
            Slot[] slots = new Slot[field.components()];
            for (int axis = 0; axis < slots.length; axis++) {
                slots[axis] = new Slot(field.columnName(axis));
            }
            Binder.bind(field.name(), slots, components, block.extents(), false);
            block.bind(field, slots);
            return this;
        }

        /** Binds an output: one view for a scalar; for a vector three, or one with {@link View#components}. */
        public Builder out(FluxField field, View... components) {
            Slot[] slots = new Slot[field.components()];
            for (int axis = 0; axis < slots.length; axis++) {
                slots[axis] = new Slot(field.columnName(axis));
            }
            Binder.bind(field.name(), slots, components, block.extents(), true);
            block.bind(field, slots);
            return this;
        }

        /** Binds an input or output by its number in the native interface. */
        public Builder bind(int fieldNumber, View... components) {
            var zoneField = ZoneField.ofNumber(fieldNumber);
            if (zoneField.isPresent()) {
                return in(zoneField.get(), components);
            }
            return FluxField.ofNumber(fieldNumber)
                    .map(field -> out(field, components))
                    .orElseThrow(() -> CouplingException.field("field number " + fieldNumber
                            + " is not known; inputs are " + numbers(EnumSet.allOf(ZoneField.class))
                            + ", outputs " + numbers(EnumSet.allOf(FluxField.class))));
        }

        /** Binds the flag words to set, one per zone, of {@link org.chiralkick.source.ValidityFlag#bit}. */
        public Builder flags(long[] words) {
            block.flags(words);
            return this;
        }

        /** Binds a mask, one byte per zone: zones with 0 are skipped, their outputs zero, whatever they hold. */
        public Builder mask(byte[] mask) {
            block.mask(mask);
            return this;
        }

        /** Returns the binding. The builder is used up. */
        public BlockBinding build() {
            return new BlockBinding(this);
        }

        private static String numbers(Set<? extends Enum<?>> fields) {
            int low = Integer.MAX_VALUE;
            int high = 0;
            for (Enum<?> field : fields) {
                int number = field instanceof ZoneField zone ? zone.number() : ((FluxField) field).number();
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
            return low + " to " + high;
        }
    }
}

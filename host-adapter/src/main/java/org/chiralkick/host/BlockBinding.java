package org.chiralkick.host;

import java.util.Arrays;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.chiralkick.host.internal.block.BoundBlock;
import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/**
 * A block of zones as it lies in the host's memory: which field is where. Bound once, evaluated many times.
 *
 * <p>Inputs are only read. Outputs are set, not added to: fluxes of valid zones, zeros in invalid and masked ones. One thread at a
 * time may evaluate a binding or bind it anew; different bindings are independent. A binding may be used with several couplings in turn.
 *
 * <p>In a step the weights of the stages of a block add up to 1. A binding is a block of its own, unless it says the {@link #number} of
 * the block: so do hosts that bind a block anew for every stage, or move one binding from block to block.
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

    /** Returns the number of energy groups of the fields that are per group; 0 if not said. */
    public int groups() {
        return block.groups();
    }

    /** Returns the fields bound as input. */
    public Set<ZoneField> inputs() {
        return block.inputs();
    }

    /** Returns the fields bound as output. */
    public Set<FluxField> outputs() {
        return block.outputs();
    }

    /** Returns what is bound of what is counted as escaped. */
    public Set<EscapedField> escaped() {
        return block.escaped();
    }

    /** Returns the result of the latest evaluation; always the same object. */
    public BlockResult result() {
        return result;
    }

    /**
     * Says which of the host's blocks this is from now on, whatever binding the block had before.
     *
     * @param block any number, the same in all stages of a step
     */
    public void number(long block) {
        this.block.identity().number(block);
    }

    /**
     * Says that this is a further piece of one of the host's blocks: it is evaluated with the same weight as another piece, which has the
     * {@link #number} of the block, and only that one's weight counts for the sum of the block.
     *
     * @param block number of the block
     */
    public void pieceOf(long block) {
        this.block.identity().pieceOf(block);
    }

    /** Moves an input to other memory; allocates nothing for one view. The field must have been bound by the builder. */
    public void rebind(ZoneField field, View view) {
        Binder.requireBound(field, block.inputs().contains(field));
        Binder.bind(field.components(), block.in(field), view, block.extents(), false);
        block.moved();
    }

    /** Moves an input vector to other memory, a view per component. */
    public void rebind(ZoneField field, View... components) {
        Binder.requireBound(field, block.inputs().contains(field));
        Binder.bind(field, field.components(), block.in(field), components, block.extents(), false);
        block.moved();
    }

    /** Moves an output to other memory; allocates nothing for one view. The field must have been bound by the builder. */
    public void rebind(FluxField field, View view) {
        Binder.requireBound(field, block.outputs().contains(field));
        Binder.bind(field.components(), block.out(field), view, block.extents(), true);
        block.moved();
    }

    /** Moves an output vector to other memory, a view per component. */
    public void rebind(FluxField field, View... components) {
        Binder.requireBound(field, block.outputs().contains(field));
        Binder.bind(field, field.components(), block.out(field), components, block.extents(), true);
        block.moved();
    }

    /** Moves what is counted as escaped to other memory, with one view or a view per component. */
    public void rebind(EscapedField field, View... components) {
        Binder.requireBound(field, block.escaped().contains(field));
        Binder.bind(field, field.components(), block.out(field), components, block.extents(), true);
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

        /**
         * Says how many energy groups the block's fields have, before one that is per group is bound. A coupling takes the block only if it
         * has as many ({@link Coupling#groups}).
         *
         * @param count in [1, {@link EnergyGroups#MOST}]
         */
        public Builder groups(int count) {
            if (count < 1 || count > EnergyGroups.MOST) {
                throw CouplingException.argument(
                        "energy groups of a block are " + count + "; must be in [1, " + EnergyGroups.MOST + "]");
            }
            if (block.groups() != 0 && block.groups() != count) {
                throw CouplingException.argument("energy groups of a block are " + block.groups()
                        + " already and cannot become " + count + "; say it once");
            }
            block.groups(count);
            return this;
        }

        /**
         * Binds an input: one view for a scalar; for a vector three, or one with {@link View#components}. Of a field per energy group each of
         * these has {@link View#groups}, or there is one view per group and component, group after group.
         */
        public Builder in(ZoneField field, View... components) {
            int columns = columns(field, field.components(), field.perGroup());
            Slot[] slots = new Slot[columns];
            for (int column = 0; column < columns; column++) {
                slots[column] = new Slot(field.columnName(column % field.components(), column / field.components()));
            }
            Binder.bind(field, field.components(), slots, components, block.extents(), false);
            block.bind(field, slots);
            return this;
        }

        /** Binds an output, with views as {@link #in} has them. */
        public Builder out(FluxField field, View... components) {
            int columns = columns(field, field.components(), field.perGroup());
            Slot[] slots = new Slot[columns];
            for (int column = 0; column < columns; column++) {
                slots[column] = new Slot(field.columnName(column % field.components(), column / field.components()));
            }
            Binder.bind(field, field.components(), slots, components, block.extents(), true);
            block.bind(field, slots);
            return this;
        }

        /**
         * Binds what is counted as escaped, with views as {@link #in} has them. The block's volume must be bound, and what the recoil is
         * counted from: surface elements, or in the volume form the volume.
         */
        public Builder out(EscapedField field, View... components) {
            Slot[] slots = new Slot[field.components()];
            for (int axis = 0; axis < slots.length; axis++) {
                slots[axis] = new Slot(field.columnName(axis));
            }
            Binder.bind(field, field.components(), slots, components, block.extents(), true);
            block.bind(field, slots);
            return this;
        }

        private int columns(Enum<?> field, int components, boolean perGroup) {
            if (!perGroup) {
                return components;
            }
            if (block.groups() == 0) {
                throw CouplingException.field(Binder.words(field.name())
                        + " is per energy group; say groups(count) of the block before binding it");
            }
            return components * block.groups();
        }

        /** Binds an input or output by its number in the native interface. */
        public Builder bind(int fieldNumber, View... components) {
            var zoneField = ZoneField.ofNumber(fieldNumber);
            if (zoneField.isPresent()) {
                return in(zoneField.get(), components);
            }
            var escapedField = EscapedField.ofNumber(fieldNumber);
            if (escapedField.isPresent()) {
                return out(escapedField.get(), components);
            }
            return FluxField.ofNumber(fieldNumber)
                    .map(field -> out(field, components))
                    .orElseThrow(() -> CouplingException.field("field number " + fieldNumber
                            + " is not known; inputs are "
                            + numbers(Arrays.stream(ZoneField.values()).mapToInt(ZoneField::number))
                            + ", outputs "
                            + numbers(IntStream.concat(
                                    Arrays.stream(FluxField.values()).mapToInt(FluxField::number),
                                    Arrays.stream(EscapedField.values()).mapToInt(EscapedField::number)))));
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

        /** Says that the binding is of pieces that the host cuts its blocks into, and where they stand. */
        public Builder piece(PiecePlace place) {
            block.order(place.order());
            return this;
        }

        /** Returns the binding. The builder is used up. */
        public BlockBinding build() {
            return new BlockBinding(this);
        }

        /** Returns the runs of numbers: {@code "1 to 25, 31 to 39"}. */
        private static String numbers(IntStream ofFields) {
            int[] numbers = ofFields.sorted().toArray();
            StringJoiner runs = new StringJoiner(", ");
            for (int first = 0, i = 0; i < numbers.length; i++) {
                if (i + 1 == numbers.length || numbers[i + 1] != numbers[i] + 1) {
                    runs.add(numbers[first] + " to " + numbers[i]);
                    first = i + 1;
                }
            }
            return runs.toString();
        }
    }
}

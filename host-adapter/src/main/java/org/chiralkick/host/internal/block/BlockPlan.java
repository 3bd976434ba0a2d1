package org.chiralkick.host.internal.block;

import java.util.List;
import java.util.Set;
import org.chiralkick.host.internal.derivation.Derivation;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;

/**
 * What is done for one block with one set of sources: columns read, derived, computed and written, and which of them are the
 * host's own arrays. Made when the sources change, placed again when the host's memory moves.
 */
final class BlockPlan {
    /** Longest window for which scratch columns beside the host's arrays are made [zones]. */
    static final int LONGEST_WINDOW = 1 << 16;

    /** A plan for nothing. */
    static final BlockPlan NONE = new BlockPlan(
            new SourceSet(List.of(), RecoilGeometry.BEAMED_OUTFLOW, List::of),
            EnergyGroups.NONE,
            new InputColumn[0],
            new Derivation[0],
            new FluxColumn[0],
            new OutputColumn[0],
            new Escaped[0],
            RecoilForm.NONE,
            new boolean[0],
            false);

    final SourceSet sources;
    /** Energy groups of the block's fields; none where it has none that is per group. */
    final EnergyGroups groups;

    final InputColumn[] inputs;
    final Derivation[] derivations;
    final FluxColumn[] fluxes;
    /** Outputs that no source gives: they are set to zero. */
    final OutputColumn[] zeroed;
    /** What the host wants of what is counted as escaped; where there is any, volumes are read. */
    final Escaped[] escaped;
    /** Form of the recoil; never AUTO, and NONE in form transport, where a block counts nothing. */
    final RecoilForm form;
    /** Per source, whether it gives a momentum source and the volumes to count it with are there. */
    final boolean[] momentumSource;
    /** Whether a zone of the block can emit. */
    final boolean emits;
    /** Whether only zones with a surface element emit. */
    final boolean emitsFromSurface;
    /** Whether the largest stable rate limits dt. */
    final boolean limitsStep;

    private int base = -1;

    BlockPlan(
            SourceSet sources,
            EnergyGroups groups,
            InputColumn[] inputs,
            Derivation[] derivations,
            FluxColumn[] fluxes,
            OutputColumn[] zeroed,
            Escaped[] escaped,
            RecoilForm form,
            boolean[] momentumSource,
            boolean limitsStep) {
        this.sources = sources;
        this.groups = groups;
        this.inputs = inputs;
        this.derivations = derivations;
        this.fluxes = fluxes;
        this.zeroed = zeroed;
        this.escaped = escaped;
        this.form = form;
        this.momentumSource = momentumSource;
        this.limitsStep = limitsStep;
        boolean anyMomentumSource = false;
        for (boolean counted : momentumSource) {
            anyMomentumSource |= counted;
        }
        this.emits = form != RecoilForm.NONE || anyMomentumSource;
        this.emitsFromSurface = form == RecoilForm.SURFACE && !anyMomentumSource;
    }

    /**
     * One column of what is counted as escaped.
     *
     * @param quantity ordinal of the quantity that it holds
     * @param output where it goes
     */
    record Escaped(int quantity, OutputColumn output) {}

    /**
     * Decides what is lent. Sources see one window of indices in all columns, so the host's arrays can be lent where they start at
     * the same offset, and scratch columns then have to reach as far; for long arrays everything is gathered piece by piece. So it is, too,
     * where there would be more scratch columns than arrays that are lent: a window that moves along writes them into memory that is in no
     * cache, which costs more than copying the arrays into columns that stay.
     */
    void place(BoundBlock block) {
        base = -1;
        for (InputColumn input : inputs) {
            int offset = input.lendableOffset();
            if (offset >= 0 && offset + block.zones() <= LONGEST_WINDOW) {
                base = offset;
                break;
            }
        }
        placeColumns();
        if (base >= 0 && block.zones() > BlockEvaluator.PIECE && derivations.length + columns(false) > columns(true)) {
            base = -1;
            placeColumns();
        }
        block.findRepeats(inputs);
        for (OutputColumn output : zeroed) {
            output.place(-1);
        }
        for (Escaped column : escaped) {
            column.output().place(-1);
        }
    }

    private void placeColumns() {
        for (InputColumn input : inputs) {
            input.place(base);
        }
        for (FluxColumn flux : fluxes) {
            if (flux.output != null) {
                // What a source adds to must be its own: several sources have scratch columns, for a ledger entry each.
                flux.output.place(sources.descriptors().size() == 1 ? base : -1);
            }
        }
    }

    /** Returns how many columns are the host's own arrays, or are not. */
    private int columns(boolean lent) {
        int count = 0;
        for (InputColumn input : inputs) {
            count += (input.lent() != null) == lent ? 1 : 0;
        }
        for (FluxColumn flux : fluxes) {
            boolean isLent = flux.output != null && flux.output.lent() != null;
            count += isLent == lent ? flux.givers : 0;
        }
        return count;
    }

    /** Returns the index of zone 0 in the columns, or -1 where each piece starts at index 0. */
    int base() {
        return base;
    }

    /**
     * Returns whether a host that takes these integrates explicitly what the largest stable rate is of (guide/physics.md (7.8)). To ask for
     * the rate itself is a diagnostic, and the spin-flip rate is integrated exactly.
     */
    static boolean limitsStep(Set<FluxField> outputs) {
        return outputs.contains(FluxField.CHIRAL_CURRENT)
                || outputs.contains(FluxField.CHIRAL_INVERSE_LENGTH)
                || outputs.contains(FluxField.AXIAL_SOURCE);
    }
}

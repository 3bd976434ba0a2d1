package org.chiralkick.host.internal.block;

import java.util.Arrays;
import org.chiralkick.host.internal.derivation.Derivation;
import org.chiralkick.host.internal.emission.Emission;
import org.chiralkick.host.internal.watch.Inside;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneBlock;

/** One evaluation of one block, piece by piece. Belongs to a workspace and is used over and over. */
final class BlockRun {
    private final Workspace workspace;
    private final Piece piece = new Piece();
    private final ZoneBlock.Owner zones = new ZoneBlock.Owner();
    private final PieceReader reader = new PieceReader(piece, zones);
    private final PieceRecoil recoil = new PieceRecoil(piece);
    private final PieceWriter writer = new PieceWriter(piece);
    private final Inside inside;
    private FluxBlock.Owner[] fluxes = {};

    BlockRun(Workspace workspace, Inside inside) {
        this.workspace = workspace;
        this.inside = inside;
    }

    /** Evaluates all zones of a block. */
    void run(BoundBlock block, BlockPlan plan, NeutrinoSource[] sources, Emission emission, double weight) {
        makeRoom(block, plan);
        piece.start(block, plan, workspace.flags(), workspace.check());
        zones.groups(plan.groups);
        reader.start(workspace);
        lendFluxes(plan);
        if (plan.emits) {
            recoil.start(workspace);
        }
        for (long zone = 0; zone < block.zones(); zone += BlockEvaluator.PIECE) {
            piece.move(zone);
            try {
                runPiece(sources, emission, weight);
            } catch (Throwable e) { // of any kind: a source may throw a checked exception without saying so
                piece.marks.wipe();
                throw e;
            }
        }
    }

    private void runPiece(NeutrinoSource[] sources, Emission emission, double weight) {
        reader.read();
        evaluate(sources);
        writer.verify();
        if (piece.plan.emits) {
            recoil.count(emission, weight, workspace);
        }
        writer.settle();
        writer.write(workspace.zeros());
        if (piece.plan.escaped.length > 0) {
            recoil.write(workspace.zeros());
        }
    }

    private void makeRoom(BoundBlock block, BlockPlan plan) {
        int sources = plan.sources.descriptors().size();
        int had = fluxes.length;
        if (had < sources) {
            fluxes = Arrays.copyOf(fluxes, sources);
            for (int k = had; k < sources; k++) {
                fluxes[k] = new FluxBlock.Owner();
            }
            recoil.sources(sources);
            workspace.sources(sources);
        }
        workspace.columns(plan.inputs.length + plan.derivations.length, sources, plan.fluxes.length);
        int base = plan.base();
        workspace.reach(base >= 0 ? base + (int) block.zones() : (int) Math.min(block.zones(), BlockEvaluator.PIECE));
    }

    // A single source writes into the host's arrays where they are lent; several have columns of their own, for the
    // ledger.
    private void lendFluxes(BlockPlan plan) {
        for (int k = 0; k < piece.sources(); k++) {
            fluxes[k].lendFlags(workspace.flags());
            fluxes[k].groups(plan.groups);
            for (int j = 0; j < plan.fluxes.length; j++) {
                FluxColumn flux = plan.fluxes[j];
                if (flux.given[k]) {
                    double[] lent = flux.output != null ? flux.output.lent() : null;
                    double[] column = lent != null ? lent : workspace.fluxColumn(k, j);
                    piece.flux(k, j, column);
                    flux.lend(fluxes[k], column);
                }
            }
        }
    }

    private void evaluate(NeutrinoSource[] sources) {
        int first = piece.first;
        int end = piece.end();
        for (int j = 0; j < piece.resultCount; j++) {
            Arrays.fill(piece.results[j], first, end, 0);
        }
        for (int k = 0; k < piece.sources(); k++) {
            fluxes[k].window(first, end);
            inside.enter(piece.plan.sources.descriptors().get(k).name());
            try {
                sources[k].evaluate(zones.block(), fluxes[k].block());
            } catch (Throwable e) {
                throw failure(k, e);
            } finally {
                inside.leave();
            }
        }
    }

    private CouplingException failure(int k, Throwable cause) {
        String name = piece.plan.sources.descriptors().get(k).name();
        long last = piece.zone + piece.count - 1;
        return new CouplingException(
                CouplingException.Kind.SOURCE,
                "source " + name + " failed on zones " + piece.zone + " to " + last + ": " + cause,
                cause);
    }

    /** Lets go of the host's arrays: of those that were lent, because clearing all that could be takes a tenth of a small call. */
    void letGo() {
        BlockPlan plan = piece.plan;
        for (InputColumn input : plan.inputs) {
            if (input.forSources) {
                input.lend(zones, null);
            }
        }
        for (Derivation way : plan.derivations) {
            zones.lend(way.field, 0, null);
        }
        for (int k = 0; k < piece.sources(); k++) {
            for (FluxColumn flux : plan.fluxes) {
                if (flux.given[k]) {
                    flux.lend(fluxes[k], null);
                }
            }
        }
        if (plan.emits) {
            recoil.letGo();
        }
        reader.letGo();
        piece.letGo();
    }
}

package org.chiralkick.host.block;

import java.util.Arrays;
import org.chiralkick.host.CouplingException;
import org.chiralkick.host.RecoilForm;
import org.chiralkick.host.emission.Emission;
import org.chiralkick.host.emission.EmissionColumns;
import org.chiralkick.host.ledger.Quantity;
import org.chiralkick.host.ledger.Tally;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;

/**
 * One evaluation of one block, piece by piece: gather, check, derive, call the sources, check again, count, write back. Belongs to a
 * workspace and is used over and over.
 */
final class BlockRun {
    private static final int MAGNITUDES = 8;
    private static final double[] NONE = {};

    private final Workspace workspace;
    private final double[] check;
    private final double[][] inputs = new double[3 * ZoneField.values().length][];
    private double[][] fluxes = {};

    BlockRun(Workspace workspace) {
        this.workspace = workspace;
        this.check = workspace.check;
    }

    /** Evaluates all zones of a block. */
    void run(BoundBlock block, BlockPlan plan, NeutrinoSource[] sources, Emission emission, double weight) {
        long zones = block.zones();
        int base = plan.base();
        int piece = (int) Math.min(zones, BlockEvaluator.PIECE);
        workspace.sources(plan.sources.descriptors().size());
        workspace.reach(base >= 0 ? base + (int) zones : piece);
        lend(plan);
        for (long zone = 0; zone < zones; zone += BlockEvaluator.PIECE) {
            int count = (int) Math.min(BlockEvaluator.PIECE, zones - zone);
            int first = base >= 0 ? base + (int) zone : 0;
            read(plan, zone, first, count);
            evaluate(plan, sources, first, count, zone);
            verify(plan, first, count);
            if (plan.emits) {
                emit(block, plan, emission, zone, first, count, weight);
            }
            settle(block, plan, zone, first, count);
            write(block, plan, zone, first, count);
        }
    }

    private void lend(BlockPlan plan) {
        for (int j = 0; j < plan.inputs.length; j++) {
            InputColumn input = plan.inputs[j];
            double[] lent = input.lent();
            inputs[j] = lent != null ? lent : workspace.zoneColumn(BlockPlan.slot(input.field, input.axis));
            if (input.forSources) {
                workspace.zones.lend(input.field, input.axis, inputs[j]);
            }
            lendToEmission(input, inputs[j], workspace.emission);
        }
        for (Derivation way : plan.derivations) {
            workspace.zones.lend(way.field, 0, workspace.zoneColumn(BlockPlan.slot(way.field, 0)));
        }
        lendFluxes(plan);
    }

    private static void lendToEmission(InputColumn input, double[] column, EmissionColumns emission) {
        switch (input.field) {
            case SURFACE_ELEMENT -> emission.surfaceElement[input.axis] = column;
            case POSITION -> emission.position[input.axis] = column;
            case VOLUME -> emission.volume = column;
            case LAPSE -> emission.lapse = column;
            default -> {}
        }
    }

    private void lendFluxes(BlockPlan plan) {
        int sources = plan.sources.descriptors().size();
        int columns = plan.fluxes.length;
        if (fluxes.length < sources * columns) {
            fluxes = new double[sources * columns][];
        }
        for (int k = 0; k < sources; k++) {
            workspace.fluxes[k].lendFlags(workspace.flags);
            for (int j = 0; j < columns; j++) {
                FluxColumn flux = plan.fluxes[j];
                double[] lent = flux.output != null ? flux.output.lent() : null;
                double[] column = !flux.given[k] ? NONE : lent != null ? lent : workspace.fluxColumn(k, flux.slot());
                fluxes[k * columns + j] = column;
                if (flux.given[k]) {
                    workspace.fluxes[k].lend(flux.field, flux.axis, column);
                }
            }
        }
    }

    private void read(BlockPlan plan, long zone, int first, int count) {
        workspace.zones.window(first, first + count);
        Arrays.fill(workspace.flags, first, first + count, 0);
        Arrays.fill(check, 0, count, 0);
        for (int j = 0; j < plan.inputs.length; j++) {
            InputColumn input = plan.inputs[j];
            if (input.lent() == null) {
                input.gather(zone, count, inputs[j], first);
            }
            ZoneCheck.finite(inputs[j], first, count, check);
            ZoneCheck.domain(input.field, inputs[j], first, count, check);
        }
        for (Derivation way : plan.derivations) {
            double[] column = workspace.zoneColumn(BlockPlan.slot(way.field, 0));
            Deriver.derive(way, workspace.zones.block(), count, column, check, workspace.flags);
        }
    }

    private void evaluate(BlockPlan plan, NeutrinoSource[] sources, int first, int count, long zone) {
        int columns = plan.fluxes.length;
        for (int k = 0; k < plan.sources.descriptors().size(); k++) {
            for (int j = 0; j < columns; j++) {
                if (plan.fluxes[j].given[k]) {
                    Arrays.fill(fluxes[k * columns + j], first, first + count, 0);
                }
            }
            workspace.fluxes[k].window(first, first + count);
            try {
                sources[k].evaluate(workspace.zones.block(), workspace.fluxes[k].block());
            } catch (RuntimeException | Error e) {
                throw new CouplingException(
                        CouplingException.Kind.SOURCE,
                        "source " + plan.sources.descriptors().get(k).name() + " failed on zones " + zone + " to "
                                + (zone + count - 1) + ": " + e,
                        e);
            }
        }
    }

    private void verify(BlockPlan plan, int first, int count) {
        int columns = plan.fluxes.length;
        for (int k = 0; k < plan.sources.descriptors().size(); k++) {
            for (int j = 0; j < columns; j++) {
                if (plan.fluxes[j].given[k]) {
                    ZoneCheck.finite(fluxes[k * columns + j], first, count, check);
                }
            }
        }
    }

    private void emit(
            BoundBlock block, BlockPlan plan, Emission emission, long zone, int first, int count, double weight) {
        int sources = plan.sources.descriptors().size();
        double[] rates = workspace.contributions;
        byte[] mask = block.mask();
        boolean surfaceOnly = surfaceOnly(plan);
        for (int i = 0; i < count; i++) {
            if (check[i] != 0
                    || (surfaceOnly && offSurface(first + i))
                    || (mask != null && mask[(int) (zone + i)] == 0)) {
                continue;
            }
            boolean fits = true;
            for (int k = 0; k < sources; k++) {
                lendToEmission(plan, k);
                emission.rates(workspace.emission, first + i, plan.momentumSource[k], rates, k * MAGNITUDES);
                fits &= fits(rates, k * MAGNITUDES);
            }
            if (fits) {
                count(block, sources, rates, weight);
            } else {
                check[i] = Double.NaN;
            }
        }
    }

    private static boolean surfaceOnly(BlockPlan plan) {
        boolean only = plan.form == RecoilForm.SURFACE;
        for (boolean momentum : plan.momentumSource) {
            only &= !momentum;
        }
        return only;
    }

    private boolean offSurface(int zone) {
        double[][] element = workspace.emission.surfaceElement;
        return element[0][zone] == 0 && element[1][zone] == 0 && element[2][zone] == 0;
    }

    private void lendToEmission(BlockPlan plan, int k) {
        EmissionColumns emission = workspace.emission;
        int columns = plan.fluxes.length;
        Arrays.fill(emission.numberFlux, workspace.zeros);
        Arrays.fill(emission.energyFlux, workspace.zeros);
        Arrays.fill(emission.momentumSource, workspace.zeros);
        for (int j = 0; j < columns; j++) {
            FluxColumn flux = plan.fluxes[j];
            if (!flux.given[k]) {
                continue;
            }
            double[] column = fluxes[k * columns + j];
            switch (flux.field) {
                case NEUTRINO_FLUX -> emission.numberFlux[flux.axis] = column;
                case NEUTRINO_ENERGY_FLUX -> emission.energyFlux[flux.axis] = column;
                case NEUTRINO_MOMENTUM_SOURCE -> emission.momentumSource[flux.axis] = column;
                default -> {}
            }
        }
    }

    private static boolean fits(double[] rates, int at) {
        boolean fits = true;
        for (int q = at; q < at + Quantity.COUNT; q++) {
            fits &= Math.abs(rates[q]) < Tally.LIMIT;
        }
        return fits;
    }

    private void count(BoundBlock block, int sources, double[] rates, double weight) {
        for (int k = 0; k < sources; k++) {
            block.sums().addRates(rates, k * MAGNITUDES);
            if (weight != 0) {
                Tally tally = workspace.tally(k);
                for (int q = 0; q < Quantity.COUNT; q++) {
                    tally.add(q, weight * rates[k * MAGNITUDES + q]);
                }
            }
        }
    }

    // Zeroes invalid and masked zones, and counts flags.
    private void settle(BoundBlock block, BlockPlan plan, long zone, int first, int count) {
        byte[] mask = block.mask();
        long[] flags = workspace.flags;
        for (int i = 0; i < count; i++) {
            boolean masked = mask != null && mask[(int) (zone + i)] == 0;
            if (masked || check[i] != 0) {
                zero(plan, first + i);
                flags[first + i] = masked ? 0 : ValidityFlag.INPUT.bit();
            }
            if (flags[first + i] != 0) {
                block.sums().addFlags(flags[first + i]);
            }
        }
        long[] hostFlags = block.flags();
        if (hostFlags != null) {
            System.arraycopy(flags, first, hostFlags, (int) zone, count);
        }
    }

    private void zero(BlockPlan plan, int zone) {
        int columns = plan.fluxes.length;
        for (int k = 0; k < plan.sources.descriptors().size(); k++) {
            for (int j = 0; j < columns; j++) {
                if (plan.fluxes[j].given[k]) {
                    fluxes[k * columns + j][zone] = 0;
                }
            }
        }
    }

    private void write(BoundBlock block, BlockPlan plan, long zone, int first, int count) {
        int columns = plan.fluxes.length;
        for (int j = 0; j < columns; j++) {
            FluxColumn flux = plan.fluxes[j];
            double[] sum = join(plan, flux, j, first, count);
            if (plan.limitsStep && flux.field == FluxField.LARGEST_STABLE_RATE) {
                for (int i = first; i < first + count; i++) {
                    block.sums().raiseRate(sum[i]);
                }
            }
            if (flux.output != null && flux.output.lent() == null) {
                flux.output.scatter(zone, count, sum, first);
            }
        }
        for (OutputColumn output : plan.zeroed) {
            output.scatter(zone, count, workspace.zeros, first);
        }
    }

    // Returns the column of the first giver, with the others' joined to it.
    private double[] join(BlockPlan plan, FluxColumn flux, int j, int first, int count) {
        int columns = plan.fluxes.length;
        double[] sum = NONE;
        for (int k = 0; k < flux.given.length; k++) {
            double[] column = fluxes[k * columns + j];
            if (!flux.given[k]) {
                continue;
            }
            if (sum == NONE) {
                sum = column;
            } else if (flux.field.combination() == FluxField.Combination.ADD) {
                for (int i = first; i < first + count; i++) {
                    sum[i] += column[i];
                }
            } else {
                for (int i = first; i < first + count; i++) {
                    sum[i] = Math.max(sum[i], column[i]);
                }
            }
        }
        return sum;
    }

    /** Lets go of the host's arrays. */
    void letGo() {
        Arrays.fill(inputs, NONE);
        Arrays.fill(fluxes, NONE);
    }
}

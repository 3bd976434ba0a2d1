package org.chiralkick.host.internal.block;

import java.util.Arrays;
import org.chiralkick.host.internal.emission.Emission;
import org.chiralkick.host.internal.emission.EmissionColumns;
import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.internal.ledger.Tally;

/** Counts what the zones of a piece give the star, per source. */
final class PieceRecoil {
    private final Piece piece;
    private EmissionColumns[] columns = {};
    private double[] rates = {};

    PieceRecoil(Piece piece) {
        this.piece = piece;
    }

    /** Makes room for this many sources. */
    void sources(int count) {
        int had = columns.length;
        columns = Arrays.copyOf(columns, count);
        for (int k = had; k < count; k++) {
            columns[k] = new EmissionColumns();
        }
        rates = new double[count * Quantity.COUNT];
    }

    /** Chooses the columns of a block; {@code zeros} stands for fluxes that a source does not give. */
    void start(double[] zeros) {
        for (int k = 0; k < piece.sources(); k++) {
            EmissionColumns of = columns[k];
            of.noFluxes(zeros);
            for (int j = 0; j < piece.plan.inputs.length; j++) {
                input(piece.plan.inputs[j], piece.inputs[j], of);
            }
            for (int j = 0; j < piece.plan.fluxes.length; j++) {
                if (piece.plan.fluxes[j].given[k]) {
                    flux(piece.plan.fluxes[j], piece.flux(k, j), of);
                }
            }
        }
    }

    private static void input(InputColumn input, double[] column, EmissionColumns of) {
        switch (input.field) {
            case SURFACE_ELEMENT -> of.surfaceElement[input.axis] = column;
            case POSITION -> of.position[input.axis] = column;
            case VOLUME -> of.volume = column;
            case LAPSE -> of.lapse = column;
            default -> {}
        }
    }

    private static void flux(FluxColumn flux, double[] column, EmissionColumns of) {
        switch (flux.field) {
            case NEUTRINO_FLUX -> of.numberFlux[flux.axis] = column;
            case NEUTRINO_ENERGY_FLUX -> of.energyFlux[flux.axis] = column;
            case NEUTRINO_MOMENTUM_SOURCE -> of.momentumSource[flux.axis] = column;
            default -> {}
        }
    }

    /** Counts all zones of the piece that are valid and emit; a zone whose recoil is beyond the ledger becomes invalid. */
    void count(Emission emission, double weight, Workspace workspace) {
        boolean surface = piece.plan.emitsFromSurface;
        for (int i = 0; i < piece.count; i++) {
            int zone = piece.first + i;
            if ((surface && columns[0].offSurface(zone)) || piece.check[zone] != 0 || piece.masked(i)) {
                continue;
            }
            if (emit(emission, zone)) {
                count(weight, workspace);
            } else {
                piece.marks.mark(zone);
            }
        }
    }

    private boolean emit(Emission emission, int zone) {
        boolean fits = true;
        for (int k = 0; k < piece.sources(); k++) {
            int at = k * Quantity.COUNT;
            emission.rates(columns[k], zone, piece.plan.momentumSource[k], rates, at);
            for (int q = at; q < at + Quantity.COUNT; q++) {
                fits &= Math.abs(rates[q]) < Tally.LIMIT;
            }
        }
        return fits;
    }

    private void count(double weight, Workspace workspace) {
        for (int k = 0; k < piece.sources(); k++) {
            int at = k * Quantity.COUNT;
            piece.block.sums().addRates(rates, at);
            if (weight != 0) {
                workspace.tally(k).add(rates, at, weight);
            }
        }
    }

    /** Lets go of the host's arrays. */
    void letGo() {
        for (EmissionColumns of : columns) {
            of.clear();
        }
    }
}

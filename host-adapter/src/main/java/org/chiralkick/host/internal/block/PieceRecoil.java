package org.chiralkick.host.internal.block;

import java.util.Arrays;
import org.chiralkick.host.internal.emission.Emission;
import org.chiralkick.host.internal.emission.EmissionColumns;
import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.internal.ledger.Tally;
import org.chiralkick.host.value.RecoilForm;

/** Counts what the zones of a piece give the star, per source. */
final class PieceRecoil {
    /** What escapes: these have an output each, whose sum is what is counted. */
    private static final int[] ESCAPING = {
        Quantity.MOMENTUM_X.ordinal(),
        Quantity.MOMENTUM_Y.ordinal(),
        Quantity.MOMENTUM_Z.ordinal(),
        Quantity.NUMBER.ordinal(),
        Quantity.ENERGY.ordinal()
    };

    private static final double[] NONE = {};

    private final Piece piece;
    /** What leaves per volume and time, by the quantity's ordinal; no columns where the host takes none. */
    private final double[][] escaped = new double[Quantity.COUNT][];

    private final double[] whole = new double[Quantity.COUNT];
    private EmissionColumns[] columns = {};
    private double[] rates = {};

    PieceRecoil(Piece piece) {
        this.piece = piece;
        Arrays.fill(escaped, NONE);
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

    /** Chooses the columns of a block; zeros stand for fluxes that a source does not give. */
    void start(Workspace workspace) {
        double[] zeros = workspace.zeros();
        for (int q : ESCAPING) {
            escaped[q] = tellsEscaped() ? workspace.escapedColumn(q) : NONE;
        }
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

    private boolean tellsEscaped() {
        return piece.plan.escaped.length > 0;
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
        boolean tells = tellsEscaped();
        for (int q = 0; tells && q < ESCAPING.length; q++) {
            Arrays.fill(escaped[ESCAPING[q]], piece.first, piece.end(), 0);
        }
        for (int i = 0; i < piece.count; i++) {
            int zone = piece.first + i;
            if ((surface && columns[0].offSurface(zone)) || piece.masked(i)) {
                continue;
            }
            if (piece.plan.form == RecoilForm.SURFACE) {
                surface(zone, weight, workspace);
            }
            if (piece.check[zone] != 0) {
                continue;
            }
            if (emit(emission, zone) && (!tells || spread(zone))) {
                count(tells, zone, weight, workspace);
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

    /**
     * Makes of each rate a rate per volume, which the host gets, and of that the rate anew, which is counted: so both agree to the last bit.
     * Returns whether they are numbers.
     */
    private boolean spread(int zone) {
        double volume = columns[0].volume[zone];
        boolean fits = volume > 0 || nothingEscapes();
        Arrays.fill(whole, 0);
        for (int q : ESCAPING) {
            double joined = 0;
            for (int at = q; at < piece.sources() * Quantity.COUNT; at += Quantity.COUNT) {
                double perVolume = rates[at] == 0 ? 0 : rates[at] / volume;
                rates[at] = perVolume * volume;
                joined += perVolume;
                fits &= Math.abs(rates[at]) < Tally.LIMIT;
            }
            whole[q] = joined * volume;
            fits &= Math.abs(whole[q]) < Tally.LIMIT;
            // Of momentum the ledger has the star's.
            escaped[q][zone] = q <= Quantity.MOMENTUM_Z.ordinal() ? 0 - joined : joined;
        }
        for (int q = 0; !fits && q < ESCAPING.length; q++) {
            escaped[ESCAPING[q]][zone] = 0;
        }
        return fits;
    }

    private boolean nothingEscapes() {
        for (int q : ESCAPING) {
            for (int at = q; at < piece.sources() * Quantity.COUNT; at += Quantity.COUNT) {
                if (rates[at] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    // An invalid zone is part of the surface, too.
    private void surface(int zone, double weight, Workspace workspace) {
        double[][] element = columns[0].surfaceElement;
        workspace.emission().surface(element[0][zone], element[1][zone], element[2][zone], weight);
    }

    private void count(boolean tells, int zone, double weight, Workspace workspace) {
        double x = 0;
        double y = 0;
        double z = 0;
        if (tells) {
            for (int q = Quantity.TORQUE_X.ordinal(); q <= Quantity.TORQUE_Z.ordinal(); q++) {
                for (int at = q; at < piece.sources() * Quantity.COUNT; at += Quantity.COUNT) {
                    whole[q] += rates[at];
                }
            }
            piece.block.sums().addRates(whole, 0);
        }
        for (int k = 0; k < piece.sources(); k++) {
            int at = k * Quantity.COUNT;
            if (!tells) {
                piece.block.sums().addRates(rates, at);
            }
            if (weight != 0) {
                workspace.tally(k).add(rates, at, weight);
            }
            x += rates[at + Quantity.MOMENTUM_X.ordinal()];
            y += rates[at + Quantity.MOMENTUM_Y.ordinal()];
            z += rates[at + Quantity.MOMENTUM_Z.ordinal()];
        }
        workspace.emission().force(Math.sqrt(x * x + y * y + z * z), weight, piece.flags[zone] != 0);
    }

    /** Hands what has escaped to the host; zeros where the block does not emit. */
    void write(double[] zeros) {
        for (BlockPlan.Escaped column : piece.plan.escaped) {
            double[] from = piece.plan.emits ? escaped[column.quantity()] : zeros;
            column.output().scatter(piece.zone, piece.count, from, piece.first);
        }
    }

    /** Lets go of the host's arrays. */
    void letGo() {
        for (EmissionColumns of : columns) {
            of.clear();
        }
    }
}

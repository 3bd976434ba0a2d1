package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * Raises the validity flags of guide/physics.md (6.1), (6.5) and (6.7). A flag never changes a flux; a check whose input the
 * host does not give is skipped. Flags on the state are always raised, those on the neutrino fluxes where such a flux is wanted.
 *
 * <p>{@link Prefilter} first finds the zones that may deserve a flag; only those are checked, one by one, with the formulae as
 * they stand in the specification.
 */
final class ValidityChecks {
    private static final double LARGEST_KNUDSEN_NUMBER = 0.1;

    private final Closures closures;
    private final VectorFlux number;

    /**
     * Creates the checks.
     *
     * @param number conversion of neutrino currents
     */
    ValidityChecks(Closures closures, VectorFlux number) {
        this.closures = closures;
        this.number = number;
    }

    /**
     * Raises the flags of every zone of the piece, but that on the Knudsen number. The conductivities of neutrinos are there if such a
     * flux is wanted.
     */
    void raise(Piece piece, FluxBlock fluxes) {
        suspect(piece, ChiralKernel.wantsNeutrinos(fluxes), piece.scratch);
        if (Prefilter.any(piece, piece.scratch)) {
            raiseWhereSuspect(piece, fluxes);
        }
    }

    /** Raises the flags of the zones of the piece whose scratch entry is positive, or NaN. */
    void raiseWhereSuspect(Piece piece, FluxBlock fluxes) {
        boolean neutrinoFlux = ChiralKernel.wantsNeutrinos(fluxes);
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            if (!(piece.scratch[i] <= 0)) {
                check(piece, i, fluxes, neutrinoFlux);
            }
        }
    }

    private void suspect(Piece piece, boolean neutrinoFlux, double[] suspect) {
        Prefilter.squares(piece);
        if (neutrinoFlux) {
            Prefilter.ofStateAndFlux(piece, number, suspect);
        } else {
            Prefilter.ofState(piece, suspect);
        }
        if (!piece.leptons.balanced()) {
            Prefilter.ofLeftElectrons(piece, suspect);
        }
    }

    private void check(Piece piece, int i, FluxBlock fluxes, boolean neutrinoFlux) {
        double electron = piece.leptons.electron()[i];
        double left = piece.leptons.left()[i];
        double neutrino = piece.leptons.neutrino()[i];
        double temperature = piece.leptons.temperature()[i];
        long word = 0;
        if (neutrino < 0) {
            word |= ValidityFlag.NEUTRINO_DENSITY_NEGATIVE.bit();
        }
        if (2 * PhysicalConstants.EB_MEV2_PER_GAUSS * piece.length(i, 1, 0) > electron * electron) {
            word |= ValidityFlag.LOWEST_LANDAU_LEVEL.bit();
        }
        if (neutrinoFlux) {
            double available =
                    PhysicalConstants.NUMBER_FLUX_PER_MEV3 / 4 * Math.abs(WeylGas.numberDensity(neutrino, temperature));
            if (neutrinoFlux(piece, i) > available) {
                word |= ValidityFlag.FLUX_ABOVE_AVAILABLE.bit();
            }
            if (closures.share().isUndefined(left, neutrino)) {
                word |= ValidityFlag.SHARE_UNDEFINED.bit();
            }
        }
        if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX) && closures.momentum().isUndefined(neutrino, temperature)) {
            word |= ValidityFlag.MOMENTUM_UNDEFINED.bit();
        }
        fluxes.flags()[i + piece.shift()] |= word;
    }

    /** Returns |F_N| [cm^-2 s^-1] of one zone. */
    private double neutrinoFlux(Piece piece, int i) {
        double perGauss = number.perGauss() * piece.neutrinoPerField[i];
        double perCurl = number.perCurl() * piece.neutrinoPerVorticity[i];
        return piece.length(i, perGauss, perCurl);
    }

    /** Raises the flag on lambda/L > 0.1, with the host's gradient length, or the size of the zone, for L. */
    static void raiseKnudsen(Piece piece, ZoneBlock zones, long[] flags) {
        boolean gradient = zones.has(ZoneField.GRADIENT_LENGTH);
        if (!zones.has(ZoneField.MEAN_FREE_PATH) || (!gradient && !zones.has(ZoneField.VOLUME))) {
            return;
        }
        double[] meanFreePath = zones.column(ZoneField.MEAN_FREE_PATH);
        double[] extent = zones.column(gradient ? ZoneField.GRADIENT_LENGTH : ZoneField.VOLUME);
        for (int z = piece.first() + piece.shift(); z < piece.end() + piece.shift(); z++) {
            double length = gradient ? extent[z] : Math.cbrt(extent[z]);
            if (meanFreePath[z] > LARGEST_KNUDSEN_NUMBER * length) {
                flags[z] |= ValidityFlag.KNUDSEN.bit();
            }
        }
    }
}

package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;

/** Evaluates the anomalous fluxes of a block with the closures it was made with; immutable but for its pool of scratch. */
public final class ChiralKernel {
    private final Closures closures;
    private final VectorFlux number;
    private final VectorFlux energy;
    private final ValidityChecks checks;
    private final PiecePool pool = new PiecePool();

    /** Creates a kernel with these closures in force. */
    public ChiralKernel(Closures closures) {
        this.closures = closures;
        this.number = VectorFlux.ofNumber(closures.field().mev2PerGauss());
        this.energy = VectorFlux.ofEnergy(closures.field().mev2PerGauss());
        this.checks = new ValidityChecks(closures, number);
    }

    /** Adds the fluxes wanted to every zone of the window, and raises flags. */
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        Piece piece = pool.take();
        try {
            for (int from = zones.first(); from < zones.end(); from += Piece.LENGTH) {
                piece.load(zones, from, Math.min(from + Piece.LENGTH, zones.end()), closures);
                leptons(piece, fluxes);
                neutrinos(piece, fluxes);
                DynamoOutputs.add(piece, zones, fluxes);
                checks.raise(piece, zones, fluxes);
            }
        } finally {
            piece.release();
            pool.giveBack(piece);
        }
    }

    private void leptons(Piece piece, FluxBlock fluxes) {
        if (fluxes.wants(FluxField.LEPTON_FLUX)) {
            LeptonCurrents.magnetic(piece.leptons, piece.leptons.axial(), piece.perField);
            if (piece.turning()) {
                LeptonCurrents.vorticalLepton(piece.leptons, piece.perVorticity);
            }
            number.add(piece, fluxes, FluxField.LEPTON_FLUX, piece.perField, piece.perVorticity);
        }
        if (fluxes.wants(FluxField.AXIAL_FLUX)) {
            LeptonCurrents.magnetic(piece.leptons, piece.leptons.electron(), piece.perField);
            if (piece.turning()) {
                LeptonCurrents.vorticalAxial(piece.leptons, piece.perVorticity);
            }
            number.add(piece, fluxes, FluxField.AXIAL_FLUX, piece.perField, piece.perVorticity);
        }
    }

    private void neutrinos(Piece piece, FluxBlock fluxes) {
        boolean wantsNumber = fluxes.wants(FluxField.NEUTRINO_FLUX);
        boolean wantsEnergy = fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX);
        if (wantsNumber || wantsEnergy) {
            closures.share().shares(piece.leptons, piece.share);
        }
        if (wantsNumber) {
            NeutrinoCurrents.magneticNumber(piece.leptons, piece.share, piece.perField);
            if (piece.turning()) {
                NeutrinoCurrents.vorticalNumber(piece.leptons, piece.share, piece.perVorticity);
            }
            number.add(piece, fluxes, FluxField.NEUTRINO_FLUX, piece.perField, piece.perVorticity);
        }
        if (wantsEnergy) {
            closures.momentum()
                    .magneticEnergy(piece.leptons, piece.share, closures.neutrinoTemperature(), piece.perField);
            if (piece.turning()) {
                NeutrinoCurrents.vorticalEnergy(piece.leptons, piece.share, piece.perVorticity);
            }
            energy.add(piece, fluxes, FluxField.NEUTRINO_ENERGY_FLUX, piece.perField, piece.perVorticity);
        }
    }
}

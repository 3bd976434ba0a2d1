package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;

/** Evaluates the anomalous fluxes of a block with the closures it was made with; immutable but for its pool of scratch. */
public final class ChiralKernel {
    private final Closures closures;
    private final VectorFlux leptonNumber;
    private final VectorFlux neutrinoNumber;
    private final VectorFlux energy;
    private final ValidityChecks checks;
    private final PiecePool pool = new PiecePool();

    /** Creates a kernel with these closures in force. */
    public ChiralKernel(Closures closures) {
        this.closures = closures;
        this.leptonNumber = VectorFlux.ofLeptons(closures.field().mev2PerGauss());
        this.neutrinoNumber = VectorFlux.ofNeutrinos(closures.field().mev2PerGauss());
        this.energy = VectorFlux.ofEnergy(closures.field().mev2PerGauss());
        this.checks = new ValidityChecks(closures, neutrinoNumber);
    }

    /** Adds the fluxes wanted to every zone of the window, and raises flags. */
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        Piece piece = pool.take();
        try {
            for (int from = zones.first(); from < zones.end(); from += Piece.LENGTH) {
                piece.load(zones, from, Math.min(from + Piece.LENGTH, zones.end()), closures);
                conductivities(piece, fluxes);
                add(piece, fluxes);
                DynamoOutputs.add(piece, zones, fluxes);
                checks.raise(piece, zones, fluxes);
            }
        } finally {
            piece.release();
            pool.giveBack(piece);
        }
    }

    private void conductivities(Piece piece, FluxBlock fluxes) {
        if (DefaultCurrents.apply(closures, piece.leptons)) {
            DefaultCurrents.fill(piece);
            return;
        }
        if (piece.turning()) {
            LeptonCurrents.vorticalLepton(piece);
            LeptonCurrents.vorticalAxial(piece);
        }
        if (wantsNeutrinos(fluxes)) {
            closures.share().shares(piece.leptons, piece.share);
            NeutrinoCurrents.number(piece);
            closures.momentum()
                    .magneticEnergy(piece.leptons, piece.share, closures.neutrinoTemperature(), piece.energyPerField);
            NeutrinoCurrents.vorticalEnergy(piece);
        }
    }

    private void add(Piece piece, FluxBlock fluxes) {
        if (fluxes.wants(FluxField.LEPTON_FLUX) && piece.leptons.balanced()) {
            leptonNumber.addVortical(piece, fluxes, FluxField.LEPTON_FLUX, piece.leptonPerVorticity);
        } else if (fluxes.wants(FluxField.LEPTON_FLUX)) {
            double[] axial = piece.leptons.axial();
            leptonNumber.add(piece, fluxes, FluxField.LEPTON_FLUX, axial, piece.leptonPerVorticity);
        }
        if (fluxes.wants(FluxField.AXIAL_FLUX)) {
            double[] electron = piece.leptons.electron();
            leptonNumber.add(piece, fluxes, FluxField.AXIAL_FLUX, electron, piece.axialPerVorticity);
        }
        if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
            neutrinoNumber.add(
                    piece, fluxes, FluxField.NEUTRINO_FLUX, piece.neutrinoPerField, piece.neutrinoPerVorticity);
        }
        if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
            energy.add(piece, fluxes, FluxField.NEUTRINO_ENERGY_FLUX, piece.energyPerField, piece.energyPerVorticity);
        }
    }

    static boolean wantsNeutrinos(FluxBlock fluxes) {
        return fluxes.wants(FluxField.NEUTRINO_FLUX) || fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX);
    }
}

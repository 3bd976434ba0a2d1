package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.anomaly.CurrentFactors;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.jspecify.annotations.Nullable;

/** Evaluates the anomalous fluxes of a block with the closures it was made with; immutable but for its pool of scratch. */
public final class ChiralKernel {
    /**
     * Zones that a piece holds before the loop over all columns is tried. Until C2 has compiled it, every vector is an object, and that
     * takes one to three seconds; so long a run has to be before they come back. Then no run loses more than it has worked for. The system property
     * {@code chiralkick.vector.after} sets another number.
     */
    private static final long COLD_ZONES = Long.getLong("chiralkick.vector.after", 1L << 29);

    /** Looked for when it is first needed. */
    private static final class Found {
        static final @Nullable FusedFluxes LOOP = FusedFluxes.find();
    }

    private final Closures closures;
    private final CurrentFactors factors;
    private final VectorFlux leptonNumber;
    private final VectorFlux axialNumber;
    private final VectorFlux neutrinoNumber;
    private final VectorFlux energy;
    private final DynamoOutputs dynamo;
    private final ValidityChecks checks;
    private final GroupFluxes groups;
    private final FusedFluxes.Units units;
    private final long coldZones;
    private final PiecePool pool = new PiecePool();

    /** Creates a kernel with these closures in force. */
    public ChiralKernel(Closures closures) {
        this(closures, COLD_ZONES, CurrentFactors.ELECTRON_FAMILY);
    }

    /** Creates a kernel that tries the loop over all columns after so many zones, for leptons with these anomalies. */
    ChiralKernel(Closures closures, long coldZones, CurrentFactors factors) {
        this.coldZones = coldZones;
        this.closures = closures;
        this.factors = factors;
        double gauss = closures.field().mev2PerGauss();
        this.leptonNumber = VectorFlux.ofNumber(gauss, factors.leptonMagnetic(), factors.leptonVortical());
        this.axialNumber = VectorFlux.ofNumber(gauss, factors.axialMagnetic(), factors.axialVortical());
        this.neutrinoNumber = VectorFlux.ofNumber(gauss, factors.electronMagnetic(), factors.leftVortical());
        this.energy = VectorFlux.ofEnergy(gauss, factors.electronMagnetic(), factors.leftVortical());
        this.dynamo = new DynamoOutputs(factors, closures.chirality());
        this.checks = new ValidityChecks(closures, neutrinoNumber);
        this.groups = new GroupFluxes(closures, neutrinoNumber, energy);
        this.units = new FusedFluxes.Units(leptonNumber, axialNumber, neutrinoNumber, energy, factors.axialElectrons());
    }

    /** Adds the fluxes wanted to every zone of the window, and raises flags. */
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        Piece piece = pool.take();
        try {
            FusedFluxes loop = loopFor(piece, fluxes);
            int length = loop == null ? Piece.SHORT : Piece.LONG;
            for (int from = zones.first(); from < zones.end(); from += length) {
                piece.load(zones, from, Math.min(from + length, zones.end()), closures);
                dynamo.add(piece, zones, fluxes);
                ValidityChecks.raiseKnudsen(piece, zones, fluxes.flags());
                if (zones.groups().count() > 0) {
                    groups.add(piece, zones, fluxes);
                }
                if (loop != null) {
                    addAtOnce(loop, piece, fluxes);
                }
                if (piece.first() < piece.end()) {
                    conductivities(piece, fluxes);
                    add(piece, fluxes);
                    checks.raise(piece, fluxes);
                }
            }
        } finally {
            piece.release();
            pool.giveBack(piece);
        }
    }

    private @Nullable FusedFluxes loopFor(Piece piece, FluxBlock fluxes) {
        boolean warm = piece.zonesSoFar >= coldZones;
        return warm && wantsAny(fluxes) && DefaultCurrents.mayApply(closures) ? Found.LOOP : null;
    }

    /** Does as many zones as the loop over all columns can, and narrows the piece to those that it leaves. */
    private void addAtOnce(FusedFluxes loop, Piece piece, FluxBlock fluxes) {
        if (!piece.direct() || !DefaultCurrents.apply(closures, piece.leptons)) {
            return;
        }
        int first = piece.first();
        int end = piece.end();
        int middle = end - (end - first) % loop.lanes();
        boolean suspect = piece.rotating()
                ? loop.addRotating(units, piece, fluxes, first, middle)
                : loop.addWithoutVorticity(units, piece, fluxes, first, middle);
        if (suspect) {
            piece.leptons.narrow(first, middle);
            DefaultCurrents.fill(piece, factors.axialElectrons());
            checks.raiseWhereSuspect(piece, fluxes);
        }
        piece.leptons.narrow(middle, end);
    }

    private void conductivities(Piece piece, FluxBlock fluxes) {
        if (DefaultCurrents.apply(closures, piece.leptons)) {
            DefaultCurrents.fill(piece, factors.axialElectrons());
            return;
        }
        if (piece.rotating()) {
            LeptonCurrents.vorticalLepton(piece, factors.leptonElectrons());
            LeptonCurrents.vorticalAxial(piece, factors.axialElectrons());
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
            axialNumber.add(piece, fluxes, FluxField.AXIAL_FLUX, electron, piece.axialPerVorticity);
        }
        if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
            neutrinoNumber.add(
                    piece, fluxes, FluxField.NEUTRINO_FLUX, piece.neutrinoPerField, piece.neutrinoPerVorticity);
        }
        if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
            energy.add(piece, fluxes, FluxField.NEUTRINO_ENERGY_FLUX, piece.energyPerField, piece.energyPerVorticity);
        }
    }

    private static boolean wantsAny(FluxBlock fluxes) {
        return wantsNeutrinos(fluxes) || fluxes.wants(FluxField.AXIAL_FLUX) || fluxes.wants(FluxField.LEPTON_FLUX);
    }

    static boolean wantsNeutrinos(FluxBlock fluxes) {
        return fluxes.wants(FluxField.NEUTRINO_FLUX) || fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX);
    }
}

package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;

/** Evaluates the anomalous fluxes of a block with the closures it was made with; immutable but for its pool of scratch. */
public final class ChiralKernel {
    private final Closures closures;
    private final double mev2PerGauss;
    private final WorkspacePool pool = new WorkspacePool();

    /** Creates a kernel with these closures in force. */
    public ChiralKernel(Closures closures) {
        this.closures = closures;
        this.mev2PerGauss = closures.field().mev2PerGauss();
    }

    /** Adds the fluxes wanted to every zone of the window, and raises flags. */
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        Workspace workspace = pool.take();
        try {
            for (int from = zones.first(); from < zones.end(); from += LeptonColumns.CAPACITY) {
                int count = Math.min(LeptonColumns.CAPACITY, zones.end() - from);
                workspace.leptons.load(zones, from, count, closures.potentials(), closures.chirality());
                leptons(zones, fluxes, from, workspace);
                neutrinos(zones, fluxes, from, workspace);
                DynamoOutputs.add(zones, fluxes, from, workspace);
                ValidityChecks.state(zones, fluxes, from, workspace);
            }
        } finally {
            pool.giveBack(workspace);
        }
    }

    private void leptons(ZoneBlock zones, FluxBlock fluxes, int from, Workspace work) {
        if (fluxes.wants(FluxField.LEPTON_FLUX)) {
            LeptonCurrents.lepton(work.leptons, mev2PerGauss, work.perField, work.perVorticity);
            addVector(zones, fluxes, FluxField.LEPTON_FLUX, from, work);
        }
        if (fluxes.wants(FluxField.AXIAL_FLUX)) {
            LeptonCurrents.axial(work.leptons, mev2PerGauss, work.perField, work.perVorticity);
            addVector(zones, fluxes, FluxField.AXIAL_FLUX, from, work);
        }
    }

    private void neutrinos(ZoneBlock zones, FluxBlock fluxes, int from, Workspace work) {
        boolean number = fluxes.wants(FluxField.NEUTRINO_FLUX);
        boolean energy = fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX);
        if (!number && !energy) {
            return;
        }
        closures.share().shares(work.leptons, work.share);
        NeutrinoCurrents.number(work.leptons, mev2PerGauss, work.share, work.perField, work.perVorticity);
        if (number) {
            addVector(zones, fluxes, FluxField.NEUTRINO_FLUX, from, work);
        }
        ValidityChecks.neutrinos(zones, fluxes, from, work, closures.share());
        if (energy) {
            NeutrinoCurrents.energy(work.leptons, closures, work.share, work.perField, work.perVorticity);
            addVector(zones, fluxes, FluxField.NEUTRINO_ENERGY_FLUX, from, work);
            ValidityChecks.momentum(fluxes, from, work, closures.momentum());
        }
    }

    private static void addVector(ZoneBlock zones, FluxBlock fluxes, FluxField flux, int from, Workspace work) {
        VectorFlux.add(zones, fluxes, flux, from, work.leptons.size(), work.perField, work.perVorticity);
    }
}

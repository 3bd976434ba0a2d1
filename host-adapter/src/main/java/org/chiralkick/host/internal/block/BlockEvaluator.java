package org.chiralkick.host.internal.block;

import org.chiralkick.host.internal.emission.Emission;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.StepRules.MissingOutput;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.NeutrinoSource;

/** Evaluates blocks piece by piece. Thread-safe: what changes is in the workspace, or the binding's own. */
public final class BlockEvaluator {
    /** Zones per piece: ten columns in and twelve out stay within a second-level cache, and loops are long enough to pay. */
    static final int PIECE = 1024;

    private final RecoilSettings recoil;
    private final MissingOutput missingOutput;
    private final Units units;
    private final Emission[] emissions;
    private final WorkspacePool pool = new WorkspacePool();
    private volatile EnergyGroups groups = EnergyGroups.NONE;

    /** Makes the evaluator of a coupling. */
    public BlockEvaluator(RecoilSettings recoil, MissingOutput missingOutput, Units units) {
        this.recoil = recoil;
        this.missingOutput = missingOutput;
        this.units = units;
        RecoilForm[] forms = RecoilForm.values();
        emissions = new Emission[forms.length];
        for (RecoilForm form : forms) {
            emissions[form.ordinal()] = new Emission(recoil.geometry(), form, recoil.radiusCm(), recoil.time());
        }
    }

    /** Returns the host's energy groups. */
    public EnergyGroups groups() {
        return groups;
    }

    /** Sets the host's energy groups, before any block is prepared. */
    public void groups(EnergyGroups set) {
        groups = set;
    }

    /** Returns the workspaces, which hold what the pending step has counted. */
    public WorkspacePool pool() {
        return pool;
    }

    /** Sets the sums of a block that has no zones; no source is asked. */
    public void evaluateEmpty(BoundBlock block) {
        block.sums().clear();
    }

    /**
     * Returns the form of recoil that a block has with these sources, making its plan if need be.
     *
     * @throws CouplingException if fields are missing, or outputs that no source gives are refused
     */
    public RecoilForm prepare(BoundBlock block, SourceSet sources) {
        BlockPlan plan = block.plan();
        if (plan == null || plan.sources != sources) {
            plan = Planner.plan(sources, block, recoil, missingOutput, units, groups);
            block.plan(plan);
        }
        return plan.form;
    }

    /**
     * Evaluates a prepared block.
     *
     * @param sources the instances, in the order of the source set that the block was prepared with
     * @param weight weight of the Runge-Kutta stage; with 0 nothing is counted
     */
    public void evaluate(BoundBlock block, NeutrinoSource[] sources, double weight) {
        BlockPlan plan = block.plan();
        if (plan == null) {
            throw new IllegalStateException("block was not prepared");
        }
        block.sums().clear();
        Workspace workspace = pool.take();
        try {
            workspace.run().run(block, plan, sources, emissions[plan.form.ordinal()], weight);
            workspace.count(block, plan, weight);
        } finally {
            workspace.giveBack();
        }
    }
}

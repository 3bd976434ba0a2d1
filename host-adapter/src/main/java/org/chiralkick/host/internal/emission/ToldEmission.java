package org.chiralkick.host.internal.emission;

import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.internal.ledger.Tally;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.Vector3;

/**
 * What the host's transport let out of the star in the pending step, as the host tells it: nothing is computed here, and nothing is
 * redshifted. The star gets minus the momentum of the neutrinos. For one thread at a time: the coupling guards it.
 */
public final class ToldEmission {
    /** How far the weights of a step may be from 1. */
    private static final double TOLERANCE = 1e-6;

    private final RecoilForm form;
    private final Tally tally = new Tally();
    private final double[] rates = new double[Quantity.COUNT];
    private double weights;
    private boolean told;

    /** Makes room for what is told to a coupling that counts recoil in this form, as configured. */
    public ToldEmission(RecoilForm form) {
        this.form = form;
    }

    /** Returns whether the recoil is what the host tells, and nothing else. */
    public boolean isTheRecoil() {
        return form == RecoilForm.TRANSPORT;
    }

    /**
     * Returns if the host may tell an emission.
     *
     * @throws CouplingException if the coupling counts recoil by itself
     */
    public void requireForm() {
        if (!isTheRecoil()) {
            throw CouplingException.state("emitted in recoil form " + form.label()
                    + ": this coupling counts the recoil of the fluxes itself, and both would count it twice; open it with"
                    + " recoil.form \"transport\" and bind no surface element, or leave emitted out");
        }
    }

    /**
     * Returns if the host may have the step done in one call, in which it cannot tell an emission.
     *
     * @throws CouplingException if the recoil is what the host tells
     */
    public void requireNone(String call) {
        if (isTheRecoil()) {
            throw CouplingException.state(
                    call + " in recoil form transport leaves no place to tell what the transport lets"
                            + " out; call begin, evaluate, emitted and commit");
        }
    }

    /**
     * Counts what is told for a stage.
     *
     * @param momentum momentum that the neutrinos take away [dyn]
     * @param number net leptons that leave [1/s]
     * @param energyErg energy that leaves [erg/s]
     * @param weight of the stage, in [-1000, 1000]
     * @throws CouplingException if a rate is not finite or too large to be summed; nothing is counted then
     */
    public void tell(Vector3 momentum, double number, double energyErg, double weight) {
        require("momentum of neutrinos along x", momentum.x(), "dyn");
        require("momentum of neutrinos along y", momentum.y(), "dyn");
        require("momentum of neutrinos along z", momentum.z(), "dyn");
        require("net leptons", number, "1/s");
        require("energy", energyErg, "erg/s");
        rates[Quantity.MOMENTUM_X.ordinal()] = -momentum.x();
        rates[Quantity.MOMENTUM_Y.ordinal()] = -momentum.y();
        rates[Quantity.MOMENTUM_Z.ordinal()] = -momentum.z();
        rates[Quantity.NUMBER.ordinal()] = number;
        rates[Quantity.ENERGY.ordinal()] = energyErg;
        tally.add(rates, 0, weight);
        weights += weight;
        told = true;
    }

    private static void require(String what, double rate, String unit) {
        if (!(Math.abs(rate) < Tally.LIMIT)) {
            throw CouplingException.argument("emitted " + what + " is " + rate + " " + unit
                    + "; must be finite and below " + Tally.LIMIT + " in size");
        }
    }

    /**
     * Returns if the step may be committed: in another form, or where the stages told add up to a whole step.
     *
     * @throws CouplingException if nothing was told, or weights do not add up to 1
     */
    public void requireWhole(long step) {
        if (!isTheRecoil()) {
            return;
        }
        if (!told) {
            throw CouplingException.state("nothing was emitted in step " + step
                    + ", whose recoil form is transport; call emitted for every stage before commit, with rates of 0"
                    + " where nothing leaves");
        }
        if (!(Math.abs(weights - 1) <= TOLERANCE)) {
            throw CouplingException.state("weights of emitted in step " + step + " add up to " + weights
                    + "; must be 1 within 1e-6: call it once for every stage, with the weight of the stage in the final"
                    + " state, or roll the step back");
        }
    }

    /** Returns the sum of what was told in the step. */
    public Tally tally() {
        return tally;
    }

    /** Forgets the step. */
    public void clear() {
        tally.clear();
        weights = 0;
        told = false;
    }
}

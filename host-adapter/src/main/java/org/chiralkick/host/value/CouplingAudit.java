package org.chiralkick.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a coupling noticed since it was opened: enough to say whether something makes its kick wrong. Zone evaluations count in committed
 * steps, in stages of weight other than 0; what was in a state that was loaded is not counted.
 *
 * @param steps committed
 * @param held of them, those that ran without a source, so that they have no recoil
 * @param retries commits that asked for a smaller dt and counted nothing
 * @param rolledBack steps that were dropped, by a rollback or by the begin of another
 * @param flagged zone evaluations with any flag
 * @param invalid of them, those whose input or result was not valid: their fluxes are zero
 * @param implausible of them, those with an input far out of what a star has, mostly a wrong unit
 * @param worstWeightError the most by which the weights of a block, in a step, differ from 1
 * @param areaDefect |sum dA| / sum |dA| of the surface elements, those of all ranks, the worst of the steps that were judged, in [0, 1]; 0 where
 *     none of them counted a surface
 * @param emissionOutsideValidity share of the emission, by the size of its force, from zones with a flag, in [0, 1]
 * @param energyOverBudget share of the energy counted so far that is above the thermal budget of the star, in [0, 1]; with several ranks this
 *     rank's part is compared with all of the budget
 * @param silent of the steps that were judged, those in which no zone of any rank could emit: none was evaluated, or neither surface elements nor
 *     volumes were bound. 0 with recoil form none
 * @param unjudged of the steps, those of which nobody knows whether the surface is closed and some zone could emit: with several ranks, of which
 *     each has a part of the zones, those that this rank committed without being told of the others'. 0 with recoil forms none and transport
 */
public record CouplingAudit(
        long steps,
        long held,
        long retries,
        long rolledBack,
        long flagged,
        long invalid,
        long implausible,
        double worstWeightError,
        double areaDefect,
        double emissionOutsideValidity,
        double energyOverBudget,
        long silent,
        long unjudged) {
    /** How far the weights of a block may be from 1. */
    public static final double WEIGHT_TOLERANCE = 1e-6;

    /** The largest area defect that is taken for a closed surface; elements from a mask on a grid of 16 zones per side have less. */
    public static final double AREA_TOLERANCE = 0.015;

    /** Above this share the emission outside the range of validity is most of it. */
    public static final double VALIDITY_TOLERANCE = 0.5;

    /** Makes an audit of which every step was judged. */
    public CouplingAudit(
            long steps,
            long held,
            long retries,
            long rolledBack,
            long flagged,
            long invalid,
            long implausible,
            double worstWeightError,
            double areaDefect,
            double emissionOutsideValidity,
            double energyOverBudget,
            long silent) {
        this(
                steps,
                held,
                retries,
                rolledBack,
                flagged,
                invalid,
                implausible,
                worstWeightError,
                areaDefect,
                emissionOutsideValidity,
                energyOverBudget,
                silent,
                0);
    }

    /**
     * Returns this audit with another share of the emission outside the range of validity, of a host that takes its kick from elsewhere than the
     * coupling's surface.
     *
     * @param share in [0, 1]
     */
    public CouplingAudit withEmissionOutsideValidity(double share) {
        return new CouplingAudit(
                steps,
                held,
                retries,
                rolledBack,
                flagged,
                invalid,
                implausible,
                worstWeightError,
                areaDefect,
                share,
                energyOverBudget,
                silent,
                unjudged);
    }

    /** Returns what makes the kick wrong, a sentence each; empty where nothing does. */
    public List<String> problems() {
        List<String> found = new ArrayList<>();
        if (steps == 0) {
            found.add("no step was committed, so that there is no kick");
        }
        if (held > 0) {
            found.add(held + " of " + steps + " steps were held without their source and have no recoil");
        }
        if (silent > 0) {
            found.add(
                    silent + " of " + steps
                            + " steps had no zone that could emit; evaluate blocks with surface elements, or with volumes and recoil.radius-cm");
        }
        if (worstWeightError > WEIGHT_TOLERANCE) {
            found.add("the weights of a block were off 1 by up to " + said(worstWeightError)
                    + ": stages are missed or counted more than once");
        }
        if (areaDefect > AREA_TOLERANCE) {
            found.add("the surface is not closed: |sum dA| / sum |dA| is " + said(areaDefect) + ", must be below "
                    + said(AREA_TOLERANCE) + ", or an even emission kicks the star");
        }
        if (invalid > 0) {
            found.add(invalid + " zone evaluations were invalid and have no flux; mask zones that are to be left out");
        }
        if (implausible > 0) {
            found.add(implausible + " zone evaluations had an implausible input; a unit may be wrong");
        }
        if (emissionOutsideValidity > VALIDITY_TOLERANCE) {
            found.add(
                    percent(emissionOutsideValidity) + " of the emission is from zones outside the range of validity");
        }
        if (energyOverBudget > 0) {
            found.add(percent(energyOverBudget) + " of the energy counted is above the thermal budget of the star");
        }
        return found;
    }

    /** Returns the audit as lines of text, the problems last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("steps " + steps + ", held " + held + ", silent " + silent + ", retries " + retries + ", rolled back "
                + rolledBack);
        lines.add("zone evaluations flagged " + flagged + ", invalid " + invalid + ", implausible " + implausible);
        lines.add("worst error of weights " + said(worstWeightError) + ", area defect " + said(areaDefect));
        lines.add("emission outside validity " + percent(emissionOutsideValidity) + ", energy above the budget "
                + percent(energyOverBudget));
        if (unjudged > 0) {
            lines.add("not judged: closure of the surface and silence of " + unjudged + " of " + steps
                    + " steps, which each rank committed by itself; a commit of all ranks judges them");
        }
        List<String> problems = problems();
        if (problems.isEmpty()) {
            lines.add("nothing found that makes the kick wrong");
        } else {
            problems.forEach(problem -> lines.add("WRONG: " + problem));
        }
        return lines;
    }

    private static String said(double number) {
        return number == 0 ? "0" : String.format(Locale.ROOT, "%.2e", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}

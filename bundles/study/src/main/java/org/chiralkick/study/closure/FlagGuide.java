package org.chiralkick.study.closure;

import org.chiralkick.source.ValidityFlag;

/** What each validity flag means for the reader of a result, in a line (guide/physics.md, section 6). */
public final class FlagGuide {
    private FlagGuide() {}

    /** Returns what is doubtful where the flag is raised. */
    public static String meaning(ValidityFlag flag) {
        return switch (flag) {
            case INPUT -> "the input or the result is no number that physics allows: all fluxes of the zone are 0";
            case KNUDSEN -> "mean free path above a tenth of the gradient length: the neutrinos are no fluid there";
            case FLUX_ABOVE_AVAILABLE ->
                "the current exceeds n_nu c/4, or in a group E c/3: more neutrinos than there are to flow";
            case NEUTRINO_DENSITY_NEGATIVE -> "more antineutrinos than neutrinos";
            case NEUTRINOS_DECOUPLED ->
                "mu_nu comes from Y_nu below 1e12 g/cm^3, where neutrinos are not in equilibrium";
            case LOWEST_LANDAU_LEVEL ->
                "eB above mu_e^2/2: only the lowest Landau level is filled, the thermodynamics fails";
            case SHARE_UNDEFINED -> "the neutrino share is not defined by its closure there and was taken as 0";
            case MOMENTUM_UNDEFINED ->
                "the momentum per neutrino is not defined by its closure there and was taken as 0";
            case THERMAL_BUDGET -> "more energy was emitted than the star has to give (raised once per run)";
            case SPECTRUM_UNDEFINED ->
                "the shape of the spectrum is not defined by its closure there; what has this shape was taken as 0";
            case IMPLAUSIBLE -> "a number of the input is too large for any star, most likely in another unit";
        };
    }
}

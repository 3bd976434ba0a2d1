package org.chiralkick.source;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is doubtful about a zone's result. A flag never changes a flux, with one exception: {@link #INPUT} marks a zone whose
 * fluxes are zero because its input, or the result from it, is not a number that physics allows.
 *
 * <p>A source raises the flags of its own physics in {@link FluxBlock#flags()}; the host side raises {@link #INPUT},
 * {@link #NEUTRINOS_DECOUPLED}, {@link #THERMAL_BUDGET} and {@link #IMPLAUSIBLE}.
 */
public enum ValidityFlag {
    /** The input or the result is not finite, T &lt; 0, rho &lt;= 0 or Y_e outside [0, 1]: all fluxes of the zone are zero. */
    INPUT,
    /** Knudsen number lambda_nu/L &gt; 0.1: the neutrinos are not a fluid here. */
    KNUDSEN,
    /**
     * The neutrino number flux exceeds n_nu c/4, or the anomalous energy flux of a group E c/3 of the host's own radiation: more than there
     * is to flow.
     */
    FLUX_ABOVE_AVAILABLE,
    /** The net neutrino density is negative: antineutrinos dominate. */
    NEUTRINO_DENSITY_NEGATIVE,
    /** mu_nu was derived from Y_nu below rho = 1e12 g/cm^3, where neutrinos are no longer in equilibrium. */
    NEUTRINOS_DECOUPLED,
    /** eB &gt; mu_e^2/2: only the lowest Landau level is filled, the thermodynamics assumed does not hold. */
    LOWEST_LANDAU_LEVEL,
    /** The neutrino share is not defined by its closure here and was taken as 0. */
    SHARE_UNDEFINED,
    /** The momentum per neutrino is not defined by its closure here and was taken as 0. */
    MOMENTUM_UNDEFINED,
    /** The energy emitted so far exceeds the thermal budget of the star (raised once per run, not per zone). */
    THERMAL_BUDGET,
    /** The shape of the spectrum is not defined by its closure here; what has this shape was taken as 0. */
    SPECTRUM_UNDEFINED,
    /**
     * A number of the input is too large for any star, most likely in another unit: T &gt; 300 MeV, rho &gt; 1e16 g/cm^3, a component of B &gt;
     * 1e19 G, mu_e or mu_nu &gt; 1000 MeV, or Y_nu &gt; 1 in size. The fluxes are those that follow from it.
     */
    IMPLAUSIBLE;

    private static final ValidityFlag[] ALL = values();

    /** Returns the bit of this flag in a flag word. */
    public long bit() {
        return 1L << ordinal();
    }

    /** Returns the name as results and tables show it, such as {@code "lowest-landau-level"}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the flags that are set in a flag word. */
    public static Set<ValidityFlag> of(long word) {
        EnumSet<ValidityFlag> flags = EnumSet.noneOf(ValidityFlag.class);
        for (ValidityFlag flag : ALL) {
            if ((word & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}

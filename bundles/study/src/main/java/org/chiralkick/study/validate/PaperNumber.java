package org.chiralkick.study.validate;

import java.util.Locale;
import java.util.OptionalDouble;

/** A number of the paper: what it quotes, and what its own formula gives exactly (guide/physics.md, section 5). */
public enum PaperNumber {
    /** |omega| = 2 Omega of a star that turns once in 1 ms. */
    VORTICITY("vorticity 2 Omega at 1 ms", "MeV", 1e-17, 8.271335393847717e-18),
    /** C mu_l B, equation (5), with B = 0.1 MeV^2. */
    AXIAL_CURRENT("axial current C mu_l B (eq. 5)", "MeV^3", 1, 1.5198177546350666),
    /** Neutrinos per second through the disk, half the axial current. */
    NEUTRINO_RATE("neutrinos per second, disk of 10 km", "1/s", 1e54, 9.314781733035782653e54),
    /** Speed after 10 s, p = mu. */
    KICK("kick after 10 s, p = mu", "km/s", 1e3, 4978.085754071890913),
    /** Neutrinos emitted in 10 s over the 1e58 of the star. */
    EMITTED_FRACTION("emitted in 10 s, of 1e58", "1", 1e-3, 0.009314781733035782654),
    /** eB of 1e12 G. */
    FIELD_CONVERSION("1e12 G as eB", "MeV^2", 0.1, 0.005915714050161225521),
    /** Speed with eB of 1e12 G, p = mu. */
    KICK_CONSISTENT_FIELD("kick with eB of 1e12 G, p = mu", "km/s", Double.NaN, 294.4893183827052425),
    /** Speed with eB of 1e12 G, momentum from the energy current. */
    KICK_ENERGY_CURRENT("the same, p from the energy current", "km/s", Double.NaN, 147.7828986492755385),
    /** sigma^V_l = C_lll mu^2/2 at mu = 300 MeV, T = 0. */
    SIGMA_V_GAUGE("sigma^V_l, gauge part", "MeV^2", 1e3, -1139.863315976299928744),
    /** sigma^V_l = -beta_l T^2 at mu = 0, T = 10 MeV. */
    SIGMA_V_THERMAL("sigma^V_l, thermal part", "MeV^2", 1e2, -4.166666666666666667);

    private final String quantity;
    private final String unit;
    private final double quoted;
    private final double exact;

    PaperNumber(String quantity, String unit, double quoted, double exact) {
        this.quantity = quantity;
        this.unit = unit;
        this.quoted = quoted;
        this.exact = exact;
    }

    /** Returns the identifier that scripts use, such as {@code "axial-current"}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it is, in a few words. */
    public String quantity() {
        return quantity;
    }

    /** Returns the unit of all its values. */
    public String unit() {
        return unit;
    }

    /** Returns the figure in the paper, a magnitude without sign; empty where the paper has none. */
    public OptionalDouble quoted() {
        return Double.isNaN(quoted) ? OptionalDouble.empty() : OptionalDouble.of(quoted);
    }

    /** Returns the exact value. */
    public double exact() {
        return exact;
    }

    /** Returns |computed - exact|/|exact|. */
    public double relativeError(double computed) {
        return Math.abs(computed - exact) / Math.abs(exact);
    }
}

package org.chiralkick.star.profile;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A spherical star: density, temperature, lepton fractions and chemical potentials against radius, each linear in r between
 * rows.
 *
 * <p>Chemical potentials that a row lacks are derived in that row, then interpolated: mu_e from (rho, Y_e, T); mu_nu from
 * (rho, Y_nu, T), else from mu_e + mu_p - mu_n.
 */
public final class StarProfile {
    private final String name;
    private final List<String> notes;
    private final double[] radius;
    private final ProfileColumn density;
    private final ProfileColumn temperature;
    private final ProfileColumn electronFraction;
    private final ProfileColumn neutrinoFraction;
    private final ProfileColumn muElectron;
    private final ProfileColumn muNeutrino;

    /**
     * @param name what results call this star
     * @param notes where it comes from, for the reader of a result
     * @param rows at least two, radius increasing
     */
    StarProfile(String name, List<String> notes, List<ProfileRow> rows) {
        this.name = name;
        this.notes = List.copyOf(notes);
        this.radius = rows.stream().mapToDouble(ProfileRow::radiusCm).toArray();
        this.density = column(rows, ProfileRow::density);
        this.temperature = column(rows, ProfileRow::temperature);
        this.electronFraction = column(rows, ProfileRow::electronFraction);
        this.neutrinoFraction = column(rows, ProfileRow::neutrinoFraction);
        this.muElectron = column(rows, ProfileRow::electronPotential);
        this.muNeutrino = column(rows, ProfileRow::neutrinoPotential);
    }

    private ProfileColumn column(List<ProfileRow> rows, ToDoubleFunction<ProfileRow> quantity) {
        return new ProfileColumn(radius, rows.stream().mapToDouble(quantity).toArray());
    }

    /** Returns what results call this star: a file name, or {@code "builtin"}. */
    public String name() {
        return name;
    }

    /** Returns where this star comes from, a sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** Returns the number of rows. */
    public int rows() {
        return radius.length;
    }

    /** Returns the radius of a row [cm]. */
    public double radiusOfRow(int row) {
        return radius[row];
    }

    /** Returns the largest radius [cm]. */
    public double outerRadius() {
        return radius[radius.length - 1];
    }

    /**
     * Returns the state at a radius, by linear interpolation between rows; what the profile does not give is NaN.
     *
     * @param radiusCm radius [cm], in [first row, last row]
     * @throws IllegalArgumentException if the radius is outside the profile
     */
    public RadialState interpolate(double radiusCm) {
        if (!(radiusCm >= radius[0]) || !(radiusCm <= outerRadius())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "radius %.6g cm is outside profile %s, which covers %.6g to %.6g cm",
                    radiusCm,
                    name,
                    radius[0],
                    outerRadius()));
        }
        double mu = muNeutrino.at(radiusCm);
        return new RadialState(
                radiusCm,
                density.at(radiusCm),
                temperature.at(radiusCm),
                electronFraction.at(radiusCm),
                neutrinoFraction.at(radiusCm),
                muElectron.at(radiusCm),
                mu,
                Math.abs(mu / muNeutrino.slope(radiusCm)));
    }

    /**
     * Returns the state at a radius as an emission surface needs it, with temperature, mu_e and mu_nu.
     *
     * @throws IllegalArgumentException if the radius is outside the profile, or one of the three is not known there; the
     *     message says which columns would give it
     */
    public RadialState at(double radiusCm) {
        RadialState state = interpolate(radiusCm);
        require(state.temperatureMev(), "temperature", "T_MeV", radiusCm);
        require(state.muElectronMev(), "mu_e", "mu_e_MeV, or rho_gcc, Ye and T_MeV", radiusCm);
        require(
                state.muNeutrinoMev(),
                "mu_nu",
                "mu_nue_MeV; rho_gcc, Ynu_e_net and T_MeV; or mu_p_MeV and mu_n_MeV",
                radiusCm);
        return state;
    }

    /**
     * Returns the outermost radius [cm] at which the density, linear between rows, has a value.
     *
     * @param densityGPerCm3 density [g cm^-3], {@code > 0}
     * @throws IllegalArgumentException if it never has; the message says what the profile covers
     */
    public double outermostRadiusOfDensity(double densityGPerCm3) {
        double r = density.outermostRadiusOf(densityGPerCm3);
        if (Double.isNaN(r)) {
            throw new IllegalArgumentException(
                    Double.isNaN(density.least())
                            ? "profile " + name + " has no density (column rho_gcc); choose the surface by radius"
                            : String.format(
                                    Locale.ROOT,
                                    "density %.6g g/cm^3 does not occur in profile %s, which covers %.6g to %.6g g/cm^3",
                                    densityGPerCm3,
                                    name,
                                    density.least(),
                                    density.greatest()));
        }
        return r;
    }

    private void require(double value, String what, String columns, double radiusCm) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "profile %s gives no %s at radius %.6g cm; it needs %s",
                    name,
                    what,
                    radiusCm,
                    columns));
        }
    }
}

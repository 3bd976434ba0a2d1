package org.chiralkick.star.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.BetaEquilibrium;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;

/**
 * What a simulation says of a star at one instant, shell by shell; linear in enclosed mass between shells, constant inside the
 * first.
 *
 * @param shells at least two, enclosed mass increasing
 */
public record StellarProfile(List<Shell> shells) {
    /**
     * A shell of the star.
     *
     * @param enclosedMassG rest mass inside [g], {@code > 0}
     * @param densityGPerCm3 rest-mass density [g cm^-3], {@code > 0}
     * @param temperatureMev T [MeV], {@code > 0}
     * @param electronFraction net electrons per baryon [1], in (0, 1)
     * @param neutrinoFraction net electron neutrinos per baryon [1]
     */
    public record Shell(
            double enclosedMassG,
            double densityGPerCm3,
            double temperatureMev,
            double electronFraction,
            double neutrinoFraction) {
        /** Refuses values outside the ranges named. */
        public Shell {
            require(enclosedMassG > 0, "enclosed mass", enclosedMassG, "g", "> 0");
            require(densityGPerCm3 > 0, "density", densityGPerCm3, "g/cm^3", "> 0");
            require(temperatureMev > 0, "temperature", temperatureMev, "MeV", "> 0");
            require(
                    electronFraction > 0 && electronFraction < 1,
                    "electron fraction",
                    electronFraction,
                    "",
                    "in (0, 1)");
            require(Double.isFinite(neutrinoFraction), "neutrino fraction", neutrinoFraction, "", "finite");
        }
    }

    /** Keeps its own copy; refuses fewer than two shells and mass that does not increase. */
    public StellarProfile {
        shells = List.copyOf(shells);
        if (shells.size() < 2) {
            throw new IllegalArgumentException("a star of " + shells.size() + " shells; must have at least 2");
        }
        for (int i = 1; i < shells.size(); i++) {
            require(
                    shells.get(i).enclosedMassG() > shells.get(i - 1).enclosedMassG(),
                    "enclosed mass of shell " + i,
                    shells.get(i).enclosedMassG(),
                    "g",
                    "larger than in the shell before");
        }
    }

    /**
     * Returns the rest masses inside given radii [g], from densities that are constant inside the first and linear between
     * them. The metric of general relativity enlarges the volume, dm = 4 pi r^2 rho dr/sqrt(1 - 2 G m/r c^2), as in the
     * simulations of relativistic stars.
     *
     * @param radiusCm radii, increasing [cm]
     * @param densityGPerCm3 densities there [g cm^-3]
     * @param relativistic whether the radii are those of a relativistic star
     */
    public static double[] enclosedMassG(double[] radiusCm, double[] densityGPerCm3, boolean relativistic) {
        double twoGOverC2 = relativistic
                ? 2
                        * PhysicalConstants.NEWTON_CM3_PER_G_S2
                        / (PhysicalConstants.C_CM_PER_S * PhysicalConstants.C_CM_PER_S)
                : 0;
        double[] mass = new double[radiusCm.length];
        double inside = 0;
        double radius = 0;
        double density = densityGPerCm3[0];
        for (int i = 0; i < mass.length; i++) {
            double r = radiusCm[i];
            double middle = (r + radius) / 2;
            double volume = 4 * Math.PI / 3 * (r * r * r - radius * radius * radius);
            double flat = volume * (density + densityGPerCm3[i]) / 2;
            double stretch = middle > 0 ? 1 / Math.sqrt(1 - twoGOverC2 * (inside + flat / 2) / middle) : 1;
            inside += flat * stretch;
            mass[i] = inside;
            radius = r;
            density = densityGPerCm3[i];
        }
        return mass;
    }

    /**
     * Returns the star of a profile.
     *
     * @param relativistic whether masses are enclosed in the proper volume of general relativity
     * @throws IllegalArgumentException if a row has no density, temperature or Y_e
     */
    public static StellarProfile of(StarProfile star, boolean relativistic) {
        // The innermost shell may be the centre itself, which encloses nothing.
        int first = star.radiusOfRow(0) == 0 ? 1 : 0;
        List<RadialState> rows = IntStream.range(first, star.rows())
                .mapToObj(i -> star.interpolate(star.radiusOfRow(i)))
                .toList();
        for (RadialState row : rows) {
            if (Double.isNaN(row.densityGPerCm3() + row.temperatureMev() + row.electronFraction())) {
                throw new IllegalArgumentException("profile " + star.name() + " has no density, temperature or Y_e at "
                        + row.radiusCm() + " cm; a star that evolves needs rho_gcc, T_MeV and Ye in every row (or use "
                        + "--host static)");
            }
        }
        return ofRadii(
                column(rows, RadialState::radiusCm),
                column(rows, RadialState::densityGPerCm3),
                column(rows, RadialState::temperatureMev),
                column(rows, RadialState::electronFraction),
                column(rows, row -> Double.isNaN(row.neutrinoFraction()) ? 0 : row.neutrinoFraction()),
                relativistic);
    }

    private static double[] column(List<RadialState> rows, ToDoubleFunction<RadialState> quantity) {
        return rows.stream().mapToDouble(quantity).toArray();
    }

    /**
     * Returns the star with the matter given at radii; enclosed masses as in {@link #enclosedMassG}. Columns are as long as each
     * other.
     *
     * @param radiusCm radii, increasing [cm]
     * @param densityGPerCm3 rest-mass densities [g cm^-3]
     * @param temperatureMev temperatures [MeV]
     * @param electronFraction net electrons per baryon [1]
     * @param neutrinoFraction net electron neutrinos per baryon [1]
     * @param relativistic whether the radii are those of a relativistic star
     */
    public static StellarProfile ofRadii(
            double[] radiusCm,
            double[] densityGPerCm3,
            double[] temperatureMev,
            double[] electronFraction,
            double[] neutrinoFraction,
            boolean relativistic) {
        double[] mass = enclosedMassG(radiusCm, densityGPerCm3, relativistic);
        return new StellarProfile(IntStream.range(0, mass.length)
                .mapToObj(i -> new Shell(
                        mass[i], densityGPerCm3[i], temperatureMev[i], electronFraction[i], neutrinoFraction[i]))
                .toList());
    }

    /**
     * Returns the part of this star inside the outermost shell with at least a density [g cm^-3].
     *
     * @throws IllegalArgumentException if fewer than two shells are inside
     */
    public StellarProfile denserThan(double densityGPerCm3) {
        int last = shells.size() - 1;
        while (last > 0 && shells.get(last).densityGPerCm3() < densityGPerCm3) {
            last--;
        }
        if (last < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "surface density is %.4g g/cm^3; must be below that of the second shell, %.4g g/cm^3",
                    densityGPerCm3,
                    shells.get(1).densityGPerCm3()));
        }
        return new StellarProfile(shells.subList(0, last + 1));
    }

    /** Returns the rest mass of the star [g]. */
    public double massG() {
        return shells.get(shells.size() - 1).enclosedMassG();
    }

    /** Returns this star on a mass grid, with its density, temperature and lepton fraction, in beta equilibrium. */
    public Star on(MassGrid grid, Matter matter) {
        double[] mass = new double[shells.size() + 2];
        for (int i = 0; i < shells.size(); i++) {
            mass[i + 1] = shells.get(i).enclosedMassG();
        }
        mass[mass.length - 1] = 2 * massG();
        UnivariateFunction logDensity = column(mass, shell -> Math.log(shell.densityGPerCm3()));
        UnivariateFunction temperature = column(mass, Shell::temperatureMev);
        UnivariateFunction leptons = column(mass, shell -> shell.electronFraction() + shell.neutrinoFraction());
        List<MatterState> zones = new ArrayList<>();
        for (int i = 0; i < grid.zones(); i++) {
            double middle = (grid.enclosedG(i) + grid.enclosedG(i + 1)) / 2;
            double density = LeptonPotentials.numberDensity(Math.exp(logDensity.value(middle)), 1);
            zones.add(BetaEquilibrium.withLeptons(matter, density, temperature.value(middle), leptons.value(middle)));
        }
        return Star.of(grid, zones);
    }

    private UnivariateFunction column(double[] mass, ToDoubleFunction<Shell> quantity) {
        double[] values = new double[mass.length];
        for (int i = 0; i < shells.size(); i++) {
            values[i + 1] = quantity.applyAsDouble(shells.get(i));
        }
        values[0] = values[1];
        values[mass.length - 1] = values[mass.length - 2];
        return new LinearInterpolator().interpolate(mass, values);
    }

    private static void require(boolean good, String what, double value, String unit, String range) {
        if (!good) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is %s %s; must be %s", what, value, unit, range));
        }
    }
}

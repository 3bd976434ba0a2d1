package org.chiralkick.star.profile;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;

/**
 * What a star holds inside a radius, by the trapezoidal rule over the rows of its profile; NaN where the profile does not say. In flat
 * space: the proper volume of general relativity is about a tenth larger.
 *
 * @param baryonMassG rest mass [g]
 * @param electrons net number of electrons
 * @param neutrinos net number of electron neutrinos
 * @param neutrinoEnergyErg energy of the gas of electron neutrinos and antineutrinos [erg]
 */
public record Inventory(double baryonMassG, double electrons, double neutrinos, double neutrinoEnergyErg) {
    /** Returns what is inside a radius [cm] within the profile; the matter of its first row fills the centre. */
    public static Inventory inside(StarProfile star, double radiusCm) {
        double mass = 0;
        double electrons = 0;
        double neutrinos = 0;
        double energy = 0;
        double inner = 0;
        RadialState below = star.interpolate(star.radiusOfRow(0));
        for (int row = 0; inner < radiusCm; row++) {
            double outer = row < star.rows() ? Math.min(star.radiusOfRow(row), radiusCm) : radiusCm;
            RadialState above = star.interpolate(Math.max(outer, star.radiusOfRow(0)));
            double volume = 4 * Math.PI / 3 * (cube(outer) - cube(inner));
            double shell = volume * mean(below.densityGPerCm3(), above.densityGPerCm3());
            mass += shell;
            electrons +=
                    shell / PhysicalConstants.ATOMIC_MASS_G * mean(below.electronFraction(), above.electronFraction());
            neutrinos +=
                    shell / PhysicalConstants.ATOMIC_MASS_G * mean(below.neutrinoFraction(), above.neutrinoFraction());
            energy += volume * mean(neutrinoEnergyDensity(below), neutrinoEnergyDensity(above));
            below = above;
            inner = outer;
        }
        return new Inventory(mass, electrons, neutrinos, energy);
    }

    /** Returns eps of the neutrino gas [erg cm^-3]. */
    private static double neutrinoEnergyDensity(RadialState state) {
        return WeylGas.energyDensity(state.muNeutrinoMev(), state.temperatureMev())
                * PhysicalConstants.PER_CM3_PER_MEV3
                * PhysicalConstants.ERG_PER_MEV;
    }

    private static double mean(double a, double b) {
        return (a + b) / 2;
    }

    private static double cube(double x) {
        return x * x * x;
    }
}

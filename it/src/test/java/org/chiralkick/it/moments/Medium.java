package org.chiralkick.it.moments;

import org.chiralkick.matter.FermiIntegrals;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;

/**
 * Matter at the points of a grid: what a mechanism asks of it, and what it does to the neutrinos of each species and group. It does not change
 * with what it takes up. Arrays per group run groups fastest: group g of point i is element i groups + g.
 */
final class Medium {
    final int points;
    final EnergyGroups groups;
    /** T [MeV]. */
    final double[] temperature;
    /** mu_e and mu_nu [MeV]. */
    final double[] electronPotential;

    final double[] neutrinoPotential;
    /** B [G], by axis and point. */
    final double[][] field;
    /** curl v [1/s], by axis and point. */
    final double[][] vorticity;

    private final double[][] absorption;
    private final double[][] scattering;

    Medium(int points, EnergyGroups groups) {
        this.points = points;
        this.groups = groups;
        this.temperature = new double[points];
        this.electronPotential = new double[points];
        this.neutrinoPotential = new double[points];
        this.field = new double[3][points];
        this.vorticity = new double[3][points];
        int kinds = Species.values().length;
        this.absorption = new double[kinds][points * groups.count()];
        this.scattering = new double[kinds][points * groups.count()];
    }

    /** Returns chi_a of a species [1/cm]. */
    double[] absorption(Species species) {
        return absorption[species.ordinal()];
    }

    /** Returns chi_s of a species [1/cm]. */
    double[] scattering(Species species) {
        return scattering[species.ordinal()];
    }

    /** Returns chi_t [1/cm]. */
    double opacity(Species species, int point, int group) {
        int at = point * groups.count() + group;
        return absorption(species)[at] + scattering(species)[at];
    }

    /** Sets the opacities of all species and groups at a point [1/cm]. */
    void opacities(int point, double absorbing, double scattering) {
        for (Species species : Species.values()) {
            for (int group = 0; group < groups.count(); group++) {
                absorption(species)[point * groups.count() + group] = absorbing;
                scattering(species)[point * groups.count() + group] = scattering;
            }
        }
    }

    /** Returns the number density of neutrinos in equilibrium with matter [cm^-3]. */
    double equilibriumNumber(Species species, int point, int group) {
        return equilibrium(species, point, group, 2) * PhysicalConstants.PER_CM3_PER_MEV3;
    }

    /** Returns the energy density of neutrinos in equilibrium with matter [erg cm^-3]. */
    double equilibriumEnergy(Species species, int point, int group) {
        return equilibrium(species, point, group, 3)
                * PhysicalConstants.PER_CM3_PER_MEV3
                * PhysicalConstants.ERG_PER_MEV;
    }

    private double equilibrium(Species species, int point, int group, int power) {
        double[] moments = new double[FermiIntegrals.POWERS];
        FermiIntegrals.moments(
                groups.lowerMeV(group),
                groups.upperMeV(group),
                species.leptonNumber * neutrinoPotential[point],
                temperature[point],
                moments,
                0);
        return species.components * moments[power] / (2 * Math.PI * Math.PI);
    }
}

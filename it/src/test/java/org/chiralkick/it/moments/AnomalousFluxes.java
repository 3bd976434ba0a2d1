package org.chiralkick.it.moments;

import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** A of every species and group at the points of a medium, as the coupling gives it: what the flux of a group relaxes to in place of 0. */
final class AnomalousFluxes {
    private final int points;
    private final int groups;
    private final Coupling coupling;
    private final double[][] energyDensity;
    private final double[][] number;
    private final double[][] energy;
    private final double[][] greyNumber;
    private final double[][] greyEnergy;
    private final BlockBinding block;

    /** Tells a coupling the groups and where everything lies: groups fastest, then points, then the components of a vector. */
    AnomalousFluxes(Coupling coupling, Medium medium) {
        this.coupling = coupling;
        this.points = medium.points;
        this.groups = medium.groups.count();
        int kinds = Species.values().length;
        this.energyDensity = new double[kinds][points * groups];
        this.number = new double[kinds][3 * points * groups];
        this.energy = new double[kinds][3 * points * groups];
        this.greyNumber = new double[3][points];
        this.greyEnergy = new double[3][points];
        coupling.groups(medium.groups);
        BlockBinding.Builder builder = BlockBinding.of(points)
                .groups(groups)
                .in(ZoneField.TEMPERATURE, View.of(medium.temperature))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(medium.electronPotential))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(medium.neutrinoPotential))
                .in(ZoneField.MAGNETIC_FIELD, columns(medium.field))
                .in(ZoneField.VORTICITY, columns(medium.vorticity))
                .out(FluxField.NEUTRINO_FLUX, columns(greyNumber))
                .out(FluxField.NEUTRINO_ENERGY_FLUX, columns(greyEnergy));
        for (Species species : Species.values()) {
            builder.in(species.energyDensity, scalar(energyDensity[species.ordinal()]))
                    .in(species.absorption, scalar(medium.absorption(species)))
                    .in(species.scattering, scalar(medium.scattering(species)))
                    .out(species.numberFlux, vector(number[species.ordinal()]))
                    .out(species.energyFlux, vector(energy[species.ordinal()]));
        }
        this.block = builder.build();
    }

    private static View[] columns(double[][] vector) {
        return new View[] {View.of(vector[0]), View.of(vector[1]), View.of(vector[2])};
    }

    private View scalar(double[] array) {
        return View.of(array, 0, groups).groups(1);
    }

    private View vector(double[] array) {
        return scalar(array).components((long) points * groups);
    }

    /** Says what energy density of neutrinos there is [erg cm^-3]. */
    void energyDensity(Species species, int point, int group, double value) {
        energyDensity[species.ordinal()][point * groups + group] = value;
    }

    /** Evaluates A in the pending step. */
    BlockResult evaluate() {
        return coupling.evaluate(block, 1);
    }

    /** Returns a component of the number flux A [cm^-2 s^-1]. */
    double number(Species species, int axis, int point, int group) {
        return number[species.ordinal()][(axis * points + point) * groups + group];
    }

    /** Returns a component of the energy flux A [erg cm^-2 s^-1]. */
    double energy(Species species, int axis, int point, int group) {
        return energy[species.ordinal()][(axis * points + point) * groups + group];
    }

    /** Returns a component of F_N without groups [cm^-2 s^-1], nu_e minus anti-nu_e. */
    double greyNumber(int axis, int point) {
        return greyNumber[axis][point];
    }

    /** Returns a component of F_E without groups [erg cm^-2 s^-1]. */
    double greyEnergy(int axis, int point) {
        return greyEnergy[axis][point];
    }
}

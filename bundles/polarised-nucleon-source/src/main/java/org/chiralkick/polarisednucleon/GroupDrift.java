package org.chiralkick.polarisednucleon;

import org.chiralkick.matter.FermiIntegrals;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The drift per energy group (guide/physics.md (8.6)), with E_eq = Int_g E^3 f(E -+ mu_nu) dE/2 pi^2. With equal opacities in all groups their sum is
 * the flux of all energies.
 *
 * <p>Muon and tau neutrinos get 0: their antiparticles, which scatter with the opposite asymmetry, are half of what the host gives as one species.
 */
final class GroupDrift {
    /** 1 MeV^4 of the third moment [erg cm^-3]. */
    private static final double ERG_PER_CM3_PER_MOMENT = AlignedFlux.ERG_PER_CM3_PER_MEV4 / (2 * Math.PI * Math.PI);

    private final NucleonAsymmetry asymmetry;

    GroupDrift(NucleonAsymmetry asymmetry) {
        this.asymmetry = asymmetry;
    }

    /**
     * Returns the energy density E_eq of a species in equilibrium in one group [erg cm^-3].
     *
     * @param lower edge of the group [MeV], {@code >= 0}
     * @param upper edge of the group [MeV]; may be infinite
     * @param potential chemical potential of the species [MeV]: mu_nu, or -mu_nu for antineutrinos
     * @param temperature T [MeV], {@code >= 0}
     * @param moments scratch for {@link FermiIntegrals#POWERS} numbers
     */
    static double equilibrium(double lower, double upper, double potential, double temperature, double[] moments) {
        FermiIntegrals.moments(lower, upper, potential, temperature, moments, 0);
        return moments[3] * ERG_PER_CM3_PER_MOMENT;
    }

    /**
     * Adds the energy fluxes of every group that are wanted.
     *
     * @param moments scratch for {@link FermiIntegrals#POWERS} numbers
     */
    void add(ZoneBlock zones, FluxBlock fluxes, double[] moments) {
        add(Species.NEUTRINO, zones, fluxes, moments);
        add(Species.ANTINEUTRINO, zones, fluxes, moments);
        for (int group = 0; group < zones.groups().count(); group++) {
            addNothing(FluxField.NU_X_GROUP_ENERGY_FLUX, group, fluxes);
        }
    }

    private void add(Species species, ZoneBlock zones, FluxBlock fluxes, double[] moments) {
        Species.Fields fields = species.grouped();
        if (!fluxes.wants(fields.flux())) {
            return;
        }
        EnergyGroups groups = zones.groups();
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        for (int group = 0; group < groups.count(); group++) {
            double lower = groups.lowerMeV(group);
            double upper = groups.upperMeV(group);
            double[] energy = zones.column(fields.energy(), 0, group);
            double[] absorption = zones.column(fields.absorption(), 0, group);
            double[] scattering = zones.column(fields.scattering(), 0, group);
            for (int i = zones.first(); i < zones.end(); i++) {
                double gauss = AlignedFlux.gauss(zones, i);
                if (gauss == 0) {
                    continue;
                }
                double neutrons = NucleonAsymmetry.neutrons(gauss, temperature[i]);
                double protons = NucleonAsymmetry.protons(gauss, temperature[i]);
                double inEquilibrium = equilibrium(lower, upper, species.sign() * mu[i], temperature[i], moments);
                double drift = species.drift(asymmetry, absorption[i], scattering[i], neutrons, protons);
                double flux = drift * (inEquilibrium - energy[i]);
                AlignedFlux.add(zones, fluxes, fields.flux(), group, i, gauss, flux, energy[i]);
            }
        }
    }

    private static void addNothing(FluxField field, int group, FluxBlock fluxes) {
        for (int axis = 0; fluxes.wants(field) && axis < 3; axis++) {
            double[] out = fluxes.column(field, axis, group);
            for (int i = fluxes.first(); i < fluxes.end(); i++) {
                out[i] += 0.0;
            }
        }
    }
}

package org.chiralkick.polarisednucleon;

import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** The drift of both species with all their energies together (guide/physics.md (8.6)). */
final class GreyDrift {
    /** Below this number of mean free paths in a gradient length neutrinos are no fluid. */
    private static final double LEAST_LENGTHS_OVER_PATHS = 10;

    private final NucleonAsymmetry asymmetry;

    GreyDrift(NucleonAsymmetry asymmetry) {
        this.asymmetry = asymmetry;
    }

    /**
     * Returns the energy density U_eq of a species in equilibrium [erg cm^-3].
     *
     * @param potential its chemical potential [MeV]: mu_nu, or -mu_nu for antineutrinos
     * @param temperature T [MeV], {@code >= 0}
     */
    static double equilibrium(double potential, double temperature) {
        return WeylGas.particleEnergyDensity(potential, temperature) * AlignedFlux.ERG_PER_CM3_PER_MEV4;
    }

    /** Adds the energy flux, which is wanted: of neutrinos, and of antineutrinos where the host gives all that is needed of them. */
    void add(ZoneBlock zones, FluxBlock fluxes) {
        add(Species.NEUTRINO, zones, fluxes);
        Species.Fields fields = Species.ANTINEUTRINO.grey();
        if (zones.has(fields.energy()) && zones.has(fields.absorption()) && zones.has(fields.scattering())) {
            add(Species.ANTINEUTRINO, zones, fluxes);
        }
        if (zones.has(ZoneField.GRADIENT_LENGTH)) {
            flagKnudsen(zones, fluxes.flags());
        }
    }

    private void add(Species species, ZoneBlock zones, FluxBlock fluxes) {
        Species.Fields fields = species.grey();
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        double[] energy = zones.column(fields.energy());
        double[] scattering = zones.column(fields.scattering());
        double[] absorption = zones.column(fields.absorption());
        for (int i = zones.first(); i < zones.end(); i++) {
            double gauss = AlignedFlux.gauss(zones, i);
            if (gauss == 0) {
                continue;
            }
            double neutrons = NucleonAsymmetry.neutrons(gauss, temperature[i]);
            double protons = NucleonAsymmetry.protons(gauss, temperature[i]);
            double drift = species.drift(asymmetry, absorption[i], scattering[i], neutrons, protons);
            double flux = drift * (equilibrium(species.sign() * mu[i], temperature[i]) - energy[i]);
            AlignedFlux.add(zones, fluxes, fields.flux(), 0, i, gauss, flux, energy[i]);
        }
    }

    /** Flags zones whose neutrinos are no fluid: mean free path above a tenth of the gradient length (guide/physics.md (6.1)). */
    private static void flagKnudsen(ZoneBlock zones, long[] flags) {
        double[] scattering = zones.column(ZoneField.SCATTERING_OPACITY);
        double[] absorption = zones.column(ZoneField.ABSORPTION_OPACITY);
        double[] length = zones.column(ZoneField.GRADIENT_LENGTH);
        for (int i = zones.first(); i < zones.end(); i++) {
            boolean freeStreaming = (scattering[i] + absorption[i]) * length[i] < LEAST_LENGTHS_OVER_PATHS;
            flags[i] |= freeStreaming ? ValidityFlag.KNUDSEN.bit() : 0;
        }
    }
}

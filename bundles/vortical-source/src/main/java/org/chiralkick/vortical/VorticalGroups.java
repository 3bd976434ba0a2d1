package org.chiralkick.vortical;

import org.chiralkick.matter.FermiIntegrals;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The vortical current of neutrinos and antineutrinos per energy group (guide/physics.md (10.5)):
 *
 * <pre>
 *   A_N = -+(Omega/2 pi^2) Int_g E f(E -+ mu) dE      A_E = -+(Omega/2 pi^2) Int_g E^2 f(E -+ mu) dE
 * </pre>
 *
 * with the upper signs for neutrinos, the lower ones for antineutrinos. Over all energies they sum to {@link VorticalCurrent}. Muon and tau
 * neutrinos get 0: their net current is in no flux without groups either.
 */
final class VorticalGroups {
    /** I_0, I_1, I_2. */
    private static final int NEEDED = 3;

    private static final double TWO_PI_SQUARED = 2 * Math.PI * Math.PI;

    private VorticalGroups() {}

    /** One kind of particle: the sign of its potential and chirality, and its fields. */
    private enum Kind {
        NEUTRINO(
                1,
                FluxField.NU_E_GROUP_NUMBER_FLUX,
                FluxField.NU_E_GROUP_ENERGY_FLUX,
                ZoneField.NU_E_GROUP_ENERGY_DENSITY),
        ANTINEUTRINO(
                -1,
                FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
                FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
                ZoneField.ANTI_NU_E_GROUP_ENERGY_DENSITY);

        private static final Kind[] ALL = values();

        final int sign;
        final FluxField number;
        final FluxField energy;
        final ZoneField density;

        Kind(int sign, FluxField number, FluxField energy, ZoneField density) {
            this.sign = sign;
            this.number = number;
            this.energy = energy;
            this.density = density;
        }
    }

    /**
     * Adds the fluxes of every group that are wanted, and raises the flag on |A| &gt; E c/3 where the host gives E.
     *
     * @param moments scratch for {@link FermiIntegrals#POWERS} numbers
     */
    static void add(ZoneBlock zones, FluxBlock fluxes, double[] moments) {
        EnergyGroups groups = zones.groups();
        for (int group = 0; group < groups.count(); group++) {
            for (Kind kind : Kind.ALL) {
                if (fluxes.wants(kind.number) || fluxes.wants(kind.energy)) {
                    add(kind, group, zones, fluxes, moments);
                }
            }
            addNothing(FluxField.NU_X_GROUP_NUMBER_FLUX, group, fluxes);
            addNothing(FluxField.NU_X_GROUP_ENERGY_FLUX, group, fluxes);
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

    private static void add(Kind kind, int group, ZoneBlock zones, FluxBlock fluxes, double[] moments) {
        double lower = zones.groups().lowerMeV(group);
        double upper = zones.groups().upperMeV(group);
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        for (int i = zones.first(); i < zones.end(); i++) {
            FermiIntegrals.moments(lower, upper, kind.sign * mu[i], temperature[i], NEEDED, moments, 0);
            double number = -kind.sign * moments[1] / TWO_PI_SQUARED * VorticalCurrent.NUMBER_FACTOR;
            double energy = -kind.sign * moments[2] / TWO_PI_SQUARED * VorticalCurrent.ENERGY_FACTOR;
            if (fluxes.wants(kind.number)) {
                add(fluxes, kind.number, group, i, number, zones);
            }
            if (fluxes.wants(kind.energy)) {
                add(fluxes, kind.energy, group, i, energy, zones);
                if (zones.has(kind.density)) {
                    double most = zones.column(kind.density, 0, group)[i] * PhysicalConstants.C_CM_PER_S / 3;
                    fluxes.flags()[i] |= Math.abs(energy) * VorticalValidity.curl(zones, i) > most
                            ? ValidityFlag.FLUX_ABOVE_AVAILABLE.bit()
                            : 0;
                }
            }
        }
    }

    private static void add(FluxBlock fluxes, FluxField field, int group, int zone, double perCurl, ZoneBlock zones) {
        for (int axis = 0; axis < 3; axis++) {
            fluxes.column(field, axis, group)[zone] += perCurl * zones.column(ZoneField.VORTICITY, axis)[zone];
        }
    }
}

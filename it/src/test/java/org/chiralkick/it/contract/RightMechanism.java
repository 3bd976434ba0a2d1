package org.chiralkick.it.contract;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * A small mechanism that keeps every rule: F_N = -(mu_nu^2 + T^2) curl v + mu_nu B/(10^12 G), F_E = mu_nu F_N, rate |curl v|. The wrong
 * mechanisms are this one with one thing changed.
 */
class RightMechanism implements NeutrinoSource {
    static final String NAME = "toy";

    private static final FluxField[] VECTORS = {FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX};

    /** Returns a descriptor that tells the truth about {@link #evaluate}; variants add to it. */
    static SourceDescriptor.Builder descriptor() {
        return SourceDescriptor.named(NAME)
                .version("1.0.0")
                .summary("a mechanism for tests")
                .citation("none; for tests only")
                .requires(ZoneField.TEMPERATURE, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, ZoneField.VORTICITY)
                .uses(ZoneField.MAGNETIC_FIELD, "taken as 0")
                .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX, FluxField.LARGEST_STABLE_RATE);
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor().build();
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        add(zones, fluxes, zones.first(), zones.end());
    }

    /** Adds the fluxes of some zones. */
    static void add(ZoneBlock zones, FluxBlock fluxes, int first, int end) {
        addVectors(zones, fluxes, first, end);
        raiseRate(zones, fluxes, first, end);
        raiseFlags(zones, fluxes, first, end);
    }

    static void addVectors(ZoneBlock zones, FluxBlock fluxes, int first, int end) {
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        boolean magnetic = zones.has(ZoneField.MAGNETIC_FIELD);
        for (FluxField field : VECTORS) {
            if (!fluxes.wants(field)) {
                continue;
            }
            for (int axis = 0; axis < 3; axis++) {
                double[] curl = zones.column(ZoneField.VORTICITY, axis);
                double[] magneticField = magnetic ? zones.column(ZoneField.MAGNETIC_FIELD, axis) : curl;
                double[] flux = fluxes.column(field, axis);
                for (int i = first; i < end; i++) {
                    double number = -(mu[i] * mu[i] + temperature[i] * temperature[i]) * curl[i]
                            + (magnetic ? mu[i] * magneticField[i] * 1e-12 : 0);
                    flux[i] += field == FluxField.NEUTRINO_FLUX ? number : mu[i] * number;
                }
            }
        }
    }

    static void raiseRate(ZoneBlock zones, FluxBlock fluxes, int first, int end) {
        if (!fluxes.wants(FluxField.LARGEST_STABLE_RATE)) {
            return;
        }
        double[] rate = fluxes.column(FluxField.LARGEST_STABLE_RATE);
        for (int i = first; i < end; i++) {
            rate[i] = Math.max(rate[i], curlMagnitude(zones, i));
        }
    }

    static void raiseFlags(ZoneBlock zones, FluxBlock fluxes, int first, int end) {
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        for (int i = first; i < end; i++) {
            if (mu[i] < 0) {
                fluxes.flags()[i] |= ValidityFlag.NEUTRINO_DENSITY_NEGATIVE.bit();
            }
        }
    }

    static double curlMagnitude(ZoneBlock zones, int zone) {
        double x = zones.column(ZoneField.VORTICITY, 0)[zone];
        double y = zones.column(ZoneField.VORTICITY, 1)[zone];
        double z = zones.column(ZoneField.VORTICITY, 2)[zone];
        return Math.sqrt(x * x + y * y + z * z);
    }
}

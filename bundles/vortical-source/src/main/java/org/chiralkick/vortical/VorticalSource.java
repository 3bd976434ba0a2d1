package org.chiralkick.vortical;

import org.chiralkick.matter.MomentPool;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The chiral vortical effect of left-handed neutrinos alone (Vilenkin 1979, eqs. in the package's description).
 *
 * <p>A neutrino carries l = 1 and l5 = 1, so its number flux is also its share of the lepton and of the axial flux.
 */
public final class VorticalSource implements NeutrinoSource {
    static final String SOURCE_NAME = "vortical";

    private static final SourceDescriptor DESCRIPTOR = SourceDescriptor.named(SOURCE_NAME)
            .version("1.0.0")
            .summary("chiral vortical current of the neutrinos alone, against the axis of rotation; no magnetic field")
            .citation("A. Vilenkin, Phys. Rev. D 20 (1979) 1807")
            .requires(ZoneField.TEMPERATURE, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, ZoneField.VORTICITY)
            .uses(ZoneField.MEAN_FREE_PATH, "flag knudsen not checked")
            .uses(ZoneField.GRADIENT_LENGTH, "flag knudsen not checked")
            .uses(
                    ZoneField.NU_E_GROUP_ENERGY_DENSITY,
                    "flux not compared with the host's radiation",
                    FluxField.NU_E_GROUP_ENERGY_FLUX)
            .uses(
                    ZoneField.ANTI_NU_E_GROUP_ENERGY_DENSITY,
                    "flux not compared with the host's radiation",
                    FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX)
            .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX, FluxField.LEPTON_FLUX, FluxField.AXIAL_FLUX)
            .gives(
                    FluxField.NU_E_GROUP_NUMBER_FLUX,
                    FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
                    FluxField.NU_X_GROUP_NUMBER_FLUX,
                    FluxField.NU_E_GROUP_ENERGY_FLUX,
                    FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
                    FluxField.NU_X_GROUP_ENERGY_FLUX)
            .build();

    private final MomentPool moments = new MomentPool();

    /** Makes the source; it has no settings. */
    public VorticalSource() {}

    @Override
    public SourceDescriptor describe() {
        return DESCRIPTOR;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        int first = zones.first();
        int end = zones.end();
        // One short loop per column: that is what the JIT compiler turns into vector instructions.
        for (int axis = 0; axis < 3; axis++) {
            double[] curl = zones.column(ZoneField.VORTICITY, axis);
            addNumber(FluxField.NEUTRINO_FLUX, axis, mu, temperature, curl, fluxes, first, end);
            addNumber(FluxField.LEPTON_FLUX, axis, mu, temperature, curl, fluxes, first, end);
            addNumber(FluxField.AXIAL_FLUX, axis, mu, temperature, curl, fluxes, first, end);
            if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
                double[] energy = fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis);
                for (int i = first; i < end; i++) {
                    energy[i] += VorticalCurrent.energyFlux(mu[i], temperature[i], curl[i]);
                }
            }
        }
        if (zones.groups().count() > 0) {
            double[] scratch = moments.take();
            VorticalGroups.add(zones, fluxes, scratch);
            moments.giveBack(scratch);
        }
        VorticalValidity.raise(zones, fluxes.flags());
    }

    private static void addNumber(
            FluxField field,
            int axis,
            double[] mu,
            double[] temperature,
            double[] curl,
            FluxBlock fluxes,
            int first,
            int end) {
        if (!fluxes.wants(field)) {
            return;
        }
        double[] flux = fluxes.column(field, axis);
        for (int i = first; i < end; i++) {
            flux[i] += VorticalCurrent.numberFlux(mu[i], temperature[i], curl[i]);
        }
    }
}

package org.chiralkick.chiral;

import java.util.Map;
import org.chiralkick.chiral.closure.ChiralityClosure;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.chiral.closure.PotentialsClosure;
import org.chiralkick.chiral.closure.ShareClosure;
import org.chiralkick.chiral.closure.SpectrumClosure;
import org.chiralkick.chiral.kernel.ChiralKernel;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** The chiral mechanism with its settings; {@link ChiralComponent} makes it a service. */
public final class ChiralSource implements NeutrinoSource {
    /** The name by which hosts choose this mechanism. */
    public static final String SOURCE_NAME = "chiral";

    private final SourceDescriptor descriptor;
    private final ChiralKernel kernel;

    /**
     * Creates the instance of one configuration.
     *
     * @param properties of the component and its configuration, read by {@link Settings#of}
     * @throws IllegalArgumentException if something is chosen that is not declared; with its value and what is allowed
     */
    public ChiralSource(Map<String, Object> properties) {
        this(ChiralSettings.of(Settings.of(properties)));
    }

    ChiralSource(ChiralSettings settings) {
        this.descriptor = describe(settings);
        this.kernel = new ChiralKernel(settings.closures());
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        kernel.evaluate(zones, fluxes);
    }

    private static SourceDescriptor describe(ChiralSettings settings) {
        Closures closures = settings.closures();
        SourceDescriptor.Builder builder = SourceDescriptor.named(SOURCE_NAME)
                .version(MechanismVersion.text())
                .summary("Chiral magnetic and chiral vortical transport of leptons, and the neutrinos it sends out")
                .citation(
                        "Kaminski, Uhlemann, Bleicher, Schaffner-Bielich, Anomalous hydrodynamics kicks neutron stars,"
                                + " Phys. Lett. B 760 (2016) 170")
                .declares(Choices.DECLARED, settings.inForce())
                .requires(ZoneField.TEMPERATURE, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, ZoneField.MAGNETIC_FIELD)
                .uses(ZoneField.AXIAL_CHEMICAL_POTENTIAL, "taken as 0")
                .uses(ZoneField.VORTICITY, "taken as 0")
                .uses(ZoneField.MEAN_FREE_PATH, "no Knudsen check")
                .uses(ZoneField.GRADIENT_LENGTH, "a Knudsen check uses the zone size, where there is a volume")
                .uses(ZoneField.VOLUME, "")
                .uses(
                        ZoneField.ELECTRIC_FIELD,
                        "axial source is 0; give it, or magnetic field curl and magnetic diffusivity",
                        FluxField.AXIAL_SOURCE)
                .uses(ZoneField.MAGNETIC_FIELD_CURL, "", FluxField.AXIAL_SOURCE)
                .replaces(ZoneField.ELECTRIC_FIELD, ZoneField.MAGNETIC_FIELD_CURL, ZoneField.MAGNETIC_DIFFUSIVITY)
                .uses(
                        ZoneField.MAGNETIC_DIFFUSIVITY,
                        closures.chirality() == ChiralityClosure.WASHED_OUT
                                ? "" // the rate is 0 with it, too
                                : "largest stable rate is 0",
                        FluxField.LARGEST_STABLE_RATE,
                        FluxField.AXIAL_SOURCE)
                .gives(
                        FluxField.LEPTON_FLUX,
                        FluxField.AXIAL_FLUX,
                        FluxField.NEUTRINO_FLUX,
                        FluxField.NEUTRINO_ENERGY_FLUX,
                        FluxField.CHIRAL_CURRENT,
                        FluxField.CHIRAL_INVERSE_LENGTH,
                        FluxField.AXIAL_SOURCE,
                        FluxField.LARGEST_STABLE_RATE,
                        FluxField.SPIN_FLIP_RATE);
        describeGroups(builder, closures);
        if (!closures.chirality().insteadOfGiven().isEmpty()) {
            builder.discards(
                    ZoneField.AXIAL_CHEMICAL_POTENTIAL,
                    closures.chirality().insteadOfGiven() + " (chirality '"
                            + closures.chirality().label() + "')");
        }
        if (closures.potentials() == PotentialsClosure.SEPARATE) {
            builder.requires(ZoneField.ELECTRON_CHEMICAL_POTENTIAL);
        }
        if (settings.temperatureIsIdle()) {
            builder.assumes(Choices.NEUTRINO_TEMPERATURE.name() + " is given and changes nothing: momentum is '"
                    + closures.momentum().label() + "', not '" + MomentumClosure.THERMAL.label() + "'");
        }
        if (closures.share() != ShareClosure.EQUILIBRIUM) {
            builder.assumes("neutrino share '" + closures.share().label() + "' is a closure, not an anomaly result");
        }
        return builder.build();
    }

    private static void describeGroups(SourceDescriptor.Builder builder, Closures closures) {
        builder.gives(
                FluxField.NU_E_GROUP_NUMBER_FLUX,
                FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
                FluxField.NU_X_GROUP_NUMBER_FLUX);
        FluxField[] energies = {
            FluxField.NU_E_GROUP_ENERGY_FLUX, FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX, FluxField.NU_X_GROUP_ENERGY_FLUX
        };
        if (closures.momentum() == MomentumClosure.ENERGY_CURRENT) {
            builder.gives(energies)
                    .uses(
                            ZoneField.NU_E_GROUP_ENERGY_DENSITY,
                            "flux not compared with the host's radiation",
                            FluxField.NU_E_GROUP_ENERGY_FLUX)
                    .uses(
                            ZoneField.ANTI_NU_E_GROUP_ENERGY_DENSITY,
                            "flux not compared with the host's radiation",
                            FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX);
        } else {
            builder.withholds("group energies need momentum `energy-current`", energies);
        }
        if (closures.spectrum() == SpectrumClosure.NEUTRINO) {
            builder.assumes(
                    "spectrum 'neutrino' keeps the energy of the shared current: group numbers do not sum to F_N");
        }
    }
}

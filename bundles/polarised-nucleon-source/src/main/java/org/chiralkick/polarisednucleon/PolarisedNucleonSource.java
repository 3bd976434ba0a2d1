package org.chiralkick.polarisednucleon;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chiralkick.matter.MomentPool;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Energy flux of electron neutrinos and antineutrinos among polarised nucleons, for all energies and per energy group (guide/physics.md (8.4) to (8.6)). */
public final class PolarisedNucleonSource implements NeutrinoSource {
    static final String SOURCE_NAME = "polarised-nucleon";

    /** Which interactions feel the polarisation. */
    static final Closure INTERACTIONS = new Closure(
            "interactions",
            List.of(
                    Closure.choice("absorption-and-scattering", "both are asymmetric, as in Arras and Lai 1999"),
                    Closure.choice(
                            "scattering",
                            "scattering alone is, as in Horowitz and Li 1998, without their flux in equilibrium")),
            "absorption-and-scattering");

    /** g_A of the nucleons. */
    static final Parameter AXIAL_COUPLING = new Parameter(
            "axial-coupling",
            "1",
            new Parameter.Range(0, false, 2, true),
            PhysicalConstants.G_A,
            "axial coupling g_A of the nucleons; dense matter lowers it");

    static final Declarations DECLARED = new Declarations(List.of(INTERACTIONS), List.of(AXIAL_COUPLING), List.of());

    private static final String NO_ANTINEUTRINOS = "electron antineutrinos taken in equilibrium";

    private final SourceDescriptor descriptor;
    private final GreyDrift grey;
    private final GroupDrift grouped;
    private final MomentPool moments = new MomentPool();

    /**
     * Makes the source.
     *
     * @param properties of the component and its configuration, read by {@link Settings#of}
     * @throws IllegalArgumentException if something is chosen that is not declared; with its value and what is allowed
     */
    public PolarisedNucleonSource(Map<String, Object> properties) {
        Settings inForce = DECLARED.resolve(Settings.of(properties));
        boolean absorption = !"scattering".equals(inForce.closures().get(INTERACTIONS.kind()));
        NucleonAsymmetry asymmetry = new NucleonAsymmetry(
                Objects.requireNonNull(inForce.parameters().get(AXIAL_COUPLING.name())), absorption);
        grey = new GreyDrift(asymmetry);
        grouped = new GroupDrift(asymmetry);
        descriptor = SourceDescriptor.named(SOURCE_NAME)
                .version("1.0.0")
                .summary("drift of neutrinos out of equilibrium along the field, which polarises the nucleons")
                .citation("C. J. Horowitz and G. Li, Phys. Rev. Lett. 80 (1998) 3694, and P. Arras and D. Lai,"
                        + " Astrophys. J. 519 (1999) 745 (abstracts read, formulae derived anew);"
                        + " P. Arras and D. Lai, Phys. Rev. D 60 (1999) 043001 (not read)")
                .declares(DECLARED, inForce)
                .assumes(
                        "nucleons are polarised like a gas that is not degenerate, which is too much where they are degenerate")
                .assumes("all scattering counts as scattering off neutrons")
                .assumes("scattering departs from equilibrium as the energy density does, whatever the spectrum")
                .assumes("the drift of numbers is left out: an energy density tells no number of neutrinos")
                .requires(ZoneField.TEMPERATURE, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, ZoneField.MAGNETIC_FIELD)
                .requiresFor(
                        FluxField.NEUTRINO_ENERGY_FLUX,
                        ZoneField.NEUTRINO_ENERGY_DENSITY,
                        ZoneField.SCATTERING_OPACITY,
                        ZoneField.ABSORPTION_OPACITY)
                .requiresFor(
                        FluxField.NU_E_GROUP_ENERGY_FLUX,
                        ZoneField.NU_E_GROUP_ENERGY_DENSITY,
                        ZoneField.NU_E_GROUP_ABSORPTION_OPACITY,
                        ZoneField.NU_E_GROUP_SCATTERING_OPACITY)
                .requiresFor(
                        FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
                        ZoneField.ANTI_NU_E_GROUP_ENERGY_DENSITY,
                        ZoneField.ANTI_NU_E_GROUP_ABSORPTION_OPACITY,
                        ZoneField.ANTI_NU_E_GROUP_SCATTERING_OPACITY)
                .uses(ZoneField.ANTINEUTRINO_ENERGY_DENSITY, NO_ANTINEUTRINOS, FluxField.NEUTRINO_ENERGY_FLUX)
                .uses(ZoneField.ANTINEUTRINO_SCATTERING_OPACITY, NO_ANTINEUTRINOS, FluxField.NEUTRINO_ENERGY_FLUX)
                .uses(ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY, NO_ANTINEUTRINOS, FluxField.NEUTRINO_ENERGY_FLUX)
                .uses(ZoneField.GRADIENT_LENGTH, "flag knudsen not checked", FluxField.NEUTRINO_ENERGY_FLUX)
                .gives(
                        FluxField.NEUTRINO_ENERGY_FLUX,
                        FluxField.NU_E_GROUP_ENERGY_FLUX,
                        FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
                        FluxField.NU_X_GROUP_ENERGY_FLUX)
                .build();
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
            grey.add(zones, fluxes);
        }
        if (zones.groups().count() > 0) {
            double[] scratch = moments.take();
            try {
                grouped.add(zones, fluxes, scratch);
            } finally {
                moments.giveBack(scratch);
            }
        }
    }
}

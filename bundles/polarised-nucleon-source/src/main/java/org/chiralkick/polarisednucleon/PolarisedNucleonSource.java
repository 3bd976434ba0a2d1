package org.chiralkick.polarisednucleon;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Energy flux of electron neutrinos and antineutrinos among polarised nucleons, grey (guide/physics.md (8.4) to (8.6)). */
@Component(
        service = NeutrinoSource.class,
        configurationPid = NeutrinoSource.PID_PREFIX + PolarisedNucleonSource.SOURCE_NAME,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = NeutrinoSource.NAME + "=" + PolarisedNucleonSource.SOURCE_NAME)
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

    private final SourceDescriptor descriptor;
    private final NucleonAsymmetry asymmetry;

    /**
     * Makes the source.
     *
     * @param properties of the component and its configuration, read by {@link Settings#of}
     * @throws IllegalArgumentException if something is chosen that is not declared; with its value and what is allowed
     */
    @Activate
    public PolarisedNucleonSource(Map<String, Object> properties) {
        Settings inForce = DECLARED.resolve(Settings.of(properties));
        boolean absorption = !"scattering".equals(inForce.closures().get(INTERACTIONS.kind()));
        asymmetry = new NucleonAsymmetry(
                Objects.requireNonNull(inForce.parameters().get(AXIAL_COUPLING.name())), absorption);
        descriptor = SourceDescriptor.named(SOURCE_NAME)
                .version("1.0.0")
                .summary("drift of neutrinos out of equilibrium along the field, which polarises the nucleons")
                .citation("C. J. Horowitz and G. Li, Phys. Rev. Lett. 80 (1998) 3694, and P. Arras and D. Lai,"
                        + " Astrophys. J. 519 (1999) 745 (abstracts read, formulae derived anew);"
                        + " P. Arras and D. Lai, Phys. Rev. D 60 (1999) 043001 (not read)")
                .declares(DECLARED, inForce)
                .assumes(
                        "nucleons are polarised like a gas that is not degenerate, which is too much where they are degenerate")
                .assumes("scattering departs from equilibrium as the energy density does, whatever the spectrum")
                .requires(
                        ZoneField.TEMPERATURE,
                        ZoneField.NEUTRINO_CHEMICAL_POTENTIAL,
                        ZoneField.MAGNETIC_FIELD,
                        ZoneField.NEUTRINO_ENERGY_DENSITY,
                        ZoneField.SCATTERING_OPACITY,
                        ZoneField.ABSORPTION_OPACITY)
                .uses(ZoneField.ANTINEUTRINO_ENERGY_DENSITY, "electron antineutrinos taken in equilibrium")
                .uses(ZoneField.ANTINEUTRINO_SCATTERING_OPACITY, "electron antineutrinos taken in equilibrium")
                .uses(ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY, "electron antineutrinos taken in equilibrium")
                .uses(ZoneField.GRADIENT_LENGTH, "flag knudsen not checked")
                .gives(FluxField.NEUTRINO_ENERGY_FLUX)
                .build();
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        addNeutrinos(zones, fluxes);
        if (zones.has(ZoneField.ANTINEUTRINO_ENERGY_DENSITY)
                && zones.has(ZoneField.ANTINEUTRINO_SCATTERING_OPACITY)
                && zones.has(ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY)) {
            addAntineutrinos(zones, fluxes);
        }
        if (zones.has(ZoneField.GRADIENT_LENGTH)) {
            flagKnudsen(zones, fluxes.flags());
        }
    }

    private void addNeutrinos(ZoneBlock zones, FluxBlock fluxes) {
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        double[] energy = zones.column(ZoneField.NEUTRINO_ENERGY_DENSITY);
        double[] scattering = zones.column(ZoneField.SCATTERING_OPACITY);
        double[] absorption = zones.column(ZoneField.ABSORPTION_OPACITY);
        for (int i = zones.first(); i < zones.end(); i++) {
            double gauss = GreyFlux.gauss(zones, i);
            double neutrons = NucleonAsymmetry.neutrons(gauss, temperature[i]);
            double drift = asymmetry.neutrinoDrift(absorption[i], scattering[i], neutrons);
            double departure = GreyFlux.equilibrium(mu[i], temperature[i]) - energy[i];
            GreyFlux.add(zones, fluxes, i, gauss, drift * departure, energy[i]);
        }
    }

    private void addAntineutrinos(ZoneBlock zones, FluxBlock fluxes) {
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        double[] energy = zones.column(ZoneField.ANTINEUTRINO_ENERGY_DENSITY);
        double[] scattering = zones.column(ZoneField.ANTINEUTRINO_SCATTERING_OPACITY);
        double[] absorption = zones.column(ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY);
        for (int i = zones.first(); i < zones.end(); i++) {
            double gauss = GreyFlux.gauss(zones, i);
            double neutrons = NucleonAsymmetry.neutrons(gauss, temperature[i]);
            double protons = NucleonAsymmetry.protons(gauss, temperature[i]);
            double drift = asymmetry.antineutrinoDrift(absorption[i], scattering[i], neutrons, protons);
            double departure = GreyFlux.equilibrium(-mu[i], temperature[i]) - energy[i];
            GreyFlux.add(zones, fluxes, i, gauss, drift * departure, energy[i]);
        }
    }

    /** Flags zones whose neutrinos are no fluid: mean free path above a tenth of the gradient length (guide/physics.md (6.1)). */
    private static void flagKnudsen(ZoneBlock zones, long[] flags) {
        double[] scattering = zones.column(ZoneField.SCATTERING_OPACITY);
        double[] absorption = zones.column(ZoneField.ABSORPTION_OPACITY);
        double[] length = zones.column(ZoneField.GRADIENT_LENGTH);
        for (int i = zones.first(); i < zones.end(); i++) {
            boolean freeStreaming = (scattering[i] + absorption[i]) * length[i] < GreyFlux.LEAST_LENGTHS_OVER_PATHS;
            flags[i] |= freeStreaming ? ValidityFlag.KNUDSEN.bit() : 0;
        }
    }
}

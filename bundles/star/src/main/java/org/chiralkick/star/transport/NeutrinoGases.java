package org.chiralkick.star.transport;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.Star;

/**
 * How far the electron neutrinos and antineutrinos of a star are from equilibrium with its matter. The star diffuses as if they were not at
 * all; what its own fluxes F_s take out of a zone, matter has to emit, so that to first order
 *
 * <pre>
 *   U - U_eq = -div F_s/(c chi_a)          guide/physics.md (8.7)
 * </pre>
 *
 * with the mean opacities of {@link GreyOpacity}. Heavy-lepton neutrinos do not absorb.
 */
public final class NeutrinoGases {
    private final NeutrinoGas[] neutrinos;
    private final NeutrinoGas[] antineutrinos;

    /**
     * @param star the star
     * @param law its flows, with coefficients of this star
     * @param opacity of its matter
     */
    public NeutrinoGases(Star star, FluxLaw law, Opacity opacity) {
        neutrinos = of(Species.ELECTRON_NEUTRINO, star, law, opacity);
        antineutrinos = of(Species.ELECTRON_ANTINEUTRINO, star, law, opacity);
    }

    private static NeutrinoGas[] of(Species species, Star star, FluxLaw law, Opacity opacity) {
        NeutrinoGas[] gas = new NeutrinoGas[star.zones()];
        double in = 0;
        for (int i = 0; i < gas.length; i++) {
            double out = energyFlow(species, star, law, i + 1);
            GreyOpacity mean = GreyOpacity.of(species, star.matter(i), opacity);
            double divergence = (out - in) / star.volumeCm3(i) * PhysicalConstants.ERG_PER_MEV;
            double absorption = PhysicalConstants.C_CM_PER_S * mean.absorptionPerCm();
            gas[i] = new NeutrinoGas(
                    absorption > 0 ? -divergence / absorption : 0, mean.absorptionPerCm(), mean.scatteringPerCm());
            in = out;
        }
        return gas;
    }

    /** Returns the flow through an interface [MeV/s]; at the surface the star itself is what is outside. */
    private static double energyFlow(Species species, Star star, FluxLaw law, int face) {
        MatterState inner = star.matter(face - 1);
        MatterState outer = star.matter(Math.min(face, star.zones() - 1));
        return law.energyFlow(
                species,
                face,
                inner.temperature() - outer.temperature(),
                inner.neutrinoDegeneracy() - outer.neutrinoDegeneracy());
    }

    /** Returns the electron neutrinos in a zone. */
    public NeutrinoGas neutrinos(int zone) {
        return neutrinos[zone];
    }

    /** Returns the electron antineutrinos in a zone. */
    public NeutrinoGas antineutrinos(int zone) {
        return antineutrinos[zone];
    }
}

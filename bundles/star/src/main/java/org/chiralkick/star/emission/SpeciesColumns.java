package org.chiralkick.star.emission;

import java.util.function.Function;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.View;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.transport.NeutrinoGas;

/** Energy density and opacities of one species of neutrinos, an entry per zone. */
final class SpeciesColumns {
    private final double[] energyDensity;
    private final double[] scattering;
    private final double[] absorption;

    SpeciesColumns(int zones) {
        energyDensity = new double[zones];
        scattering = new double[zones];
        absorption = new double[zones];
    }

    /**
     * Sets a zone.
     *
     * @param potentialMev chemical potential of the species [MeV]
     * @param temperatureMev T [MeV]
     */
    void set(int zone, NeutrinoGas gas, double potentialMev, double temperatureMev) {
        energyDensity[zone] = gas.energyDensity(potentialMev, temperatureMev);
        scattering[zone] = gas.scatteringPerCm();
        absorption[zone] = gas.absorptionPerCm();
    }

    void copy(SpeciesColumns from) {
        InteriorBlock.copy(from.energyDensity, energyDensity);
        InteriorBlock.copy(from.scattering, scattering);
        InteriorBlock.copy(from.absorption, absorption);
    }

    /** Binds the columns as those of electron neutrinos. */
    void bindAsNeutrinos(BlockBinding.Builder builder, Function<double[], View> view) {
        builder.in(ZoneField.NEUTRINO_ENERGY_DENSITY, view.apply(energyDensity))
                .in(ZoneField.SCATTERING_OPACITY, view.apply(scattering))
                .in(ZoneField.ABSORPTION_OPACITY, view.apply(absorption));
    }

    /** Binds the columns as those of electron antineutrinos. */
    void bindAsAntineutrinos(BlockBinding.Builder builder, Function<double[], View> view) {
        builder.in(ZoneField.ANTINEUTRINO_ENERGY_DENSITY, view.apply(energyDensity))
                .in(ZoneField.ANTINEUTRINO_SCATTERING_OPACITY, view.apply(scattering))
                .in(ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY, view.apply(absorption));
    }
}

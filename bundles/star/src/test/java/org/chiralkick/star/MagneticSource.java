package org.chiralkick.star;

import java.util.function.DoubleBinaryOperator;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The chiral magnetic current of left-handed electrons with mu_5 = 0, of which neutrinos carry a share: the closures {@code
 * consistent} where the share is that of the composition, written down once more.
 */
public final class MagneticSource implements NeutrinoSource {
    private static final double FOUR_PI_SQUARED = 4 * Math.PI * Math.PI;

    private final DoubleBinaryOperator share;

    private MagneticSource(DoubleBinaryOperator share) {
        this.share = share;
    }

    /** Returns the mechanism whose share is the neutrinos' part of the left-handed leptons. */
    public static MagneticSource consistent() {
        return new MagneticSource(
                (electrons, neutrinos) -> electrons > 0 && neutrinos > 0 ? neutrinos / (electrons + neutrinos) : 0);
    }

    /** Returns the mechanism whose neutrinos carry the whole current. */
    public static MagneticSource allLeftHanded() {
        return new MagneticSource((electrons, neutrinos) -> 1);
    }

    @Override
    public SourceDescriptor describe() {
        return SourceDescriptor.named("magnetic")
                .version("1.0.0")
                .summary("the chiral magnetic current of left-handed electrons")
                .citation("none")
                .requires(
                        ZoneField.TEMPERATURE,
                        ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
                        ZoneField.NEUTRINO_CHEMICAL_POTENTIAL,
                        ZoneField.MAGNETIC_FIELD)
                .gives(
                        FluxField.NEUTRINO_FLUX,
                        FluxField.NEUTRINO_ENERGY_FLUX,
                        FluxField.LEPTON_FLUX,
                        FluxField.AXIAL_FLUX)
                .build();
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        double[] temperature = zones.column(ZoneField.TEMPERATURE, 0);
        double[] muElectron = zones.column(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, 0);
        double[] muNeutrino = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0);
        for (int axis = 0; axis < 3; axis++) {
            double[] b = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            for (int i = zones.first(); i < zones.end(); i++) {
                double mu = muElectron[i];
                double t = temperature[i];
                double f = share.applyAsDouble(WeylGas.numberDensity(mu, t), WeylGas.numberDensity(muNeutrino[i], t));
                double eb = PhysicalConstants.EB_MEV2_PER_GAUSS * b[i];
                if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
                    fluxes.column(FluxField.NEUTRINO_FLUX, axis)[i] +=
                            f * mu * eb / FOUR_PI_SQUARED * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
                }
                if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
                    fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis)[i] += f
                            * (mu * mu / (2 * FOUR_PI_SQUARED) + t * t / 24)
                            * eb
                            * PhysicalConstants.ENERGY_FLUX_PER_MEV4;
                }
            }
        }
    }
}

package org.chiralkick.star.emission;

import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.View;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.StarSetup;
import org.chiralkick.star.profile.RadialState;

/** The matter on an emission surface, the same at all points, as a coupling reads it. */
public final class SurfaceMatter {
    private SurfaceMatter() {}

    /** Returns a block of so many points with the matter and the vorticity bound; what the profile does not know is left out. */
    public static BlockBinding.Builder bind(int points, RadialState state, StarSetup setup) {
        View none = View.constant(0);
        BlockBinding.Builder builder = BlockBinding.of(points)
                .in(ZoneField.TEMPERATURE, View.constant(state.temperatureMev()))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.constant(state.muElectronMev()))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(state.muNeutrinoMev()))
                .in(ZoneField.VORTICITY, none, none, View.constant(2 * setup.angularVelocity()));
        bindWhereKnown(builder, ZoneField.DENSITY, state.densityGPerCm3());
        bindWhereKnown(builder, ZoneField.ELECTRON_FRACTION, state.electronFraction());
        bindWhereKnown(builder, ZoneField.GRADIENT_LENGTH, state.neutrinoGradientLengthCm());
        bindWhereKnown(builder, ZoneField.MEAN_FREE_PATH, state.meanFreePathCm());
        return builder;
    }

    private static void bindWhereKnown(BlockBinding.Builder builder, ZoneField field, double value) {
        if (Double.isFinite(value)) {
            builder.in(field, View.constant(value));
        }
    }
}

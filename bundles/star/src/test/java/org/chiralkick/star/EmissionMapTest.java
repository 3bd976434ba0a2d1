package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.profile.RadialState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The map of a source whose flux is the field itself: F_N = B, F_E = c B. */
class EmissionMapTest {
    private static final RadialState STATE = new RadialState(1e6, 9e13, 20, 0.26, 0.056, 140, 102, Double.NaN);
    private static final double TILT_DEG = 35;

    /** Both fields are B_p cos(theta_B) along the normal, with theta_B the angle from the magnetic axis. */
    @ParameterizedTest
    @EnumSource(FieldShape.Analytic.class)
    void showsTheFieldAlongTheNormalOfEachCell(FieldShape.Analytic geometry) {
        FrozenStar star = new FrozenStar("one", Neutrinosphere.of("radius", STATE), geometry, 1, 3e33);
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new FieldSource()), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            EmissionMap map = EmissionMap.of(star, new Magnet(3.0, TILT_DEG, 0.1), coupling);
            double tilt = Math.toRadians(TILT_DEG);
            double[] number = map.number();
            for (int cell = 0; cell < number.length; cell++) {
                double theta = Math.toRadians(map.colatitudeDeg()[cell]);
                double phi = Math.toRadians(map.azimuthDeg()[cell]);
                double cosine = Math.sin(theta) * Math.cos(phi) * Math.sin(tilt) + Math.cos(theta) * Math.cos(tilt);
                assertEquals(3 * cosine, number[cell], 1e-13, "cell " + cell);
                assertEquals(
                        PhysicalConstants.C_CM_PER_S * number[cell],
                        map.energy()[cell],
                        1e-14 * PhysicalConstants.C_CM_PER_S);
            }
            // Out of one magnetic hemisphere flow pi R^2 B_p, into the other as much.
            double disk = Math.PI * 1e12 * 3;
            assertEquals(disk, map.outflow(), 2e-3 * disk);
            assertEquals(disk, map.deficit(), 2e-3 * disk);
            assertEquals(Recoil.NONE, coupling.recoil());
        }
    }
}

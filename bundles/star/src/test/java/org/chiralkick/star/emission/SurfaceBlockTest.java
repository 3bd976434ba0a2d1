package org.chiralkick.star.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.FieldSource;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.profile.RadialState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The surface through a real coupling, with a source whose flux is the field itself: the recoil is minus the beamed outflow. */
class SurfaceBlockTest {
    private static final double RADIUS = 1e6;
    private static final double DISK = Math.PI * RADIUS * RADIUS;
    private static final double TILT = 0.7;
    private static final Neutrinosphere SPHERE =
            Neutrinosphere.of("radius", new RadialState(RADIUS, 9e13, 20, 0.26, 0.056, 140, 102, Double.NaN));

    private static Vector3 recoil(double phase) {
        SurfaceBlock block = new SurfaceBlock(new Directions(16, 8, TILT), SPHERE, Double.NaN);
        FrozenField dipole =
                new FrozenField(FieldShape.Analytic.DIPOLE.onSphere(RADIUS).unit(), Double.POSITIVE_INFINITY);
        block.fill(0, SPHERE, Double.NaN, dipole, 0);
        block.rotateTo(phase, RADIUS);
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(new FieldSource()), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            coupling.begin(0, 0, 1);
            coupling.evaluate(block.binding(), 1);
            coupling.commit();
            return coupling.recoil().momentum();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 2.0, -5.5, 62831.85307179586})
    void rotationRotatesEveryVectorAboutTheSpin(double phase) {
        Vector3 before = recoil(0);
        Vector3 after = recoil(phase);
        assertEquals(-2.0 / 9 * DISK * Math.sin(TILT), before.x(), 1e-12 * DISK);
        assertEquals(before.x() * Math.cos(phase), after.x(), 1e-13 * DISK);
        assertEquals(before.x() * Math.sin(phase), after.y(), 1e-13 * DISK);
        assertEquals(before.z(), after.z(), 1e-13 * DISK);
    }
}

package org.chiralkick.it.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.it.felix.FelixExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A star that rotates averages its kick over the perpendicular directions and is kicked along its spin (guide/physics.md (9.1)). */
@ExtendWith(FelixExtension.class)
class RotationIT {
    private static final double GAUSS = 1e12;
    /** Angle by which the star turns in a step; three stages integrate a turning force to (angle)^4/2880. */
    private static final double ANGLE_PER_STEP = 0.05;

    static List<JsonObject> turningForces() {
        return Golden.file("geometry.json")
                .getJsonArray("rotation_unit_force (F=1 at angle chi to Omega, x = initial perp direction)")
                .getValuesAs(JsonObject.class);
    }

    @ParameterizedTest
    @MethodSource("turningForces")
    void theImpulseOfATurningForceIsItsIntegral(JsonObject golden, FelixRuntime felix) {
        double chi = Golden.number(golden, "chi_rad");
        double omega = Golden.number(golden, "Omega_per_s");
        double seconds = Golden.number(golden, "t_s");
        long steps = Math.max(10, (long) Math.ceil(omega * seconds / ANGLE_PER_STEP));
        double dt = seconds / steps;
        Emitters disk = Emitters.disk(GAUSS);
        BlockBinding block = disk.bind();
        try (Coupling coupling = Runs.open(felix, "{'source': 'chiral'}")) {
            coupling.begin(-1, 0, dt);
            double force = Math.abs(coupling.evaluate(block, 0).momentumRate(2));
            coupling.rollback();
            for (long step = 0; step < steps; step++) {
                double time = step * dt;
                coupling.begin(step, time, dt);
                evaluateTurned(coupling, disk, block, chi, omega * time, 1.0 / 6);
                evaluateTurned(coupling, disk, block, chi, omega * (time + dt), 1.0 / 6);
                evaluateTurned(coupling, disk, block, chi, omega * (time + dt / 2), 2.0 / 3);
                coupling.commit();
            }
            Vector3 momentum = coupling.recoil().momentum();
            double tolerance = 1e-8 * seconds;
            assertEquals(-Golden.number(golden, "impulse_parallel"), momentum.z() / force, tolerance);
            assertEquals(-Golden.number(golden, "impulse_perp_x"), momentum.x() / force, tolerance);
            assertEquals(-Golden.number(golden, "impulse_perp_y"), momentum.y() / force, tolerance);
        }
    }

    /** The field stands at the angle chi to the spin and turns with the star; so does the disk. */
    private static void evaluateTurned(
            Coupling coupling, Emitters disk, BlockBinding block, double chi, double phase, double weight) {
        double[] direction = {Math.sin(chi) * Math.cos(phase), Math.sin(chi) * Math.sin(phase), Math.cos(chi)};
        for (int axis = 0; axis < 3; axis++) {
            disk.magnetic[axis][0] = GAUSS * direction[axis];
            disk.area[axis][0] = Math.PI * Emitters.RADIUS_CM * Emitters.RADIUS_CM * direction[axis];
        }
        coupling.evaluate(block, weight);
    }
}

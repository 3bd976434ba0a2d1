package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.emission.Emitted;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.field.SpinningField;
import org.junit.jupiter.api.Test;

/** The kick along a known evolution is the kick of a run. */
class EmissionHistoryTest {
    private static final CoolingConfig COOLING =
            CoolingConfig.of(Stars.young()).withResolution(40, 0.08).withEnd(2).withFeedback(Feedback.NONE);

    private static final SpinningField ROTATING = new SpinningField(MagneticField.dipole(3e13, 1.5e6), 4, 50, 0.037);

    private static Coupling coupling(double fluxPerGauss) {
        return Coupling.open(
                SourceProvider.of(new LinearSource(fluxPerGauss)),
                CouplingConfig.defaults(),
                CouplingOptions.defaults());
    }

    private static List<Snapshot> run(CoolingConfig config, double fluxPerGauss) {
        List<Snapshot> all = new ArrayList<>();
        try (Coupling coupling = coupling(fluxPerGauss)) {
            CoolingStar.start(config, coupling).finish(all::add);
        }
        return all;
    }

    @Test
    void anotherMechanismFieldAndRotationGiveTheBitsOfTheirOwnRun() {
        EmissionHistory history = EmissionHistory.of(run(COOLING, 0));
        List<Snapshot> own =
                run(new CoolingConfig(COOLING.star(), ROTATING, 2, COOLING.emissionDepth(), Feedback.NONE), 1e28);
        try (Coupling coupling = coupling(1e28)) {
            history.count(ROTATING, coupling);
            Recoil expected = own.get(own.size() - 1).recoil();
            assertTrue(expected.momentum().norm() > 1e30, expected.toString());
            assertEquals(expected, coupling.recoil());
        }
        assertEquals(2, history.durationS(), 1e-12);
        assertEquals(own.size() - 1, history.moments().size());
    }

    @Test
    void theFluenceOverTheSphereAddsUpToTheLedgersOutflow() {
        EmissionHistory history = EmissionHistory.of(run(COOLING, 0));
        SpinningField tilted = new SpinningField(MagneticField.uniform(1e12), Double.POSITIVE_INFINITY, 35, 0.5);
        int bands = 200;
        int sectors = 100;
        List<Vector3> directions = new ArrayList<>();
        List<Double> solidAngles = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            double colatitude = Math.PI * (band + 0.5) / bands;
            double slice = Math.cos(Math.PI * band / bands) - Math.cos(Math.PI * (band + 1) / bands);
            for (int sector = 0; sector < sectors; sector++) {
                double azimuth = 2 * Math.PI * (sector + 0.5) / sectors;
                directions.add(new Vector3(
                        Math.sin(colatitude) * Math.cos(azimuth),
                        Math.sin(colatitude) * Math.sin(azimuth),
                        Math.cos(colatitude)));
                solidAngles.add(slice * 2 * Math.PI / sectors);
            }
        }
        try (Coupling coupling = coupling(1e28)) {
            List<Emitted> emitted = history.inDirections(tilted, coupling, directions);
            assertEquals(Recoil.NONE, coupling.recoil());
            history.count(tilted, coupling);
            double outflow = 0;
            double net = 0;
            Vector3 most = directions.get(0);
            double largest = 0;
            for (int i = 0; i < emitted.size(); i++) {
                double number = emitted.get(i).numberPerSr();
                outflow += Math.max(0, number) * solidAngles.get(i);
                net += number * solidAngles.get(i);
                if (number > largest) {
                    largest = number;
                    most = directions.get(i);
                }
                assertEquals(number * 1.602176634e-6, emitted.get(i).ergPerSr(), 1e-9 * Math.abs(number) * 1e-6);
            }
            double counted = coupling.recoil().number();
            assertEquals(counted, outflow, 1e-3 * counted);
            assertEquals(0, net, 1e-9 * counted);
            // A uniform field lets most out along its axis, which is tilted towards +x.
            assertEquals(35, Math.toDegrees(Math.atan2(most.x(), most.z())), 2);
        }
    }

    @Test
    void anEvolutionWithoutAStepIsRefused() {
        List<Snapshot> start = run(COOLING.withEnd(1e-3), 0).subList(0, 1);
        var refused = assertThrows(IllegalArgumentException.class, () -> EmissionHistory.of(start));
        assertTrue(refused.toString().contains("has no step"), refused.toString());
    }
}

package org.chiralkick.it.physics;

import static org.chiralkick.it.physics.Runs.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.it.felix.FelixExtension;
import org.chiralkick.star.Budget;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.Structure;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.profile.BuiltInStar;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.star.structure.StellarProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chiral mechanism in a star that evolves, in Felix. */
@ExtendWith(FelixExtension.class)
class EvolvingStarIT {
    private static final double GAUSS = 1e12;
    private static final String CHIRAL = "{'source': 'chiral'}";
    private static final CoolingConfig CONFIG = CoolingConfig.of(builtIn())
            .withResolution(40, 0.08)
            .withField(MagneticField.uniform(GAUSS), Double.POSITIVE_INFINITY);

    @Test
    void theKickOfAStepIsThatOfAStaticStarInTheSameState(FelixRuntime felix) {
        // Deep inside the neutrinos are degenerate, as the static run assumes.
        CoolingConfig config = CONFIG.withStructure(Structure.FIXED_DENSITY)
                .withEmissionDepth(1e4)
                .withEnd(0.02);
        List<Snapshot> all = run(felix, CHIRAL, config);
        assertTrue(all.size() > 5, "steps: " + all.size());
        for (int i = 1; i < all.size(); i++) {
            Neutrinosphere sphere = all.get(i - 1).neutrinosphere();
            Recoil still = Runs.recoil(
                    felix,
                    CHIRAL,
                    Emitters.sphere(GAUSS)
                            .state(
                                    sphere.temperatureMev(),
                                    sphere.electronPotentialMev(),
                                    sphere.neutrinoPotentialMev())
                            .bind());
            double area = Math.pow(sphere.radiusCm() / Emitters.RADIUS_CM, 2);
            double expected =
                    still.momentum().z() / Runs.SECONDS * area * all.get(i).dtS();
            double kick = all.get(i).recoil().momentum().z()
                    - all.get(i - 1).recoil().momentum().z();
            assertClose(expected, kick, 1e-9);
        }
    }

    @Test
    void inEquilibriumTheEvolvingStarGetsNoKickEither(FelixRuntime felix) {
        Snapshot end = last(run(felix, "{'source': 'chiral', 'preset': 'equilibrium'}", CONFIG.withEnd(0.1)));
        assertEquals(0, end.recoil().momentum().norm());
        assertTrue(end.budget().energyEmittedErg() > 1e51, "it cools: " + end.budget());
    }

    @Test
    void theAnomalousCurrentIsASmallCorrectionToTheCooling(FelixRuntime felix) {
        Budget watched =
                last(run(felix, CHIRAL, CONFIG.withFeedback(Feedback.NONE))).budget();
        Budget mean = last(run(felix, CHIRAL, CONFIG.withFeedback(Feedback.ANGULAR_MEAN)))
                .budget();
        Budget outflow =
                last(run(felix, CHIRAL, CONFIG.withFeedback(Feedback.OUTFLOW))).budget();
        // The field is without monopole: the mean vanishes but for rounding.
        assertClose(watched.leptonsEmitted(), mean.leptonsEmitted(), 1e-12);
        assertTrue(outflow.anomalousLeptonsEmitted() > 0);
        assertTrue(outflow.anomalousLeptonsEmitted() < 1e-2 * watched.leptonsEmitted(), "of " + outflow);
        assertClose(watched.leptonsEmitted(), outflow.leptonsEmitted(), 1e-2);
        for (Budget budget : List.of(watched, mean, outflow)) {
            assertClose(watched.leptons(), budget.leptons(), 1e-10);
            assertClose(watched.energyErg(), budget.energyErg(), 1e-10);
        }
    }

    @Test
    void theKickOfTwentySecondsIsAlongTheSpin(FelixRuntime felix) {
        Snapshot end = last(run(felix, CHIRAL, CONFIG.withRotation(0.03, 60)));
        double along = Math.abs(end.velocityCmPerS().z());
        assertTrue(along > 0);
        assertTrue(
                Math.hypot(end.velocityCmPerS().x(), end.velocityCmPerS().y()) < 0.05 * along,
                "v = " + end.velocityCmPerS());
        assertEquals(20, end.timeS(), 1e-9);
    }

    private static List<Snapshot> run(FelixRuntime felix, String json, CoolingConfig config) {
        List<Snapshot> all = new ArrayList<>();
        try (Coupling coupling = Runs.open(felix, json)) {
            CoolingStar.start(config, coupling).finish(all::add);
        }
        return all;
    }

    private static Snapshot last(List<Snapshot> all) {
        return all.get(all.size() - 1);
    }

    /** Returns the command line's built-in star in shells of enclosed mass. */
    private static StellarProfile builtIn() {
        StarProfile profile = BuiltInStar.profile();
        double[] radius = IntStream.range(1, profile.rows())
                .mapToDouble(profile::radiusOfRow)
                .toArray();
        List<RadialState> states = IntStream.range(0, radius.length)
                .mapToObj(i -> profile.interpolate(radius[i]))
                .toList();
        return StellarProfile.ofRadii(
                radius,
                column(states, RadialState::densityGPerCm3),
                column(states, RadialState::temperatureMev),
                column(states, RadialState::electronFraction),
                column(states, RadialState::neutrinoFraction),
                true);
    }

    private static double[] column(List<RadialState> states, ToDoubleFunction<RadialState> quantity) {
        return states.stream().mapToDouble(quantity).toArray();
    }
}

package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.emission.EmissionMoment;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.profile.RadialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A star whose surface stays as it is, through a real coupling, with a source whose flux is the field itself: F_N = B, F_E = c B. */
class FrozenStarTest {
    private static final double DISK = Math.PI * 1e12;
    private static final RadialState STATE = new RadialState(1e6, 9e13, 20, 0.26, 0.056, 140, 102, Double.NaN);

    /** A star, what it is given, and its steps. */
    private record Setup(FieldShape.Analytic geometry, Magnet magnet, double duration, int steps) {
        FrozenStar star(RadialState state) {
            return new FrozenStar("one", Neutrinosphere.of("radius", state), geometry, duration, 3e33);
        }
    }

    private static KickHistory run(Setup setup, RadialState state, CouplingConfig config) {
        try (Coupling coupling = coupling(config)) {
            return setup.star(state).run(setup.magnet(), setup.steps(), coupling, done -> {});
        }
    }

    private static Coupling coupling(CouplingConfig config) {
        return Coupling.open(SourceProvider.of(new FieldSource()), config, CouplingOptions.defaults());
    }

    private static Setup setup(
            FieldShape.Analytic geometry, double obliquityDeg, double omega, double duration, int steps) {
        double period = omega == 0 ? Double.POSITIVE_INFINITY : 2 * Math.PI / omega;
        return new Setup(geometry, new Magnet(1.0, obliquityDeg, period), duration, steps);
    }

    @ParameterizedTest
    @CsvSource({
        "beamed-outflow, 1",
        "beamed-net, 2",
        "radial-net, 1.3333333333333333",
        "radial-outflow, 0.66666666666666667",
        "lambert, 0.88888888888888889"
    })
    void aUniformFieldGivesTheAnalyticRecoilInEveryGeometry(String recoil, double disks) {
        CouplingConfig config = CouplingConfig.defaults().withClosure("recoil", recoil);
        KickHistory history = run(setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 7), STATE, config);
        Vector3 momentum = history.recoil().momentum();
        assertEquals(-disks * DISK * 10, momentum.z(), 1e-12 * DISK * 10);
        assertEquals(0, momentum.x(), 1e-12 * DISK * 10);
        assertEquals(0, momentum.y(), 1e-12 * DISK * 10);
        assertEquals(DISK * 10, history.recoil().number(), 1e-12 * DISK * 10);
        assertEquals(7, history.recoil().steps());
        assertEquals(8, history.moments().size());
        assertEquals(10, history.moments().get(7).timeS());
    }

    @Test
    void aDipoleBeamsTwoNinths() {
        KickHistory history = run(setup(FieldShape.Analytic.DIPOLE, 0, 0, 1, 1), STATE, CouplingConfig.defaults());
        assertEquals(-2.0 / 9 * DISK, history.recoil().momentum().z(), 1e-12 * DISK);
    }

    @ParameterizedTest
    @CsvSource({
        "28.64788975654116, 100.0, 10.0, 1, 8.775825618903727, 0.003964271690803512, 0.002098066470537986",
        "28.64788975654116, 100.0, 10.0, 9, 8.775825618903727, 0.003964271690803512, 0.002098066470537986",
        "57.29577951308232, 0.3, 10.0, 3, 5.403023058681397, 0.3958279738607828, 5.581736486249005",
        "90, 0.3, 10.0, 20, 0.0, 0.4704000268662226, 6.633308322001485",
        "51.56620156177409, 628.3185307179587, 1.0, 10, 0.6216099682706644, 0.0, 0.0",
    })
    void aRotatingStarIsKickedAlongItsSpin(
            double obliquity, double omega, double duration, int steps, double z, double x, double y) {
        KickHistory history = run(
                setup(FieldShape.Analytic.UNIFORM, obliquity, omega, duration, steps),
                STATE,
                CouplingConfig.defaults());
        Vector3 momentum = history.recoil().momentum();
        double tolerance = 1e-10 * DISK * duration;
        assertEquals(-z * DISK, momentum.z(), tolerance);
        assertEquals(-x * DISK, momentum.x(), tolerance);
        assertEquals(-y * DISK, momentum.y(), tolerance);

        Setup setup = setup(FieldShape.Analytic.UNIFORM, obliquity, omega, duration, steps);
        try (Coupling coupling = coupling(CouplingConfig.defaults())) {
            Vector3 total =
                    setup.star(STATE).kick(setup.magnet(), coupling).recoil().momentum();
            assertEquals(-z * DISK, total.z(), tolerance);
            assertEquals(-x * DISK, total.x(), tolerance);
            assertEquals(-y * DISK, total.y(), tolerance);
        }
    }

    @Test
    void theHistoryGrowsStepByStep() {
        KickHistory history = run(setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 4), STATE, CouplingConfig.defaults());
        for (KickHistory.Moment moment : history.moments()) {
            assertEquals(-DISK * moment.timeS(), moment.recoil().momentum().z(), 1e-12 * DISK * 10);
        }
    }

    @Test
    void saysWhatItAssumedAndFlagsDecoupledNeutrinos() {
        RadialState thin = new RadialState(1e6, 5e11, 6, 0.11, 0.0046, 15, 2, Double.NaN);
        KickHistory history = run(setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 4), thin, CouplingConfig.defaults());
        assertEquals(Map.of("neutrinos-decoupled", 4L * 256), history.flags());
        assertTrue(
                history.assumptions().contains("the state on the surface stays as it is for the whole duration"),
                history.assumptions().toString());
        assertEquals(
                Map.of(),
                run(setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 4), STATE, CouplingConfig.defaults())
                        .flags());
    }

    @Test
    void theKickIsMomentumOverMass() {
        KickHistory history = run(setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 4), STATE, CouplingConfig.defaults());
        Kick kick = Kick.of(history.recoil(), 2e3);
        assertEquals(DISK * 10 / 2e3 / 1e5, kick.speed(), 1e-12 * kick.speed());
        assertEquals(180, kick.angleToSpinDeg(), 1e-6);
        assertTrue(Double.isNaN(new Kick(0, 0, 0).angleToSpinDeg()));
    }

    @Test
    void isTheHistoryOfOneState() {
        EmissionHistory history =
                setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 4).star(STATE).history(4);
        assertEquals(4, history.moments().size());
        assertEquals(10, history.durationS());
        assertEquals(3e33, history.massG());
        for (int step = 0; step < 4; step++) {
            EmissionMoment moment = history.moments().get(step);
            assertEquals(2.5 * step, moment.timeS());
            assertEquals(Neutrinosphere.of("radius", STATE), moment.sphere());
        }
    }

    /** In steps or at once, the exact average over the rotation is the same. */
    @Test
    void aHistoryOfAnyNumberOfStepsGivesTheSameKick() {
        Setup setup = setup(FieldShape.Analytic.DIPOLE, 40, 7, 3, 50);
        Vector3 steps = run(setup, STATE, CouplingConfig.defaults()).recoil().momentum();
        try (Coupling coupling = coupling(CouplingConfig.defaults())) {
            Vector3 once =
                    setup.star(STATE).kick(setup.magnet(), coupling).recoil().momentum();
            assertEquals(once.x(), steps.x(), 1e-12 * DISK);
            assertEquals(once.y(), steps.y(), 1e-12 * DISK);
            assertEquals(once.z(), steps.z(), 1e-12 * DISK);
        }
    }

    @Test
    void withoutAFieldTheSpinIsTheAxis() {
        FrozenStar star = setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 4).star(STATE);
        assertEquals(0, star.spinning(new Magnet(0.0, 40, 0.1)).obliquityDeg());
        assertEquals(40, star.spinning(new Magnet(1e-3, 40, 0.1)).obliquityDeg());
    }

    @Test
    void onlyARotatingStarNeedsTwoEvaluationsPerStep() {
        FrozenStar star = setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 4).star(STATE);
        assertEquals(1, star.stagesPerStep(new Magnet(1.0, 40, Double.POSITIVE_INFINITY)));
        assertEquals(2, star.stagesPerStep(new Magnet(1.0, 40, 0.1)));
        assertEquals(256, star.elements());
    }

    /** What the profile does not say is assumed by the coupling, as by that of any host that does not give it. */
    @Test
    void neitherLapseNorPositionIsMadeUp() {
        KickHistory history = run(setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 1), STATE, CouplingConfig.defaults());
        assertTrue(
                history.assumptions().contains("lapse not given: taken as 1"),
                history.assumptions().toString());
        assertTrue(
                history.assumptions().contains("position not given: torque not counted"),
                history.assumptions().toString());
        assertEquals(new Vector3(0, 0, 0), history.recoil().torque());
    }

    @Test
    void refusesWhatNoStarCanDo() {
        FrozenStar star = setup(FieldShape.Analytic.UNIFORM, 0, 0, 10, 4).star(STATE);
        assertEquals(
                "the surface turns with 6.28e+10 cm/s; must be below the speed of light, so give a longer spin period",
                assertThrows(IllegalArgumentException.class, () -> star.spinning(new Magnet(1.0, 0, 1e-4)))
                        .getMessage());
        assertEquals(
                "number of steps is 0; must be >= 1",
                assertThrows(IllegalArgumentException.class, () -> star.history(0))
                        .getMessage());
    }
}

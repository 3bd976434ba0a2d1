package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.field.MagneticGeometry;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.profile.RadialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spherical host through a real coupling, with a source whose flux is the field itself: F_N = B, F_E = c B. */
class SphericalHostTest {
    private static final double DISK = Math.PI * 1e12;
    private static final RadialState STATE = new RadialState(1e6, 9e13, 20, 0.26, 0.056, 140, 102, Double.NaN);

    private static KickHistory run(StarSetup setup, RadialState state, CouplingConfig config) {
        try (Coupling coupling = coupling(config)) {
            return new SphericalHost(setup, new Surface("radius", state)).run(coupling, done -> {});
        }
    }

    private static Coupling coupling(CouplingConfig config) {
        return Coupling.open(SourceProvider.of(new FieldSource()), config, CouplingOptions.defaults());
    }

    private static StarSetup setup(
            MagneticGeometry geometry, double obliquityDeg, double omega, double duration, int steps) {
        double period = omega == 0 ? Double.POSITIVE_INFINITY : 2 * Math.PI / omega;
        return new StarSetup(geometry, 1, obliquityDeg, period, duration, steps, 3e33);
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
        KickHistory history = run(setup(MagneticGeometry.UNIFORM, 0, 0, 10, 7), STATE, config);
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
        KickHistory history = run(setup(MagneticGeometry.DIPOLE, 0, 0, 1, 1), STATE, CouplingConfig.defaults());
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
    void aTurningStarIsKickedAlongItsSpin(
            double obliquity, double omega, double duration, int steps, double z, double x, double y) {
        KickHistory history = run(
                setup(MagneticGeometry.UNIFORM, obliquity, omega, duration, steps), STATE, CouplingConfig.defaults());
        Vector3 momentum = history.recoil().momentum();
        double tolerance = 1e-10 * DISK * duration;
        assertEquals(-z * DISK, momentum.z(), tolerance);
        assertEquals(-x * DISK, momentum.x(), tolerance);
        assertEquals(-y * DISK, momentum.y(), tolerance);

        StarSetup setup = setup(MagneticGeometry.UNIFORM, obliquity, omega, duration, steps);
        try (Coupling coupling = coupling(CouplingConfig.defaults())) {
            Vector3 total = new SphericalHost(setup, new Surface("radius", STATE))
                    .total(coupling)
                    .recoil()
                    .momentum();
            assertEquals(-z * DISK, total.z(), tolerance);
            assertEquals(-x * DISK, total.x(), tolerance);
            assertEquals(-y * DISK, total.y(), tolerance);
        }
    }

    @Test
    void theHistoryGrowsStepByStep() {
        KickHistory history = run(setup(MagneticGeometry.UNIFORM, 0, 0, 10, 4), STATE, CouplingConfig.defaults());
        for (KickHistory.Moment moment : history.moments()) {
            assertEquals(-DISK * moment.timeS(), moment.recoil().momentum().z(), 1e-12 * DISK * 10);
        }
    }

    @Test
    void saysWhatItAssumedAndFlagsDecoupledNeutrinos() {
        RadialState thin = new RadialState(1e6, 5e11, 6, 0.11, 0.0046, 15, 2, Double.NaN);
        KickHistory history = run(setup(MagneticGeometry.UNIFORM, 0, 0, 10, 4), thin, CouplingConfig.defaults());
        assertEquals(Map.of("neutrinos-decoupled", 4L * 256), history.flags());
        assertTrue(
                history.assumptions().contains("the state on the surface stays as it is for the whole duration"),
                history.assumptions().toString());
        assertEquals(
                Map.of(),
                run(setup(MagneticGeometry.UNIFORM, 0, 0, 10, 4), STATE, CouplingConfig.defaults())
                        .flags());
    }

    @Test
    void theKickIsMomentumOverMass() {
        KickHistory history = run(setup(MagneticGeometry.UNIFORM, 0, 0, 10, 4), STATE, CouplingConfig.defaults());
        Kick kick = Kick.of(history.recoil(), 2e3);
        assertEquals(DISK * 10 / 2e3 / 1e5, kick.speed(), 1e-12 * kick.speed());
        assertEquals(180, kick.angleToSpinDeg(), 1e-6);
        assertTrue(Double.isNaN(new Kick(0, 0, 0).angleToSpinDeg()));
    }
}

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
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Units;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.field.PolarVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoolingStarTest {
    private static final CoolingConfig SHORT =
            CoolingConfig.of(Stars.young()).withResolution(40, 0.08).withEnd(2);

    /** A field with a net flux through every sphere, which no real one has: the angular mean of its current does not vanish. */
    private static final MagneticField MONOPOLE = (r, cosine) -> new PolarVector(1e12, 0, 0);

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void budgetsCloseWithEveryFeedback(Feedback feedback) {
        // Some 1e55 leptons a second through the sphere: what diffusion carries is not much more
        CoolingConfig config =
                SHORT.withField(MONOPOLE, Double.POSITIVE_INFINITY).withFeedback(feedback);
        List<Snapshot> all = run(config, new LinearSource(2e28));
        Budget first = all.get(0).budget();
        for (Snapshot snapshot : all) {
            Budget budget = snapshot.budget();
            assertEquals(first.leptons(), budget.leptons(), 1e-10 * first.leptons());
            assertEquals(first.energyErg(), budget.energyErg(), 1e-10 * Math.abs(first.energyErg()));
        }
        Budget last = last(all).budget();
        if (feedback == Feedback.NONE) {
            assertEquals(0, last.anomalousLeptonsEmitted(), 0);
        } else {
            assertTrue(last.anomalousLeptonsEmitted() > 1e54, "taken " + last.anomalousLeptonsEmitted());
            // The mechanism's neutrinos carry 1 MeV each.
            assertEquals(
                    last.anomalousLeptonsEmitted() * 1.602176634e-6,
                    last.anomalousEnergyEmittedErg(),
                    1e-9 * last.anomalousEnergyEmittedErg());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void escapedNeutrinosOfTheLedgerAreThoseTakenFromTheStar(Feedback feedback) {
        // A radial flux all outward: outflow and mean through the neutrinosphere are the same, wherever in a zone it
        // lies.
        CoolingConfig config = SHORT.withField(MONOPOLE, Double.POSITIVE_INFINITY)
                .withFeedback(feedback)
                .withStructure(Structure.NEWTONIAN);
        Snapshot end = last(run(config, new LinearSource(1e28)));
        assertEquals(
                end.recoil().number(),
                end.budget().anomalousLeptonsEmitted(),
                1e-12 * end.recoil().number());
    }

    @Test
    void theAngularMeanOfACurrentAlongARealFieldVanishes() {
        CoolingConfig uniform = SHORT.withField(MagneticField.uniform(1e14), Double.POSITIVE_INFINITY);
        List<Snapshot> without = run(uniform.withFeedback(Feedback.NONE), new LinearSource(1e28));
        List<Snapshot> with = run(uniform.withFeedback(Feedback.ANGULAR_MEAN), new LinearSource(1e28));
        Budget watched = last(without).budget();
        Budget fed = last(with).budget();
        // 1e55 leptons leave by one hemisphere and enter by the other; rounding is left.
        assertTrue(
                last(with).recoil().number() > 1e54,
                "escaped " + last(with).recoil().number());
        assertEquals(
                0, fed.anomalousLeptonsEmitted(), 1e-10 * last(with).recoil().number());
        assertEquals(watched.leptonsEmitted(), fed.leptonsEmitted(), 1e-8 * watched.leptonsEmitted());
    }

    @Test
    void theFeedbackOfASmallCurrentIsSmallAndOfTheRightSign() {
        CoolingConfig config = SHORT.withField(MONOPOLE, Double.POSITIVE_INFINITY);
        Budget without = last(run(config.withFeedback(Feedback.NONE), new LinearSource(2e27)))
                .budget();
        Budget with = last(run(config.withFeedback(Feedback.ANGULAR_MEAN), new LinearSource(2e27)))
                .budget();
        double taken = with.anomalousLeptonsEmitted();
        assertTrue(taken > 1e53 && taken < 0.1 * without.leptonsEmitted(), "taken " + taken);
        double more = with.leptonsEmitted() - without.leptonsEmitted();
        assertTrue(more > 0 && more < 1.5 * taken, "more emitted: " + more + " of " + taken);
    }

    @Test
    void theKickPointsAgainstTheOutflowAndIsThatOfADisk() {
        // F_E = a B z everywhere; beamed outflow through a sphere: pi R^2 F_E/c along z.
        CoolingConfig config = SHORT.withStructure(Structure.FIXED_DENSITY)
                .withField(MagneticField.uniform(1e12), Double.POSITIVE_INFINITY);
        List<Snapshot> all = run(config, new LinearSource(1e30));
        double expected = 0;
        for (int i = 1; i < all.size(); i++) {
            double r = all.get(i - 1).neutrinosphere().radiusCm();
            expected += all.get(i).dtS() * Math.PI * r * r * 1e42 * 1.602176634e-6 / 2.99792458e10;
        }
        Snapshot end = last(all);
        assertEquals(-expected, end.recoil().momentum().z(), 1e-10 * expected);
        assertEquals(0, end.recoil().momentum().x(), 1e-12 * expected);
        assertEquals(
                end.recoil().momentum().z() / end.shells().get(39).enclosedMassG(),
                end.velocityCmPerS().z(),
                0);
    }

    @Test
    void rotationAveragesTheKickOntoTheSpinAxis() {
        CoolingConfig config = SHORT.withField(MagneticField.uniform(1e12), Double.POSITIVE_INFINITY)
                .withStructure(Structure.FIXED_DENSITY);
        Snapshot without = last(run(config.withRotation(Double.POSITIVE_INFINITY, 60), new LinearSource(1e30)));
        Snapshot rotating = last(run(config.withRotation(0.003, 60), new LinearSource(1e30)));
        double full = without.recoil().momentum().norm();
        assertEquals(-0.5 * full, without.recoil().momentum().z(), 1e-9 * full);
        assertEquals(-Math.sqrt(0.75) * full, without.recoil().momentum().x(), 1e-9 * full);
        assertEquals(-0.5 * full, rotating.recoil().momentum().z(), 1e-9 * full);
        double across = Math.hypot(
                rotating.recoil().momentum().x(), rotating.recoil().momentum().y());
        assertTrue(across < 0.01 * full, "across the spin: " + across / full);
    }

    /**
     * The closed form of guide/physics.md (9.1) for every step: F cos chi dt along the spin, F sin chi dt sinc(Omega dt/2) across it, at
     * the phase of the step's middle; redshifted by the lapse.
     */
    @ParameterizedTest
    @EnumSource(Structure.class)
    void everyStepOfARotatingStarGivesTheKickOfTheClosedForm(Structure structure) {
        double obliquity = Math.toRadians(60);
        CoolingConfig config = SHORT.withField(MagneticField.uniform(1e12), Double.POSITIVE_INFINITY)
                .withStructure(structure)
                .withRotation(0.05, 60);
        List<Snapshot> all = run(config, new LinearSource(1e30));
        double[] expected = new double[3];
        double scale = 0;
        double phase = 0;
        for (int i = 1; i < all.size(); i++) {
            Snapshot before = all.get(i - 1);
            double dt = all.get(i).dtS();
            double force = before.lapse() * forceOfOutflow(before);
            double half = before.angularVelocityPerS() * dt / 2;
            double across = -force * Math.sin(obliquity) * dt;
            expected[0] += across * Math.sin(half) / half * Math.cos(phase + half);
            expected[1] += across * Math.sin(half) / half * Math.sin(phase + half);
            expected[2] -= force * Math.cos(obliquity) * dt;
            phase += 2 * half;
            scale += force * dt;
        }
        Vector3 found = last(all).recoil().momentum();
        assertEquals(expected[0], found.x(), 1e-7 * scale);
        assertEquals(expected[1], found.y(), 1e-7 * scale);
        assertEquals(expected[2], found.z(), 1e-7 * scale);
        assertTrue(
                Math.hypot(found.x(), found.y()) > 1e-4 * scale, "across the spin there must be something to compare");
    }

    /** Returns the force of the beamed outflow along the axis of a uniform field of 1e12 G frozen into the star, by quadrature [dyn]. */
    private static double forceOfOutflow(Snapshot star) {
        double r = star.neutrinosphere().radiusCm();
        double shrink = star.neutrinosphere().initialRadiusCm() / r;
        double radial = shrink * shrink;
        double tangential = star.neutrinosphere().compression() / shrink;
        double sum = 0;
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            double c = (i + 0.5) / n;
            double along = radial * c * c + tangential * (1 - c * c);
            sum += radial * c * along / Math.hypot(radial * c, tangential * Math.sqrt(1 - c * c)) / n;
        }
        return 2 * Math.PI * r * r * sum * 1e42 * 1.602176634e-6 / 2.99792458e10;
    }

    @Test
    void contractionSpinsTheStarUpAndStrengthensItsField() {
        CoolingConfig config = SHORT.withField(MagneticField.uniform(1e12), Double.POSITIVE_INFINITY)
                .withRotation(0.05, 30);
        List<Snapshot> all = run(config, new LinearSource(1e29));
        Snapshot first = all.get(0);
        Snapshot end = last(all);
        assertEquals(2 * Math.PI / 0.05, first.angularVelocityPerS(), 1e-9);
        assertTrue(end.angularVelocityPerS() > 1.5 * first.angularVelocityPerS());
        assertTrue(end.surfaceFieldGauss() > 2 * first.surfaceFieldGauss(), "G: " + end.surfaceFieldGauss());
    }

    @Test
    void theNeutrinosphereIsAtTwoThirdsAndMovesInward() {
        List<Snapshot> all = run(SHORT, new LinearSource(0));
        for (Snapshot snapshot : all) {
            assertEquals(2.0 / 3, snapshot.neutrinosphere().opticalDepth(), 1e-12);
            double r = snapshot.neutrinosphere().radiusCm();
            assertTrue(r < snapshot.surfaceRadiusCm() && r > 1e6, "neutrinosphere at " + r + " cm");
        }
        assertTrue(last(all).neutrinosphere().radiusCm()
                < 0.8 * all.get(0).neutrinosphere().radiusCm());
        assertTrue(last(all).neutrinosphere().densityGPerCm3()
                > all.get(0).neutrinosphere().densityGPerCm3());
    }

    @Test
    void aDeeperEmittingSurfaceLiesFartherInside() {
        Snapshot deep = last(run(SHORT.withEnd(0.1).withEmissionDepth(100), new LinearSource(0)));
        Snapshot sphere = last(run(SHORT.withEnd(0.1), new LinearSource(0)));
        assertEquals(100, deep.neutrinosphere().opticalDepth(), 1e-12);
        assertTrue(deep.neutrinosphere().radiusCm() < sphere.neutrinosphere().radiusCm());
        assertTrue(deep.neutrinosphere().neutrinoPotentialMev()
                > sphere.neutrinosphere().neutrinoPotentialMev());
    }

    @Test
    void theCoolingSeenFromFarAwayDoesNotDependOnWhereTheMechanismEmits() {
        CoolingConfig config = SHORT.withEnd(0.3).withFeedback(Feedback.NONE);
        Snapshot deep = last(run(config.withEmissionDepth(1000), new LinearSource(1e30)));
        Snapshot sphere = last(run(config, new LinearSource(1e30)));
        assertTrue(deep.lapse() < 0.98 * sphere.lapse(), "redshift deeper inside: " + deep.lapse());
        double energy = sphere.budget().energyAtInfinityErg();
        assertEquals(energy, deep.budget().energyAtInfinityErg(), 1e-12 * energy);
        assertTrue(energy < sphere.budget().energyEmittedErg());
    }

    @Test
    void aDepthThatTheStarDoesNotHaveIsRefused() {
        try (Coupling coupling = coupling(new LinearSource(0))) {
            var refused = assertThrows(
                    IllegalStateException.class, () -> CoolingStar.start(SHORT.withEmissionDepth(1e9), coupling));
            assertTrue(
                    refused.toString().contains("optical depth of the emission is 1.000e+09; must be <"),
                    refused.toString());
        }
    }

    @Test
    void theLastStepEndsAtTheEndAndNoneFollows() {
        try (Coupling coupling = coupling(new LinearSource(0))) {
            CoolingStar run = CoolingStar.start(SHORT.withEnd(0.1), coupling);
            Snapshot end = run.finish(snapshot -> {});
            assertEquals(0.1, end.timeS(), 1e-12);
            assertTrue(run.finished());
            assertThrows(IllegalStateException.class, run::advance);
            assertTrue(
                    run.assumptions().contains("the star is spherical; matter accretes no more and does not convect"));
        }
    }

    @Test
    void couplingsInOtherUnitsAreRefused() {
        CouplingOptions metres = CouplingOptions.defaults().withUnits(new Units(1, 100, 1, 1, 1, Units.CGS.field()));
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(new LinearSource(0)), CouplingConfig.defaults(), metres)) {
            var refused = assertThrows(IllegalArgumentException.class, () -> CoolingStar.start(SHORT, coupling));
            assertTrue(refused.toString().contains("needs the default options, in cgs"), refused.toString());
        }
        CouplingConfig coordinate = CouplingConfig.parse("{\"recoil\": {\"time\": \"coordinate\"}}");
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(new LinearSource(0)), coordinate, CouplingOptions.defaults())) {
            var refused = assertThrows(IllegalArgumentException.class, () -> CoolingStar.start(SHORT, coupling));
            assertTrue(refused.toString().contains("recoil.time is coordinate"), refused.toString());
        }
    }

    @Test
    void aMechanismThatTakesMoreThanThereIsIsNamedAndNothingIsLeftPending() {
        CoolingConfig config =
                SHORT.withField(MONOPOLE, Double.POSITIVE_INFINITY).withFeedback(Feedback.OUTFLOW);
        try (Coupling coupling = coupling(new LinearSource(1e34))) {
            CoolingStar run = CoolingStar.start(config, coupling);
            var failed = assertThrows(IllegalStateException.class, () -> run.finish(snapshot -> {}));
            assertTrue(failed.toString().contains("leptons/s out, the mechanism takes"), failed.toString());
            assertThrows(CouplingException.class, coupling::commit);
        }
    }

    @Test
    void twoRunsGiveTheSameBits() {
        CoolingConfig config = SHORT.withEnd(0.5).withRotation(0.01, 45);
        assertEquals(last(run(config, new LinearSource(1e30))), last(run(config, new LinearSource(1e30))));
    }

    @Test
    void impossibleConfigurationsAreRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> SHORT.withResolution(3, 0.05));
        assertEquals("number of zones is 3.0; must be in [8, 10000]", refused.getMessage());
        var end = assertThrows(IllegalArgumentException.class, () -> SHORT.withEnd(-1));
        assertEquals("end time is -1.0 s; must be finite and > 0", end.getMessage());
    }

    private static List<Snapshot> run(CoolingConfig config, NeutrinoSource source) {
        List<Snapshot> all = new ArrayList<>();
        try (Coupling coupling = coupling(source)) {
            CoolingStar.start(config, coupling).finish(all::add);
        }
        return all;
    }

    private static Coupling coupling(NeutrinoSource source) {
        return Coupling.open(SourceProvider.of(source), CouplingConfig.defaults(), CouplingOptions.defaults());
    }

    private static Snapshot last(List<Snapshot> all) {
        return all.get(all.size() - 1);
    }
}

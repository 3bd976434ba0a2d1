package org.chiralkick.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.profile.BuiltInStar;
import org.chiralkick.study.StudyException;
import org.junit.jupiter.api.Test;

class StarBuilderTest {
    @Test
    void aStarCoolsInAUniformFieldWithoutRotationUnlessMoreIsSaid() {
        RunInputs inputs = RunInputs.builtIn().build();
        assertTrue(inputs.cools());
        assertEquals(20, inputs.durationS());
        assertEquals(1e12, inputs.fieldGauss());
        assertEquals("uniform", inputs.json().get("geometry"));
        assertEquals(Double.POSITIVE_INFINITY, inputs.magnet().spinPeriodS());
        assertEquals(120, inputs.coolingConfig().star().zones());
        assertEquals(0.05, inputs.coolingConfig().star().tolerance());
        assertEquals("dipole", inputs.json().get("escape"));
        assertEquals(Feedback.NONE, inputs.coolingConfig().feedback());
    }

    @Test
    void aStarThatEmitsFromItsSurfaceFeelsTheAngularMean() {
        RunInputs inputs = RunInputs.builtIn().escape(Escape.SURFACE).build();
        assertEquals("surface", inputs.json().get("escape"));
        assertEquals(Feedback.ANGULAR_MEAN, inputs.coolingConfig().feedback());
        assertEquals(Escape.SURFACE, RunInputs.builtIn().frozen().build().escape());
    }

    @Test
    void aFrozenStarIsThatOfThePaper() {
        RunInputs inputs = RunInputs.builtIn().frozen().build();
        assertFalse(inputs.cools());
        assertEquals(10, inputs.durationS());
        assertEquals(3e33, inputs.frozen().massG());
        assertEquals(1000, inputs.steps());
        assertEquals(1e6, inputs.frozen().surface().radiusCm());
    }

    @Test
    void whatIsSaidIsInTheInputs() {
        RunInputs inputs = RunInputs.builtIn()
                .geometry(FieldShape.Analytic.DIPOLE)
                .radiusCm(2e6)
                .fieldGauss(3e13)
                .obliquityDeg(30)
                .spinPeriodS(0.02)
                .durationS(2)
                .fieldDecayS(5)
                .fieldStretch(4)
                .emissionDepth(10)
                .escape(Escape.SURFACE)
                .feedback(Feedback.OUTFLOW)
                .build();
        assertEquals(3e13, inputs.fieldGauss());
        assertEquals(30, inputs.obliquityDeg());
        assertEquals("dipole", inputs.json().get("geometry"));
        assertEquals(0.02, inputs.json().get("spin_period_s"));
        assertEquals(2.0, inputs.json().get("duration_s"));
        assertEquals(5.0, inputs.json().get("field_decay_s"));
        assertEquals(4.0, inputs.json().get("field_stretch"));
        assertEquals(10.0, inputs.json().get("emission_depth"));
        assertEquals("outflow", inputs.json().get("feedback"));
        assertEquals(
                3e13, inputs.coolingConfig().field().initial().gaussAt(0, 1).radial(), 3e13 * 1e-12);
    }

    @Test
    void aStarForManyKicksDoesNotFeelTheMechanismUnlessThatIsSaid() {
        assertFalse(RunInputs.builtIn().plan().evolvesEachTime());
        assertTrue(RunInputs.builtIn()
                .escape(Escape.SURFACE)
                .feedback(Feedback.ANGULAR_MEAN)
                .plan()
                .evolvesEachTime());
        assertFalse(RunInputs.builtIn().frozen().plan().lasts());
    }

    @Test
    void starsThatCoolAlikeShareAnEvolution() {
        List<Object> key = RunInputs.builtIn().plan().key();
        assertEquals(key, RunInputs.builtIn().durationS(20).zones(120).plan().key());
        assertEquals(
                key, RunInputs.builtIn().fieldDecayS(3).fieldGauss(1e15).plan().key());
        assertEquals(key, RunInputs.builtIn().escape(Escape.SURFACE).plan().key());
        assertNotEquals(key, RunInputs.builtIn().durationS(19).plan().key());
        assertNotEquals(key, RunInputs.builtIn().emissionDepth(10).plan().key());
        assertNotEquals(
                key, RunInputs.of(BuiltInStar.profile()).plan().key(), "another profile is taken for another star");
    }

    @Test
    void whatTheStarWouldIgnoreIsRefused() {
        assertEquals(
                "number of zones is for a star that cools; leave it out",
                refused(star -> star.frozen().zones(60)));
        assertEquals("mass is for a frozen star; leave it out", refused(star -> star.massG(3e33)));
        assertEquals(
                "radius changes nothing in a star that cools in a uniform field; leave it out",
                refused(star -> star.radiusCm(2e6)));
        assertEquals(
                "stretch of the field changes nothing in a uniform field; leave it out",
                refused(star -> star.fieldStretch(2)));
        assertEquals(
                "radius and surface density both choose the surface; give one of them",
                refused(star -> star.frozen().radiusCm(2e6).surfaceDensityGPerCm3(1e12)));
    }

    @Test
    void anEscapeThatTheStarDoesNotHaveIsRefused() {
        assertEquals(
                "escape is dipole, which needs a star with neutrino transport; a frozen star has none: leave it out",
                refused(star -> star.frozen().escape(Escape.DIPOLE)));
        assertEquals(
                "feedback outflow belongs to escape surface; with dipole the response is the feedback: leave it out, or choose "
                        + "escape surface",
                refused(star -> star.feedback(Feedback.OUTFLOW)));
        assertEquals(
                Feedback.NONE,
                RunInputs.builtIn()
                        .feedback(Feedback.NONE)
                        .build()
                        .coolingConfig()
                        .feedback());
    }

    @Test
    void aValueOutOfRangeIsRefused() {
        assertEquals("number of zones is 3.0; must be in [8, 10000]", refused(star -> star.zones(3)));
        assertEquals("duration is -1.0 s; must be finite and > 0", refused(star -> star.durationS(-1)));
        assertEquals(
                "number of steps is 0; must be >= 1",
                refused(star -> star.frozen().steps(0)));
        assertEquals("obliquity is 200.0 deg; must be in [0, 180]", refused(star -> star.obliquityDeg(200)));
    }

    @Test
    void aSurfaceThatRotatesAsFastAsLightIsRefusedBeforeAnythingIsComputed() {
        StarBuilder star = RunInputs.builtIn().frozen().spinPeriodS(1e-9);
        String message =
                assertThrows(IllegalArgumentException.class, star::build).getMessage();
        assertTrue(String.valueOf(message).contains("must be below the speed of light"), message);
    }

    private static String refused(UnaryOperator<StarBuilder> said) {
        StudyException refusal = assertThrows(
                StudyException.class, () -> said.apply(RunInputs.builtIn()).build());
        assertTrue(refusal.wrongRequest());
        return String.valueOf(refusal.getMessage());
    }
}

package org.chiralkick.it.physics;

import static org.chiralkick.it.physics.Runs.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.it.felix.FelixExtension;
import org.chiralkick.source.ValidityFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Limits, symmetries and conservation of the kick, through the coupling and the chiral mechanism in Felix. */
@ExtendWith(FelixExtension.class)
class LimitsIT {
    private static final double ROUNDING = 1e-12;
    private static final String CHIRAL = "{'source': 'chiral'}";

    @Test
    void withoutFieldAndRotationThereIsNoKick(FelixRuntime felix) {
        Recoil recoil = Runs.recoil(felix, CHIRAL, Emitters.sphere(0).bind());
        assertEquals(0, recoil.momentum().z());
        assertEquals(0, recoil.number());
        assertEquals(0, recoil.energyErg());
    }

    @Test
    void withoutLeptonsThereIsNoKick(FelixRuntime felix) {
        Recoil recoil =
                Runs.recoil(felix, CHIRAL, Emitters.sphere(1e12).state(10, 0, 0).bind());
        assertEquals(0, recoil.number());
        assertEquals(0, recoil.energyErg());
    }

    @Test
    void inEquilibriumThereIsNoMagneticKick(FelixRuntime felix) {
        Recoil recoil = Runs.recoil(
                felix,
                "{'source': 'chiral', 'preset': 'equilibrium'}",
                Emitters.sphere(1e12).bind());
        assertEquals(0, recoil.momentum().z());
        assertEquals(0, recoil.number());
    }

    @Test
    void coldMatterIsTheLimitOfCoolingMatter(FelixRuntime felix) {
        double cold = kick(felix, Emitters.disk(1e12).state(0, 300, 300));
        double cool = kick(felix, Emitters.disk(1e12).state(1e-4, 300, 300));
        assertTrue(cold < 0, "kick " + cold);
        assertClose(cold, cool, 1e-9);
    }

    @Test
    void theKickIsLinearInTheField(FelixRuntime felix) {
        double one = kick(felix, Emitters.sphere(1e12));
        assertClose(1000 * one, kick(felix, Emitters.sphere(1e15)), ROUNDING);
        assertClose(-one, kick(felix, Emitters.sphere(-1e12)), ROUNDING);
    }

    @Test
    void aClosedSurfaceInAUniformFieldLetsOutHalfOfWhatPassesThrough(FelixRuntime felix) {
        Recoil disk = Runs.recoil(felix, CHIRAL, Emitters.disk(1e12).bind());
        Recoil sphere = Runs.recoil(felix, CHIRAL, Emitters.sphere(1e12).bind());
        assertClose(disk.number(), sphere.number(), ROUNDING);
        assertClose(disk.energyErg(), sphere.energyErg(), ROUNDING);
        assertClose(disk.momentum().z(), sphere.momentum().z(), ROUNDING);
        assertEquals(
                0, sphere.momentum().x(), ROUNDING * Math.abs(sphere.momentum().z()));
    }

    @Test
    void theSumOfTwoSourcesIsWhatEachGivesAlone(FelixRuntime felix) {
        Emitters star = Emitters.sphere(1e12);
        Arrays.fill(star.vorticity[2], -1e4);
        double chiral = kick(felix, star);
        double vortical = Runs.recoil(felix, "{'source': 'vortical'}", star.bind())
                .momentum()
                .z();
        double control = Runs.recoil(felix, "{'source': 'isotropic'}", star.bind())
                .momentum()
                .z();
        double together = Runs.recoil(felix, "{'source': 'chiral+vortical+isotropic'}", star.bind())
                .momentum()
                .z();
        assertEquals(0, control);
        assertTrue(vortical < 0, "vortical " + vortical);
        assertClose(chiral + vortical, together, ROUNDING);
    }

    @Test
    void energyAboveTheStarsBudgetIsFlaggedOnce(FelixRuntime felix) {
        try (Coupling coupling = Runs.open(felix, CHIRAL)) {
            Emitters star = Emitters.disk(1e17);
            for (int step = 0; step < 20; step++) {
                coupling.advance(step, step, 1, star.bind());
            }
            assertTrue(coupling.recoil().energyErg() > 3e53, coupling.recoil().toString());
            assertEquals(1L, coupling.flagCounts().get(ValidityFlag.THERMAL_BUDGET));
        }
    }

    private static double kick(FelixRuntime felix, Emitters emitters) {
        return Runs.recoil(felix, CHIRAL, emitters.bind()).momentum().z();
    }
}

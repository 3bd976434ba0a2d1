package org.chiralkick.star.kick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;
import org.junit.jupiter.api.Test;

class StarKickTest {
    private static final double C = 2.99792458e10;

    /** A star of 2e33 g that has lost 1e53 erg and 1e56 leptons. */
    private static StarKick kick(Recoil surface, Vector3 dipole) {
        return new StarKick(2e33, surface, new DipoleKick(dipole, 0, 0, 0, 0, 0, 0, 1e56, 1e53, 1e53));
    }

    private static Recoil recoil(double momentum, double number, double erg) {
        return new Recoil(new Vector3(0, 0, momentum), Vector3.ZERO, number, erg, 1);
    }

    @Test
    void bothClosuresOfEscapeHaveTheirVelocityAndMerit() {
        StarKick kick = kick(recoil(2e38, 1e50, 1e48), new Vector3(6e39, 0, 8e39));
        assertEquals(new Vector3(0, 0, 1e5), kick.velocityCmPerS(Escape.SURFACE).orElseThrow());
        assertEquals(1, kick.speedKmPerS(Escape.SURFACE).orElseThrow(), 1e-12);
        assertEquals(50, kick.speedKmPerS(Escape.DIPOLE).orElseThrow(), 1e-12);
        assertEquals(2e38 * C / 1e53, kick.alpha(Escape.SURFACE), 1e-18);
        assertEquals(1e40 * C / 1e53, kick.alpha(Escape.DIPOLE), 1e-16);
        assertEquals(kick.dipole().alpha(), kick.alpha(Escape.DIPOLE), 0);
        assertEquals("dipole", Escape.DIPOLE.label());
    }

    @Test
    void thereIsNoSpeedBeyondTheBudget() {
        // 17/72 of E/c is the most that an l = 1 flux carries.
        double most = 17.0 / 72 * 1e53 / C;
        assertFalse(kick(Recoil.NONE, new Vector3(0, 0, 0.99 * most)).beyondBudget(Escape.DIPOLE));
        StarKick beyond = kick(Recoil.NONE, new Vector3(0, 0, 2 * most));
        assertTrue(beyond.beyondBudget(Escape.DIPOLE));
        assertEquals(Optional.empty(), beyond.velocityCmPerS(Escape.DIPOLE));
        assertEquals(OptionalDouble.empty(), beyond.speedKmPerS(Escape.DIPOLE));
        assertEquals(0.5, beyond.largestFactor(Escape.DIPOLE), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, beyond.largestFactor(Escape.SURFACE), 0);
        assertEquals(0, beyond.speedKmPerS(Escape.SURFACE).orElseThrow(), 0);
    }

    @Test
    void theSurfaceHasTheSameBudget() {
        assertEquals(0.25, kick(recoil(1e30, 1e40, 4e53), Vector3.ZERO).largestFactor(Escape.SURFACE), 1e-12);
        assertEquals(0.1, kick(recoil(1e30, -1e57, 1e40), Vector3.ZERO).largestFactor(Escape.SURFACE), 1e-12);
        StarKick fast = kick(recoil(2e53 / C, 1e40, 1e40), Vector3.ZERO);
        assertEquals(0.5, fast.largestFactor(Escape.SURFACE), 1e-12);
        assertEquals(OptionalDouble.empty(), fast.speedKmPerS(Escape.SURFACE));
        assertEquals("momentum", fast.bindingBudget(Escape.SURFACE));
    }

    @Test
    void theBudgetThatBindsIsNamed() {
        assertEquals("energy", kick(recoil(1e30, 1e40, 4e53), Vector3.ZERO).bindingBudget(Escape.SURFACE));
        assertEquals("leptons", kick(recoil(1e30, -1e57, 1e40), Vector3.ZERO).bindingBudget(Escape.SURFACE));
        Vector3 some = new Vector3(0, 0, 1e40);
        assertEquals("momentum", kick(Recoil.NONE, some).bindingBudget(Escape.DIPOLE));
        assertEquals("leptons", new DipoleKick(some, 1e58, 0, 0, 0, 0, 0, 1e56, 1e53, 1e53).bindingBudget());
        assertEquals("energy", new DipoleKick(some, 0, 1e56, 0, 0, 0, 0, 1e56, 1e53, 1e53).bindingBudget());
    }
}

package org.chiralkick.star.kick;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.field.PolarField;
import org.junit.jupiter.api.Test;

class KickedTest {
    private static final PolarField FIELD = new PolarField(1e12, 2e13, 1e25, 1e25);
    private static final Recoil SURFACE = new Recoil(new Vector3(0, 0, -2e38), Vector3.ZERO, 1e50, 1e48, 7);

    private static DipoleKick dipole(double momentum, double contrast, double beyondFluxShare) {
        return new DipoleKick(
                new Vector3(0, 0, -momentum), 3e54, 2e50, contrast, 0.1, 0.2, beyondFluxShare, 1e56, 1e53, 1e53);
    }

    private static Kicked kicked(Escape escape, DipoleKick dipole) {
        return Kicked.of(new StarKick(2e33, SURFACE, dipole), escape, Map.of("knudsen", 5L), FIELD);
    }

    @Test
    void theClosureInForceDecidesAndBothAreThere() {
        Kicked dipole = kicked(Escape.DIPOLE, dipole(4e39, 0.01, 0));
        assertEquals(-20, dipole.kick().z(), 1e-12);
        assertEquals(3e54, dipole.recoil().number(), 0);
        assertEquals(2e50, dipole.recoil().energyErg(), 0);
        assertEquals(7, dipole.recoil().steps());
        assertEquals(Map.of("knudsen", 5L), dipole.flags());
        Kicked surface = kicked(Escape.SURFACE, dipole(4e39, 0.5, 0.2));
        assertEquals(SURFACE, surface.recoil());
        assertEquals(-1, surface.kick().z(), 1e-12);
        assertEquals(Map.of("knudsen", 5L), surface.flags(), "flags of the dipole are for a result by the dipole");
        for (Kicked either : List.of(dipole, surface)) {
            assertEquals(20, either.speedKmPerS(Escape.DIPOLE).orElseThrow(), 1e-12);
            assertEquals(1, either.speedKmPerS(Escape.SURFACE).orElseThrow(), 1e-12);
        }
    }

    @Test
    void beyondTheBudgetThereIsNoKickButAFlag() {
        Kicked beyond = kicked(Escape.DIPOLE, dipole(1e43, 0.01, 0));
        assertTrue(beyond.beyondBudget());
        assertFalse(beyond.kick().isKnown());
        assertTrue(Double.isNaN(beyond.kick().speed())
                && Double.isNaN(beyond.kick().angleToSpinDeg()));
        assertEquals(OptionalDouble.empty(), beyond.speedKmPerS(Escape.DIPOLE));
        assertEquals(1, beyond.speedKmPerS(Escape.SURFACE).orElseThrow(), 1e-12);
        assertEquals(1L, beyond.flags().get(Kicked.BEYOND_BUDGET));
        assertFalse(kicked(Escape.SURFACE, dipole(1e43, 0.01, 0)).beyondBudget());
    }

    @Test
    void theErrorOfTheStepIsWhatTwiceTheLengthChanges() {
        Kicked fine = kicked(Escape.DIPOLE, dipole(4e39, 0.01, 0));
        assertTrue(Double.isNaN(fine.timeStepError()), "not known by itself");
        assertEquals(
                -0.05, fine.withErrorAgainst(dipole(3.8e39, 0.01, 0).momentum()).timeStepError(), 1e-12);
    }

    @Test
    void aLargeDipoleIsFlagged() {
        assertTrue(kicked(Escape.DIPOLE, dipole(4e39, 0.31, 0)).flags().containsKey("dipole-large"));
        Kicked drawn = kicked(Escape.DIPOLE, dipole(4e39, 0.29, 0.01));
        assertFalse(drawn.flags().containsKey("dipole-large"));
        assertTrue(drawn.flags().containsKey("dipole-beyond-flux"));
    }

    @Test
    void aStarWithoutTransportHasItsSurfaceAlone() {
        Kicked frozen = Kicked.bySurface(SURFACE, 2e33, Map.of(), FIELD);
        assertEquals(Escape.SURFACE, frozen.escape());
        assertEquals(1, frozen.speedKmPerS(Escape.SURFACE).orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), frozen.speedKmPerS(Escape.DIPOLE));
        assertFalse(frozen.beyondBudget());
    }
}

package org.chiralkick.star.dipole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.host.value.Vector3;
import org.junit.jupiter.api.Test;

/** What the account makes of an l = 1 flux through the surface of a sphere of radius 1 cm that lasts 2 s, by hand. */
class DipoleKickTest {
    private static final double ERG = 1.602176634e-6;
    private static final double C = 2.99792458e10;

    /** Energy flux h along z and x [MeV cm^-2 s^-1], so large that it is beyond the mean flux, and number flux. */
    private static final double HZ = 4e5;

    private static final double HX = 3e5;
    private static final double HN = 7;
    private static final double LAPSE = 0.8;
    private static final double LOST_MEV_PER_S = 6e6;

    private static DipoleKick kick(double phase, double turning) {
        DipoleStep step = new DipoleStep(1, 0, 2, LAPSE, 50, LOST_MEV_PER_S);
        step.radius[1] = 1;
        step.temperature[0] = 10;
        step.held.energyPerMev[0] = 1e7;
        step.held.leptonsPerEta[0] = 1e3;
        DipoleCurrents currents = new DipoleCurrents(1);
        // Uniform along each axis: nothing is stored, all of it leaves.
        currents.energy(2, 0, HZ, HZ);
        currents.energy(0, 0, HX, HX);
        currents.number(2, 0, HN, HN);
        DipoleResponse response = new DipoleResponse(1);
        response.advance(step, currents);
        DipoleAccount account = new DipoleAccount();
        account.count(step, response, phase, turning);
        return account.kick();
    }

    @Test
    void momentumIsThatOfMilnesLimbLawAgainstTheFlux() {
        DipoleKick kick = kick(0, 1);
        // Intensity of a linear limb law 1 + 3 mu/2: momentum over energy flux is 17/24.
        double perMev = (1.0 / 3 + 3.0 / 8) * 4 * Math.PI / 3 * ERG / C * LAPSE * 2;
        assertEquals(-perMev * HZ, kick.momentum().z(), 1e-12 * perMev * HZ);
        assertEquals(-perMev * HX, kick.momentum().x(), 1e-12 * perMev * HX);
        assertEquals(0, kick.momentum().y(), 0);
        assertEquals(kick.momentum().z() / 3, kick.velocityCmPerS(3).z(), 1e-15);
    }

    @Test
    void aTurningStarKeepsTheMomentumAlongItsAxis() {
        DipoleKick straight = kick(0, 1);
        DipoleKick turned = kick(Math.PI / 2, 0.25);
        assertEquals(straight.momentum().z(), turned.momentum().z(), 0);
        assertEquals(0, turned.momentum().x(), 1e-15 * straight.momentum().norm());
        assertEquals(
                straight.momentum().x() / 4,
                turned.momentum().y(),
                1e-15 * straight.momentum().norm());
        assertEquals(straight.energyErg(), turned.energyErg(), 0);
    }

    @Test
    void theHemisphereOfTheOutflowEmitsPiTimesTheFlux() {
        DipoleKick kick = kick(0, 1);
        assertEquals(2 * Math.PI * 5e5 * ERG, kick.energyErg(), 1e-12 * kick.energyErg());
        assertEquals(2 * Math.PI * HN, kick.number(), 1e-12 * kick.number());
        assertEquals(100, kick.lostLeptons(), 0);
        assertEquals(2 * LOST_MEV_PER_S * ERG, kick.lostErg(), 1e-12 * kick.lostErg());
        assertEquals(LAPSE * kick.lostErg(), kick.lostAtInfinityErg(), 1e-12 * kick.lostErg());
    }

    @Test
    void aDipoleLargerThanTheMeanFluxIsBeyondTheBudget() {
        DipoleKick kick = kick(0, 1);
        double ratio = 4 * Math.PI * 5e5 / LOST_MEV_PER_S;
        assertTrue(ratio > 1);
        assertEquals(ratio, kick.largestFluxRatio(), 1e-12);
        assertEquals(1, kick.beyondFluxShare(), 0);
        assertTrue(kick.beyondBudget());
        assertEquals(1 / ratio, kick.largestFactor(), 1e-12);
        assertEquals(17.0 / 72 * ratio, kick.alpha(), 1e-12);
    }

    @Test
    void leptonsBoundItToo() {
        DipoleKick kick = new DipoleKick(new Vector3(0, 0, 1), 40, 1e40, 0, 0, 0, 0, -10, 1e50, 1e50);
        assertEquals(0.25, kick.largestFactor(), 1e-15);
        assertTrue(kick.beyondBudget());
        assertFalse(new DipoleKick(new Vector3(0, 0, 1), 5, 1e40, 0, 0, 0, 0, -10, 1e50, 1e50).beyondBudget());
        assertEquals(0.1, new DipoleKick(Vector3.ZERO, 0, 1e51, 0, 0, 0, 0, 1, 1e50, 1e50).largestFactor(), 1e-15);
    }

    @Test
    void nothingIsWithinEveryBudget() {
        assertFalse(DipoleKick.NONE.beyondBudget());
        assertFalse(DipoleKick.NONE.large());
        assertEquals(0, DipoleKick.NONE.alpha(), 0);
    }

    @Test
    void contrastsAboveThreeTenthsAreLarge() {
        assertTrue(new DipoleKick(Vector3.ZERO, 0, 0, 0.31, 0, 0, 0, 0, 0, 0).large());
        assertTrue(new DipoleKick(Vector3.ZERO, 0, 0, 0, 0.31, 0, 0, 0, 0, 0).large());
        assertFalse(new DipoleKick(Vector3.ZERO, 0, 0, 0.29, 0.29, 0, 0, 0, 0, 0).large());
    }
}

package org.chiralkick.star.dipole;

import org.chiralkick.host.value.Vector3;
import org.chiralkick.matter.PhysicalConstants;

/** Adds up what the l = 1 response of a star lets out, step by step. */
public final class DipoleAccount {
    private static final double MOMENTUM_PER_MEV =
            DipoleKick.LIMB / 3 * PhysicalConstants.ERG_PER_MEV / PhysicalConstants.C_CM_PER_S;

    private final double[] momentum = new double[3];
    private double number;
    private double mev;
    private double temperatureContrast;
    private double degeneracyContrast;
    private double fluxRatio;
    private double durationS;
    private double beyondFluxS;
    private double lostLeptons;
    private double lostMev;
    private double lostAtInfinityMev;

    /**
     * Counts the latest step of a response.
     *
     * @param step the step
     * @param response its response, in the frame that rotates with the star about +z
     * @param phaseRad how far the star has turned in the middle of the step [rad]
     * @param turning what turning leaves of a vector's mean across the axis [1]: sin(x)/x of half the angle turned in the step
     */
    public void count(DipoleStep step, DipoleResponse response, double phaseRad, double turning) {
        double dt = step.dtS();
        double x = response.mevPerS(0);
        double y = response.mevPerS(1);
        double z = response.mevPerS(2);
        double c = turning * Math.cos(phaseRad);
        double s = turning * Math.sin(phaseRad);
        double given = -MOMENTUM_PER_MEV * step.lapse * dt;
        momentum[0] += given * (c * x - s * y);
        momentum[1] += given * (s * x + c * y);
        momentum[2] += given * z;
        double flow = norm(x, y, z);
        // pi R^2 h, of which the response tells 4 pi R^2 h.
        mev += dt * flow / 4;
        number += dt * norm(response.leptonsPerS(0), response.leptonsPerS(1), response.leptonsPerS(2)) / 4;
        durationS += dt;
        fluxRatio = Math.max(fluxRatio, step.mevPerS == 0 ? 0 : flow / Math.abs(step.mevPerS));
        beyondFluxS += flow > Math.abs(step.mevPerS) ? dt : 0;
        lostLeptons += dt * step.leptonsPerS;
        lostMev += dt * step.mevPerS;
        lostAtInfinityMev += dt * step.mevPerS * step.lapse;
        look(step, response);
    }

    private void look(DipoleStep step, DipoleResponse response) {
        for (int i = 0; i < step.zones(); i++) {
            double dT =
                    norm(response.temperatureMev(0, i), response.temperatureMev(1, i), response.temperatureMev(2, i));
            double dEta = norm(response.degeneracy(0, i), response.degeneracy(1, i), response.degeneracy(2, i));
            temperatureContrast = Math.max(temperatureContrast, dT / step.temperature[i]);
            degeneracyContrast = Math.max(degeneracyContrast, dEta);
        }
    }

    private static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** Returns the sum. */
    public DipoleKick kick() {
        return new DipoleKick(
                new Vector3(momentum[0], momentum[1], momentum[2]),
                number,
                mev * PhysicalConstants.ERG_PER_MEV,
                temperatureContrast,
                degeneracyContrast,
                fluxRatio,
                durationS == 0 ? 0 : beyondFluxS / durationS,
                lostLeptons,
                lostMev * PhysicalConstants.ERG_PER_MEV,
                lostAtInfinityMev * PhysicalConstants.ERG_PER_MEV);
    }
}

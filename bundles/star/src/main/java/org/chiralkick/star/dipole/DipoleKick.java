package org.chiralkick.star.dipole;

import org.chiralkick.host.value.Vector3;
import org.chiralkick.matter.PhysicalConstants;

/**
 * What the l = 1 response of a star has given it.
 *
 * @param momentum momentum of the star [g cm/s], as seen from far away: opposite to that of the neutrinos
 * @param number net leptons that the dipole sends out of one hemisphere, and the other keeps [1]
 * @param energyErg energy of the same, in the frame of the surface [erg]
 * @param largestTemperatureContrast largest |dT|/T of all zones and steps [1]
 * @param largestDegeneracyContrast largest |d eta| [1]
 * @param largestFluxRatio largest |h|/F_0 of all steps [1]: l = 1 over mean energy flux at the surface
 * @param beyondFluxShare part of the time with |h| &gt; F_0 [1]: the far side would have to draw neutrinos in
 * @param lostLeptons net leptons that the star has lost in all directions [1]
 * @param lostErg energy that it has lost, in the frame of the surface [erg]
 * @param lostAtInfinityErg the same as seen from far away [erg]
 */
public record DipoleKick(
        Vector3 momentum,
        double number,
        double energyErg,
        double largestTemperatureContrast,
        double largestDegeneracyContrast,
        double largestFluxRatio,
        double beyondFluxShare,
        double lostLeptons,
        double lostErg,
        double lostAtInfinityErg) {
    /** Momentum of an l = 1 energy flux h over (4 pi/3) R^2 h/c [1], from the limb darkening of Milne's problem, linear in the cosine. */
    public static final double LIMB = 17.0 / 24;

    /** Contrasts of T (relative) or eta above this are not small [1]. */
    public static final double LARGE_CONTRAST = 0.3;

    /** What a star gives momentum from: that which its energy could carry. */
    public static final String MOMENTUM = "momentum";

    /** What a star has lost in all neutrinos. */
    public static final String ENERGY = "energy";

    /** Net leptons that a star has lost. */
    public static final String LEPTONS = "leptons";

    /** Nothing yet. */
    public static final DipoleKick NONE = new DipoleKick(Vector3.ZERO, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Returns the velocity of the star [cm/s]; means nothing where {@link #beyondBudget}.
     *
     * @param massG its mass [g], {@code > 0}
     */
    public Vector3 velocityCmPerS(double massG) {
        return new Vector3(momentum.x() / massG, momentum.y() / massG, momentum.z() / massG);
    }

    /** Returns M v c/E_nu [1], the common figure of merit of kick mechanisms; 0 where nothing was lost. */
    public double alpha() {
        return lostAtInfinityErg == 0 ? 0 : momentum.norm() * PhysicalConstants.C_CM_PER_S / lostAtInfinityErg;
    }

    /** Tells whether contrasts were so large that a linear response is extrapolated. */
    public boolean large() {
        return largestTemperatureContrast > LARGE_CONTRAST || largestDegeneracyContrast > LARGE_CONTRAST;
    }

    /**
     * Returns by what the fluxes could be multiplied until the dipole asks for more momentum, energy or leptons than what the star
     * has lost gives [1]; infinite where it asks for nothing. Times the field it is the largest field inside the budget.
     */
    public double largestFactor() {
        double most = LIMB / 3 * lostAtInfinityErg / PhysicalConstants.C_CM_PER_S;
        return Math.min(
                part(most, momentum.norm()), Math.min(part(lostErg, energyErg), part(Math.abs(lostLeptons), number)));
    }

    /** Returns which of these budgets is used up first where the fluxes grow. */
    public String bindingBudget() {
        double largest = largestFactor();
        return largest == part(lostErg, energyErg)
                ? ENERGY
                : largest == part(Math.abs(lostLeptons), number) ? LEPTONS : MOMENTUM;
    }

    private static double part(double most, double wanted) {
        return wanted == 0 ? Double.POSITIVE_INFINITY : most / wanted;
    }

    /** Tells whether the dipole asks for more than what the star has lost gives: then there is no speed. */
    public boolean beyondBudget() {
        return largestFactor() < 1;
    }
}

package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.matter.PhysicalConstants;

/**
 * Finds the zones that may deserve a flag, by bounds that are safe and cheap and that C2 vectorises: a column that is positive
 * in every such zone and 0 elsewhere. max(x, 0) is written as x + |x|, which needs no branch.
 */
final class Suspicion {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    /** n_nu c/4 [cm^-2 s^-1] per mu_nu^3 [MeV^3]. */
    private static final double AVAILABLE = PhysicalConstants.NUMBER_FLUX_PER_MEV3 / (4 * 6 * PI_SQUARED);

    /** Bounds are widened by this much, far more than rounding can do. */
    private static final double SAFETY = 1.001;

    /** Potentials up to here are taken for not positive. */
    private static final double SMALL_POTENTIAL = 1e-100;

    private Suspicion() {}

    /** Fills {@code squared} with |B|^2 or |curl v|^2. */
    static void squareOf(double[] x, double[] y, double[] z, int first, int end, double[] squared) {
        for (int i = first; i < end; i++) {
            squared[i] = x[i] * x[i] + y[i] * y[i] + z[i] * z[i];
        }
    }

    /** Sets {@code doubt} where eB may exceed mu_e^2/2. */
    static void ofLandauLevel(LeptonColumns leptons, double[] fieldSquared, double[] doubt) {
        double unit = 4 * PhysicalConstants.EB_MEV2_PER_GAUSS * PhysicalConstants.EB_MEV2_PER_GAUSS * SAFETY;
        double[] electron = leptons.electron();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            double square = electron[i] * electron[i];
            double excess = unit * fieldSquared[i] - square * square;
            doubt[i] = excess + Math.abs(excess);
        }
    }

    /** Raises {@code doubt} where mu_nu or mu_eL is not positive. */
    static void ofDensities(LeptonColumns leptons, double[] doubt) {
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            double left = SMALL_POTENTIAL - electron[i] - axial[i];
            doubt[i] += left + Math.abs(left);
        }
        for (int i = leptons.first(); i < end; i++) {
            double own = SMALL_POTENTIAL - neutrino[i];
            doubt[i] += own + Math.abs(own);
        }
    }

    /**
     * Fills {@code excess} with the magnetic part of a bound of |F_N|^2 - (n_nu c/4)^2, in units of the flux of 1 MeV: |F_N|^2
     * is at most twice the sum of the squares of its magnetic and vortical part, n_nu at least its degenerate part.
     */
    static void ofMagneticFlux(
            LeptonColumns leptons, VectorFlux number, double[] share, double[] fieldSquared, double[] excess) {
        double unit = 2 * SAFETY * square(number.perGauss() / (4 * PI_SQUARED) / AVAILABLE);
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            double flux = share[i] * (electron[i] + axial[i]);
            double density = neutrino[i] * neutrino[i] * neutrino[i];
            excess[i] = unit * (flux * flux) * fieldSquared[i] - density * density;
        }
    }

    /** Adds the vortical part of the bound to {@code excess}. */
    static void ofVorticalFlux(LeptonColumns leptons, VectorFlux number, double[] vorticitySquared, double[] excess) {
        double unit = 2 * SAFETY * square(number.perCurl() / AVAILABLE);
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            double left = electron[i] + axial[i];
            double sum = left * left + neutrino[i] * neutrino[i] + temperature[i] * temperature[i];
            excess[i] += unit * (sum * sum) * vorticitySquared[i];
        }
    }

    /** Raises {@code doubt} where the bound is positive. */
    static void ofExcess(double[] excess, int first, int end, double[] doubt) {
        for (int i = first; i < end; i++) {
            doubt[i] += excess[i] + Math.abs(excess[i]);
        }
    }

    private static double square(double x) {
        return x * x;
    }
}

package org.chiralkick.chiral.kernel;

import java.util.Arrays;
import org.chiralkick.matter.PhysicalConstants;

/**
 * Finds the zones that may deserve a flag, by bounds that are safe and cheap and that C2 vectorises: a column {@code suspect} that is
 * positive in every such zone and 0 elsewhere. max(x, 0) is written as x + |x|, which needs no branch.
 */
final class Prefilter {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    /** n_nu c/4 [cm^-2 s^-1] per mu_nu^3 [MeV^3]. */
    private static final double AVAILABLE = PhysicalConstants.NUMBER_FLUX_PER_MEV3 / (4 * 6 * PI_SQUARED);

    /** Bounds are widened by this much, far more than rounding can do. */
    private static final double SAFETY = 1.001;

    /** Added to every bound, so that a potential that is 0 (or below 1e-50 MeV) is suspect like a negative one. */
    static final double SMALLEST = 1e-300;

    /** (eB)^2 at which the lowest Landau level alone is filled, over mu_e^4, for a field of 1 G. */
    static final double LANDAU = 4 * PhysicalConstants.EB_MEV2_PER_GAUSS * PhysicalConstants.EB_MEV2_PER_GAUSS * SAFETY;

    private Prefilter() {}

    /** Fills the columns |B|^2 and |curl v|^2; the latter with 0 where the host gives no vorticity. */
    static void squares(Piece piece) {
        if (piece.rotating()) {
            squares(piece, piece.vorticity(0), piece.vorticity(1), piece.vorticity(2));
        } else {
            fieldSquares(piece);
            Arrays.fill(piece.vorticitySquared, piece.first(), piece.end(), 0.0);
        }
    }

    private static void squares(Piece piece, double[] cx, double[] cy, double[] cz) {
        double[] bx = piece.field(0);
        double[] by = piece.field(1);
        double[] bz = piece.field(2);
        double[] fieldSquared = piece.fieldSquared;
        double[] vorticitySquared = piece.vorticitySquared;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            fieldSquared[i] = Math.fma(bx[i], bx[i], Math.fma(by[i], by[i], bz[i] * bz[i]));
            vorticitySquared[i] = Math.fma(cx[i], cx[i], Math.fma(cy[i], cy[i], cz[i] * cz[i]));
        }
    }

    private static void fieldSquares(Piece piece) {
        double[] bx = piece.field(0);
        double[] by = piece.field(1);
        double[] bz = piece.field(2);
        double[] fieldSquared = piece.fieldSquared;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            fieldSquared[i] = Math.fma(bx[i], bx[i], Math.fma(by[i], by[i], bz[i] * bz[i]));
        }
    }

    /** Sets {@code suspect} where eB may exceed mu_e^2/2, or mu_e or mu_nu is not positive. */
    static void ofState(Piece piece, double[] suspect) {
        double[] electron = piece.leptons.electron();
        double[] neutrino = piece.leptons.neutrino();
        double[] fieldSquared = piece.fieldSquared;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double square = electron[i] * Math.abs(electron[i]);
            double excess = Math.fma(-square, Math.abs(square), Math.fma(LANDAU, fieldSquared[i], SMALLEST));
            double negative = SMALLEST - neutrino[i];
            suspect[i] = Math.fma(1, excess + Math.abs(excess), Math.fma(1, negative, Math.abs(negative)));
        }
    }

    /** Raises {@code suspect} where mu_eL is not positive though mu_e may be. */
    static void ofLeftElectrons(Piece piece, double[] suspect) {
        double[] left = piece.leptons.left();
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double negative = SMALLEST - left[i];
            suspect[i] = Math.fma(1, negative + Math.abs(negative), suspect[i]);
        }
    }

    /**
     * Sets {@code suspect} where {@link #ofState} does, and where |F_N| may exceed n_nu c/4: |F_N|^2 is at most twice the sum of the
     * squares of its magnetic and vortical part, n_nu at least its degenerate part.
     */
    static void ofStateAndFlux(Piece piece, VectorFlux number, double[] suspect) {
        double magneticUnit = squareOfShareOfAvailable(number.perGauss());
        double vorticalUnit = squareOfShareOfAvailable(number.perCurl());
        double[] electron = piece.leptons.electron();
        double[] neutrino = piece.leptons.neutrino();
        double[] perField = piece.neutrinoPerField;
        double[] perVorticity = piece.neutrinoPerVorticity;
        double[] fieldSquared = piece.fieldSquared;
        double[] vorticitySquared = piece.vorticitySquared;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double square = electron[i] * Math.abs(electron[i]);
            double level = Math.fma(-square, Math.abs(square), Math.fma(LANDAU, fieldSquared[i], SMALLEST));
            double magnetic = magneticUnit * perField[i] * perField[i];
            double vortical = vorticalUnit * perVorticity[i] * perVorticity[i];
            double flux = Math.fma(magnetic, fieldSquared[i], Math.fma(vortical, vorticitySquared[i], SMALLEST));
            double density = neutrino[i] * neutrino[i] * neutrino[i];
            double excess = Math.fma(-density, Math.abs(density), flux);
            suspect[i] = Math.fma(1, excess + Math.abs(excess), Math.fma(1, level, Math.abs(level)));
        }
    }

    /** Returns whether any zone is suspect. Four sums, because one would wait for each addition. */
    static boolean any(Piece piece, double[] suspect) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int end = piece.end();
        int i = piece.first();
        for (; i < end - 3; i += 4) {
            a += suspect[i];
            b += suspect[i + 1];
            c += suspect[i + 2];
            d += suspect[i + 3];
        }
        for (; i < end; i++) {
            a += suspect[i];
        }
        return !(a + b + (c + d) <= 0); // NaN is suspect
    }

    /** Returns the safe square of a flux [cm^-2 s^-1], half of it counting, over what is available at mu_nu = 1 MeV and T = 0. */
    static double squareOfShareOfAvailable(double flux) {
        return 2 * SAFETY * (flux / AVAILABLE) * (flux / AVAILABLE);
    }
}

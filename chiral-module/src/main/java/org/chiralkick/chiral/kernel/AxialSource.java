package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.anomaly.CurrentFactors;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The anomaly in the balance of the axial density n_5 = n_eL - n_eR, guide/physics.md (7.4), (7.5) and (7.8), in Gaussian units whatever
 * the field closure:
 *
 * <pre>
 *   S        = -(alpha/(2 pi^2 hbar)) E.B     E the host's, or (eta/c) (curl B - v_mu B) where curl B is given instead
 *   lambda_B = |dS/dmu_5| max(dmu_5/dn_5, mu_5/n_5)     of that E, at fixed B and curl B
 * </pre>
 *
 * The first of the two is |dS/dn_5| at fixed T and electron density n_eL + n_eR: with chi = dn/dmu of either chirality, dmu_5/dn_5 =
 * (1/chi_L + 1/chi_R)/4. It is the larger where |mu_5| is below mu_e; the second, by which n_5 decays as a whole in a uniform field, is so
 * beyond. An explicit step of 1/lambda_B carries n_5 at most to zero there, however large mu_5 is.
 */
final class AxialSource {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    /** (1/4 pi^2) (eE)(eB) [cm^-3 s^-1] per E B [G^2]; a statvolt/cm is a gauss. */
    private static final double SOURCE_UNIT = PhysicalConstants.EB_MEV2_PER_GAUSS
            * PhysicalConstants.EB_MEV2_PER_GAUSS
            * (PhysicalConstants.PER_CM3_PER_MEV3 / PhysicalConstants.HBAR_MEV_S)
            / (4 * PI_SQUARED);

    /** Least 6 pi^2 chi [MeV^2], that at mu = m_e: without a mass chi would vanish at mu = T = 0, and the rate be infinite. */
    private static final double LEAST_SUSCEPTIBILITY =
            3 * PhysicalConstants.ELECTRON_MASS_MEV * PhysicalConstants.ELECTRON_MASS_MEV;

    /** S [cm^-3 s^-1] per E B [G^2]; negative. */
    private final double perGaussSquared;

    /** v_mu [1/cm] per mu_5 [MeV]. */
    private final double inverseLengthPerMev;

    AxialSource(CurrentFactors factors, double inverseLengthPerMev) {
        this.perGaussSquared = factors.axialDecay() * SOURCE_UNIT;
        this.inverseLengthPerMev = inverseLengthPerMev;
    }

    /** Adds S; nothing where the host gives neither E nor curl B and eta. */
    void add(Piece piece, ZoneBlock zones, FluxBlock fluxes) {
        if (zones.has(ZoneField.ELECTRIC_FIELD)) {
            scalarProduct(piece, zones, ZoneField.ELECTRIC_FIELD);
        } else if (zones.has(ZoneField.MAGNETIC_FIELD_CURL) && zones.has(ZoneField.MAGNETIC_DIFFUSIVITY)) {
            scalarProduct(piece, zones, ZoneField.MAGNETIC_FIELD_CURL);
            ohm(piece, zones.column(ZoneField.MAGNETIC_DIFFUSIVITY));
        } else {
            return;
        }
        double[] out = fluxes.column(FluxField.AXIAL_SOURCE);
        for (int i = piece.first(); i < piece.end(); i++) {
            out[i + piece.shift()] += perGaussSquared * piece.scratch[i];
        }
    }

    /** Fills the scratch column with the product of a vector and B. */
    private static void scalarProduct(Piece piece, ZoneBlock zones, ZoneField vector) {
        double[] x = zones.column(vector, 0);
        double[] y = zones.column(vector, 1);
        double[] z = zones.column(vector, 2);
        int shift = piece.shift();
        for (int i = piece.first(); i < piece.end(); i++) {
            piece.scratch[i] = x[i + shift] * piece.field(0)[i]
                    + y[i + shift] * piece.field(1)[i]
                    + z[i + shift] * piece.field(2)[i];
        }
    }

    /** Turns curl B . B in the scratch column into E.B = (eta/c) (curl B . B - v_mu B^2). */
    private void ohm(Piece piece, double[] diffusivity) {
        double[] axial = piece.leptons.axial();
        for (int i = piece.first(); i < piece.end(); i++) {
            double difference = piece.scratch[i] - inverseLengthPerMev * axial[i] * fieldSquared(piece, i);
            piece.scratch[i] = diffusivity[i + piece.shift()] / PhysicalConstants.C_CM_PER_S * difference;
        }
    }

    /** Returns lambda_B [1/s] of entry i of the piece, {@code >= 0}. */
    double backReaction(Piece piece, int i, double diffusivity) {
        double left = piece.leptons.left()[i];
        double right = piece.leptons.electron()[i] - piece.leptons.axial()[i];
        double temperature = piece.leptons.temperature()[i];
        double tangent = (1 / susceptibility(left, temperature) + 1 / susceptibility(right, temperature)) / 4;
        double perDensity = Math.max(tangent, secant(left, right, temperature)) / PhysicalConstants.PER_CM3_PER_MEV3;
        double perPotential = perGaussSquared * inverseLengthPerMev * fieldSquared(piece, i);
        return Math.abs(diffusivity / PhysicalConstants.C_CM_PER_S * perPotential * perDensity);
    }

    /** Returns mu_5/n_5 [MeV^-2], from n_eL - n_eR = mu_5 (mu_L^2 + mu_L mu_R + mu_R^2 + pi^2 T^2)/3 pi^2. */
    private static double secant(double left, double right, double temperature) {
        double threePiSquared = left * left + left * right + right * right + PI_SQUARED * temperature * temperature;
        return 3 * PI_SQUARED / Math.max(threePiSquared, LEAST_SUSCEPTIBILITY);
    }

    /** Returns chi of electrons of one chirality [MeV^2]. */
    private static double susceptibility(double mu, double temperature) {
        double sixPiSquared = 3 * mu * mu + PI_SQUARED * temperature * temperature;
        return Math.max(sixPiSquared, LEAST_SUSCEPTIBILITY) / (6 * PI_SQUARED);
    }

    private static double fieldSquared(Piece piece, int i) {
        double x = piece.field(0)[i];
        double y = piece.field(1)[i];
        double z = piece.field(2)[i];
        return x * x + y * y + z * z;
    }
}

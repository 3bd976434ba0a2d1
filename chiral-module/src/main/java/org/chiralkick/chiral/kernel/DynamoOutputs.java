package org.chiralkick.chiral.kernel;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;

/**
 * What an MHD host needs for the chiral dynamo (PHYSICS section 7), in Gaussian units whatever the field closure:
 *
 * <pre>
 *   v_mu = (2 alpha/pi) (mu_eR - mu_eL)/(2 hbar c)     dB/dt = curl[u x B - eta (curl B - v_mu B)]
 *   j    = (c/4 pi) v_mu B
 * </pre>
 *
 * with the potentials after the chirality closure.
 */
final class DynamoOutputs {
    /** v_mu [1/cm] per mu_5 [MeV]; minus, because mu_5 = (mu_eL - mu_eR)/2. */
    private static final double INVERSE_LENGTH_PER_MEV =
            -2 * PhysicalConstants.FINE_STRUCTURE / (Math.PI * PhysicalConstants.HBAR_C_MEV_CM);

    private static final double C_PER_4_PI = PhysicalConstants.C_CM_PER_S / (4 * Math.PI);

    private DynamoOutputs() {}

    /** Adds the outputs wanted. */
    static void add(Piece piece, FluxBlock fluxes) {
        if (fluxes.wants(FluxField.CHIRAL_INVERSE_LENGTH)) {
            double[] out = piece.output(fluxes, FluxField.CHIRAL_INVERSE_LENGTH, 0);
            double[] axial = piece.leptons.axial();
            for (int i = piece.first(); i < piece.end(); i++) {
                out[i] += INVERSE_LENGTH_PER_MEV * axial[i];
            }
            piece.store(out, fluxes, FluxField.CHIRAL_INVERSE_LENGTH, 0);
        }
        if (fluxes.wants(FluxField.CHIRAL_CURRENT)) {
            double[] axial = piece.leptons.axial();
            for (int axis = 0; axis < 3; axis++) {
                double[] field = piece.field(axis);
                double[] out = piece.output(fluxes, FluxField.CHIRAL_CURRENT, axis);
                for (int i = piece.first(); i < piece.end(); i++) {
                    out[i] += C_PER_4_PI * (INVERSE_LENGTH_PER_MEV * axial[i]) * field[i];
                }
                piece.store(out, fluxes, FluxField.CHIRAL_CURRENT, axis);
            }
        }
    }
}

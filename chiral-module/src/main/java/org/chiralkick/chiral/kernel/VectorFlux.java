package org.chiralkick.chiral.kernel;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;

/**
 * The last step of every vector flux: adds {@code sigma_B eB + sigma_V Omega}, in the unit of the flux, to its three columns.
 *
 * @param perGauss flux of a conductivity of 1 in powers of MeV in a field of 1 G
 * @param perCurl flux of a conductivity of 1 in powers of MeV in a vorticity curl v of 1/s, with Omega = curl v/2
 */
record VectorFlux(double perGauss, double perCurl) {
    /** Returns the conversion of number currents [cm^-2 s^-1]. */
    static VectorFlux ofNumber(double mev2PerGauss) {
        return new VectorFlux(
                PhysicalConstants.NUMBER_FLUX_PER_MEV3 * mev2PerGauss,
                PhysicalConstants.NUMBER_FLUX_PER_MEV3 * (PhysicalConstants.HBAR_MEV_S / 2));
    }

    /** Returns the conversion of energy currents [erg cm^-2 s^-1]. */
    static VectorFlux ofEnergy(double mev2PerGauss) {
        return new VectorFlux(
                PhysicalConstants.ENERGY_FLUX_PER_MEV4 * mev2PerGauss,
                PhysicalConstants.ENERGY_FLUX_PER_MEV4 * (PhysicalConstants.HBAR_MEV_S / 2));
    }

    /**
     * Adds one flux.
     *
     * @param perField sigma_B: current per eB, in powers of MeV
     * @param perVorticity sigma_V: current per Omega, in powers of MeV; not read where the host gives no vorticity
     */
    void add(Piece piece, FluxBlock fluxes, FluxField flux, double[] perField, double[] perVorticity) {
        for (int axis = 0; axis < 3; axis++) {
            double[] out = piece.output(fluxes, flux, axis);
            if (piece.turning()) {
                addBoth(piece, axis, perField, perVorticity, out);
            } else {
                addMagnetic(piece, axis, perField, out);
            }
            piece.store(out, fluxes, flux, axis);
        }
    }

    private void addBoth(Piece piece, int axis, double[] perField, double[] perVorticity, double[] out) {
        double[] field = piece.field(axis);
        double[] vorticity = piece.vorticity(axis);
        double gauss = perGauss;
        double curl = perCurl;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            out[i] += gauss * perField[i] * field[i] + curl * perVorticity[i] * vorticity[i];
        }
    }

    private void addMagnetic(Piece piece, int axis, double[] perField, double[] out) {
        double[] field = piece.field(axis);
        double gauss = perGauss;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            out[i] += gauss * perField[i] * field[i];
        }
    }
}

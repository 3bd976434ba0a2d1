package org.chiralkick.chiral.kernel;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;

/**
 * The last step of every vector flux: adds {@code sigma_B eB + sigma_V Omega}, in the unit of the flux, to its three columns, all
 * in one loop.
 *
 * @param perGauss flux of a column {@code perField} of 1 in a field of 1 G
 * @param perCurl flux of a column {@code perVorticity} of 1 in a vorticity curl v of 1/s, with Omega = curl v/2
 */
record VectorFlux(double perGauss, double perCurl) {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    /**
     * Returns the conversion of number currents [cm^-2 s^-1]: magnetic/4 pi^2 eB + vortical/4 pi^2 Omega.
     *
     * @param mev2PerGauss eB of 1 G [MeV^2]
     * @param magnetic factor of the field, of {@link org.chiralkick.chiral.anomaly.CurrentFactors}
     * @param vortical factor of the vorticity, of the same
     */
    static VectorFlux ofNumber(double mev2PerGauss, double magnetic, double vortical) {
        return of(
                PhysicalConstants.NUMBER_FLUX_PER_MEV3,
                mev2PerGauss * magnetic / (4 * PI_SQUARED),
                vortical / (4 * PI_SQUARED));
    }

    /** Returns the conversion of energy currents [erg cm^-2 s^-1]: magnetic/8 pi^2 eB + vortical/6 pi^2 Omega. */
    static VectorFlux ofEnergy(double mev2PerGauss, double magnetic, double vortical) {
        return of(
                PhysicalConstants.ENERGY_FLUX_PER_MEV4,
                mev2PerGauss * magnetic / (8 * PI_SQUARED),
                vortical / (6 * PI_SQUARED));
    }

    private static VectorFlux of(double unit, double perGauss, double perOmega) {
        return new VectorFlux(unit * perGauss, unit * (PhysicalConstants.HBAR_MEV_S / 2) * perOmega);
    }

    /**
     * Adds one flux.
     *
     * @param perField current per eB, in powers of MeV
     * @param perVorticity current per Omega, in powers of MeV; not read where the host gives no vorticity
     */
    void add(Piece piece, FluxBlock fluxes, FluxField flux, double[] perField, double[] perVorticity) {
        add(piece, perField, perVorticity, fluxes.column(flux, 0), fluxes.column(flux, 1), fluxes.column(flux, 2));
    }

    /** Adds the flux of one energy group, as {@link #add(Piece, FluxBlock, FluxField, double[], double[])}. */
    void add(Piece piece, FluxBlock fluxes, FluxField flux, int group, double[] perField, double[] perVorticity) {
        add(
                piece,
                perField,
                perVorticity,
                fluxes.column(flux, 0, group),
                fluxes.column(flux, 1, group),
                fluxes.column(flux, 2, group));
    }

    private void add(
            Piece piece, double[] perField, double[] perVorticity, double[] hostX, double[] hostY, double[] hostZ) {
        double[] x = piece.output(hostX, 0);
        double[] y = piece.output(hostY, 1);
        double[] z = piece.output(hostZ, 2);
        if (piece.rotating()) {
            addBoth(piece, perField, perVorticity, x, y, z);
        } else {
            addAlong(piece.field(0), piece.field(1), piece.field(2), perGauss, perField, piece, x, y, z);
        }
        piece.store(x, hostX);
        piece.store(y, hostY);
        piece.store(z, hostZ);
    }

    /** Adds a flux that has no magnetic part; none at all where the host gives no vorticity. */
    void addVortical(Piece piece, FluxBlock fluxes, FluxField flux, double[] perVorticity) {
        if (!piece.rotating()) {
            return;
        }
        double[] x = piece.output(fluxes, flux, 0);
        double[] y = piece.output(fluxes, flux, 1);
        double[] z = piece.output(fluxes, flux, 2);
        addAlong(piece.vorticity(0), piece.vorticity(1), piece.vorticity(2), perCurl, perVorticity, piece, x, y, z);
        store(piece, fluxes, flux, x, y, z);
    }

    private static void store(Piece piece, FluxBlock fluxes, FluxField flux, double[] x, double[] y, double[] z) {
        piece.store(x, fluxes, flux, 0);
        piece.store(y, fluxes, flux, 1);
        piece.store(z, fluxes, flux, 2);
    }

    private void addBoth(Piece piece, double[] perField, double[] perVorticity, double[] x, double[] y, double[] z) {
        double[] bx = piece.field(0);
        double[] by = piece.field(1);
        double[] bz = piece.field(2);
        double[] cx = piece.vorticity(0);
        double[] cy = piece.vorticity(1);
        double[] cz = piece.vorticity(2);
        double gauss = perGauss;
        double curl = perCurl;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double b = gauss * perField[i];
            double c = curl * perVorticity[i];
            x[i] = Math.fma(b, bx[i], Math.fma(c, cx[i], x[i]));
            y[i] = Math.fma(b, by[i], Math.fma(c, cy[i], y[i]));
            z[i] = Math.fma(b, bz[i], Math.fma(c, cz[i], z[i]));
        }
    }

    private static void addAlong(
            double[] alongX,
            double[] alongY,
            double[] alongZ,
            double unit,
            double[] coefficient,
            Piece piece,
            double[] x,
            double[] y,
            double[] z) {
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double c = unit * coefficient[i];
            x[i] = Math.fma(c, alongX[i], x[i]);
            y[i] = Math.fma(c, alongY[i], y[i]);
            z[i] = Math.fma(c, alongZ[i], z[i]);
        }
    }
}

package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.anomaly.CurrentFactors;
import org.chiralkick.chiral.closure.ChiralityClosure;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.SpinFlip;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * What an MHD host needs for the chiral dynamo (guide/physics.md (7.1) to (7.8)), with the potentials after the chirality
 * closure, in Gaussian units whatever the field closure:
 *
 * <pre>
 *   v_mu     = (2 alpha/pi) (mu_eR - mu_eL)/(2 hbar c)    dB/dt = curl[u x B - eta (curl B - v_mu B)]
 *   j        = (c/4 pi) v_mu B
 *   dn_5/dt  = S - Gamma n_5                              n_5 = n_eL - n_eR; S in {@link AxialSource}
 *   rate     = max(eta v_mu^2/4 - Gamma, 0) + lambda_B    of the fastest growing mode, and of the anomaly's back-reaction
 * </pre>
 *
 * <p>The rate is 0 where the chirality closure makes mu_5 zero, or takes the host's and the host gives none: nothing grows then, and no
 * mu_5 reacts.
 */
final class DynamoOutputs {
    /** v_mu [1/cm] per mu_5 [MeV], for a factor of 1. */
    private static final double INVERSE_LENGTH_UNIT =
            PhysicalConstants.FINE_STRUCTURE / (Math.PI * PhysicalConstants.HBAR_C_MEV_CM);

    private static final double C_PER_4_PI = PhysicalConstants.C_CM_PER_S / (4 * Math.PI);

    /** v_mu [1/cm] per mu_5 [MeV]; negative, because mu_5 = (mu_eL - mu_eR)/2. */
    private final double inverseLengthPerMev;

    private final AxialSource axialSource;
    private final boolean washedOut;
    private final boolean given;

    DynamoOutputs(CurrentFactors factors, ChiralityClosure chirality) {
        inverseLengthPerMev = factors.electricMagnetic() * INVERSE_LENGTH_UNIT;
        axialSource = new AxialSource(factors, inverseLengthPerMev);
        washedOut = chirality == ChiralityClosure.WASHED_OUT;
        given = chirality == ChiralityClosure.GIVEN;
    }

    /** Adds the outputs wanted. */
    void add(Piece piece, ZoneBlock zones, FluxBlock fluxes) {
        if (fluxes.wants(FluxField.CHIRAL_INVERSE_LENGTH)) {
            inverseLength(piece, fluxes);
        }
        if (fluxes.wants(FluxField.CHIRAL_CURRENT)) {
            current(piece, fluxes);
        }
        if (fluxes.wants(FluxField.AXIAL_SOURCE)) {
            axialSource.add(piece, zones, fluxes);
        }
        if (fluxes.wants(FluxField.SPIN_FLIP_RATE)) {
            flipRate(piece, fluxes);
        }
        if (fluxes.wants(FluxField.LARGEST_STABLE_RATE)) {
            boolean zero = washedOut
                    || (given && !zones.has(ZoneField.AXIAL_CHEMICAL_POTENTIAL))
                    || !zones.has(ZoneField.MAGNETIC_DIFFUSIVITY);
            explicitRate(piece, zero ? null : zones.column(ZoneField.MAGNETIC_DIFFUSIVITY), fluxes);
        }
    }

    private void inverseLength(Piece piece, FluxBlock fluxes) {
        double[] out = piece.output(fluxes, FluxField.CHIRAL_INVERSE_LENGTH, 0);
        double[] axial = piece.leptons.axial();
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            out[i] += inverseLengthPerMev * axial[i];
        }
        piece.store(out, fluxes, FluxField.CHIRAL_INVERSE_LENGTH, 0);
    }

    private void current(Piece piece, FluxBlock fluxes) {
        double[] axial = piece.leptons.axial();
        int end = piece.end();
        for (int axis = 0; axis < 3; axis++) {
            double[] field = piece.field(axis);
            double[] out = piece.output(fluxes, FluxField.CHIRAL_CURRENT, axis);
            for (int i = piece.first(); i < end; i++) {
                out[i] += C_PER_4_PI * (inverseLengthPerMev * axial[i]) * field[i];
            }
            piece.store(out, fluxes, FluxField.CHIRAL_CURRENT, axis);
        }
    }

    private static void flipRate(Piece piece, FluxBlock fluxes) {
        double[] out = fluxes.column(FluxField.SPIN_FLIP_RATE);
        for (int i = piece.first(); i < piece.end(); i++) {
            out[i + piece.shift()] += flipRate(piece, i);
        }
    }

    private static double flipRate(Piece piece, int i) {
        return SpinFlip.ratePerS(piece.leptons.electron()[i], piece.leptons.temperature()[i]);
    }

    /** Raises the column of the rate; to 0 where no diffusivity is given, or it has nothing to act on. */
    private void explicitRate(Piece piece, double @Nullable [] diffusivity, FluxBlock fluxes) {
        double[] out = fluxes.column(FluxField.LARGEST_STABLE_RATE);
        for (int i = piece.first(); i < piece.end(); i++) {
            int zone = i + piece.shift();
            out[zone] = Math.max(out[zone], diffusivity == null ? 0 : explicitRate(piece, i, diffusivity[zone]));
        }
    }

    private double explicitRate(Piece piece, int i, double diffusivity) {
        double inverseLength = inverseLengthPerMev * piece.leptons.axial()[i];
        double growth = diffusivity * (inverseLength * inverseLength) / 4;
        double unstable = growth > 0 ? Math.max(growth - flipRate(piece, i), 0) : 0;
        return unstable + axialSource.backReaction(piece, i, diffusivity);
    }
}

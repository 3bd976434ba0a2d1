package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.anomaly.CurrentFactors;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.SpinFlip;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * What an MHD host needs for the chiral dynamo (guide/physics.md (7.1) to (7.4)), with the potentials after the chirality
 * closure, in Gaussian units whatever the field closure:
 *
 * <pre>
 *   v_mu     = (2 alpha/pi) (mu_eR - mu_eL)/(2 hbar c)    dB/dt = curl[u x B - eta (curl B - v_mu B)]
 *   j        = (c/4 pi) v_mu B
 *   dn_5/dt  = -(1/2 pi^2) (eE).(eB) - Gamma_flip n_5     n_5 = n_eL - n_eR
 *   rate     = max(Gamma_flip, eta v_mu^2/4)              the fastest flip and the fastest growing mode
 * </pre>
 */
final class DynamoOutputs {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    /** v_mu [1/cm] per mu_5 [MeV], for a factor of 1. */
    private static final double INVERSE_LENGTH_UNIT =
            PhysicalConstants.FINE_STRUCTURE / (Math.PI * PhysicalConstants.HBAR_C_MEV_CM);

    private static final double C_PER_4_PI = PhysicalConstants.C_CM_PER_S / (4 * Math.PI);

    /** (1/4 pi^2) (eE)(eB) [cm^-3 s^-1] per E B [G^2]; a statvolt/cm is a gauss. */
    private static final double AXIAL_SOURCE_UNIT = PhysicalConstants.EB_MEV2_PER_GAUSS
            * PhysicalConstants.EB_MEV2_PER_GAUSS
            * (PhysicalConstants.PER_CM3_PER_MEV3 / PhysicalConstants.HBAR_MEV_S)
            / (4 * PI_SQUARED);

    /** v_mu [1/cm] per mu_5 [MeV]; negative, because mu_5 = (mu_eL - mu_eR)/2. */
    private final double inverseLengthPerMev;

    /** Anomaly part of dn_5/dt [cm^-3 s^-1] per E B [G^2]. */
    private final double axialSourcePerGaussSquared;

    DynamoOutputs(CurrentFactors factors) {
        inverseLengthPerMev = factors.electricMagnetic() * INVERSE_LENGTH_UNIT;
        axialSourcePerGaussSquared = factors.axialDecay() * AXIAL_SOURCE_UNIT;
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
            axialSource(piece, zones, fluxes);
        }
        if (fluxes.wants(FluxField.LARGEST_STABLE_RATE)) {
            flipRate(piece, fluxes);
            if (zones.has(ZoneField.MAGNETIC_DIFFUSIVITY)) {
                growthRate(piece, zones, fluxes);
            }
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

    private void axialSource(Piece piece, ZoneBlock zones, FluxBlock fluxes) {
        double[] source = piece.scratch;
        spinFlips(piece, source);
        if (zones.has(ZoneField.ELECTRIC_FIELD)) {
            addAnomaly(piece, zones, source);
        }
        double[] out = fluxes.column(FluxField.AXIAL_SOURCE);
        for (int i = piece.first(); i < piece.end(); i++) {
            out[i + piece.shift()] += source[i];
        }
    }

    /** Fills {@code source} with -Gamma_flip n_5, 6 pi^2 n_5 = 2 mu_5 (3 mu_e^2 + mu_5^2 + pi^2 T^2). */
    private static void spinFlips(Piece piece, double[] source) {
        double[] electron = piece.leptons.electron();
        double[] axial = piece.leptons.axial();
        double[] temperature = piece.leptons.temperature();
        for (int i = piece.first(); i < piece.end(); i++) {
            double squares = 3 * electron[i] * electron[i]
                    + axial[i] * axial[i]
                    + PI_SQUARED * (temperature[i] * temperature[i]);
            double density = axial[i] * squares * (PhysicalConstants.PER_CM3_PER_MEV3 / (3 * PI_SQUARED));
            source[i] = -SpinFlip.ratePerS(electron[i], temperature[i]) * density;
        }
    }

    private void addAnomaly(Piece piece, ZoneBlock zones, double[] source) {
        double[] x = zones.column(ZoneField.ELECTRIC_FIELD, 0);
        double[] y = zones.column(ZoneField.ELECTRIC_FIELD, 1);
        double[] z = zones.column(ZoneField.ELECTRIC_FIELD, 2);
        int shift = piece.shift();
        for (int i = piece.first(); i < piece.end(); i++) {
            double product = x[i + shift] * piece.field(0)[i]
                    + y[i + shift] * piece.field(1)[i]
                    + z[i + shift] * piece.field(2)[i];
            source[i] += axialSourcePerGaussSquared * product;
        }
    }

    private static void flipRate(Piece piece, FluxBlock fluxes) {
        double[] out = fluxes.column(FluxField.LARGEST_STABLE_RATE);
        double[] electron = piece.leptons.electron();
        double[] temperature = piece.leptons.temperature();
        for (int i = piece.first(); i < piece.end(); i++) {
            int zone = i + piece.shift();
            out[zone] = Math.max(out[zone], SpinFlip.ratePerS(electron[i], temperature[i]));
        }
    }

    private void growthRate(Piece piece, ZoneBlock zones, FluxBlock fluxes) {
        double[] out = fluxes.column(FluxField.LARGEST_STABLE_RATE);
        double[] diffusivity = zones.column(ZoneField.MAGNETIC_DIFFUSIVITY);
        double[] axial = piece.leptons.axial();
        for (int i = piece.first(); i < piece.end(); i++) {
            int zone = i + piece.shift();
            double inverseLength = inverseLengthPerMev * axial[i];
            out[zone] = Math.max(out[zone], diffusivity[zone] * (inverseLength * inverseLength) / 4);
        }
    }
}

package org.chiralkick.study.validate;

import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** The star of the paper as a host code: one emitting disk of area pi R^2 along B, mu = 300 MeV for all, T = 10 MeV. */
public final class PaperStar {
    private static final double MU_MEV = 300;
    private static final double TEMPERATURE_MEV = 10;
    private static final double FIELD_GAUSS = 1e12;
    private static final double RADIUS_CM = 1e6;
    private static final double MASS_G = 3e33;
    private static final double PERIOD_S = 1e-3;
    private static final int STEPS = 100;
    private static final double DT_S = 0.1;
    private static final double CM_PER_KM = 1e5;

    private PaperStar() {}

    /** Returns curl v = 2 Omega of the star that turns once a millisecond [1/s]. */
    private static double curl() {
        return 2 * (2 * Math.PI / PERIOD_S);
    }

    /** Returns hbar curl v [MeV]. */
    public static double vorticity() {
        return curl() * PhysicalConstants.HBAR_MEV_S;
    }

    /** Returns eB of the paper's field [MeV^2]. */
    public static double field() {
        return FIELD_GAUSS * PhysicalConstants.EB_MEV2_PER_GAUSS;
    }

    /** Returns the axial current along the field [MeV^3]. */
    public static double axialCurrent(Coupling coupling) {
        return flux(coupling, FluxField.AXIAL_FLUX, MU_MEV, TEMPERATURE_MEV, FIELD_GAUSS, 0);
    }

    /** Returns the lepton current per curl v at mu = 300 MeV and T = 0 [MeV^2]. */
    public static double vorticalGaugePart(Coupling coupling) {
        return flux(coupling, FluxField.LEPTON_FLUX, MU_MEV, 0, 0, curl()) / vorticity();
    }

    /** Returns the lepton current per curl v at mu = 0 and T = 10 MeV [MeV^2]. */
    public static double vorticalThermalPart(Coupling coupling) {
        return flux(coupling, FluxField.LEPTON_FLUX, 0, TEMPERATURE_MEV, 0, curl()) / vorticity();
    }

    /** Lets the disk emit for 10 s and returns the ledger. */
    public static Recoil emit(Coupling coupling) {
        BlockBinding block = state(MU_MEV, TEMPERATURE_MEV, FIELD_GAUSS, 0)
                .in(
                        ZoneField.SURFACE_ELEMENT,
                        View.constant(0),
                        View.constant(0),
                        View.constant(Math.PI * RADIUS_CM * RADIUS_CM))
                .build();
        for (int step = 0; step < STEPS; step++) {
            coupling.advance(step, step * DT_S, DT_S, block);
        }
        return coupling.recoil();
    }

    /** Returns the neutrinos emitted per second [1/s]. */
    public static double rate(Recoil recoil) {
        return recoil.number() / (STEPS * DT_S);
    }

    /** Returns the speed of the star [km/s]. */
    public static double speed(Recoil recoil) {
        return recoil.velocity(MASS_G).norm() / CM_PER_KM;
    }

    /** Returns the z component of a number flux [MeV^3] for one state with field and curl v along z. */
    private static double flux(
            Coupling coupling, FluxField field, double mu, double temperature, double fieldGauss, double curlPerS) {
        double[] x = new double[1];
        double[] y = new double[1];
        double[] z = new double[1];
        BlockBinding block = state(mu, temperature, fieldGauss, curlPerS)
                .out(field, View.of(x), View.of(y), View.of(z))
                .build();
        coupling.begin(0, 0, DT_S);
        coupling.evaluate(block, 0);
        coupling.rollback();
        return z[0] / PhysicalConstants.NUMBER_FLUX_PER_MEV3;
    }

    private static BlockBinding.Builder state(double mu, double temperature, double fieldGauss, double curlPerS) {
        View zero = View.constant(0);
        return BlockBinding.of(1)
                .in(ZoneField.TEMPERATURE, View.constant(temperature))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.constant(mu))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(mu))
                .in(ZoneField.MAGNETIC_FIELD, zero, zero, View.constant(fieldGauss))
                .in(ZoneField.VORTICITY, zero, zero, View.constant(curlPerS));
    }
}

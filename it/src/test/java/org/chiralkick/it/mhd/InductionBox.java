package org.chiralkick.it.mhd;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.View;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/**
 * A code for the induction equation in one dimension: a periodic box of length 2 pi along z at rest, no field along z, spectral, third
 * order in time.
 *
 * <pre>
 *   dA/dt = -eta (curl B - v_mu B),   B = curl A,     dn_5/dt = S
 * </pre>
 *
 * <p>v_mu and S come from the coupling, which gets B, curl B, eta and the potentials that belong to n_5. All in units of the host but the
 * potentials [MeV]. It takes no spin flips, so it is for T = 0, where there are none.
 */
final class InductionBox {
    /** Weight of each stage in the final state, and of the old state and the stage's Euler step in the next (Shu and Osher 1988). */
    private static final double[] WEIGHTS = {1.0 / 6, 1.0 / 6, 2.0 / 3};

    private static final double[] OLD = {0, 0.75, 1.0 / 3};

    private final int zones;
    private final Coupling coupling;
    private final AxialElectrons electrons;
    private final double perCm3;
    private final double[][] derivative;
    /** A_x, A_y and n_5. */
    private final double[][] state;

    private final double[][] field;
    private final double[][] curl;
    private final double[] mean;
    private final double[] axial;
    private final double[] inverseLength;
    private final double[] source;
    private final double[] flips;
    private final double diffusivity;
    private final BlockBinding block;
    private long steps;
    private double time;

    /**
     * Makes a box without field and axial density.
     *
     * @param zones an even number
     * @param coupling opened with these units
     * @param diffusivity eta in the host's unit
     */
    InductionBox(int zones, Coupling coupling, Units units, AxialElectrons electrons, double diffusivity) {
        this.zones = zones;
        this.coupling = coupling;
        this.electrons = electrons;
        this.diffusivity = diffusivity;
        this.perCm3 = Math.pow(units.lengthCm(), -3);
        this.derivative = derivative(zones);
        this.state = new double[3][zones];
        this.field = new double[3][zones];
        this.curl = new double[3][zones];
        this.mean = new double[zones];
        this.axial = new double[zones];
        this.inverseLength = new double[zones];
        this.source = new double[zones];
        this.flips = new double[zones];
        this.block = BlockBinding.of(zones)
                .in(ZoneField.TEMPERATURE, View.constant(electrons.temperature()))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(mean))
                .in(ZoneField.AXIAL_CHEMICAL_POTENTIAL, View.of(axial))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(0))
                .in(ZoneField.MAGNETIC_FIELD, vector(field))
                .in(ZoneField.MAGNETIC_FIELD_CURL, vector(curl))
                .in(ZoneField.MAGNETIC_DIFFUSIVITY, View.constant(diffusivity))
                .out(FluxField.CHIRAL_INVERSE_LENGTH, View.of(inverseLength))
                .out(FluxField.AXIAL_SOURCE, View.of(source))
                .out(FluxField.SPIN_FLIP_RATE, View.of(flips))
                .build();
    }

    private static View[] vector(double[][] columns) {
        return new View[] {View.of(columns[0]), View.of(columns[1]), View.of(columns[2])};
    }

    /** Returns the derivative of trigonometric polynomials on a period of 2 pi, an antisymmetric matrix. */
    private static double[][] derivative(int zones) {
        double[][] matrix = new double[zones][zones];
        for (int i = 0; i < zones; i++) {
            for (int j = 0; j < zones; j++) {
                double half = Math.PI * (i - j) / zones;
                matrix[i][j] = i == j ? 0 : ((i - j) % 2 == 0 ? 0.5 : -0.5) / Math.tan(half);
            }
        }
        return matrix;
    }

    /** Adds a mode with curl B = k B, of this strength. */
    void addMode(int k, double strength, double phase) {
        for (int i = 0; i < zones; i++) {
            double angle = k * 2 * Math.PI * i / zones + phase;
            state[0][i] += strength / k * Math.cos(angle);
            state[1][i] -= strength / k * Math.sin(angle);
        }
        curl(state, field);
    }

    /** Sets mu_5 [MeV] as a function of z in [0, 2 pi). */
    void setAxialPotential(DoubleUnaryOperator axialMev) {
        for (int i = 0; i < zones; i++) {
            state[2][i] = electrons.axialDensity(axialMev.applyAsDouble(2 * Math.PI * i / zones)) / perCm3;
        }
    }

    /** Does a step; returns what the coupling says of it. */
    StepResult step(double dt) {
        coupling.begin(steps, time, dt);
        double[][] old = {state[0].clone(), state[1].clone(), state[2].clone()};
        for (int stage = 0; stage < WEIGHTS.length; stage++) {
            evaluate(WEIGHTS[stage]);
            double keep = OLD[stage];
            for (int i = 0; i < zones; i++) {
                for (int axis = 0; axis < 2; axis++) {
                    double rate = -diffusivity * (curl[axis][i] - inverseLength[i] * field[axis][i]);
                    state[axis][i] = keep * old[axis][i] + (1 - keep) * (state[axis][i] + dt * rate);
                }
                state[2][i] = keep * old[2][i] + (1 - keep) * (state[2][i] + dt * source[i]);
            }
        }
        curl(state, field);
        time += dt;
        steps++;
        return coupling.commit();
    }

    private void evaluate(double weight) {
        curl(state, field);
        curl(field, curl);
        for (int i = 0; i < zones; i++) {
            mean[i] = electrons.mean(state[2][i] * perCm3);
            axial[i] = electrons.axial(state[2][i] * perCm3);
        }
        coupling.evaluate(block, weight);
    }

    private void curl(double[][] vector, double[][] result) {
        for (int i = 0; i < zones; i++) {
            double x = 0;
            double y = 0;
            for (int j = 0; j < zones; j++) {
                x -= derivative[i][j] * vector[1][j];
                y += derivative[i][j] * vector[0][j];
            }
            result[0][i] = x;
            result[1][i] = y;
        }
    }

    double time() {
        return time;
    }

    /** Returns the mean of B^2. */
    double fieldSquared() {
        return meanProduct(field, field);
    }

    /** Returns the mean of A.B. */
    double helicity() {
        return meanProduct(state, field);
    }

    private double meanProduct(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < zones; i++) {
            sum += a[0][i] * b[0][i] + a[1][i] * b[1][i];
        }
        return sum / zones;
    }

    /** Returns the mean of n_5. */
    double axialDensity() {
        return Arrays.stream(state[2]).sum() / zones;
    }

    /** Returns v_mu of a zone as the coupling gave it last. */
    double inverseLength(int zone) {
        return inverseLength[zone];
    }

    /** Returns the largest spin-flip rate that the coupling gave. */
    double flipRate() {
        return Arrays.stream(flips).max().orElse(0);
    }
}

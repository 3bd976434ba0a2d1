package org.chiralkick.benchmark;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.MassiveFermiGas;
import org.chiralkick.matter.PhysicalConstants;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** mu_e of matter from 1e5 to 1e10 g/cm^3 at 0.05 to 3 MeV: as the adapter derives it, and by integrals and iteration. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class ThinMatterBenchmark {
    /** Zones per call of the benchmark. */
    static final int ZONES = 1024;

    private final double[] density = new double[ZONES];
    private final double[] fraction = new double[ZONES];
    private final double[] temperature = new double[ZONES];
    private final double[] scratch = new double[ZONES];
    private final double[] mu = new double[ZONES];

    /** Makes the zones, the same in every run. */
    public ThinMatterBenchmark() {
        Random random = new Random(3);
        for (int i = 0; i < ZONES; i++) {
            density[i] = Math.pow(10, 5 + 5 * random.nextDouble());
            fraction[i] = 0.1 + 0.4 * random.nextDouble();
            temperature[i] = Math.pow(10, -1.3 + 1.8 * random.nextDouble());
        }
    }

    /** As a coupling derives it. */
    @Benchmark
    public double[] derive() {
        LeptonPotentials.electrons(density, fraction, temperature, scratch, mu, 0, ZONES);
        return mu;
    }

    /** The full inversion, to 1e-13. */
    @Benchmark
    public double[] invert() {
        for (int i = 0; i < ZONES; i++) {
            double perSpin = LeptonPotentials.numberDensity(density[i], fraction[i]) / 2;
            mu[i] = MassiveFermiGas.chemicalPotential(perSpin, temperature[i], PhysicalConstants.ELECTRON_MASS_MEV);
        }
        return mu;
    }
}

package org.chiralkick.benchmark;

import java.util.concurrent.TimeUnit;
import org.chiralkick.chiral.closure.ShareClosure;
import org.chiralkick.matter.WeylGas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** mu_e, mu_nu and the share f of 4096 zones from their densities of electrons and neutrinos and T. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class InversionBenchmark {
    /** Zones per call of the benchmark. */
    static final int ZONES = 4096;

    private static final int PIECE = 512;

    private final Columns columns = new Columns(ZONES);
    private final double[] perChirality = new double[ZONES];

    /** Inverts piece by piece, as the adapter does. */
    @Benchmark
    public void invert() {
        double[] electrons = columns.in[1];
        double[] neutrinos = columns.in[3];
        double[] share = columns.out[2];
        for (int first = 0; first < ZONES; first += PIECE) {
            int end = first + PIECE;
            for (int i = first; i < end; i++) {
                perChirality[i] = electrons[i] / 2;
            }
            WeylGas.chemicalPotentials(perChirality, columns.in[0], columns.out[0], first, end);
            WeylGas.chemicalPotentials(neutrinos, columns.in[0], columns.out[1], first, end);
            for (int i = first; i < end; i++) {
                share[i] = ShareClosure.composition(perChirality[i], neutrinos[i]);
            }
        }
    }
}

package org.chiralkick.it.host;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.View;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/**
 * A host that runs long enough for the loops of the Vector API to take over, where the VM has them. Prints sums over the bits of all fluxes
 * and flags and of the ledger. Arguments: the distribution's folder, the steps.
 */
public final class LongRun {
    private static final int ZONES = 4099;

    private LongRun() {}

    /** Runs. */
    public static void main(String[] args) {
        double[][] in = columns(13);
        double[][] out = new double[6][ZONES];
        long[] flags = new long[ZONES];
        long bits = 0;
        try (FelixRuntime felix = FelixRuntime.start(Path.of(args[0]));
                Coupling coupling = Coupling.open(
                        felix, CouplingConfig.parse("{\"source\": \"chiral\"}"), CouplingOptions.defaults())) {
            BlockBinding block = BlockBinding.of(ZONES)
                    .in(ZoneField.TEMPERATURE, View.of(in[0]))
                    .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(in[1]))
                    .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(in[2]))
                    .in(ZoneField.MAGNETIC_FIELD, View.of(in[3]), View.of(in[4]), View.of(in[5]))
                    .in(ZoneField.VORTICITY, View.of(in[6]), View.of(in[7]), View.of(in[8]))
                    .in(ZoneField.SURFACE_ELEMENT, View.of(in[9]), View.of(in[10]), View.of(in[11]))
                    .out(FluxField.NEUTRINO_FLUX, View.of(out[0]), View.of(out[1]), View.of(out[2]))
                    .out(FluxField.NEUTRINO_ENERGY_FLUX, View.of(out[3]), View.of(out[4]), View.of(out[5]))
                    .flags(flags)
                    .build();
            int steps = Integer.parseInt(args[1]);
            for (int step = 0; step < steps; step++) {
                in[0][step % ZONES] = step % 50 == 0 ? Double.NaN : in[12][step % ZONES];
                coupling.advance(step, step * 1e-3, 1e-3, block);
                if (step % 61 == 0) {
                    for (double[] column : out) {
                        bits = 31 * bits + Arrays.hashCode(column);
                    }
                    bits = 31 * bits + Arrays.hashCode(flags);
                }
            }
            System.out.println(bits + " " + Arrays.hashCode(coupling.saveState()) + " " + coupling.flagCounts());
        }
    }

    private static double[][] columns(int count) {
        Random random = new Random(11);
        double[] scale = {20, 150, 100, 1e15, 1e15, 1e15, 1e3, 1e3, 1e3, 1e8, 1e8, 1e8};
        double[][] columns = new double[count][ZONES];
        for (int j = 0; j < scale.length; j++) {
            for (int i = 0; i < ZONES; i++) {
                columns[j][i] = scale[j] * (j < 2 ? random.nextDouble() : random.nextDouble() - 0.2);
            }
        }
        columns[12] = columns[0].clone();
        return columns;
    }
}

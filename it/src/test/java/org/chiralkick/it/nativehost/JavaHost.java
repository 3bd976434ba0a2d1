package org.chiralkick.it.nativehost;

import java.util.Locale;
import java.util.function.DoubleFunction;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.View;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** The host of {@code host.c} in Java: the same zones, the same two steps, the same lines. */
final class JavaHost {
    private static final int NX = 6;
    private static final int NY = 5;
    private static final int NZ = 4;
    private static final int N = NX * NY * NZ;

    private final double[] temperature = new double[N];
    private final double[] muE = new double[N];
    private final double[] muNu = new double[N];
    private final double[][] field = new double[3][N];
    private final double[][] curl = new double[3][N];
    private final double[][] area = new double[3][N];
    private final double[][] flux = new double[3][N];

    JavaHost() {
        for (int id = 0; id < N; id++) {
            int i = id % NX;
            int j = id / NX % NY;
            int k = id / (NX * NY);
            temperature[id] = 8 + 0.25 * i;
            muE[id] = 140 + j;
            muNu[id] = 90 + 2 * k;
            field[0][id] = 1e12 + 1e11 * i;
            field[1][id] = 1e11 * j;
            curl[0][id] = 1000 + i;
            curl[1][id] = 0.5 * j;
            for (int axis = 0; axis < 3; axis++) {
                area[axis][id] = 1e10 * (id + 1) / (1 << axis);
            }
        }
    }

    /** Returns the lines that a native host prints with the option --bits. */
    String bits(SourceProvider sources, CouplingConfig config) {
        Recoil recoil = run(sources, config);
        long word = 0;
        for (int id = 0; id < N; id++) {
            word = Long.rotateLeft(word, 1)
                    ^ Double.doubleToRawLongBits(flux[0][id])
                    ^ Double.doubleToRawLongBits(flux[1][id])
                    ^ Double.doubleToRawLongBits(flux[2][id]);
        }
        return lines(
                recoil,
                value -> String.format(Locale.ROOT, "%016X", Double.doubleToRawLongBits(value)),
                String.format(Locale.ROOT, "fluxes %016X\n", word));
    }

    /** Returns the lines that a native host prints for people. */
    String words(SourceProvider sources, CouplingConfig config) {
        return lines(run(sources, config), value -> String.format(Locale.ROOT, "%.2e", value), "");
    }

    private Recoil run(SourceProvider sources, CouplingConfig config) {
        BlockBinding block = BlockBinding.of(NX, NY, NZ)
                .in(ZoneField.TEMPERATURE, View.of(temperature))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(muE))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(muNu))
                .in(ZoneField.MAGNETIC_FIELD, views(field))
                .in(ZoneField.VORTICITY, views(curl))
                .in(ZoneField.SURFACE_ELEMENT, views(area))
                .out(FluxField.NEUTRINO_FLUX, views(flux))
                .build();
        try (Coupling coupling = Coupling.open(sources, config, CouplingOptions.defaults())) {
            for (int step = 0; step < 2; step++) {
                coupling.begin(step, 1e-3 * step, 1e-3);
                coupling.evaluate(block, 0.5);
                coupling.evaluate(block, 0.5);
                coupling.commit();
            }
            return coupling.recoil();
        }
    }

    private String lines(Recoil recoil, DoubleFunction<String> number, String fluxes) {
        return """
                momentum %s g cm/s along x
                momentum %s g cm/s along y
                momentum %s g cm/s along z
                escaped %s neutrinos
                escaped %s erg
                flux %s neutrinos/(cm^2 s) along x in the last zone
                %ssteps %d
                """.formatted(
                        number.apply(recoil.momentum().x()),
                        number.apply(recoil.momentum().y()),
                        number.apply(recoil.momentum().z()),
                        number.apply(recoil.number()),
                        number.apply(recoil.energyErg()),
                        number.apply(flux[0][N - 1]),
                        fluxes,
                        recoil.steps());
    }

    private static View[] views(double[][] columns) {
        return new View[] {View.of(columns[0]), View.of(columns[1]), View.of(columns[2])};
    }
}

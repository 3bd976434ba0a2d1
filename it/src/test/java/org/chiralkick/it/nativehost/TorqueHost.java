package org.chiralkick.it.nativehost;

import java.util.Locale;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.View;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.ZoneField;

/** The host of {@code torque.c} in Java: the same 10,000 zones with positions, the same step, the same lines. */
final class TorqueHost {
    private static final int N = 10_000;

    private final double[] temperature = new double[N];
    private final double[] muE = new double[N];
    private final double[] muNu = new double[N];
    private final double[][] field = new double[3][N];
    private final double[][] curl = new double[3][N];
    private final double[][] area = new double[3][N];
    private final double[][] position = new double[3][N];

    TorqueHost() {
        for (int i = 0; i < N; i++) {
            temperature[i] = 8 + i % 7;
            muE[i] = 140 + i % 11;
            muNu[i] = 90 + i % 5;
            field[0][i] = 1e9 * (i % 13);
            field[2][i] = 1e12 + 1e8 * i;
            curl[2][i] = 1000 - i % 17;
            for (int axis = 0; axis < 3; axis++) {
                area[axis][i] = 1e6 * (i + 1) / (axis + 1);
            }
            position[0][i] = 1e5 * (i % 101 - 50);
            position[1][i] = 1e5 * (i % 89 - 44);
            position[2][i] = 1e5 * (i % 97 - 48);
        }
    }

    /** Returns the recoil of one step. */
    Recoil recoil(SourceProvider sources) {
        BlockBinding block = BlockBinding.of(N)
                .in(ZoneField.TEMPERATURE, View.of(temperature))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(muE))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(muNu))
                .in(ZoneField.MAGNETIC_FIELD, views(field))
                .in(ZoneField.VORTICITY, views(curl))
                .in(ZoneField.SURFACE_ELEMENT, views(area))
                .in(ZoneField.POSITION, views(position))
                .build();
        try (Coupling coupling = Coupling.open(sources, CouplingConfig.defaults(), CouplingOptions.defaults())) {
            coupling.begin(1, 0, 1e-3);
            coupling.evaluate(block, 1);
            coupling.commit();
            return coupling.recoil();
        }
    }

    /** Returns the lines that the native host prints. */
    static String lines(Recoil recoil) {
        return line("momentum", recoil.momentum()) + line("torque", recoil.torque());
    }

    private static String line(String name, Vector3 vector) {
        return String.format(
                Locale.ROOT,
                "%s %016X %016X %016X%n",
                name,
                Double.doubleToRawLongBits(vector.x()),
                Double.doubleToRawLongBits(vector.y()),
                Double.doubleToRawLongBits(vector.z()));
    }

    private static View[] views(double[][] columns) {
        return new View[] {View.of(columns[0]), View.of(columns[1]), View.of(columns[2])};
    }
}

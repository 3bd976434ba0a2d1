package org.chiralkick.host;

import java.util.Random;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** Zones of random state and surface, numbers of which single precision holds as well, with room for the fluxes. */
final class Zones {
    final int n;
    final double[] temperature;
    final double[][] field = new double[3][];
    final double[][] surface = new double[3][];
    final double[][] position = new double[3][];
    final double[][] leptonFlux = new double[3][];
    final double[][] neutrinoFlux = new double[3][];

    Zones(int n, long seed) {
        this.n = n;
        Random random = new Random(seed);
        temperature = floats(n, random, 5, 20);
        for (int axis = 0; axis < 3; axis++) {
            field[axis] = floats(n, random, -1e13, 1e13);
            surface[axis] = floats(n, random, -1e9, 1e9);
            position[axis] = floats(n, random, -1e6, 1e6);
            leptonFlux[axis] = new double[n];
            neutrinoFlux[axis] = new double[n];
        }
    }

    private static double[] floats(int n, Random random, double low, double high) {
        return random.doubles(n, low, high).map(number -> (float) number).toArray();
    }

    /** Binds all columns as contiguous arrays. */
    BlockBinding bind(int... extents) {
        return builder(extents).build();
    }

    /** Starts a binding of all columns as contiguous arrays. */
    BlockBinding.Builder builder(int... extents) {
        return BlockBinding.of(extents)
                .in(ZoneField.TEMPERATURE, View.of(temperature))
                .in(ZoneField.MAGNETIC_FIELD, views(field))
                .in(ZoneField.SURFACE_ELEMENT, views(surface))
                .in(ZoneField.POSITION, views(position))
                .out(FluxField.LEPTON_FLUX, views(leptonFlux))
                .out(FluxField.NEUTRINO_FLUX, views(neutrinoFlux));
    }

    /** Binds zones [from, to) of the same arrays. */
    BlockBinding part(int from, int to) {
        return BlockBinding.of(to - from)
                .in(ZoneField.TEMPERATURE, View.of(temperature, from))
                .in(ZoneField.MAGNETIC_FIELD, views(field, from))
                .in(ZoneField.SURFACE_ELEMENT, views(surface, from))
                .in(ZoneField.POSITION, views(position, from))
                .out(FluxField.LEPTON_FLUX, views(leptonFlux, from))
                .out(FluxField.NEUTRINO_FLUX, views(neutrinoFlux, from))
                .build();
    }

    static View[] views(double[][] columns) {
        return views(columns, 0);
    }

    static View[] views(double[][] columns, int from) {
        return new View[] {View.of(columns[0], from), View.of(columns[1], from), View.of(columns[2], from)};
    }
}

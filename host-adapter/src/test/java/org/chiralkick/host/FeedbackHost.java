package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** A star on a grid that feeds back: it takes divergence and what has escaped from its zones, in two stages a step. */
final class FeedbackHost {
    static final double DT = 1e-3;
    private static final int STEPS = 6;

    private final int[] n;
    private final int[] wide;
    final int zones;
    private final Divergence divergence;
    private final double[] volume;
    final double[][] surface;
    final double[][] field;
    private final double[][] numberFlux;
    private final double[][] energyFlux;
    private final double[] escapedNumber;
    private final double[] escapedEnergy;
    private final double[][] escapedMomentum;
    final double[] leptons;
    private final double[] energy;
    private final double[][] momentum;

    FeedbackHost(int[] n, Divergence divergence) {
        this.n = n;
        this.divergence = divergence;
        wide = new int[] {n[0] + 2, n[1] + 2, n[2] + 2};
        zones = n[0] * n[1] * n[2];
        int all = wide[0] * wide[1] * wide[2];
        volume = new double[zones];
        surface = new double[3][zones];
        field = new double[3][zones];
        numberFlux = new double[3][all];
        energyFlux = new double[3][all];
        escapedNumber = new double[zones];
        escapedEnergy = new double[zones];
        escapedMomentum = new double[3][zones];
        leptons = new double[zones];
        energy = new double[zones];
        momentum = new double[3][zones];
        Arrays.fill(leptons, 1e3);
        Arrays.fill(energy, 1e14);
    }

    static FeedbackHost box() {
        int[] n = {20, 18, 16};
        Vector3 first = new Vector3(-95, -85, -75);
        Vector3 spacing = new Vector3(10, 10, 10);
        SurfaceElements sphere = SurfaceElements.ofSphere(new Vector3(1, -2, 3), 55);
        FeedbackHost host =
                new FeedbackHost(n, Divergence.cartesian(first, spacing).endingAt(sphere));
        Arrays.fill(host.volume, 1000);
        sphere.fill(first, spacing, n, Zones.views(host.surface));
        return host;
    }

    static FeedbackHost ball() {
        double[][] edges = {new double[13], new double[9], new double[17]};
        for (int i = 0; i < 13; i++) {
            edges[0][i] = 5 * i * (1 + 0.05 * i);
        }
        for (int axis = 1; axis < 3; axis++) {
            for (int i = 0; i < edges[axis].length; i++) {
                edges[axis][i] = axis * Math.PI * i / (edges[axis].length - 1);
            }
        }
        Divergence ends = Divergence.spherical(edges[0], edges[1], edges[2]).endingAt(edges[0][9]);
        FeedbackHost host = new FeedbackHost(new int[] {12, 8, 16}, ends);
        for (int i = 0; i < host.zones; i++) {
            double[] r = {edges[0][i % 12], edges[0][i % 12 + 1]};
            double cap = Math.cos(edges[1][i / 12 % 8]) - Math.cos(edges[1][i / 12 % 8 + 1]);
            host.volume[i] = (Math.pow(r[1], 3) - Math.pow(r[0], 3)) / 3 * cap * Math.PI / 8;
        }
        // A uniform flux ends at the outer faces alone, which are the surface elements.
        for (int axis = 0; axis < 3; axis++) {
            double[][] unit = new double[3][host.numberFlux[0].length];
            Arrays.fill(unit[axis], 1);
            double[] made = new double[host.zones];
            ends.fill(host.n, View.of(made), Zones.views(unit));
            for (int i = 0; i < host.zones; i++) {
                host.surface[axis][i] = i % 12 == 8 ? -host.volume[i] * made[i] : 0;
            }
        }
        return host;
    }

    void keepsAll(RecoilGeometry geometry) {
        Random random = new Random(4);
        double[] before = {total(leptons), total(energy), total(momentum[0]), total(momentum[1]), total(momentum[2])};
        try (Coupling coupling = open(geometry)) {
            BlockBinding block = bind();
            for (int step = 1; step <= STEPS; step++) {
                for (double[] component : field) {
                    for (int i = 0; i < zones; i++) {
                        component[i] = 3 + random.nextGaussian();
                    }
                }
                step(coupling, block, step, true);
            }
            Recoil recoil = coupling.recoil();
            assertTrue(recoil.number() > 0.01 && recoil.momentum().norm() > 0.01, recoil.toString());
            assertEquals(before[0], total(leptons) + recoil.number(), 1e-14 * before[0]);
            assertEquals(before[1], total(energy) + recoil.energyErg(), 1e-14 * before[1]);
            // The neutrinos have the opposite of what the star got.
            Vector3 kick = recoil.momentum();
            double size = kick.norm();
            assertEquals(before[2], total(momentum[0]) - kick.x(), 1e-13 * size);
            assertEquals(before[3], total(momentum[1]) - kick.y(), 1e-13 * size);
            assertEquals(before[4], total(momentum[2]) - kick.z(), 1e-13 * size);
        }
    }

    Coupling open(RecoilGeometry geometry) {
        RecoilSettings settings =
                CouplingConfig.defaults().recoil().withGeometry(geometry).withForm(RecoilForm.SURFACE, Double.NaN);
        return Coupling.open(
                SourceProvider.of(new Prescribed(false)),
                CouplingConfig.defaults().withRecoil(settings),
                CouplingOptions.defaults());
    }

    /** One step of Heun's: two stages of weight 1/2. */
    void step(Coupling coupling, BlockBinding block, int step, boolean changing) {
        coupling.begin(step, 0, DT);
        double[] rate = new double[zones];
        for (int stage = 0; stage < 2; stage++) {
            for (int i = 0; changing && i < zones; i++) {
                field[1][i] -= 0.5;
            }
            coupling.evaluate(block, 0.5);
            closeRound(numberFlux);
            closeRound(energyFlux);
            divergence.fill(n, View.of(rate), Zones.views(numberFlux));
            take(leptons, rate, escapedNumber);
            divergence.fill(n, View.of(rate), Zones.views(energyFlux));
            take(energy, rate, escapedEnergy);
            for (int axis = 0; axis < 3; axis++) {
                take(momentum[axis], new double[zones], escapedMomentum[axis]);
            }
        }
        coupling.commit();
    }

    /** The last layer is beside the first: so it is around a sphere; in the box nothing flows there. */
    private void closeRound(double[][] flux) {
        int layer = wide[0] * wide[1];
        for (double[] component : flux) {
            System.arraycopy(component, n[2] * layer, component, 0, layer);
            System.arraycopy(component, layer, component, (n[2] + 1) * layer, layer);
        }
    }

    private void take(double[] from, double[] rate, double[] escaped) {
        for (int i = 0; i < zones; i++) {
            from[i] -= 0.5 * DT * (rate[i] + escaped[i]);
        }
    }

    /** Fluxes have a layer around them. */
    BlockBinding bind() {
        return BlockBinding.of(n)
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(field))
                .in(ZoneField.SURFACE_ELEMENT, Zones.views(surface))
                .in(ZoneField.VOLUME, View.of(volume))
                .out(FluxField.NEUTRINO_FLUX, within(numberFlux))
                .out(FluxField.NEUTRINO_ENERGY_FLUX, within(energyFlux))
                .out(EscapedField.ESCAPED_NUMBER, View.of(escapedNumber))
                .out(EscapedField.ESCAPED_ENERGY, View.of(escapedEnergy))
                .out(EscapedField.ESCAPED_MOMENTUM, Zones.views(escapedMomentum))
                .build();
    }

    private View[] within(double[][] flux) {
        int layer = wide[0] * wide[1];
        View[] views = new View[3];
        for (int c = 0; c < 3; c++) {
            views[c] = View.of(flux[c], layer + wide[0] + 1, 1, wide[0], layer);
        }
        return views;
    }

    private double total(double[] density) {
        return IntStream.range(0, zones)
                .mapToDouble(i -> density[i] * volume[i])
                .sum();
    }

    double square(double[][] vector, int i) {
        return vector[0][i] * vector[0][i] + vector[1][i] * vector[1][i] + vector[2][i] * vector[2][i];
    }
}

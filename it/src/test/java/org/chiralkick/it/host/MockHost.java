package org.chiralkick.it.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.DoubleUnaryOperator;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * A host code in a few lines: zones with a temperature, a field that changes with time, and surface elements, cut into blocks,
 * stepped by a scheme.
 */
final class MockHost {
    static final int ZONES = 1000;

    private final Coupling coupling;
    private final Scheme scheme;
    private final DoubleUnaryOperator field;
    private final double[] temperature = new double[ZONES];
    private final double[] shape = new double[ZONES];
    private final double[] area = new double[ZONES];
    private final double[] diffusivity = new double[ZONES];
    private final double[] zero = new double[ZONES];
    private final double[] magnetic = new double[ZONES];
    private final double[][] energyFlux = new double[3][ZONES];
    private final double[] rate = new double[ZONES];
    private final double[] inverseLength = new double[ZONES];
    private List<BlockBinding> blocks = List.of();
    private @Nullable ExecutorService threads;

    /**
     * @param field B_z of time [G], the same everywhere but for a shape of its own per zone
     */
    MockHost(Coupling coupling, Scheme scheme, DoubleUnaryOperator field) {
        this.coupling = coupling;
        this.scheme = scheme;
        this.field = field;
        Random random = new Random(2016);
        for (int zone = 0; zone < ZONES; zone++) {
            temperature[zone] = 5 + 20 * random.nextDouble();
            shape[zone] = 1 + random.nextDouble();
            area[zone] = 1e9 * (1 + random.nextDouble());
            diffusivity[zone] = 100;
        }
        cut(ZONES);
    }

    /** Cuts the zones into blocks of this size, the last one smaller, in descending order: AMR renumbers blocks as it likes. */
    void cut(int size) {
        List<BlockBinding> cut = new ArrayList<>();
        for (int first = ZONES - 1 - (ZONES - 1) % size; first >= 0; first -= size) {
            cut.add(bind(first, Math.min(size, ZONES - first)));
        }
        blocks = cut;
    }

    private BlockBinding bind(int first, int size) {
        return BlockBinding.of(size)
                .in(ZoneField.TEMPERATURE, View.of(temperature, first, 1))
                .in(
                        ZoneField.MAGNETIC_FIELD,
                        View.of(zero, first, 1),
                        View.of(zero, first, 1),
                        View.of(magnetic, first, 1))
                .in(
                        ZoneField.SURFACE_ELEMENT,
                        View.of(zero, first, 1),
                        View.of(zero, first, 1),
                        View.of(area, first, 1))
                .in(ZoneField.MAGNETIC_DIFFUSIVITY, View.of(diffusivity, first, 1))
                .out(
                        FluxField.NEUTRINO_ENERGY_FLUX,
                        View.of(energyFlux[0], first, 1),
                        View.of(energyFlux[1], first, 1),
                        View.of(energyFlux[2], first, 1))
                .out(FluxField.LARGEST_STABLE_RATE, View.of(rate, first, 1))
                .out(FluxField.CHIRAL_INVERSE_LENGTH, View.of(inverseLength, first, 1)) // the rate limits dt
                .build();
    }

    /** Evaluates the blocks of each stage on the threads of a pool, each of which begins the step for itself. */
    void spreadOver(ExecutorService pool) {
        threads = pool;
    }

    /** Makes a zone's temperature something else. */
    void setTemperature(int zone, double value) {
        temperature[zone] = value;
    }

    /** Sets the largest stable rate of a zone [1/s]. */
    void setRate(int zone, double perSecond) {
        diffusivity[zone] = perSecond;
    }

    double energyFluxZ(int zone) {
        return energyFlux[2][zone];
    }

    /** Begins a step and evaluates all its stages; the host commits, or not. */
    void evaluateStages(long step, double time, double dt) {
        begin(step, time, dt);
        for (Scheme.Stage stage : scheme.stages()) {
            evaluate(stage, step, time, dt);
        }
    }

    void begin(long step, double time, double dt) {
        coupling.begin(step, time, dt);
    }

    void evaluate(Scheme.Stage stage, long step, double time, double dt) {
        double strength = field.applyAsDouble(time + stage.at() * dt);
        for (int zone = 0; zone < ZONES; zone++) {
            magnetic[zone] = strength * shape[zone];
        }
        ExecutorService pool = threads;
        if (pool == null) {
            blocks.forEach(block -> coupling.evaluate(block, stage.weight()));
        } else {
            evaluateOn(pool, stage, step, time, dt);
        }
    }

    private void evaluateOn(ExecutorService pool, Scheme.Stage stage, long step, double time, double dt) {
        List<Callable<Long>> work = new ArrayList<>();
        for (BlockBinding block : blocks) {
            work.add(() -> {
                coupling.begin(step, time, dt);
                return coupling.evaluate(block, stage.weight()).flagged();
            });
        }
        try {
            for (Future<Long> done : pool.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does whole steps. */
    void run(long firstStep, long endStep, double dt) {
        for (long step = firstStep; step < endStep; step++) {
            step(step, step * dt, dt);
        }
    }

    StepResult step(long step, double time, double dt) {
        evaluateStages(step, time, dt);
        return coupling.commit();
    }

    /** Returns the energy per gauss and second that all zones send out: sum of T shape area [erg/s]. */
    double energyPerGauss() {
        double sum = 0;
        for (int zone = 0; zone < ZONES; zone++) {
            sum += Double.isFinite(temperature[zone]) && temperature[zone] >= 0
                    ? temperature[zone] * shape[zone] * area[zone]
                    : 0;
        }
        return sum;
    }

    /** Returns the neutrinos per gauss and second that all zones send out [1/s]. */
    double numberPerGauss() {
        double sum = 0;
        for (int zone = 0; zone < ZONES; zone++) {
            sum += shape[zone] * area[zone];
        }
        return sum;
    }
}

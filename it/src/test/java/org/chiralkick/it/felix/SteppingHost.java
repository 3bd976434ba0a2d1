package org.chiralkick.it.felix;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.View;
import org.chiralkick.host.WithoutSource;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/**
 * A host that steps without pause: two Runge-Kutta stages of weight one half over two blocks, every seventh step evaluated once
 * more because it was rolled back. It keeps its own books: which source and version acted in how many committed steps.
 */
final class SteppingHost implements AutoCloseable {
    /** Step [s]. */
    static final double DT = 0.25;

    /** Emitting area of both blocks together [cm^2]. */
    static final double AREA = 16;

    private static final int ZONES = 8;
    private static final long PACE_NS = 20_000;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Coupling coupling;
    private final List<BlockBinding> blocks = new ArrayList<>();
    private final ExecutorService workers;
    private final Map<String, Long> acted = new TreeMap<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Throwable failure = new AssertionError("did not end");
    private volatile String latest = "";
    private volatile long steps;
    private long held;

    /**
     * @param sources names joined by {@code +}; empty for the highest ranking
     * @param threads that evaluate blocks
     */
    SteppingHost(SourceProvider provider, String sources, int threads) {
        CouplingConfig config = CouplingConfig.defaults().withoutSource(WithoutSource.HOLD, 0);
        this.coupling = Coupling.open(
                provider,
                sources.isEmpty() ? config : config.withSource(sources),
                CouplingOptions.defaults().withLog((level, message) -> log.add(message)));
        this.workers = Executors.newFixedThreadPool(threads);
        for (int block = 0; block < 2; block++) {
            blocks.add(BlockBinding.of(ZONES)
                    .in(
                            ZoneField.SURFACE_ELEMENT,
                            View.constant(0),
                            View.constant(0),
                            View.constant(AREA / (2 * ZONES)))
                    .out(FluxField.NEUTRINO_FLUX, view(), view(), view())
                    .build());
        }
        this.thread = new Thread(this::runUntilStopped, "host of " + (sources.isEmpty() ? "the best" : sources));
    }

    private static View view() {
        return View.of(new double[ZONES]);
    }

    SteppingHost start() {
        thread.start();
        return this;
    }

    private void runUntilStopped() {
        try {
            while (!stopping) {
                step(steps + 1);
                LockSupport.parkNanos(PACE_NS);
            }
            failure = new Finished();
        } catch (Throwable e) {
            failure = e;
        }
    }

    /** Does one step; for hosts that are not started, too. */
    void step(long number) throws InterruptedException, ExecutionException {
        coupling.begin(number, number * DT, DT);
        if (number % 7 == 0) {
            evaluateStage();
            coupling.rollback();
            coupling.begin(number, number * DT, DT);
        }
        evaluateStage();
        evaluateStage();
        StepResult result = coupling.commit();
        if (result.sourceAbsent()) {
            held++;
            latest = "";
        } else {
            StringBuilder names = new StringBuilder();
            for (SourceDescriptor source : coupling.sources()) {
                acted.merge(key(source.name(), source.version()), 1L, Long::sum);
                names.append(key(source.name(), source.version())).append(' ');
            }
            latest = names.toString();
        }
        steps = number;
    }

    private void evaluateStage() throws InterruptedException, ExecutionException {
        List<Callable<Object>> stages = new ArrayList<>();
        for (BlockBinding block : blocks) {
            stages.add(() -> coupling.evaluate(block, 0.5));
        }
        for (Future<Object> stage : workers.invokeAll(stages)) {
            stage.get();
        }
    }

    static String key(String source, String version) {
        return source + " " + version;
    }

    Coupling coupling() {
        return coupling;
    }

    /** Returns the sources of the latest step, by name and version; empty if it had none. */
    String latest() {
        return latest;
    }

    /** Returns what the host is doing, for messages; its failure with the stack, if it met one. */
    String state() {
        if (thread.isAlive()) {
            return thread.getName() + " is at step " + steps + " with '" + latest + "'";
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return thread.getName() + " ended after step " + steps + ": " + text;
    }

    long steps() {
        return steps;
    }

    /** Returns the steps in which nothing acted; valid after {@link #stop}. */
    long held() {
        return held;
    }

    /** Returns what the coupling had to say, in its order. */
    List<String> log() {
        return log;
    }

    /** Returns the committed steps of each source and version; valid after {@link #stop}. */
    Map<String, Long> acted() {
        return acted;
    }

    /** Ends the stepping; throws what the host met, if anything. */
    void stop() throws Throwable {
        stopping = true;
        thread.join();
        workers.shutdown();
        if (!(failure instanceof Finished)) {
            throw failure;
        }
    }

    @Override
    public void close() {
        stopping = true;
        workers.shutdown();
        coupling.close();
    }

    /** Says that nothing failed. */
    private static final class Finished extends Throwable {
        private static final long serialVersionUID = 1;
    }
}

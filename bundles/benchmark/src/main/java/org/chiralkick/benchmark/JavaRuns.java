package org.chiralkick.benchmark;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks, each in a JVM of its own. */
final class JavaRuns {
    private final boolean vectorApi;

    /** Runs them with or without the Vector API. */
    JavaRuns(boolean vectorApi) {
        this.vectorApi = vectorApi;
    }

    /** Returns the kernel's time [ns/zone] per thread. */
    double kernel(int zones, boolean axial, int threads) throws RunnerException {
        RunResult result = run(options("KernelBenchmark.evaluate$")
                .param("zones", Integer.toString(zones))
                .param("axial", Boolean.toString(axial))
                .threads(threads));
        return best(result) / zones;
    }

    /** Returns the time of 20 energy groups of three species [ns/zone and group]. */
    double groups(boolean rotating) throws RunnerException {
        RunResult result = run(options("GroupBenchmark.evaluate$").param("rotating", Boolean.toString(rotating)));
        return best(result) / GroupBenchmark.ZONES / GroupColumns.GROUPS.count();
    }

    /** Returns the time of inversion and share [ns/zone]. */
    double inversion() throws RunnerException {
        return best(run(options("InversionBenchmark.invert$"))) / InversionBenchmark.ZONES;
    }

    /** Returns the time of mu_e in thin matter [ns/zone], by a method of its benchmark. */
    double thinMatter(String method) throws RunnerException {
        return best(run(options("ThinMatterBenchmark." + method + "$"))) / ThinMatterBenchmark.ZONES;
    }

    /** Returns the time of a block of 600 shells times angles [ns]. */
    double broadcast(int angles, BroadcastBenchmark.Profile profile) throws RunnerException {
        return best(run(options("BroadcastBenchmark.evaluate$")
                .param("angles", Integer.toString(angles))
                .param("profile", profile.name())));
    }

    /** Returns the time of a benchmark of the adapter [ns]. */
    double adapter(String method) throws RunnerException {
        return best(run(options("AdapterBenchmark." + method + "$")));
    }

    /** Returns what a call of it allocates [bytes]. */
    double allocated(String method) throws RunnerException {
        RunResult result = run(options("AdapterBenchmark." + method + "$").addProfiler(GCProfiler.class));
        for (String quantity : result.getSecondaryResults().keySet()) {
            if (quantity.endsWith("gc.alloc.rate.norm")) {
                return result.getSecondaryResults().get(quantity).getScore();
            }
        }
        return Double.NaN;
    }

    private ChainedOptionsBuilder options(String benchmark) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("benchmark\\." + benchmark)
                .forks(1)
                .warmupIterations(vectorApi ? 4 : 2)
                .warmupTime(new TimeValue(1, TimeUnit.SECONDS))
                .measurementIterations(12)
                .measurementTime(new TimeValue(200, TimeUnit.MILLISECONDS))
                .jvmArgsAppend("-Xmx4g", Home.option())
                .verbosity(VerboseMode.SILENT);
        // Not after half a billion zones, so that the warm-up need not last as long.
        return vectorApi
                ? options.jvmArgsPrepend("--add-modules", "jdk.incubator.vector", "-Dchiralkick.vector.after=10000000")
                : options;
    }

    /** Returns the best of the iterations, because the programs in C take the best of theirs. */
    private static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        if (results.size() != 1) {
            throw new IllegalStateException("expected one benchmark, ran " + results.size());
        }
        return results.iterator().next();
    }
}

package org.chiralkick.host;

import java.util.concurrent.locks.ReentrantLock;
import org.chiralkick.host.internal.step.WorkerPool;

/** Evaluations of several blocks as tasks of the worker pool; one object for all rounds, so that a round allocates nothing. */
final class BlockTasks implements WorkerPool.Tasks, AutoCloseable {
    private static final BlockBinding[] NONE = {};

    private final StepEvaluations evaluations;
    private final WorkerPool pool;
    private final ReentrantLock lock = new ReentrantLock();
    private BlockBinding[] blocks = NONE;
    private double weight;

    BlockTasks(StepEvaluations evaluations, int threads) {
        this.evaluations = evaluations;
        this.pool = new WorkerPool(threads);
    }

    /** Evaluates the blocks on the pool and the calling thread. Several callers take turns. */
    void evaluateAll(BlockBinding[] all, double stageWeight) {
        lock.lock();
        try {
            blocks = all;
            weight = stageWeight;
            pool.run(this, all.length);
        } finally {
            blocks = NONE;
            lock.unlock();
        }
    }

    @Override
    public void run(int index) {
        evaluations.evaluate(blocks[index], weight);
    }

    @Override
    public void close() {
        pool.close();
    }
}

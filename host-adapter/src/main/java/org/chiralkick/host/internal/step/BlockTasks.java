package org.chiralkick.host.internal.step;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Evaluations of several blocks as tasks of the worker pool; one object for all rounds, so that a round allocates nothing.
 *
 * @param <B> a block
 */
public final class BlockTasks<B> implements WorkerPool.Tasks, AutoCloseable {
    private final ObjDoubleConsumer<B> evaluation;
    private final WorkerPool pool;
    private final ReentrantLock lock = new ReentrantLock();
    private B @Nullable [] blocks;
    private double weight;

    /**
     * Starts the threads.
     *
     * @param evaluation evaluates a block with a weight
     */
    public BlockTasks(ObjDoubleConsumer<B> evaluation, int threads) {
        this.evaluation = evaluation;
        this.pool = new WorkerPool(threads);
    }

    /** Evaluates the blocks on the pool and the calling thread. Several callers take turns. */
    public void evaluateAll(B[] all, double stageWeight) {
        lock.lock();
        try {
            blocks = all;
            weight = stageWeight;
            pool.run(this, all.length);
        } finally {
            blocks = null;
            lock.unlock();
        }
    }

    @Override
    public void run(int index) {
        B[] all = blocks;
        if (all != null) {
            evaluation.accept(all[index], weight);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

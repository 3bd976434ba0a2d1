package org.chiralkick.host.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private final WorkerPool pool = new WorkerPool(3);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void everyTaskIsDoneOnceInEveryRound() {
        for (int round = 0; round < 2000; round++) {
            AtomicIntegerArray done = new AtomicIntegerArray(round % 17);
            pool.run(done::incrementAndGet, done.length());
            for (int i = 0; i < done.length(); i++) {
                assertEquals(1, done.get(i));
            }
        }
    }

    @Test
    void theCallerAndTheWorkersShareTheWork() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(4);
        pool.run(
                index -> {
                    threads.add(Thread.currentThread());
                    all.countDown();
                    awaitQuietly(all);
                },
                4);
        assertEquals(4, threads.size());
        assertTrue(threads.contains(Thread.currentThread()));
        threads.stream().filter(thread -> thread != Thread.currentThread()).forEach(thread -> {
            assertTrue(thread.isDaemon());
            assertTrue(thread.getName().startsWith("chiralkick-worker-"));
        });
    }

    @Test
    void theFirstFailureIsThrownAfterAllTasksAreDone() {
        AtomicIntegerArray done = new AtomicIntegerArray(10);
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> pool.run(
                        index -> {
                            done.incrementAndGet(index);
                            if (index == 4) {
                                throw new IllegalStateException("task 4");
                            }
                        },
                        10));
        assertEquals("task 4", thrown.getMessage());
        for (int i = 0; i < 10; i++) {
            assertEquals(1, done.get(i));
        }
        pool.run(done::incrementAndGet, 10);
        assertEquals(2, done.get(9), "the pool works on after a failure");
    }

    @Test
    void anInterruptIsHandedOnAfterTheRound() {
        AtomicIntegerArray done = new AtomicIntegerArray(8);
        Thread.currentThread().interrupt();
        pool.run(done::incrementAndGet, 8);
        assertTrue(Thread.interrupted());
        for (int i = 0; i < 8; i++) {
            assertEquals(1, done.get(i));
        }
    }

    @Test
    void closedThreadsEnd() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(4);
        pool.run(
                index -> {
                    threads.add(Thread.currentThread());
                    all.countDown();
                    awaitQuietly(all);
                },
                4);
        pool.close();
        for (Thread thread : threads) {
            if (thread != Thread.currentThread()) {
                thread.join(10_000);
                assertFalse(thread.isAlive());
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

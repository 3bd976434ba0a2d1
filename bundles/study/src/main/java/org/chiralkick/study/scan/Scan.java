package org.chiralkick.study.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.chiralkick.star.EvolutionException;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.Session;
import org.chiralkick.study.compare.KickTable;
import org.chiralkick.study.run.Evolutions;
import org.chiralkick.study.run.KickRequest;
import org.chiralkick.table.CsvWriter;

/**
 * The kick at every point of a grid, several points at a time.
 *
 * @param grid the points
 * @param requests what each point asks for
 * @param problems gets a point whose star cannot evolve; the others are computed all the same
 */
public record Scan(ScanGrid grid, Requests requests, Problems problems) {
    /** What a point of the grid asks for. */
    @FunctionalInterface
    public interface Requests {
        /**
         * Returns it; thread-safe.
         *
         * @param point the value of every axis, by its key
         */
        KickRequest at(Map<String, String> point) throws IOException;
    }

    /** Gets the points that have no kick. */
    @FunctionalInterface
    public interface Problems {
        /**
         * Gets one.
         *
         * @param index number of the point
         * @param point its values
         * @param reason why its star cannot evolve
         */
        void at(int index, Map<String, String> point, String reason);
    }

    /** Returns the columns of the table: the point's number, its values, its kick. */
    public static List<String> header(ScanGrid grid) {
        List<String> header = new ArrayList<>(List.of("point"));
        header.addAll(grid.keys());
        header.addAll(KickTable.COLUMNS);
        return header;
    }

    /**
     * Computes the points that the table does not have yet.
     *
     * @param table receives a row per point as soon as it is computed; has the columns of {@link #header}
     * @param threads points computed at a time, {@code >= 1}
     * @param progress receives the number of points in the table
     */
    public void compute(Session session, ScanFile table, int threads, LongConsumer progress)
            throws IOException, InterruptedException {
        Evolutions evolutions = new Evolutions(session);
        parallel(grid.size(), threads, point -> {
            if (!table.has(point)) {
                table.add(row(session, evolutions, point));
                progress.accept(table.done());
            }
        });
        table.finish();
    }

    /**
     * Returns what each star gets, several at a time; empty for one that cannot evolve.
     *
     * @param requests any stars under any configurations; those that differ in field, rotation or configuration alone share one
     *     evolution where they do not feel the mechanism
     * @param threads stars at a time, {@code >= 1}
     */
    public static List<Optional<Kicked>> kicks(Session session, List<KickRequest> requests, int threads)
            throws InterruptedException {
        Evolutions evolutions = new Evolutions(session);
        List<Optional<Kicked>> kicks = new ArrayList<>(Collections.nCopies(requests.size(), Optional.empty()));
        try {
            parallel(requests.size(), threads, i -> {
                try {
                    kicks.set(i, Optional.of(requests.get(i).kick(session, evolutions)));
                } catch (EvolutionException e) {
                    // Its place stays empty.
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(kicks);
    }

    /** One of many pieces of work. */
    @FunctionalInterface
    private interface Piece {
        void at(int index) throws IOException;
    }

    private static void parallel(int pieces, int threads, Piece work) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                work.at(i);
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(worker));
            }
            for (Future<Void> one : workers) {
                one.get();
            }
        } catch (ExecutionException e) {
            next.set(pieces);
            throw failure(e);
        } finally {
            pool.shutdown();
        }
    }

    private static RuntimeException failure(ExecutionException e) throws IOException {
        if (e.getCause() instanceof IOException io) {
            throw io;
        }
        return e.getCause() instanceof RuntimeException known ? known : new CancellationException(String.valueOf(e));
    }

    /** A star that cannot evolve at a point is no reason to lose the others: its row has no numbers. */
    private String row(Session session, Evolutions evolutions, int index) throws IOException {
        Map<String, String> point = grid.point(index);
        StringBuilder row = new StringBuilder();
        CsvWriter csv = new CsvWriter(row).put(index);
        for (String value : point.values()) {
            csv.put(value);
        }
        try {
            KickTable.put(csv, requests.at(point).kick(session, evolutions));
        } catch (EvolutionException e) {
            problems.at(index, point, String.valueOf(e.getMessage()));
            KickTable.putNothing(csv, "no-evolution");
        }
        return row.toString();
    }
}

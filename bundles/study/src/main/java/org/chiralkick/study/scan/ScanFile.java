package org.chiralkick.study.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;

/**
 * The table of a scan, which is also the record of what is done: {@code scan.csv}.
 *
 * <p>Its first line names the scan, the second the columns, of which the first is the point's number. A row is appended
 * when its point is done, in whatever order that happens; {@link #finish} puts them in order.
 */
public final class ScanFile {
    private static final String TITLE = "# chiralkick scan: ";

    private final Path file;
    private final String head;
    private final int columns;
    private final TreeMap<Integer, String> rows = new TreeMap<>();

    private ScanFile(Path file, String head, int columns) {
        this.file = file;
        this.head = head;
        this.columns = columns;
    }

    /**
     * Opens the table, and takes over the rows of an earlier try of the same scan.
     *
     * @param file the table; its folder must exist
     * @param scan one line that is the same for the same scan, and different for any other
     * @param header the columns; the first is the point's number
     * @throws IllegalArgumentException if the file belongs to another scan, or is none
     */
    public static ScanFile open(Path file, String scan, List<String> header) throws IOException {
        ScanFile table = new ScanFile(file, TITLE + scan + "\n" + String.join(",", header) + "\n", header.size());
        if (Files.exists(file)) {
            table.takeOver(Files.readString(file, StandardCharsets.UTF_8));
        }
        // Rewritten without the row that a crash cut off, so that the next one begins on a line of its own.
        table.finish();
        return table;
    }

    private void takeOver(String text) {
        if (text.startsWith(TITLE) && text.lines().count() <= 2) {
            return; // another scan that did not get to its first point: nothing is lost
        }
        if (!text.startsWith(head)) {
            String first = text.lines().findFirst().orElse("");
            throw new IllegalArgumentException(file + " is not the table of this scan but of '"
                    + (first.startsWith(TITLE) ? first.substring(TITLE.length()) : first)
                    + "'; give another folder, or remove the file");
        }
        String body = text.substring(head.length());
        String complete = body.substring(0, body.lastIndexOf('\n') + 1);
        complete.lines().filter(row -> row.split(",", -1).length == columns).forEach(row -> rows.put(index(row), row));
    }

    private static int index(String row) {
        return Integer.parseInt(row.substring(0, row.indexOf(',')));
    }

    /** Returns whether a point is done. */
    public synchronized boolean has(int index) {
        return rows.containsKey(index);
    }

    /** Returns the number of points that are done. */
    public synchronized int done() {
        return rows.size();
    }

    /** Returns the rows in the order of the points, each as the text of its cells. */
    public synchronized List<List<String>> rows() {
        return rows.values().stream().map(row -> List.of(row.split(",", -1))).toList();
    }

    /** Appends a row; its first cell is the point's number. */
    public synchronized void add(String row) throws IOException {
        Files.writeString(file, row + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        rows.put(index(row), row);
    }

    /** Puts the rows in the order of the points; the file is replaced in one go. */
    public synchronized void finish() throws IOException {
        StringBuilder text = new StringBuilder(head);
        rows.values().forEach(row -> text.append(row).append('\n'));
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, text, StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}

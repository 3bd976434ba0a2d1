package org.chiralkick.report;

import java.util.List;

/**
 * A table to read.
 *
 * @param id name within the page
 * @param title heading
 * @param headings one for each column
 * @param rows cells as they are shown
 */
public record DataTable(String id, String title, List<Heading> headings, List<List<String>> rows) implements Block {
    /**
     * Head of a column.
     *
     * @param name the quantity
     * @param unit its unit; may be empty
     * @param number whether the cells are numbers, which are set flush right
     */
    public record Heading(String name, String unit, boolean number) {
        /** Returns the head of a column of words. */
        public static Heading text(String name) {
            return new Heading(name, "", false);
        }

        /** Returns the head of a column of numbers. */
        public static Heading number(String name, String unit) {
            return new Heading(name, unit, true);
        }
    }

    /** Keeps its own copies; refuses a row of another length than the headings. */
    public DataTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException("a row of table " + id + " has " + row.size() + " cells for "
                        + headings.size() + " columns: " + row);
            }
        }
    }
}

package org.chiralkick.table.format;

import java.util.List;

/**
 * A table as its file has it: names and units unchanged, values unconverted.
 *
 * @param format the name of the file format, for what is said of the file: "MESA profile"
 * @param columns the columns in the order of the file, each with as many values as there are lines
 * @param lines the line of each row in the file, counted from 1; for a binary file the index of the row, from 1
 * @param remarks what a user should know of the reading, each a sentence: which time was taken, how many rows were left out and why
 */
public record RawTable(String format, List<RawColumn> columns, int[] lines, List<String> remarks) {
    /**
     * @throws IllegalArgumentException if a column has another number of values than there are lines
     */
    public RawTable {
        columns = List.copyOf(columns);
        lines = lines.clone();
        remarks = List.copyOf(remarks);
        for (RawColumn column : columns) {
            if (column.values().length != lines.length) {
                throw new IllegalArgumentException("column " + column.name() + " has " + column.values().length
                        + " values for " + lines.length + " rows");
            }
        }
    }

    @Override
    public int[] lines() {
        return lines.clone();
    }
}

package org.chiralkick.report;

import java.util.List;

/**
 * Columns of equal length, for other programs.
 *
 * @param name what it is called there, lower case with underscores
 * @param describes what its rows are
 * @param columns at least one
 */
public record Table(String name, String describes, List<Column> columns) {
    /** Keeps its own copy; refuses columns of different lengths. */
    public Table {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            int rows = columns.get(0).values().size();
            if (column.values().size() != rows) {
                throw new IllegalArgumentException("column " + column.name() + " of table " + name + " has "
                        + column.values().size() + " values, the first one " + rows);
            }
        }
    }

    /** Returns the number of rows. */
    public int rows() {
        return columns.get(0).values().size();
    }
}

package org.chiralkick.table;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, set in aligned columns. */
public final class TextTable {
    private static final String GAP = "  ";

    private final String indent;
    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param indent what every line starts with
     * @param alignment one letter a column: {@code l} for left, {@code r} for right
     */
    public TextTable(String indent, String alignment) {
        this.indent = indent;
        this.alignment = alignment;
    }

    /** Adds a row; missing cells at its end are empty. */
    public TextTable row(String... cells) {
        if (cells.length > alignment.length()) {
            throw new IllegalArgumentException("row has " + cells.length + " cells, the table " + alignment.length());
        }
        rows.add(List.of(cells));
        return this;
    }

    /** Returns the lines, each ended, without trailing blanks. */
    @Override
    public String toString() {
        int[] width = new int[alignment.length()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                String blanks = " ".repeat(width[i] - cell.length());
                line.append(alignment.charAt(i) == 'r' ? blanks + cell : cell + blanks)
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}

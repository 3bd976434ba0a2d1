package org.chiralkick.table;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes a table row by row, numbers with 17 significant digits so that they read back to the same bits. */
public final class CsvWriter {
    private final Appendable out;
    private boolean rowStarted;

    public CsvWriter(Appendable out) {
        this.out = out;
    }

    /** Writes a comment line. */
    public CsvWriter comment(String text) throws IOException {
        out.append("# ").append(text.replace('\n', ' ')).append('\n');
        return this;
    }

    /** Writes the header line. */
    public CsvWriter header(List<String> names) throws IOException {
        for (String name : names) {
            put(name);
        }
        return endRow();
    }

    /** Adds a cell with 17 significant digits; {@code nan}, {@code inf}, {@code -inf} where it is not finite. */
    public CsvWriter put(double value) throws IOException {
        return put(text(value));
    }

    /** Adds a cell with a whole number. */
    public CsvWriter put(long value) throws IOException {
        return put(Long.toString(value));
    }

    /** Adds a cell of text, which must hold neither comma nor line end. */
    public CsvWriter put(String text) throws IOException {
        if (text.indexOf(',') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a cell must not hold a comma or line end: '" + text + "'");
        }
        if (rowStarted) {
            out.append(',');
        }
        out.append(text);
        rowStarted = true;
        return this;
    }

    /** Ends the row. */
    public CsvWriter endRow() throws IOException {
        out.append('\n');
        rowStarted = false;
        return this;
    }

    /** Returns the text of a number with 17 significant digits: {@code "-1.2000000000000000e-03"}. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return String.format(Locale.ROOT, "%.16e", value);
    }
}

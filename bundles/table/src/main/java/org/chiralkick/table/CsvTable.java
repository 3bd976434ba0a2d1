package org.chiralkick.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.chiralkick.host.json.NearestName;

/** The wanted columns of a comma-separated file, as numbers, with the line each row came from. */
public final class CsvTable {
    private final String name;
    private final List<String> header;
    private final Map<String, double[]> columns;
    private final int[] lines;

    private CsvTable(String name, List<String> header, Map<String, double[]> columns, int[] lines) {
        this.name = name;
        this.header = header;
        this.columns = columns;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @param file the file, UTF-8
     * @param wanted which header names to read as numbers; cells of other columns may hold anything
     * @throws TableException if there is no such file, or its form or a wanted cell is wrong
     */
    public static CsvTable read(Path file, Predicate<String> wanted) throws IOException {
        return read(file, wanted, false);
    }

    /**
     * Returns the table in a catalogue: as {@link #read(Path, Predicate)}, but empty cells are NaN, for catalogues leave out what is
     * not known, and a row may have more cells than the header, for their last columns are text with commas of its own.
     */
    public static CsvTable readSparse(Path file, Predicate<String> wanted) throws IOException {
        return read(file, wanted, true);
    }

    private static CsvTable read(Path file, Predicate<String> wanted, boolean sparse) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(in, name, wanted, sparse);
        } catch (NoSuchFileException e) {
            throw new TableException("there is no file " + file);
        } catch (MalformedInputException e) {
            throw new TableException(name + " is not a text file in UTF-8");
        } catch (IOException e) {
            if (Files.isDirectory(file)) {
                throw new TableException(file + " is a folder; give a CSV file");
            }
            throw e;
        }
    }

    /**
     * Reads a table from a reader, to its end.
     *
     * @param name what messages call the table
     * @param wanted which header names to read as numbers
     * @throws TableException if its form or a wanted cell is wrong
     */
    public static CsvTable read(Reader reader, String name, Predicate<String> wanted) throws IOException {
        return read(reader, name, wanted, false);
    }

    private static CsvTable read(Reader reader, String name, Predicate<String> wanted, boolean sparse)
            throws IOException {
        BufferedReader in = new BufferedReader(reader);
        List<String> header = List.of();
        List<Integer> kept = new ArrayList<>();
        Columns columns = new Columns();
        int line = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            String content = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (content.isBlank() || content.stripLeading().startsWith("#")) {
                continue;
            }
            String[] cells = content.split(",", -1);
            Arrays.setAll(cells, i -> cells[i].strip());
            if (header.isEmpty()) {
                header = header(cells, name, line);
                for (int i = 0; i < cells.length; i++) {
                    if (wanted.test(cells[i])) {
                        kept.add(i);
                    }
                }
                columns.open(kept.size());
                continue;
            }
            if (sparse ? cells.length < header.size() : cells.length != header.size()) {
                throw new TableException(name + " line " + line + " has " + cells.length + " cells; the header has "
                        + header.size() + " columns");
            }
            columns.nextRow(line);
            for (int k = 0; k < kept.size(); k++) {
                int i = kept.get(k);
                boolean absent = sparse && cells[i].isEmpty();
                columns.put(k, absent ? Double.NaN : number(cells[i], name, line, header.get(i)));
            }
        }
        if (header.isEmpty()) {
            throw new TableException(name + " is empty; it must start with a header line of column names");
        }
        if (columns.rows == 0) {
            throw new TableException(name + " has a header but no rows");
        }
        Map<String, double[]> byName = new HashMap<>();
        for (int k = 0; k < kept.size(); k++) {
            byName.put(header.get(kept.get(k)), columns.column(k));
        }
        return new CsvTable(name, header, byName, columns.lines());
    }

    /** Returns what messages call this table. */
    public String name() {
        return name;
    }

    /** Returns all header names in the order of the file, the unwanted too. */
    public List<String> header() {
        return header;
    }

    /** Returns the number of rows. */
    public int rows() {
        return lines.length;
    }

    /** Returns whether a column of that name was read. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /**
     * Returns a copy of the values of a column that was read.
     *
     * @throws TableException if it was not
     */
    public double[] column(String column) {
        double[] values = columns.get(column);
        if (values == null) {
            throw new TableException(name + " has no column " + column + NearestName.hint(column, header)
                    + "; its columns are " + String.join(", ", header));
        }
        return values.clone();
    }

    /** Returns {@code "zones.csv line 7, column ye"}: where the value of that row stands in the file. */
    public String place(int row, String column) {
        return name + " line " + lines[row] + ", column " + column;
    }

    private static List<String> header(String[] cells, String name, int line) {
        List<String> header = List.of(cells);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].isEmpty()) {
                throw new TableException(name + " line " + line + ": column " + (i + 1) + " has no name in the header");
            }
            if (header.indexOf(cells[i]) < i) {
                throw new TableException(
                        name + " line " + line + ": column " + cells[i] + " occurs twice in the header");
            }
        }
        if (Arrays.stream(cells).allMatch(cell -> NumberCell.parse(cell).isPresent())) {
            throw new TableException(
                    name + " line " + line + ": expected a header line of column names, found only numbers");
        }
        return header;
    }

    private static double number(String cell, String name, int line, String column) {
        return NumberCell.parse(cell)
                .orElseThrow(() -> new TableException(name + " line " + line + ", column " + column
                        + (cell.isEmpty()
                                ? " is empty; write nan where there is no value"
                                : ": '" + cell + "' is not a number")));
    }

    /** Growing columns of doubles. */
    private static final class Columns {
        private double[][] values = new double[0][];
        private int[] lines = new int[64];
        private int rows;

        void open(int count) {
            values = new double[count][lines.length];
        }

        void nextRow(int line) {
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, 2 * rows);
                for (int k = 0; k < values.length; k++) {
                    values[k] = Arrays.copyOf(values[k], 2 * rows);
                }
            }
            lines[rows++] = line;
        }

        void put(int k, double value) {
            values[k][rows - 1] = value;
        }

        double[] column(int k) {
            return Arrays.copyOf(values[k], rows);
        }

        int[] lines() {
            return Arrays.copyOf(lines, rows);
        }
    }
}

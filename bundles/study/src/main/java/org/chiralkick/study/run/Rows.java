package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.chiralkick.report.Column;
import org.chiralkick.report.Table;
import org.chiralkick.star.kick.Kick;

/**
 * A table of quantities of the same rows, column by column.
 *
 * @param <T> what a row is of
 */
final class Rows<T> {
    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    Rows(List<T> rows) {
        this.rows = List.copyOf(rows);
    }

    void add(String name, String unit, String describes, ToDoubleFunction<T> quantity) {
        columns.add(Column.of(
                name, unit, describes, rows.stream().mapToDouble(quantity).toArray()));
    }

    /** Adds a quantity of which the number of the row is known. */
    void addAt(String name, String unit, String describes, IntToDoubleFunction quantity) {
        columns.add(Column.of(
                name,
                unit,
                describes,
                IntStream.range(0, rows.size()).mapToDouble(quantity).toArray()));
    }

    void add(Column column) {
        columns.add(column);
    }

    void whole(String name, String describes, ToLongFunction<T> quantity) {
        columns.add(Column.whole(
                name, "", describes, rows.stream().mapToLong(quantity).toArray()));
    }

    /** Adds a velocity and its size. */
    void addKick(Function<T, Kick> kick) {
        add("kick_x_km_s", "km/s", "velocity along x", row -> kick.apply(row).x());
        add("kick_y_km_s", "km/s", "velocity along y", row -> kick.apply(row).y());
        add(
                "kick_z_km_s",
                "km/s",
                "velocity along the spin axis z",
                row -> kick.apply(row).z());
        add("speed_km_s", "km/s", "speed", row -> kick.apply(row).speed());
    }

    Table table(String name, String describes) {
        return new Table(name, describes, columns);
    }
}

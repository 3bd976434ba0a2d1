package org.chiralkick.study.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.View;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.source.ZoneField;
import org.chiralkick.table.CsvTable;
import org.chiralkick.table.TableException;

/** A table with a row per zone and a column per component of a zone field, named as {@link ZoneField#columnName} says. */
public final class ZoneTable {
    private static final Map<String, Component> COLUMNS = columns();

    private record Component(ZoneField field, int axis) {}

    private final CsvTable table;

    private ZoneTable(CsvTable table) {
        this.table = table;
    }

    /**
     * Returns the table if every column of it is a component of a zone field.
     *
     * @throws TableException naming each column that is not, and all there are
     */
    public static ZoneTable of(CsvTable table) {
        List<String> unknown = table.header().stream()
                .filter(name -> !COLUMNS.containsKey(name))
                .map(name -> name + NearestName.hint(name, COLUMNS.keySet()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new TableException(table.name() + " has unknown columns " + String.join(", ", unknown)
                    + "; the columns of a zone are " + String.join(", ", COLUMNS.keySet()));
        }
        return new ZoneTable(table);
    }

    /** Returns whether a header name is a component of a zone field. */
    public static boolean isColumn(String name) {
        return COLUMNS.containsKey(name);
    }

    /** Returns the number of zones. */
    public int zones() {
        return table.rows();
    }

    /** Returns the columns that are missing from vectors of which another component is there; they are taken as 0. */
    public List<String> missingComponents() {
        List<String> missing = new ArrayList<>();
        for (ZoneField field : fields()) {
            for (int axis = 0; axis < field.components(); axis++) {
                if (!table.has(field.columnName(axis))) {
                    missing.add(field.columnName(axis));
                }
            }
        }
        return missing;
    }

    /** Binds every field of the table as input of a block. */
    public void bind(BlockBinding.Builder builder) {
        for (ZoneField field : fields()) {
            View[] views = new View[field.components()];
            for (int axis = 0; axis < views.length; axis++) {
                String name = field.columnName(axis);
                views[axis] = table.has(name) ? View.of(table.column(name)) : View.constant(0);
            }
            builder.in(field, views);
        }
    }

    private Set<ZoneField> fields() {
        Map<ZoneField, Boolean> fields = new EnumMap<>(ZoneField.class);
        table.header().forEach(name -> {
            Component component = COLUMNS.get(name);
            if (component != null) {
                fields.put(component.field(), true);
            }
        });
        return fields.keySet();
    }

    private static Map<String, Component> columns() {
        Map<String, Component> columns = new LinkedHashMap<>();
        for (ZoneField field : ZoneField.values()) {
            for (int axis = 0; axis < field.components(); axis++) {
                columns.put(field.columnName(axis), new Component(field, axis));
            }
        }
        return columns;
    }
}

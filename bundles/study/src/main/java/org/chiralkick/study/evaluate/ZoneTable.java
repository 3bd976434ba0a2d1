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
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.ZoneField;
import org.chiralkick.table.CsvTable;
import org.chiralkick.table.TableException;

/**
 * A table with a row per zone and a column per component of a zone field, named as {@link ZoneField#columnName} says; of fields that are per
 * energy group a column per group as well, {@code nu_e_energy_density_g0_erg_per_cm3}.
 */
public final class ZoneTable {
    private static final Map<String, ZoneField> COLUMNS = columns(EnergyGroups.NONE);

    private final CsvTable table;
    private final EnergyGroups groups;
    private final Map<String, ZoneField> columns;

    private ZoneTable(CsvTable table, EnergyGroups groups, Map<String, ZoneField> columns) {
        this.table = table;
        this.groups = groups;
        this.columns = columns;
    }

    /**
     * Returns the table if every column of it is a component of a zone field.
     *
     * @throws TableException naming each column that is not, and all there are
     */
    public static ZoneTable of(CsvTable table) {
        return of(table, EnergyGroups.NONE);
    }

    /** Returns the table, whose columns may be of energy groups, too. */
    public static ZoneTable of(CsvTable table, EnergyGroups groups) {
        Map<String, ZoneField> columns = columns(groups);
        List<String> unknown = table.header().stream()
                .filter(name -> !columns.containsKey(name))
                .map(name -> name + NearestName.hint(name, columns.keySet()))
                .toList();
        if (!unknown.isEmpty()) {
            throw new TableException(table.name() + " has unknown columns " + String.join(", ", unknown)
                    + "; the columns of a zone are " + String.join(", ", COLUMNS.keySet()));
        }
        return new ZoneTable(table, groups, columns);
    }

    /** Returns whether a header name is a component of a zone field. */
    public static boolean isColumn(String name) {
        return COLUMNS.containsKey(name);
    }

    /** Returns whether a header name is a component of a zone field, in one of these energy groups where it is per group. */
    public static boolean isColumn(String name, EnergyGroups groups) {
        return columns(groups).containsKey(name);
    }

    /** Returns the energy groups; none where the table was read without. */
    public EnergyGroups groups() {
        return groups;
    }

    /** Returns the number of zones. */
    public int zones() {
        return table.rows();
    }

    /** Returns the columns that are missing from vectors, or groups, of which another component is there; they are taken as 0. */
    public List<String> missingComponents() {
        List<String> missing = new ArrayList<>();
        for (ZoneField field : fields()) {
            names(field, groups).stream().filter(name -> !table.has(name)).forEach(missing::add);
        }
        return missing;
    }

    /** Binds every field of the table as input of a block. */
    public void bind(BlockBinding.Builder builder) {
        for (ZoneField field : fields()) {
            View[] views = names(field, groups).stream()
                    .map(name -> table.has(name) ? View.of(table.column(name)) : View.constant(0))
                    .toArray(View[]::new);
            builder.in(field, views);
        }
    }

    /** Returns the fields of which the table has a component. */
    Set<ZoneField> fields() {
        Map<ZoneField, Boolean> fields = new EnumMap<>(ZoneField.class);
        table.header().forEach(name -> {
            ZoneField field = columns.get(name);
            if (field != null) {
                fields.put(field, true);
            }
        });
        return fields.keySet();
    }

    private static Map<String, ZoneField> columns(EnergyGroups groups) {
        Map<String, ZoneField> columns = new LinkedHashMap<>();
        for (ZoneField field : ZoneField.values()) {
            names(field, groups).forEach(name -> columns.put(name, field));
        }
        return columns;
    }

    /** Returns the names of a field's columns, group after group. */
    private static List<String> names(ZoneField field, EnergyGroups groups) {
        List<String> names = new ArrayList<>();
        for (int group = 0; group < (field.perGroup() ? groups.count() : 1); group++) {
            for (int axis = 0; axis < field.components(); axis++) {
                names.add(field.columnName(axis, group));
            }
        }
        return names;
    }
}

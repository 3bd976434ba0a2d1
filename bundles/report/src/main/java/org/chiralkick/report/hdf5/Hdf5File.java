package org.chiralkick.report.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.WritableNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.report.Column;
import org.chiralkick.report.Table;

/** Writes tables to an HDF5 file. */
public final class Hdf5File {
    private Hdf5File() {}

    /**
     * Writes a file, replacing one that is there.
     *
     * @param file the file
     * @param facts attributes of the root group
     * @param tables a group each; those without rows are left out, HDF5 by jHDF has no empty datasets
     */
    public static void write(Path file, Map<String, String> facts, List<Table> tables) throws IOException {
        Files.deleteIfExists(file);
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            facts.forEach((name, text) -> describe(hdf, name, text));
            for (Table table : tables) {
                if (table.rows() > 0) {
                    write(hdf, table);
                }
            }
        }
    }

    private static void write(WritableGroup root, Table table) {
        WritableGroup group = root.putGroup(table.name());
        describe(group, "description", table.describes());
        for (Column column : table.columns()) {
            WritableNode dataset = group.putDataset(column.name(), values(column));
            describe(dataset, "units", column.unit().isEmpty() ? "1" : column.unit());
            describe(dataset, "description", column.describes());
        }
    }

    private static Object values(Column column) {
        return column.whole()
                ? column.values().stream().mapToLong(Double::longValue).toArray()
                : column.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void describe(WritableNode node, String name, String text) {
        node.putAttribute(name, text);
    }
}

package org.chiralkick.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    private static CsvTable read(String text) throws IOException {
        return CsvTable.read(new StringReader(text), "zones.csv", name -> !name.equals("id"));
    }

    @Test
    void readsWantedColumnsInAnyOrderAndSkipsCommentsAndBlankLines() throws IOException {
        CsvTable table = read("# by hand\n\n b , id ,a\r\n1,first zone, 2\n# between\n-3e2,second,nan\n");
        assertEquals(List.of("b", "id", "a"), table.header());
        assertEquals(2, table.rows());
        assertArrayEquals(new double[] {1, -300}, table.column("b"));
        assertArrayEquals(new double[] {2, Double.NaN}, table.column("a"));
        assertFalse(table.has("id"));
        assertEquals("zones.csv line 6, column a", table.place(1, "a"));
    }

    @Test
    void readsMoreRowsThanItFirstMadeRoomFor() throws IOException {
        StringBuilder text = new StringBuilder("a\n");
        for (int i = 0; i < 1000; i++) {
            text.append(i).append('\n');
        }
        CsvTable table = read(text.toString());
        assertEquals(1000, table.rows());
        assertEquals(999, table.column("a")[999]);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "+1.5,1.5",
        ".5,0.5",
        "5.,5",
        "-1E-3,-1e-3",
        "1.0D+12,1e12",
        "nan,NaN",
        "NaN,NaN",
        "inf,Infinity",
        "-Infinity,-Infinity"
    })
    void understandsTheNumbersThatCodesWrite(String cell, double value) throws IOException {
        assertEquals(value, read("a\n" + cell + "\n").column("a")[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                 | zones.csv is empty; it must start with a header line of column names",
                "'# only\n'         | zones.csv is empty; it must start with a header line of column names",
                "'a,b\n'            | zones.csv has a header but no rows",
                "'a,b\n1\n'         | zones.csv line 2 has 1 cells; the header has 2 columns",
                "'a,b\n1,2,3\n'     | zones.csv line 2 has 3 cells; the header has 2 columns",
                "'a,b\n1,2\n1,x\n'  | zones.csv line 3, column b: 'x' is not a number",
                "'a,b\n1,\n'        | zones.csv line 2, column b is empty; write nan where there is no value",
                "'a,b\n0x1p3,1\n'   | zones.csv line 2, column a: '0x1p3' is not a number",
                "'a,b\n1f,1\n'      | zones.csv line 2, column a: '1f' is not a number",
                "'a,b,a\n1,2,3\n'   | zones.csv line 1: column a occurs twice in the header",
                "'a,,b\n1,2,3\n'    | zones.csv line 1: column 2 has no name in the header",
                "'1,2\n3,4\n'       | 'zones.csv line 1: expected a header line of column names, found only numbers'",
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertEquals(
                message, assertThrows(TableException.class, () -> read(text)).getMessage());
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Path nowhere = Path.of("no-such-folder", "zones.csv");
        String message = assertThrows(TableException.class, () -> CsvTable.read(nowhere, name -> true))
                .getMessage();
        assertEquals("there is no file " + nowhere, message);
    }

    @Test
    void hintsAtTheNameThatWasMeant() throws IOException {
        CsvTable table = read("radius_cm,b\n1,2\n");
        assertEquals(
                "zones.csv has no column radius_km (did you mean radius_cm?); its columns are radius_cm, b",
                assertThrows(TableException.class, () -> table.column("radius_km"))
                        .getMessage());
    }

    @Test
    void writesNumbersThatReadBackToTheSameBits() throws IOException {
        double[] values = {0.1, -1.0 / 3, 5e-324, Double.MAX_VALUE, 0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY};
        StringBuilder text = new StringBuilder();
        CsvWriter writer = new CsvWriter(text).comment("numbers").header(List.of("a"));
        for (double value : values) {
            writer.put(value).endRow();
        }
        assertArrayEquals(values, read(text.toString()).column("a"));
    }
}

package org.chiralkick.study.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanFileTest {
    private static final List<String> HEADER = List.of("point", "x", "y");

    @TempDir
    private Path folder = Path.of("");

    private ScanFile open(String scan) throws IOException {
        return ScanFile.open(folder.resolve("scan.csv"), scan, HEADER);
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("scan.csv"));
    }

    @Test
    void rowsComeInAnyOrderAndEndInTheOrderOfThePoints() throws IOException {
        ScanFile table = open("s");
        table.add("2,c,cc");
        table.add("0,a,aa");
        assertEquals("# chiralkick scan: s\npoint,x,y\n2,c,cc\n0,a,aa\n", text());
        table.finish();
        assertEquals("# chiralkick scan: s\npoint,x,y\n0,a,aa\n2,c,cc\n", text());
        assertEquals(List.of(List.of("0", "a", "aa"), List.of("2", "c", "cc")), table.rows());
    }

    @Test
    void aLaterStartTakesOverWhatIsDoneAndDropsARowThatWasCutOff() throws IOException {
        open("s").add("1,b,bb");
        String complete = text();
        for (String cut : List.of("0", "0,a", "0,a,a")) {
            Files.writeString(folder.resolve("scan.csv"), complete + cut);
            ScanFile table = open("s");
            assertTrue(table.has(1));
            assertFalse(table.has(0), "after '" + cut + "'");
            assertEquals(1, table.done());
            assertEquals(complete, text());
        }
    }

    @Test
    void theTableOfAnotherScanIsNotTouched() throws IOException {
        open("first").add("0,a,aa");
        String before = text();
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> open("second"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("of 'first'"), refusal.getMessage());
        assertEquals(before, text());
        Files.writeString(folder.resolve("scan.csv"), "my,notes\n");
        assertThrows(IllegalArgumentException.class, () -> open("first"));
        assertEquals("my,notes\n", text());
    }

    @Test
    void aScanThatDidNotGetToItsFirstPointIsNotInTheWay() throws IOException {
        open("with a typing error");
        open("without").add("0,a,aa");
        assertEquals("# chiralkick scan: without\npoint,x,y\n0,a,aa\n", text());
    }
}

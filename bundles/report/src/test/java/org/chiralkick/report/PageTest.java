package org.chiralkick.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What cannot be drawn is refused where it is described, by name. */
class PageTest {
    private static void assertRefused(String message, Executable description) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, description).getMessage());
    }

    @Test
    void aLineHasAValueForEachAbscissa() {
        Axis axis = Axis.linear("t", "s");
        LineChart.Line line = new LineChart.Line("v", List.of(1.0));
        assertRefused(
                "line 'v' of chart c has 1 values for 2 abscissas",
                () -> new LineChart("c", "", "", axis, axis, List.of(0.0, 1.0), List.of(line), List.of()));
    }

    @Test
    void moreLinesThanStylesAreRefused() {
        Axis axis = Axis.linear("t", "s");
        List<LineChart.Line> seven = Collections.nCopies(7, new LineChart.Line("v", List.of(1.0)));
        assertRefused(
                "chart c has 7 lines and clouds; at most 6 can be told apart",
                () -> new LineChart("c", "", "", axis, axis, List.of(0.0), seven, List.of()));
    }

    @Test
    void aMapHasAValueForEachCell() {
        assertRefused(
                "map m has 1 values for 2 bands of 3 cells",
                () -> new SphereMap("m", "", "", Axis.linear("f", ""), "", "", 2, 3, List.of(1.0), List.of()));
    }

    @Test
    void aRowHasACellForEachHeading() {
        assertRefused(
                "a row of table t has 2 cells for 1 columns: [a, b]",
                () -> new DataTable("t", "", List.of(DataTable.Heading.text("x")), List.of(List.of("a", "b"))));
    }

    @Test
    void aChoiceHasAPlaceOnTheScale() {
        assertRefused(
                "value of share one is NaN; must be finite and >= 0",
                () -> new DotChart.Dot("share", "one", Double.NaN, false, ""));
    }

    @Test
    void columnsOfATableAreOfOneLength() {
        Column two = Column.of("a", "", "", new double[2]);
        Column three = Column.whole("b", "", "", new long[3]);
        assertRefused(
                "column b of table t has 3 values, the first one 2", () -> new Table("t", "", List.of(two, three)));
    }

    @Test
    void blocksOfAPageHaveNamesOfTheirOwn() {
        Section section = new Section("s", "", "", List.of(Samples.dots(), Samples.dots()));
        assertRefused(
                "two blocks of a page have the same id: [dots, dots]",
                () -> new Page("", "", "", List.of(section), List.of(), ""));
    }
}

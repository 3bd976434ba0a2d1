package org.chiralkick.study.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @Test
    void valuesAreListedOrARange() {
        assertEquals(
                new Axis("share", List.of("composition", "equilibrium")), Axis.parse("share=composition, equilibrium"));
        assertEquals(List.of("0", "22.5", "45"), numbers("obliquity=0:45:3"));
        assertEquals(List.of("1e11", "1e12", "1e13"), numbers("field=1e11:1e13:3:log"));
        assertEquals(List.of("7"), numbers("mass=7:9:1"));
        assertEquals(
                List.of("a:b.csv", "c.csv"), Axis.parse("profile=a:b.csv,c.csv").values());
    }

    /** The values, written as short as a person would. */
    private static List<String> numbers(String axis) {
        return Axis.parse(axis).values().stream()
                .map(Double::parseDouble)
                .map(value -> value == Math.rint(value) && value < 1e6
                        ? Long.toString(value.longValue())
                        : Double.toString(value).replace("E", "e").replace(".0e", "e"))
                .toList();
    }

    @Test
    void bothEndsOfARangeAreExact() {
        List<String> values = Axis.parse("field=1e11:1e16:26:log").values();
        assertEquals(26, values.size());
        assertEquals(1e11, Double.parseDouble(values.get(0)));
        assertEquals(1e16, Double.parseDouble(values.get(25)));
        for (int i = 1; i < values.size(); i++) {
            double ratio = Double.parseDouble(values.get(i)) / Double.parseDouble(values.get(i - 1));
            assertEquals(Math.pow(10, 0.2), ratio, 2e-5, "step " + i);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field               | must be like field=",
                "=3                  | must be like field=",
                "field=              | must be like field=",
                "field=1:2:3:4:5     | range of field is",
                "field=1:2:0         | number of values of field is '0'",
                "field=1:2:x         | number of values of field is 'x'",
                "field=0:2:5:log     | both must be > 0",
                "field=1:2:5:linear  | must be from:to:n",
            })
    void aWrongAxisSaysWhatIsRight(String text, String message) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Axis.parse(text));
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }
}

package org.chiralkick.study.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScanGridTest {
    @Test
    void pointsAreAllCombinationsAndTheLastAxisRunsFastest() {
        ScanGrid grid = new ScanGrid(List.of(Axis.parse("a=1,2"), Axis.parse("b=x,y,z")));
        assertEquals(6, grid.size());
        assertEquals(Map.of("a", "1", "b", "x"), grid.point(0));
        assertEquals(Map.of("a", "1", "b", "y"), grid.point(1));
        assertEquals(Map.of("a", "2", "b", "z"), grid.point(5));
        assertEquals(List.of("a", "b"), List.copyOf(grid.point(3).keySet()));
        Set<Map<String, String>> all = new HashSet<>();
        for (int i = 0; i < grid.size(); i++) {
            all.add(grid.point(i));
        }
        assertEquals(6, all.size());
    }

    @Test
    void eachValueOccursOnceAlongTheAxes() {
        ScanGrid grid = new ScanGrid(List.of(Axis.parse("a=1,2"), Axis.parse("b=x,y")));
        Map<String, String> first = Map.of("a", "1", "b", "x");
        assertEquals(List.of(first, Map.of("a", "2", "b", "x"), first, Map.of("a", "1", "b", "y")), grid.alongAxes(9));
        assertEquals(List.of(first), grid.alongAxes(1));
    }

    @Test
    void refusesNothingTwiceAndTooMuch() {
        assertThrows(IllegalArgumentException.class, () -> new ScanGrid(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ScanGrid(List.of(Axis.parse("a=1"), Axis.parse("a=2"))));
        Axis many = Axis.parse("a=1:2:4000");
        Axis more = Axis.parse("b=1:2:4000");
        assertThrows(IllegalArgumentException.class, () -> new ScanGrid(List.of(many, more)));
    }
}

package org.chiralkick.study.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All combinations of the values of some axes, numbered; the last axis runs fastest.
 *
 * @param axes the axes, at least one, with different keys
 */
public record ScanGrid(List<Axis> axes) {
    private static final long MOST_POINTS = 10_000_000;

    /** Refuses no axis, a key given twice, and more points than anybody waits for. */
    public ScanGrid {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing to vary; give --vary KEY=VALUES, such as field=1e11:1e15:9:log");
        }
        Set<String> keys = new HashSet<>();
        long points = 1;
        for (Axis axis : axes) {
            if (!keys.add(axis.key())) {
                throw new IllegalArgumentException(axis.key() + " is varied twice; give all its values in one --vary");
            }
            points *= axis.values().size();
            if (points > MOST_POINTS) {
                throw new IllegalArgumentException(
                        "the scan has more than " + MOST_POINTS + " points; take fewer values");
            }
        }
    }

    /** Returns the number of points. */
    public int size() {
        int points = 1;
        for (Axis axis : axes) {
            points *= axis.values().size();
        }
        return points;
    }

    /** Returns the names of the axes. */
    public List<String> keys() {
        return axes.stream().map(Axis::key).toList();
    }

    /**
     * Returns points that have each value of each axis once, the other axes at their first.
     *
     * @param most most points returned
     */
    public List<Map<String, String>> alongAxes(int most) {
        List<Map<String, String>> points = new ArrayList<>();
        for (Axis axis : axes) {
            for (String value : axis.values()) {
                if (points.size() < most) {
                    Map<String, String> point = point(0);
                    point.put(axis.key(), value);
                    points.add(point);
                }
            }
        }
        return points;
    }

    /** Returns the values at a point, key to value in the order of the axes; index in [0, size). */
    public Map<String, String> point(int index) {
        List<String> values = new ArrayList<>();
        int rest = index;
        for (int i = axes.size() - 1; i >= 0; i--) {
            List<String> choices = axes.get(i).values();
            values.add(0, choices.get(rest % choices.size()));
            rest /= choices.size();
        }
        Map<String, String> point = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            point.put(axes.get(i).key(), values.get(i));
        }
        return point;
    }
}

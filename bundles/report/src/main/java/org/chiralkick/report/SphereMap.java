package org.chiralkick.report;

import java.util.List;

/**
 * A quantity on a sphere, in cells of equal latitude and longitude, drawn in Hammer's equal-area projection with the axis +z up
 * and +x in the middle. Its colours are symmetric about 0.
 *
 * @param id name within the page
 * @param title heading
 * @param caption how to read it
 * @param value the quantity
 * @param positive what values {@code > 0} mean
 * @param negative what values {@code < 0} mean
 * @param bands cells from pole to pole, {@code >= 2}
 * @param sectors cells around, {@code >= 3}
 * @param values a value for each cell: from +z to -z, within each band by azimuth from -180 to 180 deg
 * @param points directions worth a label
 */
public record SphereMap(
        String id,
        String title,
        String caption,
        Axis value,
        String positive,
        String negative,
        int bands,
        int sectors,
        List<Double> values,
        List<Point> points)
        implements Block {
    /**
     * A direction.
     *
     * @param label what is there
     * @param colatitudeDeg angle from +z [deg], in [0, 180]
     * @param azimuthDeg angle about +z from +x [deg], in [-180, 180]
     */
    public record Point(String label, double colatitudeDeg, double azimuthDeg) {}

    /** Keeps its own copies; refuses another number of values than there are cells. */
    public SphereMap {
        values = List.copyOf(values);
        points = List.copyOf(points);
        if (bands < 2 || sectors < 3 || values.size() != bands * sectors) {
            throw new IllegalArgumentException(
                    "map " + id + " has " + values.size() + " values for " + bands + " bands of " + sectors + " cells");
        }
    }
}

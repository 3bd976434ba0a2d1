package org.chiralkick.host.internal.audit;

/**
 * What the emission of the pending step comes from: the surface that its elements make up, and the share of zones with a flag. For one
 * thread at a time, as {@link StepWeights} is. Plain sums: they say whether something is wrong, to a few digits.
 */
public final class StepEmission {
    private double x;
    private double y;
    private double z;
    private double area;
    private double force;
    private double outside;

    /** Makes an empty sum. */
    public StepEmission() {}

    /** Adds a surface element of any unit, in a stage of this weight. */
    public void surface(double dAx, double dAy, double dAz, double weight) {
        x += weight * dAx;
        y += weight * dAy;
        z += weight * dAz;
        area += Math.abs(weight) * Math.sqrt(dAx * dAx + dAy * dAy + dAz * dAz);
    }

    /** Adds the size of a zone's force, in a stage of this weight. */
    public void force(double size, double weight, boolean flagged) {
        double weighed = Math.abs(weight) * size;
        force += weighed;
        outside += flagged ? weighed : 0;
    }

    /** Adds the sums of another. */
    public void add(StepEmission other) {
        x += other.x;
        y += other.y;
        z += other.z;
        area += other.area;
        force += other.force;
        outside += other.outside;
    }

    /** Returns |sum dA| / sum |dA|; 0 where there is no surface. */
    double areaDefect() {
        return area > 0 ? Math.min(1, Math.sqrt(x * x + y * y + z * z) / area) : 0;
    }

    /** Returns the x component of the sum of the surface elements. */
    public double x() {
        return x;
    }

    /** Returns its y component. */
    public double y() {
        return y;
    }

    /** Returns its z component. */
    public double z() {
        return z;
    }

    /** Returns the sum of the sizes of the surface elements. */
    public double area() {
        return area;
    }

    /** Takes what the surface elements of all ranks add up to in place of this rank's. */
    public void surfaceOfAll(double ofX, double ofY, double ofZ, double size) {
        x = ofX;
        y = ofY;
        z = ofZ;
        area = size;
    }

    double force() {
        return force;
    }

    double outside() {
        return outside;
    }

    /** Forgets the step. */
    public void clear() {
        x = 0;
        y = 0;
        z = 0;
        area = 0;
        force = 0;
        outside = 0;
    }
}

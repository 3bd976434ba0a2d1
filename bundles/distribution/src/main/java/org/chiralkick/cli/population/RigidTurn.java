package org.chiralkick.cli.population;

import org.chiralkick.cli.star.Kick;

/**
 * The average of a vector that turns rigidly about +z with angular velocity Omega for a time t (PHYSICS, section 9).
 *
 * <pre>
 *   &lt;v_x&gt; = v_x sin(h)/h - v_y (1 - cos h)/h      h = Omega t
 *   &lt;v_y&gt; = v_x (1 - cos h)/h + v_y sin(h)/h
 * </pre>
 *
 * of length |v_perp| |sinc(h/2)|: what is across the axis averages out, what is along it stays.
 */
final class RigidTurn {
    private RigidTurn() {}

    /**
     * Returns the average.
     *
     * @param start the vector at the beginning, with v_x, v_y across the axis
     * @param phase h = Omega t [rad]
     */
    static Kick average(Kick start, double phase) {
        if (phase == 0) {
            return start;
        }
        double along = Math.sin(phase) / phase;
        // 1 - cos h = 2 sin^2(h/2) keeps its digits where h is small.
        double half = Math.sin(phase / 2);
        double across = 2 * half * half / phase;
        return new Kick(start.x() * along - start.y() * across, start.x() * across + start.y() * along, start.z());
    }
}

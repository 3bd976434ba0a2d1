package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.report.Axis;
import org.chiralkick.report.SphereMap;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunResult;

/** The map of what leaves where. */
final class EmissionMapChart {
    /** Directions closer than this share a label [deg]. */
    private static final double TOGETHER_DEG = 8;

    private EmissionMapChart() {}

    /** Returns the map of a run. */
    static SphereMap block(RunResult result) {
        Run run = result.run();
        return new SphereMap(
                "emission-map",
                "Emission map",
                (run.cools()
                                ? "Neutrinos that the mechanism let out per solid angle in the whole run, outward minus inward"
                                : "Neutrino number flux through the emission surface, along its normal, at t = 0")
                        + "; the map turns with the star. Equal areas of the map are equal areas of the star; "
                        + (run.rotates() ? "+z, the spin axis, is" : "+z is")
                        + " up, +x in the middle. The dotted line is where nothing leaves.",
                new Axis("neutrinos", run.cools() ? "sr^-1" : "cm^-2 s^-1", false),
                "more leave",
                "fewer leave",
                EmissionMap.BANDS,
                EmissionMap.SECTORS,
                Arrays.stream(result.map().number()).boxed().toList(),
                points(run));
    }

    private static List<SphereMap.Point> points(Run run) {
        List<SphereMap.Point> points = new ArrayList<>();
        if (run.rotates()) {
            add(points, "spin axis", 0, 0);
        }
        if (run.inputs().fieldGauss() != 0) {
            add(points, "magnetic axis", run.inputs().obliquityDeg(), 0);
        }
        Kick kick = run.kick();
        if (kick.speed() > 0) {
            double azimuth = Math.hypot(kick.x(), kick.y()) < 1e-9 * kick.speed()
                    ? 0
                    : Math.toDegrees(Math.atan2(kick.y(), kick.x()));
            add(points, "kick", kick.angleToSpinDeg(), azimuth);
        }
        return points;
    }

    /** Adds a direction, or its name to one that is there already. */
    private static void add(List<SphereMap.Point> points, String label, double colatitudeDeg, double azimuthDeg) {
        for (int i = 0; i < points.size(); i++) {
            SphereMap.Point there = points.get(i);
            if (Math.abs(there.colatitudeDeg() - colatitudeDeg) < TOGETHER_DEG
                    && Math.abs(there.azimuthDeg() - azimuthDeg)
                                    * Math.sin(Math.toRadians(Math.max(there.colatitudeDeg(), colatitudeDeg)))
                            < TOGETHER_DEG) {
                points.set(i, new SphereMap.Point(there.label() + ", " + label, colatitudeDeg, azimuthDeg));
                return;
            }
        }
        points.add(new SphereMap.Point(label, colatitudeDeg, azimuthDeg));
    }
}

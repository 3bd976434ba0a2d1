package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.report.Axis;
import org.chiralkick.report.SphereMap;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.field.FieldShape;
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
                                ? "What escape surface lets out, without the response inside: neutrinos of the mechanism per solid "
                                        + "angle in the whole run, outward minus inward"
                                : "Neutrino number flux through the emission surface, along its normal, at t = 0")
                        + "; the map turns with the star. Equal areas of the map are equal areas of the star; "
                        + (run.rotates() ? "+z, the spin axis, is" : "+z is")
                        + " up, +x in the middle. The dotted line is where nothing leaves."
                        + pole(run),
                new Axis("neutrinos", run.cools() ? "sr^-1" : "cm^-2 s^-1", false),
                "more leave",
                "fewer leave",
                EmissionMap.BANDS,
                EmissionMap.SECTORS,
                Arrays.stream(result.map().number()).boxed().toList(),
                points(run));
    }

    /** Where more neutrinos leave is not always opposite to where the star goes. */
    private static String pole(Run run) {
        boolean local = run.config().recoil().geometry() == RecoilGeometry.BEAMED_OUTFLOW && !isUniform(run);
        return (run.cools() && run.escape() == Escape.DIPOLE
                        ? " What the response inside lets out (escape dipole) is in the section on it."
                        : "")
                + (local
                        ? " With beamed-outflow each neutrino leaves along the field where it is, not along the normal: in a field "
                                + "that is not uniform its local direction decides at which pole the kick of escape surface is."
                        : "");
    }

    private static boolean isUniform(Run run) {
        String label = run.cools()
                ? run.inputs().cooling().shape().label()
                : run.inputs().frozen().geometry().label();
        return label.equals(FieldShape.Analytic.UNIFORM.label());
    }

    private static List<SphereMap.Point> points(Run run) {
        List<SphereMap.Point> points = new ArrayList<>();
        if (run.rotates()) {
            add(points, "spin axis", 0, 0);
        }
        if (run.inputs().fieldGauss() != 0) {
            add(points, "magnetic axis", run.inputs().obliquityDeg(), 0);
        }
        if (run.cools()) {
            for (Escape escape : Escape.values()) {
                add(points, "kick of escape " + escape.label(), run.end().kick().kick(escape));
            }
        } else {
            add(points, "kick", run.kick());
        }
        return points;
    }

    private static void add(List<SphereMap.Point> points, String label, Kick kick) {
        if (kick.speed() > 0) {
            double azimuth = Math.hypot(kick.x(), kick.y()) < 1e-9 * kick.speed()
                    ? 0
                    : Math.toDegrees(Math.atan2(kick.y(), kick.x()));
            add(points, label, kick.angleToSpinDeg(), azimuth);
        }
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

package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.cli.star.EmissionMap;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.MagneticGeometry;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.StarState;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.report.Axis;
import org.chiralkick.report.Facts;
import org.chiralkick.report.Section;
import org.chiralkick.report.SphereMap;
import org.chiralkick.source.FluxField;

/** The star, its field, and what leaves where. */
final class RunPageStar {
    private static final double SOLAR_MASS_G = 1.98841e33;
    private static final double CM_PER_KM = 1e5;
    /** Directions closer than this share a label [deg]. */
    private static final double TOGETHER_DEG = 8;

    private RunPageStar() {}

    static Section section(RunResult result) {
        RunReport report = result.report();
        return new Section(
                "star",
                "The star and its field",
                String.join("; ", report.star().notes()),
                List.of(facts(report), map(result)));
    }

    private static Facts facts(RunReport report) {
        StarSetup setup = report.setup();
        Surface surface = report.history().surface();
        StarState state = surface.state();
        List<Facts.Fact> facts = new ArrayList<>();
        facts.add(new Facts.Fact(
                "mass",
                Numbers.given(setup.massG()),
                "g",
                Numbers.of(setup.massG() / SOLAR_MASS_G, 3) + " solar masses"));
        facts.add(new Facts.Fact(
                "emission surface", Numbers.of(state.radiusCm() / CM_PER_KM), "km", "chosen by " + surface.how()));
        facts.add(new Facts.Fact("temperature there", Numbers.of(state.temperatureMev(), 3), "MeV", ""));
        facts.add(new Facts.Fact(
                "chemical potentials there",
                Numbers.of(state.muElectronMev(), 3) + " and " + Numbers.of(state.muNeutrinoMev(), 3),
                "MeV",
                "of electrons and of electron neutrinos"));
        if (Double.isFinite(state.densityGPerCm3())) {
            facts.add(new Facts.Fact("density there", Numbers.of(state.densityGPerCm3(), 3), "g cm^-3", ""));
        }
        if (Double.isFinite(state.meanFreePathCm())) {
            facts.add(new Facts.Fact(
                    "neutrino mean free path there",
                    Numbers.of(state.meanFreePathCm(), 2),
                    "cm",
                    "electron neutrinos"));
        }
        facts.add(new Facts.Fact(
                "magnetic field",
                Numbers.given(setup.fieldGauss()),
                "G",
                setup.geometry().label()
                        + (setup.geometry() == MagneticGeometry.DIPOLE ? ", at its pole" : "")
                        + (setup.obliquityDeg() == 0
                                ? ", along the spin axis"
                                : ", " + Numbers.given(setup.obliquityDeg()) + " deg from the spin axis")));
        facts.add(
                setup.angularVelocity() == 0
                        ? new Facts.Fact("rotation", "none", "", "")
                        : new Facts.Fact("spin period", Numbers.given(setup.spinPeriodS()), "s", "about +z"));
        return new Facts("star-facts", facts);
    }

    private static SphereMap map(RunResult result) {
        return new SphereMap(
                "emission-map",
                "Emission map",
                "Neutrino number flux through the emission surface, along its normal, at t = 0; the map turns with the "
                        + "star. Equal areas of the map are equal areas of the star; +z, the spin axis, is up, +x in the "
                        + "middle. The dotted line is where nothing leaves.",
                new Axis("neutrinos", RunTables.unit(FluxField.NEUTRINO_FLUX), false),
                "more leave",
                "fewer leave",
                EmissionMap.BANDS,
                EmissionMap.SECTORS,
                Arrays.stream(result.map().numberFlux()).boxed().toList(),
                points(result.report()));
    }

    private static List<SphereMap.Point> points(RunReport report) {
        List<SphereMap.Point> points = new ArrayList<>();
        add(points, "spin axis", 0, 0);
        if (report.setup().fieldGauss() != 0) {
            add(points, "magnetic axis", report.setup().obliquityDeg(), 0);
        }
        Kick kick = report.kick();
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

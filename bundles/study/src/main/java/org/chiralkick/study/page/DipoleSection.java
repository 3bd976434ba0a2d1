package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.chiralkick.report.Axis;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.dipole.DipoleContrast;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.study.run.Run;
import org.chiralkick.table.Numbers;

/** The l = 1 response of a star that cools: what differs between its poles inside, and what that lets out where. */
public final class DipoleSection {
    private static final double CM_PER_KM = 1e5;

    /** Times at which the star is shown, with the end [s]. */
    private static final List<Double> TIMES_S = List.of(0.01, 0.1, 1.0, 5.0);

    /** A time as near as this to the end is the end [1]. */
    private static final double TOGETHER = 0.1;

    /** Radii at which contrasts are shown. */
    private static final int RADII = 240;

    private DipoleSection() {}

    /** Returns the section of a star that cools. */
    public static Section section(Run run) {
        List<Snapshot> shown = shown(run);
        return new Section(
                "dipole",
                "The response inside: what one pole has more than the other",
                "The anomalous flux is a drift of neutrinos inside matter. It carries leptons and energy from one hemisphere to the other "
                        + "at every depth; they change temperature and degeneracy there and leave through that hemisphere's surface. "
                        + "This is the l = 1 part of both, linear in the flux, with matter at rest (escape dipole).",
                List.of(
                        contrast(
                                "dipole-temperature",
                                "Contrast of the temperature",
                                "dT/T at the magnetic pole, against radius; at the other pole it has the other sign.",
                                "dT/T",
                                shown,
                                DipoleContrast::temperature),
                        contrast(
                                "dipole-leptons",
                                "Contrast of the leptons",
                                "Net leptons per baryon at the magnetic pole, beyond the mean over the sphere.",
                                "dY_L",
                                shown,
                                DipoleContrast::leptonFraction),
                        emission(run),
                        hemispheres(run)));
    }

    /** Returns the star at times that differ by decades, and at the end. */
    private static List<Snapshot> shown(Run run) {
        List<Snapshot> shown = new ArrayList<>();
        for (double time : TIMES_S) {
            if (time < (1 - TOGETHER) * run.end().timeS()) {
                run.history().stream()
                        .filter(now -> now.timeS() >= time)
                        .findFirst()
                        .ifPresent(shown::add);
            }
        }
        shown.add(run.end());
        return shown;
    }

    /** Shells move as the star contracts; all times are shown at the same radii. */
    private static LineChart contrast(
            String id,
            String title,
            String caption,
            String quantity,
            List<Snapshot> shown,
            ToDoubleFunction<DipoleContrast> of) {
        double largest =
                shown.stream().mapToDouble(Snapshot::surfaceRadiusCm).max().orElse(0);
        List<Double> radii = IntStream.rangeClosed(1, RADII)
                .mapToObj(i -> largest * i / RADII)
                .toList();
        return new LineChart(
                id,
                title,
                caption,
                Axis.linear("radius", "km"),
                Axis.linear(quantity, ""),
                radii.stream().map(radius -> radius / CM_PER_KM).toList(),
                shown.stream()
                        .map(now -> new LineChart.Line(
                                Numbers.of(now.timeS(), 2) + " s",
                                radii.stream()
                                        .map(radius -> at(now, radius, of))
                                        .toList()))
                        .toList(),
                List.of());
    }

    /** Returns the contrast at a radius, linear between the middles of the shells and 0 at the centre; NaN outside the star. */
    private static double at(Snapshot now, double radiusCm, ToDoubleFunction<DipoleContrast> of) {
        double inside = 0;
        double middle = 0;
        double contrast = 0;
        for (int i = 0; i < now.shells().size(); i++) {
            double outside = now.shells().get(i).radiusCm();
            double next = (inside + outside) / 2;
            double there = of.applyAsDouble(now.contrasts().get(i));
            if (radiusCm <= next) {
                return contrast + (there - contrast) * (radiusCm - middle) / (next - middle);
            }
            inside = outside;
            middle = next;
            contrast = there;
        }
        return radiusCm <= inside ? contrast : Double.NaN;
    }

    /** Both run to the end of each step; what is between two steps is their difference. */
    private static LineChart emission(Run run) {
        TimeCharts charts = new TimeCharts(run.history());
        return charts.chart(
                "dipole-emission",
                "What leaves the poles",
                "So far, at the pole that emits more beyond the mean over the sphere, as a fraction of that mean: energy of all kinds, and "
                        + "net leptons, whichever pole they prefer. The star goes away from the pole that emits more energy.",
                Axis.linear("excess", ""),
                charts.line(
                        "energy",
                        now -> ratio(4 * now.dipole().energyErg(), now.dipole().lostErg())),
                charts.line(
                        "net leptons",
                        now -> ratio(
                                4 * now.dipole().number(), Math.abs(now.dipole().lostLeptons()))));
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    /** A flux h cos(angle) through the sphere sends pi R^2 h more through one hemisphere than its half of the mean. */
    private static DataTable hemispheres(Run run) {
        DipoleKick dipole = run.end().dipole();
        return new DataTable(
                "dipole-hemispheres",
                "What has left through which hemisphere",
                List.of(
                        DataTable.Heading.text("What"),
                        DataTable.Heading.number("hemisphere with more", ""),
                        DataTable.Heading.number("hemisphere with less", "")),
                List.of(
                        row("energy at the surface [erg]", dipole.lostErg(), dipole.energyErg()),
                        row("net leptons", Math.abs(dipole.lostLeptons()), dipole.number())));
    }

    private static List<String> row(String what, double lost, double more) {
        return List.of(what, Numbers.of(lost / 2 + more, 5), Numbers.of(lost / 2 - more, 5));
    }
}

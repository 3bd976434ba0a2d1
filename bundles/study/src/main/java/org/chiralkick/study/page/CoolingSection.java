package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.report.Axis;
import org.chiralkick.report.Block;
import org.chiralkick.report.Section;
import org.chiralkick.star.Snapshot;
import org.chiralkick.study.run.Run;

/** How the star cools and contracts, and what that does to the surface that emits. */
public final class CoolingSection {
    private static final double CM_PER_KM = 1e5;

    private CoolingSection() {}

    public static Section section(Run run) {
        TimeCharts charts = new TimeCharts(run.history());
        List<Block> blocks = new ArrayList<>(List.of(
                charts.chart(
                        "luminosity",
                        "Neutrino luminosities",
                        "What diffusion lets out, in the frame of the surface; nu_x: each of four kinds of heavy leptons.",
                        Axis.logarithmic("luminosity", "erg/s"),
                        charts.line("nu_e", now -> now.luminosities().electronNeutrinoErgPerS()),
                        charts.line("anti-nu_e", now -> now.luminosities().electronAntineutrinoErgPerS()),
                        charts.line("nu_x", now -> now.luminosities().eachHeavyLeptonErgPerS())),
                charts.chart(
                        "radius",
                        "Radii",
                        "Of the outermost shell, and of the sphere from which the mechanism's neutrinos escape.",
                        Axis.linear("radius", "km"),
                        charts.line("surface", now -> now.surfaceRadiusCm() / CM_PER_KM),
                        charts.line("emission", now -> now.neutrinosphere().radiusCm() / CM_PER_KM)),
                charts.chart(
                        "emission-state",
                        "Where the neutrinos escape",
                        "Chemical potentials and temperature of the matter there.",
                        Axis.linear("energy", "MeV"),
                        charts.line("mu_e", now -> now.neutrinosphere().electronPotentialMev()),
                        charts.line("mu_nu", now -> now.neutrinosphere().neutrinoPotentialMev()),
                        charts.line("temperature", now -> now.neutrinosphere().temperatureMev())),
                charts.chart(
                        "field",
                        "Magnetic field",
                        "Root mean square on the sphere from which the neutrinos escape; flux is frozen in.",
                        Axis.logarithmic("field", "G"),
                        charts.line("field", Snapshot::surfaceFieldGauss))));
        if (run.end().angularVelocityPerS() != 0) {
            blocks.add(charts.chart(
                    "spin",
                    "Rotation",
                    "The star keeps its angular momentum and spins up as it contracts.",
                    Axis.logarithmic("spin period", "s"),
                    charts.line("spin period", now -> 2 * Math.PI / now.angularVelocityPerS())));
        }
        return new Section("cooling", "The star cools", "Times begin at 1 ms; before, the surface adapts.", blocks);
    }
}

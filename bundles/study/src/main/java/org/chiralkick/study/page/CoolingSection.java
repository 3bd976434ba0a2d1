package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.report.Axis;
import org.chiralkick.report.Block;
import org.chiralkick.report.Facts;
import org.chiralkick.report.Section;
import org.chiralkick.star.Luminosities;
import org.chiralkick.star.Snapshot;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

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
                        "number-luminosity",
                        "Number luminosities",
                        "How many neutrinos diffusion lets out; nu_x: of each of four kinds of heavy leptons. The net leptons are nu_e "
                                + "minus anti-nu_e.",
                        Axis.logarithmic("number luminosity", "1/s"),
                        charts.line("nu_e", now -> now.luminosities().electronNeutrinosPerS()),
                        charts.line("anti-nu_e", now -> now.luminosities().electronAntineutrinosPerS()),
                        charts.line("nu_x", now -> now.luminosities().eachHeavyLeptonPerS())),
                charts.chart(
                        "neutrino-energy",
                        "Mean energies",
                        "Luminosity over number luminosity, in the frame of the surface.",
                        Axis.linear("mean energy", "MeV"),
                        charts.line("nu_e", now -> now.luminosities().electronNeutrinoMev()),
                        charts.line("anti-nu_e", now -> now.luminosities().electronAntineutrinoMev()),
                        charts.line("nu_x", now -> now.luminosities().heavyLeptonMev())),
                leptons(run),
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

    private static Facts leptons(Run run) {
        Luminosities end = run.end().luminosities();
        return new Facts(
                "lepton-facts",
                List.of(
                        new Facts.Fact(
                                "net leptons that have left",
                                Numbers.of(run.end().budget().leptonsEmitted()),
                                "",
                                "of " + Numbers.of(run.end().budget().leptons())),
                        new Facts.Fact(
                                "net leptons at the end",
                                Numbers.of(end.leptonsPerS(), 3),
                                "1/s",
                                RunWords.numbers(end)),
                        new Facts.Fact(
                                "mean energies at the end",
                                RunWords.meanEnergies(end),
                                "MeV",
                                "of nu_e, anti-nu_e and nu_x, in the frame of the surface")));
    }
}

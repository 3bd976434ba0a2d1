package org.chiralkick.study.page;

import org.chiralkick.report.Axis;
import org.chiralkick.report.Block;

/** Leptons and energy of a star that cools, in it and gone, against time. */
public final class BudgetCharts {
    private BudgetCharts() {}

    public static Block leptons(TimeCharts charts) {
        return charts.chart(
                "leptons",
                "Net leptons",
                "Electrons and electron neutrinos in the star, and what has left; the outflow of the mechanism is that of escape surface.",
                Axis.linear("leptons", ""),
                charts.line("in the star", now -> now.budget().leptonsInStar()),
                charts.line("emitted", now -> now.budget().leptonsEmitted()),
                charts.line("outflow of the mechanism", now -> now.recoil().number()));
    }

    public static Block energy(TimeCharts charts) {
        return charts.chart(
                "energy",
                "Energy that has left",
                "In the frame of the surface, as a distant observer counts it, and in the mechanism's outflow (escape surface).",
                Axis.linear("energy", "erg"),
                charts.line("emitted", now -> now.budget().energyEmittedErg()),
                charts.line("for a distant observer", now -> now.budget().energyAtInfinityErg()),
                charts.line("outflow of the mechanism", now -> now.recoil().energyErg()));
    }
}

package org.chiralkick.study.page;

import java.util.List;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.DotChart;
import org.chiralkick.report.Page;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.study.Version;
import org.chiralkick.study.run.RunReport;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.table.Numbers;

/** The report of a run: the kick, the assumption that made it, and everything to judge both. */
final class RunPage {
    private static final double CM_PER_KM = 1e5;

    private final RunResult result;
    private final RunReport report;

    RunPage(RunResult result) {
        this.result = result;
        this.report = result.report();
    }

    /**
     * Returns the page.
     *
     * @param attachments files that it carries with it
     */
    Page page(List<Attachment> attachments) {
        AnswerSection answer = new AnswerSection(report, result.alternatives());
        return new Page(
                "ChiralKick run: " + report.star().name(),
                answer.text(),
                answer.because(),
                List.of(
                        KickSection.section(report, false),
                        StarSection.section(result),
                        InsideSection.section(result),
                        BudgetSection.section(result),
                        ClosuresSection.section(
                                report,
                                "The star does not change with time, so one evaluation stands for the whole run.",
                                result.alternatives(),
                                surfaces()),
                        ChecksSection.section(report),
                        InputsSection.section(
                                report,
                                "All inputs and results are in run.json, every step in history.csv, every radius in "
                                        + "profile.csv; run.h5 beside this page has the same with the emission map.",
                                result.command())),
                attachments,
                "ChiralKick " + Version.text());
    }

    /** The surface of the run beside the one where neutrinos decouple. */
    private List<DotChart.Dot> surfaces() {
        return report.alternative()
                .map(other -> List.of(surface(report.history(), true), surface(other, false)))
                .orElse(List.of());
    }

    private DotChart.Dot surface(KickHistory history, boolean inForce) {
        double radius = history.surface().state().radiusCm() / CM_PER_KM;
        return new DotChart.Dot(
                "emission surface",
                Numbers.of(radius, 3) + " km",
                Kick.of(history.recoil(), report.massG()).speed(),
                inForce,
                inForce ? "the surface of this run" : "the surface at 1e12 g/cm^3, where neutrinos decouple");
    }
}

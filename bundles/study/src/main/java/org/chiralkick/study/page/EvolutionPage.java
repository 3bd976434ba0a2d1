package org.chiralkick.study.page;

import java.util.List;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.Page;
import org.chiralkick.star.Budget;
import org.chiralkick.study.Version;
import org.chiralkick.study.run.EvolutionReport;
import org.chiralkick.study.run.EvolutionResult;
import org.chiralkick.table.Numbers;

/** The report of a star that evolved: the kick, the cooling it happened in, the choices that made it, and the star inside. */
final class EvolutionPage {
    private final EvolutionResult result;
    private final EvolutionReport report;

    EvolutionPage(EvolutionResult result) {
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
                "ChiralKick run: " + report.star().name() + ", evolving",
                answer.text(),
                cooling() + answer.because(),
                List.of(
                        KickSection.section(report, true),
                        EvolutionPageStar.section(result),
                        CoolingSection.section(report),
                        EvolutionPageInside.section(report),
                        EvolutionPageBudgets.section(result),
                        ClosuresSection.section(report, how(), result.alternatives(), List.of()),
                        ChecksSection.section(report),
                        InputsSection.section(
                                report,
                                "All inputs and results are in run.json, every step in history.csv, the shells at the end in "
                                        + "shells.csv; run.h5 beside this page has the same with the shells at other times "
                                        + "and the emission map.",
                                result.command())),
                attachments,
                "ChiralKick " + Version.text());
    }

    private String cooling() {
        Budget budget = report.end().budget();
        return "Meanwhile it cools for " + Numbers.given(report.end().timeS()) + "\u00a0s and lets "
                + Numbers.of(budget.energyEmittedErg(), 3)
                + "\u00a0erg out. The mechanism's neutrinos leave from optical depth "
                + Numbers.of(report.evolved().config().emissionDepth(), 3) + ", where mu_nu is "
                + Numbers.of(report.start().neutrinosphere().neutrinoPotentialMev(), 3) + "\u00a0MeV at the start and "
                + Numbers.of(report.end().neutrinosphere().neutrinoPotentialMev(), 3) + "\u00a0MeV at the end. ";
    }

    private String how() {
        String along = "The other kicks are those along the evolution of this run";
        return switch (report.evolved().config().feedback()) {
            case NONE -> along + ", which does not feel the mechanism.";
            case ANGULAR_MEAN ->
                along + "; the angular mean that would change it vanishes for a field without monopole.";
            case OUTFLOW -> along + ", although each would change it in its own way.";
        };
    }
}

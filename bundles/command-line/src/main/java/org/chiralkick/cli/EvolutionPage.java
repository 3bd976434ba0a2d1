package org.chiralkick.cli;

import java.util.List;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.pns.Budget;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.Page;

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
        RunPageAnswer answer = new RunPageAnswer(report, result.alternatives());
        return new Page(
                "ChiralKick run: " + report.star().name() + ", evolving",
                answer.text(),
                cooling() + answer.because(),
                List.of(
                        RunPageKick.section(report, true),
                        EvolutionPageStar.section(result),
                        EvolutionPageCooling.section(report),
                        EvolutionPageInside.section(report),
                        EvolutionPageBudgets.section(result),
                        RunPageClosures.section(report, how(), result.alternatives(), List.of()),
                        RunPageChecks.section(report),
                        RunPageInputs.section(
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

package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.DotChart;
import org.chiralkick.report.Page;
import org.chiralkick.report.Section;
import org.chiralkick.star.Budget;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.study.Version;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.table.Numbers;

/** The report of a run: the kick, the assumption that made it, and everything to judge both. */
final class RunPage {
    private static final double CM_PER_KM = 1e5;

    private final RunResult result;
    private final Run run;

    RunPage(RunResult result) {
        this.result = result;
        this.run = result.run();
    }

    /**
     * Returns the page.
     *
     * @param attachments files that it carries with it
     */
    Page page(List<Attachment> attachments) {
        AnswerSection answer = new AnswerSection(run, result.alternatives());
        return new Page(
                "ChiralKick run: " + run.star().name() + (run.cools() ? ", evolving" : ""),
                answer.text(),
                (run.cools() ? cooling() : "") + answer.because(),
                sections(),
                attachments,
                "ChiralKick " + Version.text());
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(KickSection.section(run), StarSection.section(result)));
        if (run.cools()) {
            sections.add(DipoleSection.section(run));
            sections.add(CoolingSection.section(run));
        }
        sections.add(InsideSection.section(result));
        sections.add(BudgetSection.section(result));
        sections.add(ClosuresSection.section(run, how(), result.alternatives(), surfaces()));
        sections.add(ChecksSection.section(run));
        sections.add(InputsSection.section(run, files(), result.command()));
        return sections;
    }

    private String cooling() {
        Budget budget = run.end().budget();
        return "Meanwhile it cools for " + Numbers.given(run.end().timeS()) + "\u00a0s and lets "
                + Numbers.of(budget.energyEmittedErg(), 3)
                + "\u00a0erg out. The surface of escape surface is at optical depth "
                + Numbers.of(run.inputs().coolingConfig().emissionDepth(), 3) + ", where mu_nu is "
                + Numbers.of(run.start().neutrinosphere().neutrinoPotentialMev(), 3) + "\u00a0MeV at the start and "
                + Numbers.of(run.end().neutrinosphere().neutrinoPotentialMev(), 3) + "\u00a0MeV at the end. ";
    }

    /** Returns what the kicks under other closures are of. */
    private String how() {
        if (!run.cools()) {
            return "The star does not change with time, so one evaluation stands for the whole run.";
        }
        String along = "The other kicks are those along the evolution of this run";
        return switch (run.inputs().coolingConfig().feedback()) {
            case NONE -> along + ", which does not feel the mechanism.";
            case ANGULAR_MEAN ->
                along + "; the angular mean that would change it vanishes for a field without monopole.";
            case OUTFLOW -> along + ", although each would change it in its own way.";
        };
    }

    private String files() {
        return "All inputs and results are in run.json, every step in history.csv, "
                + (run.cools()
                        ? "the shells at the end in shells.csv; run.h5 beside this page has the same with the shells at other "
                                + "times and the emission map."
                        : "every radius in profile.csv; run.h5 beside this page has the same with the emission map.");
    }

    /** Both closures of escape of a star that cools; the surface of a frozen one beside that where neutrinos decouple. */
    private List<DotChart.Dot> surfaces() {
        if (run.cools()) {
            return Arrays.stream(Escape.values())
                    .filter(escape -> !run.end().kick().beyondBudget(escape))
                    .map(this::escape)
                    .toList();
        }
        return run.decoupling()
                .map(other -> List.of(
                        surface(run.inputs().frozen().surface(), run.kick(), true),
                        surface(other.surface(), other.kicked().kick(), false)))
                .orElse(List.of());
    }

    private DotChart.Dot escape(Escape escape) {
        return new DotChart.Dot(
                "escape",
                escape.label(),
                run.end().kick().kick(escape).speed(),
                escape == run.escape(),
                escape == Escape.DIPOLE
                        ? "matter at rest: the star answers inside, and its transport decides what leaves"
                        : "contrasts are levelled at once: the emitting surface alone");
    }

    private static DotChart.Dot surface(Neutrinosphere surface, Kick kick, boolean inForce) {
        return new DotChart.Dot(
                "emission surface",
                Numbers.of(surface.radiusCm() / CM_PER_KM, 3) + " km",
                kick.speed(),
                inForce,
                inForce ? "the surface of this run" : "the surface at 1e12 g/cm^3, where neutrinos decouple");
    }
}

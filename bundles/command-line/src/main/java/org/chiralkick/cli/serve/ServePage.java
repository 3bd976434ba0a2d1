package org.chiralkick.cli.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.Block;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Listing;
import org.chiralkick.report.Page;
import org.chiralkick.report.Section;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.study.Version;
import org.chiralkick.study.page.ChecksSection;
import org.chiralkick.study.page.CoolingSection;
import org.chiralkick.study.page.DipoleSection;
import org.chiralkick.study.page.InsideSection;
import org.chiralkick.study.page.KickSection;
import org.chiralkick.study.page.RunFiles;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunTables;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Json;
import org.chiralkick.table.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What {@code chiralkick serve} shows: the sections of the report of a star that cools, which mechanism gave what, and a mark in every
 * history where one took over.
 */
public final class ServePage implements Show {
    /** More points than this a chart on a screen does not show. */
    private static final int MOST_POINTS = 400;

    private static final String MADE_BY = "ChiralKick ";
    private static final String KICK = "kick";
    private static final String INSIDE = "inside";

    private final RunInputs inputs;
    private final String command;

    /** @param command the command line that was given */
    public ServePage(RunInputs inputs, String command) {
        this.inputs = inputs;
        this.command = command;
    }

    @Override
    public Page page(LiveState state, Installed.Listing installed) {
        Run run = run(state, thinned(state.history()));
        List<Section> sections =
                new ArrayList<>(List.of(ServeSection.live(state, inputs.durationS(), inputs.obliquityDeg())));
        sections(run, state).forEach(section -> sections.add(now(section)));
        return new Page(
                "ChiralKick live: " + inputs.star().name(),
                answer(state),
                because(state),
                sections,
                List.of(),
                MADE_BY + Version.text());
    }

    /** Returns the run, of which the latest mechanism is taken to be the only one. */
    public Run whole(LiveState state) {
        return run(state, state.history());
    }

    /** Returns the files of a run in which several mechanisms or closures acted: without what belongs to one of them alone. */
    public RunFiles files(LiveState state) {
        Run run = whole(state);
        List<Attachment> attachments = attachments(run, state);
        return new RunFiles(
                run,
                attachments.get(0).text(),
                command,
                attachments.subList(1, attachments.size()),
                List.of(RunTables.history(run), RunTables.shells(run), RunTables.evolution(run)),
                carried -> report(state));
    }

    @Override
    public Page report(LiveState state) {
        Run run = whole(state);
        List<Section> sections = new ArrayList<>(sections(run, state));
        sections.add(repeat(state));
        return new Page(
                "ChiralKick run: " + inputs.star().name() + ", evolving",
                answer(state),
                because(state),
                sections,
                attachments(run, state),
                MADE_BY + Version.text());
    }

    private static List<Section> sections(Run run, LiveState state) {
        List<Section> sections = List.of(
                KickSection.section(run),
                ServeSection.byMechanism(state),
                DipoleSection.section(run),
                CoolingSection.section(run),
                ServeSection.budgets(run.history()),
                InsideSection.cooled(run),
                ServeSection.closures(run),
                ChecksSection.section(run));
        return sections.stream().map(section -> marked(section, state)).toList();
    }

    /** Returns the result, what the other closure of escape gives, and what makes either doubtful. */
    public String answer(LiveState state) {
        Kick kick = state.kick(state.now());
        String time = Numbers.of(state.now().timeS(), 3) + "\u00a0s";
        if (!kick.isKnown()) {
            return "No speed after " + time + ": the star would have to give more than it has lost." + besides(state);
        }
        return kick.speed() == 0
                ? "No kick after " + time + ": nothing to recoil from."
                : "The star moves at " + Numbers.of(kick.speed()) + "\u00a0km/s after " + time + "." + besides(state);
    }

    private String besides(LiveState state) {
        Run run = whole(state);
        String doubts = String.join(" ", RunWords.doubts(run));
        return " That is with escape " + run.escape().label() + ". " + RunWords.besides(run.kicked())
                + (doubts.isEmpty() ? "" : " " + doubts);
    }

    private String because(LiveState state) {
        List<String> gave =
                state.bySource().stream().map(RecoilEntry::source).distinct().toList();
        return (gave.isEmpty() ? "No step is done yet" : "Made by " + String.join(", then by ", gave))
                + ", with escape " + state.escape().label() + ". The surface of escape surface is at optical depth "
                + Numbers.of(inputs.coolingConfig().emissionDepth(), 3)
                + ", where mu_nu is " + Numbers.of(state.now().neutrinosphere().neutrinoPotentialMev(), 3)
                + "\u00a0MeV now.";
    }

    private Run run(LiveState state, List<Snapshot> history) {
        return Run.cooled(
                inputs,
                state.inForce(),
                state.sources(),
                state.builds(),
                history,
                state.emission(),
                state.flags(),
                state.assumptions());
    }

    private static List<Snapshot> thinned(List<Snapshot> history) {
        int every = 1 + history.size() / MOST_POINTS;
        List<Snapshot> some = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (i % every == 0 || i == history.size() - 1) {
                some.add(history.get(i));
            }
        }
        return some;
    }

    /** Returns a section of the report for a star that still changes: without what the page says already, and not of the end. */
    private static Section now(Section section) {
        if (section.id().equals(KICK)) {
            List<Block> charts = section.blocks().stream()
                    .filter(block -> block instanceof LineChart)
                    .toList();
            return new Section(KICK, section.title(), section.lead(), charts);
        }
        if (!section.id().equals(INSIDE)) {
            return section;
        }
        return new Section(
                INSIDE,
                "Inside the star now",
                "State after the latest step, anomalous currents at its beginning.",
                section.blocks());
    }

    /** Returns the section with a mark at each change that took place, in charts of a quantity against time. */
    private static Section marked(Section section, LiveState state) {
        return new Section(
                section.id(),
                section.title(),
                section.lead(),
                section.blocks().stream()
                        .map(block -> block instanceof LineChart chart ? marked(chart, state.changes()) : block)
                        .toList());
    }

    private static Block marked(LineChart chart, List<Change> changes) {
        if (!chart.x().label().equals("time") || chart.at().isEmpty()) {
            return chart;
        }
        double first = chart.at().get(0);
        List<LineChart.Mark> marks = new ArrayList<>(chart.marks());
        changes.stream()
                .filter(change -> change.inForce() && change.timeS() >= first)
                .forEach(change -> marks.add(new LineChart.Mark(change.timeS(), label(change))));
        return new LineChart(
                chart.id(),
                chart.title(),
                chart.caption(),
                chart.x(),
                chart.y(),
                chart.at(),
                chart.lines(),
                marks,
                chart.clouds());
    }

    private static String label(Change change) {
        return change.before().equals(change.after()) ? change.remark() : change.after();
    }

    private Section repeat(LiveState state) {
        String orders = state.changes().stream()
                .filter(Change::inForce)
                .map(change -> "step " + change.step() + ", at " + Numbers.of(change.timeS()) + " s: " + change.after()
                        + (change.remark().isEmpty() ? "" : ", " + change.remark()))
                .collect(Collectors.joining("\n"));
        List<Block> blocks = new ArrayList<>(List.of(new Listing("command", "Command", command)));
        if (!orders.isEmpty()) {
            blocks.add(new Listing("orders", "Orders, and the first step with each", orders));
        }
        return new Section(
                "inputs",
                "To repeat this run",
                "Inputs and results are in run.json, every step in history.csv, the shells at the end in shells.csv.",
                blocks);
    }

    private static List<Attachment> attachments(Run run, LiveState state) {
        Map<String, @Nullable Object> json = run.json();
        json.put("source", ServeSection.acted(state));
        json.put("by_source", StateJson.bySource(state));
        json.put("changes", StateJson.changes(state));
        try {
            return List.of(
                    new Attachment("run.json", "application/json", "inputs and results", Json.text(json)),
                    RunFiles.csv("history.csv", "a row per step", RunTables.csv(RunTables.history(run))),
                    RunFiles.csv("shells.csv", "mass shells at the end", RunTables.csv(RunTables.shells(run))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

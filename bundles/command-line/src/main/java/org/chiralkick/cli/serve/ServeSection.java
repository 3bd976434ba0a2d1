package org.chiralkick.cli.serve;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.report.Block;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Facts;
import org.chiralkick.report.Notes;
import org.chiralkick.report.Section;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.study.closure.InForce;
import org.chiralkick.study.page.BudgetCharts;
import org.chiralkick.study.page.ClosuresSection;
import org.chiralkick.study.page.TimeCharts;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** What a run that takes orders has to say beside the star: where it is, which mechanism gave what, and when one took over. */
final class ServeSection {
    private ServeSection() {}

    /**
     * Returns the section for a run that goes on.
     *
     * @param endTimeS where it ends [s]
     */
    static Section live(LiveState state, double endTimeS, double obliquityDeg) {
        return new Section("live", "Now", "", List.of(facts(state, endTimeS, obliquityDeg)));
    }

    /** Returns the section with the parts of the ledger and the changes. */
    static Section byMechanism(LiveState state) {
        return new Section(
                "mechanisms",
                "Which mechanism gave what",
                "The ledger carries on when a mechanism or a closure is exchanged: the parts add up to the kick, as vectors. With "
                        + "escape dipole what a mechanism has stored inside goes on leaving in its name after it was exchanged.",
                tables(state));
    }

    /** Returns the names of all mechanisms that acted, in order, joined by {@code ", then "}. */
    static String acted(LiveState state) {
        return state.bySource().stream().map(RecoilEntry::source).distinct().collect(Collectors.joining(", then "));
    }

    /** Returns the velocity that one mechanism gave; none where there is none in all. */
    static Kick kick(RecoilEntry entry, LiveState state) {
        if (!state.kick(state.now()).isKnown()) {
            return Kick.NONE;
        }
        return Kick.of(entry.recoil(), state.now().massG());
    }

    /** Returns what there is of the budgets while the run goes on. */
    static Section budgets(List<Snapshot> history) {
        TimeCharts charts = new TimeCharts(history);
        return new Section(
                "budgets",
                "Lepton and energy budgets",
                "What is in the star and what has left add up to the same numbers in every step.",
                List.of(BudgetCharts.leptons(charts), BudgetCharts.energy(charts)));
    }

    /** Returns the closures of the mechanism that acts. */
    static Section closures(Run run) {
        return new Section(
                "closures",
                "Closures in force",
                "Closures are choices, not results of the anomaly; they can be changed in mid-run, all but the recoil geometry.",
                List.of(ClosuresSection.inForce(run)));
    }

    private static Facts facts(LiveState state, double endTimeS, double obliquityDeg) {
        Snapshot now = state.now();
        Kick kick = state.kick(now);
        Recoil recoil = now.kick().recoil(state.escape());
        return new Facts(
                "live-facts",
                List.of(
                        new Facts.Fact(
                                "time of the star",
                                Numbers.of(now.timeS()),
                                "s",
                                "of " + Numbers.given(endTimeS) + " s"),
                        new Facts.Fact(
                                "step",
                                Long.toString(now.step()),
                                "",
                                "the latest took " + Numbers.of(now.dtS(), 3) + " s"),
                        new Facts.Fact(
                                "speed",
                                kick.isKnown() ? Numbers.of(kick.speed()) : "none",
                                kick.isKnown() ? "km/s" : "",
                                "escape " + state.escape().label()
                                        + (kick.speed() == 0 || !kick.isKnown()
                                                ? ""
                                                : ", " + RunWords.degrees(kick) + " deg from "
                                                        + RunWords.polarAxis(
                                                                now.angularVelocityPerS() != 0, obliquityDeg))),
                        new Facts.Fact(
                                RunWords.outflow(state.escape()),
                                Numbers.of(recoil.number()),
                                "",
                                Numbers.of(recoil.energyErg(), 3) + " erg"),
                        new Facts.Fact(
                                "neutrino luminosity",
                                Numbers.of(now.luminosities().totalErgPerS(), 3),
                                "erg/s",
                                "all six kinds, by diffusion"),
                        new Facts.Fact(
                                "mechanism",
                                state.sources().stream()
                                        .map(SourceDescriptor::name)
                                        .collect(Collectors.joining(" + ")),
                                "",
                                state.pending()
                                        ? "next step: "
                                                + String.join(
                                                        " + ", state.requested().sources())
                                        : preset(state))));
    }

    private static String preset(LiveState state) {
        String preset = new InForce(state.sources()).preset();
        return preset.isEmpty() ? "" : "preset " + preset;
    }

    private static List<Block> tables(LiveState state) {
        return List.of(
                new DataTable(
                        "by-source",
                        "What each mechanism gave",
                        List.of(
                                DataTable.Heading.text("Mechanism"),
                                DataTable.Heading.number("v_x", "km/s"),
                                DataTable.Heading.number("v_y", "km/s"),
                                DataTable.Heading.number("v_z", "km/s"),
                                DataTable.Heading.number("neutrinos", ""),
                                DataTable.Heading.number("energy", "erg"),
                                DataTable.Heading.number("steps", ""),
                                DataTable.Heading.text("Bundle"),
                                DataTable.Heading.text("Closures")),
                        state.bySource().stream()
                                .map(entry -> row(entry, state))
                                .toList()),
                changes(state.changes()));
    }

    private static List<String> row(RecoilEntry entry, LiveState state) {
        Kick kick = kick(entry, state);
        return List.of(
                entry.source() + " " + entry.version(),
                component(kick.x(), kick),
                component(kick.y(), kick),
                component(kick.z(), kick),
                Numbers.of(entry.recoil().number()),
                Numbers.of(entry.recoil().energyErg()),
                Long.toString(entry.recoil().steps()),
                entry.bundle(),
                closures(entry.assumed()));
    }

    /** What is rounding beside the whole shows as 0. */
    private static String component(double value, Kick whole) {
        return Math.abs(value) < 1e-12 * whole.speed() ? "0" : Numbers.of(value);
    }

    private static String closures(Map<String, String> closures) {
        return closures.entrySet().stream()
                .map(closure -> closure.getKey() + " " + closure.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Block changes(List<Change> changes) {
        String title = "Changes of the mechanism";
        if (changes.isEmpty()) {
            return new Notes("changes", title, List.of("none"));
        }
        return new DataTable(
                "changes",
                title,
                List.of(
                        DataTable.Heading.number("time", "s"),
                        DataTable.Heading.number("first step", ""),
                        DataTable.Heading.text("Before"),
                        DataTable.Heading.text("After"),
                        DataTable.Heading.text("What")),
                changes.stream()
                        .map(change -> List.of(
                                Numbers.of(change.timeS()),
                                Long.toString(change.step()),
                                change.before(),
                                change.after(),
                                change.remark().isEmpty() ? "mechanism" : change.remark()))
                        .toList());
    }
}

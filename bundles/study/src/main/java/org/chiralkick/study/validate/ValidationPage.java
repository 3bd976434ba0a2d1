package org.chiralkick.study.validate;

import java.util.List;
import java.util.Map;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.table.Numbers;

/** What {@code validate --page} writes: the comparisons as a page in Markdown. */
public final class ValidationPage {
    /** Largest error of a reference state over its scale [1]. */
    public static final double GOLDEN_TOLERANCE = 4e-15;

    private ValidationPage() {}

    /**
     * Returns the page.
     *
     * @param program name and version of what computed
     */
    public static String text(String program, ValidationReport report) {
        StringBuilder page = new StringBuilder("# Validation\n\nComputed by ")
                .append(program)
                .append(".\n");
        paper(page, report.paper().computed());
        golden(page, report.states(), report.golden());
        report.cooling()
                .ifPresentOrElse(
                        series -> cooling(page, series),
                        () -> page.append(
                                "\n## Cooling\n\nNot compared: no folder with the data was given (`--data DIR`).\n"));
        report.profiles()
                .ifPresentOrElse(
                        kicks -> profiles(page, kicks),
                        () -> page.append(
                                "\n## The same model from six times on\n\nNot computed: no folder with the data was given (`--data DIR`).\n"));
        return page.toString();
    }

    private static void profiles(StringBuilder page, ProfileKicks kicks) {
        page.append("""

                ## The same model from six times on

                Model G15 of Liebendoerfer et al. 2005 cools for 20 s from several times after bounce in a uniform field of 1e12 G: `run --profile`
                with the default closures, escape `dipole`. The field is that at the start, or with `--field-at end` B_r at the pole of the final
                surface. alpha = M v c/E is that of the run with the field at the end.

                """);
        kicks.missing()
                .forEach(name -> page.append("Left out, as it is not there: ")
                        .append(name)
                        .append(".\n\n"));
        if (kicks.rows().isEmpty()) {
            return;
        }
        page.append("""
                | profile [ms] | energy [erg] | field at start, end [G] | speed [km/s] | field at start, end [G] | speed [km/s] | alpha |
                |---|---|---|---|---|---|---|
                """);
        kicks.rows()
                .forEach(now -> row(
                        page,
                        Integer.toString(now.timeMs()),
                        Numbers.of(now.energyErg(), 3),
                        fields(now.start()),
                        Numbers.of(now.startKmPerS(), 3),
                        fields(now.end()),
                        Numbers.of(now.endKmPerS(), 3),
                        Numbers.of(now.end().both().orElseThrow().alpha(Escape.DIPOLE), 3)));
        page.append("\nLargest over smallest speed: ")
                .append(Numbers.of(kicks.spreadAtStart(), 3))
                .append(" with the field at the start, ")
                .append(Numbers.of(kicks.spreadAtEnd(), 3))
                .append(" with the field at the end.\n");
    }

    private static String fields(Kicked kicked) {
        return Numbers.of(kicked.field().startGauss(), 3) + ", "
                + Numbers.of(kicked.field().endGauss(), 3);
    }

    private static void paper(StringBuilder page, Map<PaperNumber, Double> paper) {
        page.append("""

                ## The paper's numbers

                Quoted: the figure in Kaminski et al. 2016, an order of magnitude without sign. Exact: the paper's own formula in 50-digit
                arithmetic. Computed: by the mechanism in this installation; rates and kicks by the recoil ledger.

                | quantity | unit | quoted | exact | computed | relative error |
                |---|---|---|---|---|---|
                """);
        paper.forEach((number, computed) -> row(
                page,
                number.quantity(),
                number.unit(),
                number.quoted().isPresent() ? Numbers.given(number.quoted().getAsDouble()) : "-",
                Numbers.of(number.exact(), 7),
                Numbers.of(computed, 7),
                Numbers.of(number.relativeError(computed), 2)));
    }

    private static void golden(StringBuilder page, int states, List<GoldenStates.Row> golden) {
        page.append("\n## Reference states\n\n");
        if (golden.isEmpty()) {
            page.append("Not compared: this installation has no guide/golden/states.json.\n");
            return;
        }
        page.append(states)
                .append(
                        " zone states, edge cases among them, computed with 50 digits outside this project. The error is the largest over\n")
                .append(
                        "all states and components, relative to the scale of the state (components may cancel); allowed is ")
                .append(Numbers.given(GOLDEN_TOLERANCE))
                .append(".\n\n| flux | equation | largest error | in state |\n|---|---|---|---|\n");
        golden.forEach(
                row -> row(page, row.quantity(), "(" + row.equation() + ")", Numbers.of(row.error(), 2), row.state()));
    }

    private static void cooling(StringBuilder page, CoolingSeries series) {
        page.append("""

                ## Cooling

                Model G15 of Liebendoerfer et al. 2005 (15 solar masses) cools from 0.25 s after bounce, without a mechanism, beside the series
                of Nakazato et al. 2013 (20 solar masses, another nuclear equation of state, spectral transport). Time and luminosity are those
                of a distant observer; the luminosity is that of all six kinds of neutrinos.

                | time [s] | luminosity [erg/s] | of the series | ratio | nu_e alone, ratio | net leptons [1/s] | of the series | ratio | energy so far, ratio | leptons so far, ratio |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        series.shown()
                .forEach(now -> row(
                        page,
                        Numbers.of(now.timeS(), 3),
                        Numbers.of(now.ergPerS(), 3),
                        Numbers.of(now.seriesErgPerS(), 3),
                        Numbers.of(now.ergPerS() / now.seriesErgPerS(), 3),
                        Numbers.of(now.electronRatio(), 3),
                        Numbers.of(now.leptonsPerS(), 3),
                        Numbers.of(now.seriesLeptonsPerS(), 3),
                        Numbers.of(now.leptonsPerS() / now.seriesLeptonsPerS(), 3),
                        Numbers.of(now.energyRatioSoFar(), 3),
                        Numbers.of(now.leptonRatioSoFar(), 3)));
        page.append("\nEmitted from 0.25 to 20 s: ")
                .append(Numbers.of(series.energyErg(), 3))
                .append(" erg; by the star of the series ")
                .append(Numbers.of(series.seriesErg(), 3))
                .append(" erg; ratio ")
                .append(Numbers.of(series.energyErg() / series.seriesErg(), 3))
                .append(". Net leptons ")
                .append(Numbers.of(series.leptons(), 3))
                .append(" and ")
                .append(Numbers.of(series.seriesLeptons(), 3))
                .append("; ratio ")
                .append(Numbers.of(series.leptons() / series.seriesLeptons(), 3))
                .append(".\n");
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}

package org.chiralkick.study.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;
import org.chiralkick.host.Coupling;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.star.Luminosities;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.profile.ProfileFile;
import org.chiralkick.star.structure.StellarProfile;
import org.chiralkick.table.CsvTable;

/**
 * The cooling of model G15 of Liebendoerfer et al. 2005 from 0.25 s after bounce beside the 20 s series of Nakazato et al. 2013 (20
 * solar masses, another nuclear equation of state, spectral transport in full relativity), over the window that both cover.
 * Luminosity, energy and time are those of a distant observer, for whom the star's clock is slow by the lapse.
 *
 * @param rows the end of each step of the star, up to 20 s
 * @param energyErg emitted in the window by this program's star [erg]
 * @param seriesErg emitted in the window by the star of the series [erg]
 * @param leptons net leptons emitted in the window by this program's star [1]
 * @param seriesLeptons net leptons emitted in the window by the star of the series [1]
 */
public record CoolingSeries(List<Row> rows, double energyErg, double seriesErg, double leptons, double seriesLeptons) {
    private static final String SERIES = "cooling/nakazato-z0.02-trev100ms-s20.0.csv";
    private static final String STAR = "profiles/liebendoerfer2005_AB-G15_250ms.csv";
    /** Time of the profile after bounce [s]. */
    public static final double START_S = 0.2487;

    private static final double END_S = 20;
    private static final double[] SHOWN_S = {0.3, 0.5, 1, 2, 3, 5, 7, 10, 14, 20};

    /** Keeps its own copy of the rows. */
    public CoolingSeries {
        rows = List.copyOf(rows);
    }

    /**
     * An instant.
     *
     * @param timeS time after bounce [s]
     * @param ergPerS luminosity in all kinds of neutrinos [erg/s]
     * @param seriesErgPerS that of the series [erg/s]
     * @param electronRatio luminosity in nu_e over that of the series [1]
     * @param leptonsPerS net leptons, nu_e minus anti-nu_e [1/s]
     * @param seriesLeptonsPerS those of the series [1/s]
     * @param energyRatioSoFar energy emitted since the start over that of the series [1]
     * @param leptonRatioSoFar net leptons emitted since the start over those of the series [1]
     */
    public record Row(
            double timeS,
            double ergPerS,
            double seriesErgPerS,
            double electronRatio,
            double leptonsPerS,
            double seriesLeptonsPerS,
            double energyRatioSoFar,
            double leptonRatioSoFar) {}

    /** What a distant observer has seen. */
    private record Seen(
            double timeS,
            double totalErgPerS,
            double electronErgPerS,
            double erg,
            double leptonsPerS,
            double leptons) {}

    /**
     * Returns the comparison.
     *
     * @param data folder with the profile and the series
     * @param coupling any; the star does not feel it
     * @throws IOException if a file is missing or wrong
     */
    public static CoolingSeries compute(Path data, Coupling coupling) throws IOException {
        CsvTable series = CsvTable.read(
                data.resolve(SERIES),
                name -> name.equals("time_s") || name.startsWith("L_") || name.startsWith("Emean_nue"));
        double[] time = series.column("time_s");
        double[] electron = series.column("L_nue_erg_s");
        double[] antineutrino = series.column("L_nuebar_erg_s");
        double[] heavy = series.column("L_nux_erg_s");
        double[] electronMev = series.column("Emean_nue_MeV");
        double[] antineutrinoMev = series.column("Emean_nuebar_MeV");
        double[] net = new double[time.length];
        double[] total = new double[time.length];
        for (int i = 0; i < total.length; i++) {
            total[i] = electron[i] + antineutrino[i] + 4 * heavy[i];
            net[i] = (electron[i] / electronMev[i] - antineutrino[i] / antineutrinoMev[i])
                    / PhysicalConstants.ERG_PER_MEV;
        }
        UnivariateFunction luminosity = new LinearInterpolator().interpolate(time, total);
        UnivariateFunction netLeptons = new LinearInterpolator().interpolate(time, net);
        UnivariateFunction inElectron = new LinearInterpolator().interpolate(time, electron);
        CoolingConfig config = CoolingConfig.of(StellarProfile.of(ProfileFile.read(data.resolve(STAR)), true))
                .withEnd(END_S)
                .withFeedback(Feedback.NONE);
        List<Snapshot> snapshots = new ArrayList<>();
        CoolingStar.start(config, coupling).finish(snapshots::add);
        List<Seen> seen = farAway(snapshots);
        List<Row> rows = new ArrayList<>();
        for (Seen now : seen) {
            double at = Math.min(now.timeS, time[time.length - 1]);
            rows.add(new Row(
                    now.timeS,
                    now.totalErgPerS,
                    luminosity.value(at),
                    now.electronErgPerS / inElectron.value(at),
                    now.leptonsPerS,
                    netLeptons.value(at),
                    now.erg / integral(time, total, at),
                    now.leptons / integral(time, net, at)));
        }
        Seen last = seen.get(seen.size() - 1);
        return new CoolingSeries(
                rows, last.erg, integral(time, total, last.timeS), last.leptons, integral(time, net, last.timeS));
    }

    /** Returns some of the rows, for a table. */
    public List<Row> shown() {
        return Arrays.stream(SHOWN_S).mapToObj(this::nearest).toList();
    }

    private Row nearest(double timeS) {
        return rows.stream()
                .min(Comparator.comparingDouble(row -> Math.abs(row.timeS() - timeS)))
                .orElseThrow();
    }

    /** Returns what a distant observer sees at the end of each step, up to the end of the window. */
    private static List<Seen> farAway(List<Snapshot> all) {
        List<Seen> seen = new ArrayList<>();
        double time = START_S;
        double lapse = all.get(0).lapse();
        for (Snapshot snapshot : all.subList(1, all.size())) {
            time += snapshot.dtS() * (1 / lapse + 1 / snapshot.lapse()) / 2;
            lapse = snapshot.lapse();
            if (time > END_S) {
                break;
            }
            Luminosities here = snapshot.luminosities();
            seen.add(new Seen(
                    time,
                    lapse * lapse * here.totalErgPerS(),
                    lapse * lapse * here.electronNeutrinoErgPerS(),
                    snapshot.budget().energyAtInfinityErg(),
                    lapse * here.leptonsPerS(),
                    snapshot.budget().leptonsEmitted()));
        }
        return seen;
    }

    /** Returns what the series emits from the start of the window to a time [s], by trapezes. */
    private static double integral(double[] time, double[] perS, double untilS) {
        UnivariateFunction rate = new LinearInterpolator().interpolate(time, perS);
        double sum = 0;
        double last = START_S;
        for (int i = 0; i < time.length; i++) {
            if (time[i] > START_S && time[i] < untilS) {
                sum += (time[i] - last) * (perS[i] + rate.value(last)) / 2;
                last = time[i];
            }
        }
        return sum + (untilS - last) * (rate.value(last) + rate.value(untilS)) / 2;
    }
}

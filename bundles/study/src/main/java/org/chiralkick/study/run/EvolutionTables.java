package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.chiralkick.report.Column;
import org.chiralkick.report.Table;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.ShellState;
import org.chiralkick.star.Snapshot;
import org.chiralkick.study.page.KickSection;

/** The numbers of a star that evolved as columns with units: what its CSV files and {@code run.h5} hold. */
public final class EvolutionTables {
    private static final String PER_AREA = "cm^-2 s^-1";

    /** Times that follow each other by less than this factor tell nothing new of the shells. */
    private static final double TIME_RATIO = 1.5;

    private EvolutionTables() {}

    /** Returns the star after each step; the first row is the start. */
    public static Table history(EvolutionReport report) {
        Rows<Snapshot> rows = new Rows<>(report.history());
        rows.whole("step", "steps done", Snapshot::step);
        rows.add("time_s", "s", "time since the start", Snapshot::timeS);
        rows.add("dt_s", "s", "length of the step", Snapshot::dtS);
        rows.add(
                "kick_x_km_s",
                "km/s",
                "velocity along x",
                s -> EvolutionReport.kick(s).x());
        rows.add(
                "kick_y_km_s",
                "km/s",
                "velocity along y",
                s -> EvolutionReport.kick(s).y());
        rows.add(
                "kick_z_km_s",
                "km/s",
                "velocity along the spin axis z",
                s -> EvolutionReport.kick(s).z());
        rows.add("speed_km_s", "km/s", "speed", s -> EvolutionReport.kick(s).speed());
        rows.add(
                "neutrinos_total",
                "",
                "neutrinos in the mechanism's outflow",
                s -> s.recoil().number());
        rows.add(
                "energy_erg",
                "erg",
                "energy in the mechanism's outflow, for a distant observer",
                s -> s.recoil().energyErg());
        rows.add(
                "L_nue_erg_s",
                "erg/s",
                "luminosity in nu_e",
                s -> s.luminosities().electronNeutrinoErgPerS());
        rows.add(
                "L_nuebar_erg_s",
                "erg/s",
                "luminosity in anti-nu_e",
                s -> s.luminosities().electronAntineutrinoErgPerS());
        rows.add(
                "L_nux_erg_s",
                "erg/s",
                "luminosity in each of four kinds of heavy leptons",
                s -> s.luminosities().eachHeavyLeptonErgPerS());
        rows.add("surface_r_cm", "cm", "radius of the outermost shell", Snapshot::surfaceRadiusCm);
        rows.add(
                "emission_r_cm",
                "cm",
                "radius that emits",
                s -> s.neutrinosphere().radiusCm());
        rows.add("rho_gcc", "g cm^-3", "density there", s -> s.neutrinosphere().densityGPerCm3());
        rows.add("T_MeV", "MeV", "temperature there", s -> s.neutrinosphere().temperatureMev());
        rows.add("mu_e_MeV", "MeV", "mu_e there", s -> s.neutrinosphere().electronPotentialMev());
        rows.add("mu_nue_MeV", "MeV", "mu_nu there", s -> s.neutrinosphere().neutrinoPotentialMev());
        rows.add("b_gauss", "G", "root mean square of the field there", Snapshot::surfaceFieldGauss);
        rows.add("lapse", "", "lapse there", Snapshot::lapse);
        rows.add("omega_per_s", "1/s", "angular velocity", Snapshot::angularVelocityPerS);
        rows.add(
                "leptons_in_star",
                "",
                "net leptons in the star",
                s -> s.budget().leptonsInStar());
        rows.add(
                "leptons_emitted",
                "",
                "net leptons that have left",
                s -> s.budget().leptonsEmitted());
        rows.add(
                "energy_in_star_erg",
                "erg",
                "internal and potential energy",
                s -> s.budget().energyInStarErg());
        rows.add(
                "energy_emitted_erg",
                "erg",
                "energy that has left, at the surface",
                s -> s.budget().energyEmittedErg());
        rows.add(
                "energy_at_infinity_erg",
                "erg",
                "the same for a distant observer",
                s -> s.budget().energyAtInfinityErg());
        return rows.table("history", "the star after each step");
    }

    /** Returns the mass shells at one time. */
    public static Table shells(Snapshot snapshot) {
        Rows<ShellState> rows = new Rows<>(snapshot.shells());
        addState(rows, shell -> shell);
        return rows.table("shells", "mass shells at the end; currents of the beginning of the last step");
    }

    /** Returns the mass shells at the start, at times that follow each other by a factor, and at the end. */
    public static Table evolution(List<Snapshot> history) {
        List<Moment> moments = new ArrayList<>();
        double next = 0;
        for (Snapshot snapshot : history) {
            boolean last = snapshot.step() == history.size() - 1;
            if (snapshot.timeS() >= next || last) {
                for (int zone = 0; zone < snapshot.shells().size(); zone++) {
                    moments.add(
                            new Moment(snapshot.timeS(), zone, snapshot.shells().get(zone)));
                }
                next = Math.max(KickSection.FIRST_SHOWN_S, snapshot.timeS() * TIME_RATIO);
            }
        }
        Rows<Moment> rows = new Rows<>(moments);
        rows.add("time_s", "s", "time since the start", Moment::timeS);
        rows.whole("zone", "number of the shell, 0 at the centre", Moment::zone);
        addState(rows, Moment::shell);
        return rows.table("evolution", "mass shells at several times, a row for each time and shell");
    }

    private record Moment(double timeS, int zone, ShellState shell) {}

    /** Returns what left in each direction. */
    public static Table emission(EmissionMap map) {
        return new Table(
                "emission",
                "what left in each direction in the whole run, outward minus inward; turns with the star",
                List.of(
                        RunTables.colatitude(map),
                        RunTables.azimuth(map),
                        Column.of("neutrinos_per_sr", "sr^-1", "electron neutrinos of the mechanism", map.number()),
                        Column.of("energy_erg_per_sr", "erg sr^-1", "their energy where they leave", map.energy())));
    }

    private static <T> void addState(Rows<T> rows, Function<T, ShellState> of) {
        rows.add("m_enc_g", "g", "rest mass inside", row -> of.apply(row).enclosedMassG());
        rows.add("r_cm", "cm", "radius", row -> of.apply(row).radiusCm());
        rows.add("rho_gcc", "g cm^-3", "rest-mass density", row -> of.apply(row).densityGPerCm3());
        rows.add("T_MeV", "MeV", "temperature", row -> of.apply(row).temperatureMev());
        rows.add("Ye", "", "net electrons per baryon", row -> of.apply(row).electronFraction());
        rows.add(
                "Ynu_e_net",
                "",
                "net electron neutrinos per baryon",
                row -> of.apply(row).neutrinoFraction());
        rows.add(
                "mu_e_MeV",
                "MeV",
                "electron chemical potential",
                row -> of.apply(row).electronPotentialMev());
        rows.add(
                "mu_nue_MeV",
                "MeV",
                "electron neutrino chemical potential",
                row -> of.apply(row).neutrinoPotentialMev());
        rows.add(
                "entropy_kB",
                "",
                "entropy per baryon [k_B]",
                row -> of.apply(row).entropyPerBaryon());
        rows.add(
                "pressure_dyn_cm2",
                "dyn cm^-2",
                "pressure",
                row -> of.apply(row).pressureDynPerCm2());
        rows.add(
                "mean_free_path_cm",
                "cm",
                "Rosseland mean free path of nu_e",
                row -> of.apply(row).meanFreePathCm());
        rows.add(
                "optical_depth",
                "",
                "optical depth of nu_e from outside",
                row -> of.apply(row).opticalDepth());
        rows.add(
                "leptons_per_s",
                "1/s",
                "net leptons that diffuse outward",
                row -> of.apply(row).leptonsPerS());
        rows.add(
                "luminosity_erg_s",
                "erg/s",
                "energy that diffuses outward",
                row -> of.apply(row).luminosityErgPerS());
        String rms = ", root mean square over directions";
        rows.add(
                "b_rms_gauss",
                "G",
                "field" + rms,
                row -> of.apply(row).currents().fieldGauss());
        rows.add(
                "lepton_flux_rms_per_cm2_s",
                PER_AREA,
                "anomalous lepton number flux" + rms,
                row -> of.apply(row).currents().leptonFluxPerCm2S());
        rows.add(
                "axial_flux_rms_per_cm2_s",
                PER_AREA,
                "anomalous axial flux" + rms,
                row -> of.apply(row).currents().axialFluxPerCm2S());
        rows.add(
                "neutrino_flux_rms_per_cm2_s",
                PER_AREA,
                "anomalous neutrino number flux" + rms,
                row -> of.apply(row).currents().neutrinoFluxPerCm2S());
    }

    /** Columns of quantities of the same rows. */
    private static final class Rows<T> {
        private final List<T> rows;
        private final List<Column> columns = new ArrayList<>();

        Rows(List<T> rows) {
            this.rows = rows;
        }

        void add(String name, String unit, String describes, ToDoubleFunction<T> quantity) {
            columns.add(RunTables.of(rows, name, unit, describes, quantity));
        }

        void whole(String name, String describes, ToLongFunction<T> quantity) {
            columns.add(Column.whole(
                    name, "", describes, rows.stream().mapToLong(quantity).toArray()));
        }

        Table table(String name, String describes) {
            return new Table(name, describes, columns);
        }
    }
}

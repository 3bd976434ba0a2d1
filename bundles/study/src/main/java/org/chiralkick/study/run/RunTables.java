package org.chiralkick.study.run;

import java.io.IOException;
import java.util.List;
import org.chiralkick.report.Column;
import org.chiralkick.report.Table;
import org.chiralkick.source.FluxField;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.table.CsvWriter;

/** The numbers of a run as columns with units: what its CSV files and {@code run.h5} hold. */
public final class RunTables {
    private RunTables() {}

    /** Returns all tables of a run. */
    public static List<Table> of(RunResult result) {
        Run run = result.run();
        return result.scan()
                .map(scan -> List.of(history(run), RadialTables.profile(scan), emission(result)))
                .orElseGet(() -> List.of(history(run), shells(run), evolution(run), emission(result)));
    }

    /** Returns what there is after each step: the star, the first row at the start, or of a frozen one what it has received. */
    public static Table history(Run run) {
        return run.cools() ? states(run) : received(run);
    }

    private static Table states(Run run) {
        Rows<Snapshot> rows = new Rows<>(run.history());
        rows.whole("step", "steps done", Snapshot::step);
        rows.add("time_s", "s", "time since the start", Snapshot::timeS);
        rows.add("dt_s", "s", "length of the step", Snapshot::dtS);
        rows.addKick(run::kick);
        for (Escape escape : Escape.values()) {
            rows.add(
                    "speed_" + escape.label() + "_km_s",
                    "km/s",
                    "speed with escape " + escape.label(),
                    s -> s.kick().speedKmPerS(escape).orElse(Double.NaN));
        }
        rows.add(
                "alpha",
                "",
                "momentum times c over the energy that has left, escape "
                        + run.escape().label(),
                s -> s.kick().alpha(run.escape()));
        rows.add(
                "neutrinos_total",
                "",
                run.escape() == Escape.DIPOLE
                        ? "neutrinos that the hemisphere with more emits beyond its half"
                        : "neutrinos in the mechanism's outflow",
                s -> s.kick().recoil(run.escape()).number());
        rows.add(
                "energy_erg",
                "erg",
                run.escape() == Escape.DIPOLE
                        ? "energy of the same, at the surface"
                        : "energy in the mechanism's outflow, for a distant observer",
                s -> s.kick().recoil(run.escape()).energyErg());
        rows.add(
                "dipole_flux_ratio",
                "",
                "largest l = 1 over mean energy flux so far",
                s -> s.dipole().largestFluxRatio());
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
        rows.add("N_nue_per_s", "1/s", "number of nu_e", s -> s.luminosities().electronNeutrinosPerS());
        rows.add(
                "N_nuebar_per_s",
                "1/s",
                "number of anti-nu_e",
                s -> s.luminosities().electronAntineutrinosPerS());
        rows.add(
                "N_nux_per_s",
                "1/s",
                "number in each of four kinds of heavy leptons",
                s -> s.luminosities().eachHeavyLeptonPerS());
        rows.add(
                "net_leptons_per_s",
                "1/s",
                "nu_e minus anti-nu_e",
                s -> s.luminosities().leptonsPerS());
        rows.add(
                "E_nue_MeV",
                "MeV",
                "mean energy of nu_e, luminosity over number; 0 before the first step",
                s -> s.luminosities().electronNeutrinoMev());
        rows.add(
                "E_nuebar_MeV",
                "MeV",
                "mean energy of anti-nu_e",
                s -> s.luminosities().electronAntineutrinoMev());
        rows.add(
                "E_nux_MeV",
                "MeV",
                "mean energy of heavy-lepton neutrinos",
                s -> s.luminosities().heavyLeptonMev());
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

    private static Table received(Run run) {
        Rows<KickHistory.Moment> rows = new Rows<>(
                run.moments().stream().filter(moment -> moment.step() > 0).toList());
        rows.whole("step", "steps done", KickHistory.Moment::step);
        rows.add("time_s", "s", "time since the start", KickHistory.Moment::timeS);
        rows.addKick(run::kick);
        rows.add(
                "momentum_x_g_cm_s",
                "g cm/s",
                "momentum along x",
                moment -> moment.recoil().momentum().x());
        rows.add(
                "momentum_y_g_cm_s",
                "g cm/s",
                "momentum along y",
                moment -> moment.recoil().momentum().y());
        rows.add(
                "momentum_z_g_cm_s",
                "g cm/s",
                "momentum along z",
                moment -> moment.recoil().momentum().z());
        rows.add(
                "neutrinos_total",
                "",
                "neutrinos that have left",
                moment -> moment.recoil().number());
        rows.add(
                "energy_erg",
                "erg",
                "energy that they took",
                moment -> moment.recoil().energyErg());
        return rows.table("history", "what the star has received after each step");
    }

    /** Returns the mass shells of a star that cooled at the end. */
    public static Table shells(Run run) {
        return RadialTables.shells(run.end());
    }

    /** Returns the mass shells of a star that cooled at the start, at times that follow each other by a factor, and at the end. */
    public static Table evolution(Run run) {
        return RadialTables.evolution(run.history());
    }

    /** Returns what leaves through each cell of a frozen star's surface, or what left in each direction. */
    private static Table emission(RunResult result) {
        EmissionMap map = result.map();
        Column colatitude =
                Column.of("colatitude_deg", "deg", "angle of the cell from the spin axis", map.colatitudeDeg());
        Column azimuth = Column.of("azimuth_deg", "deg", "angle of the cell about the spin axis", map.azimuthDeg());
        return result.run().cools()
                ? new Table(
                        "emission",
                        "what left the surface in each direction in the whole run, outward minus inward; turns with the star",
                        List.of(
                                colatitude,
                                azimuth,
                                Column.of(
                                        "neutrinos_per_sr",
                                        "sr^-1",
                                        "electron neutrinos of the mechanism",
                                        map.number()),
                                Column.of(
                                        "energy_erg_per_sr",
                                        "erg sr^-1",
                                        "their energy where they leave",
                                        map.energy())))
                : new Table(
                        "emission",
                        "what leaves through each cell of the emission surface at t = 0",
                        List.of(
                                colatitude,
                                azimuth,
                                outward("neutrino_flux_outward_per_cm2_s", FluxField.NEUTRINO_FLUX, map.number()),
                                outward(
                                        "neutrino_energy_flux_outward_erg_per_cm2_s",
                                        FluxField.NEUTRINO_ENERGY_FLUX,
                                        map.energy())));
    }

    private static Column outward(String name, FluxField field, double[] values) {
        return Column.of(name, RadialTables.unit(field), RadialTables.meaning(field) + ", outward", values);
    }

    /** Returns a table as CSV, under comment lines. */
    public static String csv(Table table, String... comments) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvWriter csv = new CsvWriter(text);
        for (String comment : comments) {
            csv.comment(comment);
        }
        write(table, csv);
        return text.toString();
    }

    /** Writes a table as CSV. */
    private static void write(Table table, CsvWriter csv) throws IOException {
        csv.header(table.columns().stream().map(Column::name).toList());
        for (int row = 0; row < table.rows(); row++) {
            for (Column column : table.columns()) {
                double value = column.values().get(row);
                if (Double.isNaN(value) && column.name().endsWith("_km_s")) {
                    // No velocity: the star would have to give more than it has.
                    csv.put("");
                } else if (column.whole()) {
                    csv.put((long) value);
                } else {
                    csv.put(value);
                }
            }
            csv.endRow();
        }
    }
}

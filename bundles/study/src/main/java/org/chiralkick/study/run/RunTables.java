package org.chiralkick.study.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.chiralkick.report.Column;
import org.chiralkick.report.Table;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.table.CsvWriter;

/** The numbers of a run as columns with units: what {@code history.csv} and {@code run.h5} hold. */
public final class RunTables {
    private RunTables() {}

    /** Returns the ledger after each step. */
    public static Table history(RunReport report) {
        List<KickHistory.Moment> moments = report.history().moments().stream()
                .filter(moment -> moment.step() > 0)
                .toList();
        double mass = report.setup().massG();
        return new Table(
                "history",
                "what the star has received after each step",
                List.of(
                        Column.whole(
                                "step",
                                "",
                                "steps done",
                                moments.stream()
                                        .mapToLong(KickHistory.Moment::step)
                                        .toArray()),
                        of(moments, "time_s", "s", "time since the start", KickHistory.Moment::timeS),
                        of(
                                moments,
                                "kick_x_km_s",
                                "km/s",
                                "velocity along x",
                                m -> kick(m, mass).x()),
                        of(
                                moments,
                                "kick_y_km_s",
                                "km/s",
                                "velocity along y",
                                m -> kick(m, mass).y()),
                        of(
                                moments,
                                "kick_z_km_s",
                                "km/s",
                                "velocity along the spin axis z",
                                m -> kick(m, mass).z()),
                        of(
                                moments,
                                "speed_km_s",
                                "km/s",
                                "speed",
                                m -> kick(m, mass).speed()),
                        of(
                                moments,
                                "momentum_x_g_cm_s",
                                "g cm/s",
                                "momentum along x",
                                m -> m.recoil().momentum().x()),
                        of(
                                moments,
                                "momentum_y_g_cm_s",
                                "g cm/s",
                                "momentum along y",
                                m -> m.recoil().momentum().y()),
                        of(
                                moments,
                                "momentum_z_g_cm_s",
                                "g cm/s",
                                "momentum along z",
                                m -> m.recoil().momentum().z()),
                        of(
                                moments,
                                "neutrinos_total",
                                "",
                                "neutrinos that have left",
                                m -> m.recoil().number()),
                        of(
                                moments,
                                "energy_erg",
                                "erg",
                                "energy that they took",
                                m -> m.recoil().energyErg())));
    }

    /** Returns state and currents at every radius. */
    public static Table profile(ProfileScan scan) {
        List<RadialState> states = scan.states();
        List<Column> columns = new ArrayList<>(List.of(
                of(states, "radius_cm", "cm", "radius", RadialState::radiusCm),
                of(states, "density_g_per_cm3", "g cm^-3", "rest-mass density", RadialState::densityGPerCm3),
                of(states, "temperature_mev", "MeV", "temperature", RadialState::temperatureMev),
                of(states, "electron_fraction", "", "net electrons per baryon", RadialState::electronFraction),
                of(states, "neutrino_fraction", "", "net electron neutrinos per baryon", RadialState::neutrinoFraction),
                of(states, "mu_e_mev", "MeV", "electron chemical potential", RadialState::muElectronMev),
                of(states, "mu_nu_mev", "MeV", "electron-neutrino chemical potential", RadialState::muNeutrinoMev),
                of(states, "b_gauss", "G", "magnetic field, along z", state -> scan.fieldGauss())));
        for (FluxField field : ProfileScan.fields()) {
            columns.add(Column.of(field.columnName(2), unit(field), meaning(field) + ", along z", scan.along(field)));
        }
        long[] flags = new long[states.size()];
        Arrays.setAll(flags, scan::flags);
        columns.add(Column.whole("flags", "", "validity flags, a bit each: " + bits(), flags));
        return new Table(
                "profile", "state and anomalous currents at every radius, field and vorticity along z", columns);
    }

    /** Returns what leaves through each cell of the surface. */
    public static Table emission(EmissionMap map) {
        return new Table(
                "emission",
                "what leaves through each cell of the emission surface at t = 0",
                List.of(
                        colatitude(map),
                        azimuth(map),
                        Column.of(
                                "neutrino_flux_outward_per_cm2_s",
                                unit(FluxField.NEUTRINO_FLUX),
                                meaning(FluxField.NEUTRINO_FLUX) + ", outward",
                                map.number()),
                        Column.of(
                                "neutrino_energy_flux_outward_erg_per_cm2_s",
                                unit(FluxField.NEUTRINO_ENERGY_FLUX),
                                meaning(FluxField.NEUTRINO_ENERGY_FLUX) + ", outward",
                                map.energy())));
    }

    static Column colatitude(EmissionMap map) {
        return Column.of("colatitude_deg", "deg", "angle of the cell from the spin axis", map.colatitudeDeg());
    }

    static Column azimuth(EmissionMap map) {
        return Column.of("azimuth_deg", "deg", "angle of the cell about the spin axis", map.azimuthDeg());
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
                if (column.whole()) {
                    csv.put((long) value);
                } else {
                    csv.put(value);
                }
            }
            csv.endRow();
        }
    }

    /** Returns what a current is a current of. */
    static String meaning(FluxField field) {
        return switch (field) {
            case LEPTON_FLUX -> "lepton number flux of electrons and neutrinos";
            case AXIAL_FLUX -> "axial lepton flux, left minus right";
            case NEUTRINO_FLUX -> "electron-neutrino number flux";
            case NEUTRINO_ENERGY_FLUX -> "neutrino energy flux";
            default -> throw new IllegalArgumentException(field + " is not a current of the profile");
        };
    }

    /** Returns the unit of a current. */
    public static String unit(FluxField field) {
        return field == FluxField.NEUTRINO_ENERGY_FLUX ? "erg cm^-2 s^-1" : "cm^-2 s^-1";
    }

    private static String bits() {
        return Arrays.stream(ValidityFlag.values())
                .map(flag -> flag.bit() + " " + flag.label())
                .collect(Collectors.joining(", "));
    }

    private static Kick kick(KickHistory.Moment moment, double massG) {
        return Kick.of(moment.recoil(), massG);
    }

    static <T> Column of(List<T> rows, String name, String unit, String describes, ToDoubleFunction<T> quantity) {
        return Column.of(
                name, unit, describes, rows.stream().mapToDouble(quantity).toArray());
    }
}

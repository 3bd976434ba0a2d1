package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.chiralkick.report.Column;
import org.chiralkick.report.Table;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.star.ShellState;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.dipole.DipoleContrast;
import org.chiralkick.star.profile.RadialState;

/** A star against radius as columns with units: shells of one that cools, rows of the profile of a frozen one. */
final class RadialTables {
    private static final String PER_AREA = "cm^-2 s^-1";

    /** The shells change little between times that follow each other by less than this factor. */
    private static final double TIME_RATIO = 1.5;

    private RadialTables() {}

    /** Returns the mass shells at one time. */
    static Table shells(Snapshot snapshot) {
        Rows<ShellState> rows = new Rows<>(snapshot.shells());
        addState(rows, shell -> shell);
        addContrasts(rows, i -> snapshot.contrasts().get(i));
        return rows.table("shells", "mass shells at the end; currents of the beginning of the last step");
    }

    /** Returns the mass shells at the start, at times that follow each other by a factor, and at the end. */
    static Table evolution(List<Snapshot> history) {
        List<Moment> moments = new ArrayList<>();
        double next = 0;
        for (Snapshot snapshot : history) {
            boolean last = snapshot.step() == history.size() - 1;
            if (snapshot.timeS() >= next || last) {
                for (int zone = 0; zone < snapshot.shells().size(); zone++) {
                    moments.add(new Moment(
                            snapshot.timeS(),
                            zone,
                            snapshot.shells().get(zone),
                            snapshot.contrasts().get(zone)));
                }
                next = Math.max(Run.ADAPTED_S, snapshot.timeS() * TIME_RATIO);
            }
        }
        Rows<Moment> rows = new Rows<>(moments);
        rows.add("time_s", "s", "time since the start", Moment::timeS);
        rows.whole("zone", "number of the shell, 0 at the centre", Moment::zone);
        addState(rows, Moment::shell);
        addContrasts(rows, i -> moments.get(i).contrast());
        return rows.table("evolution", "mass shells at several times, a row for each time and shell");
    }

    private record Moment(double timeS, int zone, ShellState shell, DipoleContrast contrast) {}

    /** Adds what the l = 1 response makes of the rows. */
    private static void addContrasts(Rows<?> rows, IntFunction<DipoleContrast> of) {
        String poles = " between the magnetic pole and the equator (l = 1)";
        rows.addAt(
                "dT_over_T",
                "",
                "contrast of temperature" + poles,
                i -> of.apply(i).temperature());
        rows.addAt("d_eta", "", "contrast of mu_nu/T" + poles, i -> of.apply(i).degeneracy());
        rows.addAt(
                "dYl",
                "",
                "contrast of net leptons per baryon" + poles,
                i -> of.apply(i).leptonFraction());
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

    /** Returns state and currents at every radius of a frozen star. */
    static Table profile(ProfileScan scan) {
        Rows<RadialState> rows = new Rows<>(scan.states());
        rows.add("radius_cm", "cm", "radius", RadialState::radiusCm);
        rows.add("density_g_per_cm3", "g cm^-3", "rest-mass density", RadialState::densityGPerCm3);
        rows.add("temperature_mev", "MeV", "temperature", RadialState::temperatureMev);
        rows.add("electron_fraction", "", "net electrons per baryon", RadialState::electronFraction);
        rows.add("neutrino_fraction", "", "net electron neutrinos per baryon", RadialState::neutrinoFraction);
        rows.add("mu_e_mev", "MeV", "electron chemical potential", RadialState::muElectronMev);
        rows.add("mu_nu_mev", "MeV", "electron-neutrino chemical potential", RadialState::muNeutrinoMev);
        rows.add("b_gauss", "G", "magnetic field, along z", state -> scan.fieldGauss());
        for (FluxField field : ProfileScan.fields()) {
            rows.add(Column.of(field.columnName(2), unit(field), meaning(field) + ", along z", scan.along(field)));
        }
        long[] flags = new long[scan.states().size()];
        Arrays.setAll(flags, scan::flags);
        rows.add(Column.whole("flags", "", "validity flags, a bit each: " + bits(), flags));
        return rows.table("profile", "state and anomalous currents at every radius, field and vorticity along z");
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
    static String unit(FluxField field) {
        return field == FluxField.NEUTRINO_ENERGY_FLUX ? "erg cm^-2 s^-1" : "cm^-2 s^-1";
    }

    private static String bits() {
        return Arrays.stream(ValidityFlag.values())
                .map(flag -> flag.bit() + " " + flag.label())
                .collect(Collectors.joining(", "));
    }
}

package org.chiralkick.star;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.emission.CoupledStar;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.table.CsvWriter;

/**
 * The anomalous currents at every radius of a profile, for the field strength of the run: where in the star they are large. One
 * evaluation as predictor (weight 0), so the ledger counts nothing.
 */
public final class ProfileScan {
    private static final List<FluxField> FLUXES = List.of(
            FluxField.LEPTON_FLUX, FluxField.AXIAL_FLUX, FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX);

    private final StarProfile star;
    private final double fieldGauss;
    private final double angularVelocityPerS;
    private final List<RadialState> states;
    private final double[][] fluxes;
    private final long[] flags;

    private ProfileScan(StarProfile star, double fieldGauss, double angularVelocityPerS, List<RadialState> states) {
        this.star = star;
        this.fieldGauss = fieldGauss;
        this.angularVelocityPerS = angularVelocityPerS;
        this.states = states;
        this.fluxes = new double[3 * FLUXES.size()][states.size()];
        this.flags = new long[states.size()];
    }

    /**
     * Returns the currents at each radius whose temperature and chemical potentials are known, with the field (and the vorticity, if
     * the star rotates) along +z.
     *
     * @param fieldGauss field at every radius [G]
     * @param angularVelocityPerS Omega [1/s], 0 without rotation
     */
    public static ProfileScan of(StarProfile star, double fieldGauss, double angularVelocityPerS, Coupling coupling) {
        List<RadialState> states = new ArrayList<>();
        for (int row = 0; row < star.rows(); row++) {
            RadialState state = star.interpolate(star.radiusOfRow(row));
            if (!Double.isNaN(state.temperatureMev() + state.muElectronMev() + state.muNeutrinoMev())) {
                states.add(state);
            }
        }
        ProfileScan scan = new ProfileScan(star, fieldGauss, angularVelocityPerS, List.copyOf(states));
        scan.evaluate(coupling);
        return scan;
    }

    /** Returns the states, a row each. */
    public List<RadialState> states() {
        return states;
    }

    /** Returns the field strength at every radius [G]. */
    public double fieldGauss() {
        return fieldGauss;
    }

    /** Returns the currents there are, in the order of the columns. */
    public static List<FluxField> fields() {
        return FLUXES;
    }

    /** Returns the component along +z of one of {@link #fields()}, a value for each row, in the unit of the field. */
    public double[] along(FluxField field) {
        return fluxes[3 * FLUXES.indexOf(field) + 2].clone();
    }

    /** Returns the flag word of a row. */
    public long flags(int row) {
        return flags[row] | (states.get(row).neutrinosDecoupled() ? ValidityFlag.NEUTRINOS_DECOUPLED.bit() : 0);
    }

    /** Writes a row for each state: the state, the currents, and the labels of the flags. */
    public void write(CsvWriter csv) throws IOException {
        csv.comment(String.format(
                Locale.ROOT,
                "anomalous currents along the field, B = %s G at every radius, of profile %s",
                fieldGauss,
                star.name()));
        List<String> header = new ArrayList<>(
                List.of("r_cm", "rho_gcc", "T_MeV", "Ye", "Ynu_e_net", "mu_e_MeV", "mu_nue_MeV", "B_gauss"));
        FLUXES.forEach(field -> header.add(field.columnName(2)));
        header.add("flags");
        csv.header(header);
        for (int i = 0; i < states.size(); i++) {
            RadialState state = states.get(i);
            csv.put(state.radiusCm()).put(state.densityGPerCm3()).put(state.temperatureMev());
            csv.put(state.electronFraction()).put(state.neutrinoFraction());
            csv.put(state.muElectronMev()).put(state.muNeutrinoMev()).put(fieldGauss);
            for (int f = 0; f < FLUXES.size(); f++) {
                csv.put(fluxes[3 * f + 2][i]);
            }
            csv.put(labels(flags(i))).endRow();
        }
    }

    /** Returns the labels of the flags in a word, joined by {@code ;}. */
    public static String labels(long word) {
        return ValidityFlag.of(word).stream().map(ValidityFlag::label).collect(Collectors.joining(";"));
    }

    private void evaluate(Coupling coupling) {
        View zero = View.constant(0);
        BlockBinding.Builder builder = BlockBinding.of(states.size())
                .in(ZoneField.TEMPERATURE, view(states, RadialState::temperatureMev))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, view(states, RadialState::muElectronMev))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, view(states, RadialState::muNeutrinoMev))
                .in(ZoneField.MAGNETIC_FIELD, zero, zero, View.constant(fieldGauss));
        bindWhereKnown(builder, ZoneField.GRADIENT_LENGTH, states, RadialState::neutrinoGradientLengthCm);
        bindWhereKnown(builder, ZoneField.MEAN_FREE_PATH, states, RadialState::meanFreePathCm);
        if (angularVelocityPerS != 0) {
            builder.in(ZoneField.VORTICITY, zero, zero, View.constant(2 * angularVelocityPerS));
        }
        for (int f = 0; f < FLUXES.size(); f++) {
            builder.out(FLUXES.get(f), View.of(fluxes[3 * f]), View.of(fluxes[3 * f + 1]), View.of(fluxes[3 * f + 2]));
        }
        // Currents do not depend on the length of a step that is dropped.
        coupling.begin(CoupledStar.UNCOUNTED, 0, 1);
        coupling.evaluate(builder.flags(flags).build(), 0);
        coupling.rollback();
    }

    /** A check whose input is not known everywhere is left out: NaN in one row must not invalidate that row's currents. */
    private static void bindWhereKnown(
            BlockBinding.Builder builder,
            ZoneField field,
            List<RadialState> states,
            ToDoubleFunction<RadialState> quantity) {
        if (states.stream().mapToDouble(quantity).allMatch(Double::isFinite)) {
            builder.in(field, view(states, quantity));
        }
    }

    private static View view(List<RadialState> states, ToDoubleFunction<RadialState> quantity) {
        return View.of(states.stream().mapToDouble(quantity).toArray());
    }
}

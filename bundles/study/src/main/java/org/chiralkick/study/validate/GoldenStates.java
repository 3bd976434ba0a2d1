package org.chiralkick.study.validate;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/**
 * The reference states, computed with 50 digits outside this project, beside what a coupling gives for them (guide/physics.md,
 * section 11). The coupling takes mu_5 as given, all left-handed leptons as neutrinos, and the momentum from the energy current: these
 * are the closures whose results the file holds.
 */
public final class GoldenStates {
    private static final double NUMBER = PhysicalConstants.NUMBER_FLUX_PER_MEV3;
    private static final double ENERGY = PhysicalConstants.ENERGY_FLUX_PER_MEV4;

    private final List<JsonObject> states;

    private GoldenStates(List<JsonObject> states) {
        this.states = states;
    }

    /**
     * The largest difference of one flux over all states.
     *
     * @param quantity what flows
     * @param equation its number in guide/physics.md
     * @param error |computed - exact| over the state's scale [1]; components may cancel, so their own size is no scale
     * @param state where it is
     */
    public record Row(String quantity, String equation, double error, String state) {}

    /**
     * Returns the states in a file.
     *
     * @throws IOException if it cannot be read, or is no such file
     */
    public static GoldenStates read(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            JsonArray states = reader.readObject().getJsonArray("states");
            if (states == null) {
                throw new IOException(file + " has no states; it is not a file of reference states");
            }
            return new GoldenStates(states.getValuesAs(JsonObject.class));
        } catch (JsonException e) {
            throw new IOException(file + " is not a file of reference states: " + e.getMessage(), e);
        }
    }

    /** Returns the number of states. */
    public int size() {
        return states.size();
    }

    /** Returns the worst difference of each flux. */
    public List<Row> compare(Coupling coupling) {
        int n = states.size();
        double[][] given = new double[10][n];
        for (int i = 0; i < n; i++) {
            JsonObject in = states.get(i).getJsonObject("in");
            double left = number(in, "mu_eL_MeV");
            double right = number(in, "mu_eR_MeV");
            given[0][i] = number(in, "T_MeV");
            given[1][i] = (left + right) / 2;
            given[2][i] = (left - right) / 2;
            given[3][i] = number(in, "mu_nu_MeV");
            for (int axis = 0; axis < 3; axis++) {
                given[4 + axis][i] = in.getJsonArray("B_G").getJsonNumber(axis).doubleValue();
                given[7 + axis][i] =
                        in.getJsonArray("curl_v_per_s").getJsonNumber(axis).doubleValue();
            }
        }
        double[][] lepton = new double[3][n];
        double[][] axial = new double[3][n];
        double[][] neutrinos = new double[3][n];
        double[][] energy = new double[3][n];
        BlockBinding block = BlockBinding.of(n)
                .in(ZoneField.TEMPERATURE, View.of(given[0]))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(given[1]))
                .in(ZoneField.AXIAL_CHEMICAL_POTENTIAL, View.of(given[2]))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(given[3]))
                .in(ZoneField.MAGNETIC_FIELD, View.of(given[4]), View.of(given[5]), View.of(given[6]))
                .in(ZoneField.VORTICITY, View.of(given[7]), View.of(given[8]), View.of(given[9]))
                .out(FluxField.LEPTON_FLUX, View.of(lepton[0]), View.of(lepton[1]), View.of(lepton[2]))
                .out(FluxField.AXIAL_FLUX, View.of(axial[0]), View.of(axial[1]), View.of(axial[2]))
                .out(FluxField.NEUTRINO_FLUX, View.of(neutrinos[0]), View.of(neutrinos[1]), View.of(neutrinos[2]))
                .out(FluxField.NEUTRINO_ENERGY_FLUX, View.of(energy[0]), View.of(energy[1]), View.of(energy[2]))
                .build();
        coupling.begin(0, 0, 1);
        coupling.evaluate(block, 0);
        coupling.rollback();
        List<Row> rows = new ArrayList<>();
        rows.add(worst("lepton flux J_l", "2.6", "J_l", "", NUMBER, NUMBER, lepton));
        rows.add(worst("axial flux J_l5", "2.6", "J_l5", "", NUMBER, NUMBER, axial));
        rows.add(worst(
                "neutrino flux F_N", "4.4", "neutrino_number_flux_cm-2_s-1", "all_left_handed", 1, NUMBER, neutrinos));
        rows.add(worst(
                "neutrino energy flux F_E",
                "4.5",
                "neutrino_energy_flux_erg_cm-2_s-1",
                "all_left_handed_T0i",
                1,
                ENERGY,
                energy));
        return rows;
    }

    private Row worst(
            String quantity,
            String equation,
            String key,
            String inner,
            double unit,
            double scaleUnit,
            double[][] computed) {
        double worst = 0;
        String where = "-";
        for (int i = 0; i < states.size(); i++) {
            JsonObject physical = states.get(i).getJsonObject("physical");
            JsonObject holder = inner.isEmpty() ? physical : physical.getJsonObject(key);
            double scale = scaleUnit * number(physical, scaleUnit == ENERGY ? "scale_T_MeV4" : "scale_J_MeV3");
            for (int axis = 0; axis < 3; axis++) {
                String exact =
                        holder.getJsonArray(inner.isEmpty() ? key : inner).getString(axis);
                double difference = Math.abs(computed[axis][i] - unit * Double.parseDouble(exact));
                double error = difference == 0 ? 0 : difference / scale;
                if (!(error <= worst)) {
                    worst = error;
                    where = states.get(i).getString("id");
                }
            }
        }
        return new Row(quantity, equation, worst, where);
    }

    /** The file keeps most numbers as text, for their digits. */
    private static double number(JsonObject object, String key) {
        return object.get(key) instanceof JsonString text
                ? Double.parseDouble(text.getString())
                : object.getJsonNumber(key).doubleValue();
    }
}

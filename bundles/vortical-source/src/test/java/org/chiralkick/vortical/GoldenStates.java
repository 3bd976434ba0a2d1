package org.chiralkick.vortical;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The states of golden/states.json as far as neutrinos in rotation are concerned; evaluated at 50 digits. */
final class GoldenStates {
    private GoldenStates() {}

    /** A state and the flux of the free neutrino species in it; vectors have three components. */
    record State(
            String id,
            double temperatureMeV,
            double muNuMeV,
            List<Double> curlPerS,
            List<Double> numberFlux,
            List<Double> energyFlux) {}

    static List<State> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                        GoldenStates.class.getResourceAsStream("/golden/states.json"), "golden/states.json");
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray("states").getValuesAs(GoldenStates::state);
        }
    }

    private static State state(jakarta.json.JsonValue value) {
        JsonObject state = value.asJsonObject();
        JsonObject in = state.getJsonObject("in");
        JsonObject physical = state.getJsonObject("physical");
        return new State(
                state.getString("id"),
                in.getJsonNumber("T_MeV").doubleValue(),
                in.getJsonNumber("mu_nu_MeV").doubleValue(),
                in.getJsonArray("curl_v_per_s").getValuesAs((jakarta.json.JsonNumber n) -> n.doubleValue()),
                digits(physical.getJsonObject("neutrino_number_flux_cm-2_s-1").getJsonArray("free_species")),
                digits(physical.getJsonObject("neutrino_energy_flux_erg_cm-2_s-1")
                        .getJsonArray("free_species")));
    }

    private static List<Double> digits(JsonArray texts) {
        return texts.getValuesAs((JsonString text) -> Double.parseDouble(text.getString()));
    }
}

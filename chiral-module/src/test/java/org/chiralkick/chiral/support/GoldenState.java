package org.chiralkick.chiral.support;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.OptionalDouble;

/** One state of states.json. */
public record GoldenState(JsonObject json) {
    /** Returns its name, such as {@code "E19-cancel"}. */
    public String id() {
        return json.getString("id");
    }

    /** Returns T [MeV]. */
    public double temperature() {
        return Golden.number(input(), "T_MeV");
    }

    /** Returns mu_eL [MeV]. */
    public double left() {
        return Golden.number(input(), "mu_eL_MeV");
    }

    /** Returns mu_eR [MeV]. */
    public double right() {
        return Golden.number(input(), "mu_eR_MeV");
    }

    /** Returns mu_nu [MeV]. */
    public double neutrino() {
        return Golden.number(input(), "mu_nu_MeV");
    }

    /** Returns B [G]. */
    public double[] field() {
        return Golden.vector(input(), "B_G");
    }

    /** Returns curl v [1/s]. */
    public double[] vorticity() {
        return Golden.vector(input(), "curl_v_per_s");
    }

    /** Returns the block of consistent units. */
    public JsonObject physical() {
        return json.getJsonObject("physical");
    }

    /** Returns the block of the paper's units. */
    public JsonObject paper() {
        return json.getJsonObject("paper");
    }

    /** Returns the scale of number currents [MeV^3]. */
    public double currentScale() {
        return Golden.number(physical(), "scale_J_MeV3");
    }

    /** Returns the scale of energy currents [MeV^4]. */
    public double energyScale() {
        return Golden.number(physical(), "scale_T_MeV4");
    }

    /** Returns the number current of a species [MeV^3]: eL, eR or nu. */
    public double[] current(String species) {
        return Golden.vector(physical().getJsonObject("J_species"), species);
    }

    /** Returns the energy current of a species [MeV^4]: eL, eR or nu. */
    public double[] energyCurrent(String species) {
        return Golden.vector(physical().getJsonObject("T0i_species"), species);
    }

    /** Returns a share, {@code share_composition} or {@code share_susceptibility}; empty where it is not defined. */
    public OptionalDouble share(String key) {
        return JsonValue.NULL.equals(physical().get(key))
                ? OptionalDouble.empty()
                : OptionalDouble.of(Golden.number(physical(), key));
    }

    private JsonObject input() {
        return json.getJsonObject("in");
    }

    @Override
    public String toString() {
        return id();
    }
}

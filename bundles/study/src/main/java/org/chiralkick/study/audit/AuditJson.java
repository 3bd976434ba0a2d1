package org.chiralkick.study.audit;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Map;
import org.chiralkick.host.value.CouplingAudit;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;

/** The audit of a coupling as an object of JSON; shares are in [0, 1]. */
public final class AuditJson {
    private AuditJson() {}

    /** Returns the object, with the problems in words; steps that nobody judged are in it where there are any. */
    public static Map<String, @Nullable Object> of(CouplingAudit audit) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("steps", audit.steps());
        json.put("held", audit.held());
        json.put("retries", audit.retries());
        json.put("rolled_back", audit.rolledBack());
        json.put("flagged", audit.flagged());
        json.put("invalid", audit.invalid());
        json.put("implausible", audit.implausible());
        json.put("worst_weight_error", audit.worstWeightError());
        json.put("area_defect", audit.areaDefect());
        json.put("emission_outside_validity", audit.emissionOutsideValidity());
        json.put("energy_over_budget", audit.energyOverBudget());
        json.put("silent", audit.silent());
        if (audit.unjudged() > 0) {
            json.put("unjudged", audit.unjudged());
        }
        json.put("problems", audit.problems());
        return json;
    }

    /**
     * Returns the audit that an object says.
     *
     * @throws IllegalArgumentException if a number is not there
     */
    static CouplingAudit read(JsonObject json) {
        return new CouplingAudit(
                count(json, "steps"),
                count(json, "held"),
                count(json, "retries"),
                count(json, "rolled_back"),
                count(json, "flagged"),
                count(json, "invalid"),
                count(json, "implausible"),
                number(json, "worst_weight_error").doubleValue(),
                number(json, "area_defect").doubleValue(),
                number(json, "emission_outside_validity").doubleValue(),
                number(json, "energy_over_budget").doubleValue(),
                count(json, "silent"),
                json.containsKey("unjudged") ? count(json, "unjudged") : 0);
    }

    private static long count(JsonObject json, String key) {
        try {
            return number(json, key).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("audit." + key + " is " + json.get(key) + "; must be a whole number", e);
        }
    }

    private static JsonNumber number(JsonObject json, String key) {
        if (json.get(key) instanceof JsonNumber number) {
            return number;
        }
        throw new IllegalArgumentException("audit." + key + " is " + json.get(key) + "; must be a number");
    }
}

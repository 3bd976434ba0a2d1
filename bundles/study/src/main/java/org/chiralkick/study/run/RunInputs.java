package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.StarModel;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.table.Json;
import org.chiralkick.table.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What is to evolve, as it was asked for.
 *
 * @param star profile to begin with
 * @param config what evolves
 * @param shape shape of its field
 * @param fieldGauss strength of its field [G]
 */
public record RunInputs(StarProfile star, CoolingConfig config, FieldShape shape, double fieldGauss) {
    private static final int MOST_DIGITS = 12;

    /** Returns the strength of the field [G]: as it was typed, or in four digits where it is a map's own. */
    public String strength() {
        String typed = Numbers.given(fieldGauss);
        return typed.length() > MOST_DIGITS ? Numbers.of(fieldGauss) : typed;
    }

    /** Returns what was assumed in making it, a sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(star.notes());
        double reachKm = shape.reachCm() * shape.stretch() / 1e5;
        if (Double.isFinite(reachKm)) {
            notes.add("the field map ends at " + Numbers.of(reachKm, 3)
                    + " km; beyond, each component of its outermost point falls as r^-3");
        }
        return notes;
    }

    /** Returns all of it, for {@code run.json}. */
    Map<String, @Nullable Object> json() {
        StarModel model = config.star();
        SpinningField field = config.field();
        Map<String, @Nullable Object> json = Json.object();
        json.put("profile", star.name());
        json.put("field_gauss", fieldGauss);
        json.put("geometry", shape.label());
        json.put("field_stretch", shape.stretch());
        json.put("field_decay_s", Json.number(field.decayS()));
        json.put("spin_period_s", Json.number(field.spinPeriodS()));
        json.put("obliquity_deg", field.obliquityDeg());
        json.put("duration_s", config.endTimeS());
        json.put("emission_depth", config.emissionDepth());
        json.put("structure", model.structure().label());
        json.put("feedback", RunWords.label(config.feedback()));
        json.put("zones", model.zones());
        json.put("tolerance", model.tolerance());
        json.put("surface_density_g_cm3", model.surfaceDensityGPerCm3());
        return json;
    }
}

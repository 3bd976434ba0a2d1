package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.StarSetup;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a run with a star that stays as it is found.
 *
 * @param star the profile
 * @param setup what the spherical host did
 * @param config the coupling's configuration
 * @param sources the mechanisms in force
 * @param elements surface elements
 * @param stagesPerStep evaluations in a step
 * @param history the run
 * @param alternative the same run with the surface at 1e12 g/cm^3; empty where the profile has none
 */
public record RunReport(
        StarProfile star,
        StarSetup setup,
        CouplingConfig config,
        List<SourceDescriptor> sources,
        int elements,
        int stagesPerStep,
        KickHistory history,
        Optional<KickHistory> alternative)
        implements Run {
    public RunReport {
        sources = List.copyOf(sources);
    }

    @Override
    public List<KickHistory.Moment> moments() {
        return history.moments();
    }

    @Override
    public boolean turns() {
        return setup().angularVelocity() != 0;
    }

    @Override
    public double obliquityDeg() {
        return setup().obliquityDeg();
    }

    @Override
    public double massG() {
        return setup.massG();
    }

    @Override
    public Map<String, Long> flags() {
        return history.flags();
    }

    @Override
    public long zoneEvaluations() {
        return setup.evaluations() * elements;
    }

    @Override
    public List<String> assumptions() {
        List<String> all = new ArrayList<>(star.notes());
        all.addAll(history.assumptions());
        return all;
    }

    @Override
    public Map<String, @Nullable Object> details() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("surface", surface(history.surface()));
        json.put("steps", history.recoil().steps());
        json.put("alternative_surface", alternative.map(this::alternativeJson).orElse(null));
        return json;
    }

    private Map<String, @Nullable Object> alternativeJson(KickHistory other) {
        Map<String, @Nullable Object> json = Json.object();
        Run.putKick(json, new Kicked(other.recoil(), Kick.of(other.recoil(), massG()), other.flags()));
        json.put("surface", surface(other.surface()));
        return json;
    }

    private static Map<String, @Nullable Object> surface(Surface surface) {
        RadialState state = surface.state();
        Map<String, @Nullable Object> json = Json.object();
        json.put("how", surface.how());
        json.put("radius_cm", state.radiusCm());
        json.put("density_g_per_cm3", Json.number(state.densityGPerCm3()));
        json.put("temperature_mev", state.temperatureMev());
        json.put("mu_e_mev", state.muElectronMev());
        json.put("mu_nu_mev", state.muNeutrinoMev());
        json.put("electron_fraction", Json.number(state.electronFraction()));
        json.put("neutrino_fraction", Json.number(state.neutrinoFraction()));
        json.put("mean_free_path_cm", Json.number(state.meanFreePathCm()));
        json.put("gradient_length_cm", Json.number(state.neutrinoGradientLengthCm()));
        return json;
    }

    @Override
    public Map<String, @Nullable Object> inputs() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("host", "static");
        json.put("profile", star.name());
        json.put("field_gauss", setup.fieldGauss());
        json.put("geometry", setup.geometry().label());
        json.put("spin_period_s", Json.number(setup.spinPeriodS()));
        json.put("obliquity_deg", setup.obliquityDeg());
        json.put("duration_s", setup.durationS());
        json.put("steps", setup.steps());
        json.put("mass_g", setup.massG());
        json.put("surface_elements", elements);
        json.put("stages_per_step", stagesPerStep);
        return json;
    }
}

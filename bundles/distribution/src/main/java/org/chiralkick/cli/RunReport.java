package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.KickHistory;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.StarState;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.Recoil;
import org.chiralkick.host.Vector3;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run found, and what {@code run.json} says of it.
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
record RunReport(
        StarProfile star,
        StarSetup setup,
        CouplingConfig config,
        List<SourceDescriptor> sources,
        int elements,
        int stagesPerStep,
        KickHistory history,
        Optional<KickHistory> alternative) {
    RunReport {
        sources = List.copyOf(sources);
    }

    /** Returns the names of the mechanisms, joined by {@code +}. */
    String sourceName() {
        return sources.stream().map(SourceDescriptor::name).collect(Collectors.joining("+"));
    }

    /** Returns the closures in force, the mechanisms' and the recoil geometry. */
    Map<String, String> closures() {
        Map<String, String> closures = new LinkedHashMap<>();
        sources.forEach(source -> closures.putAll(source.closures()));
        closures.put("recoil", config.recoil().geometry().label());
        return closures;
    }

    /** Returns what was assumed, a sentence each. */
    List<String> assumptions() {
        List<String> all = new ArrayList<>(star.notes());
        all.addAll(history.assumptions());
        return all;
    }

    /** Returns the star's velocity at the end. */
    Kick kick() {
        return Kick.of(history.recoil(), setup.massG());
    }

    /** Returns the object of {@code run.json}. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("source", sourceName());
        json.put("preset", config.preset().label());
        json.put("closures", closures());
        putResult(json, history);
        json.put("steps", history.recoil().steps());
        json.put("alternative_surface", alternative.map(this::alternativeJson).orElse(null));
        json.put("inputs", inputs());
        json.put("assumptions", assumptions());
        json.put("versions", versions());
        return json;
    }

    private Map<String, @Nullable Object> alternativeJson(KickHistory other) {
        Map<String, @Nullable Object> json = Json.object();
        putResult(json, other);
        return json;
    }

    private void putResult(Map<String, @Nullable Object> json, KickHistory result) {
        Recoil recoil = result.recoil();
        Kick kick = Kick.of(recoil, setup.massG());
        Vector3 momentum = recoil.momentum();
        json.put("kick_km_s", kick.components());
        json.put("speed_km_s", kick.speed());
        json.put("angle_to_spin_deg", Json.number(kick.angleToSpinDeg()));
        json.put("neutrinos_per_s", recoil.number() / setup.durationS());
        json.put("neutrinos_total", recoil.number());
        json.put("energy_erg", recoil.energyErg());
        json.put("momentum_g_cm_s", List.of(momentum.x(), momentum.y(), momentum.z()));
        json.put("surface", surface(result.surface()));
        json.put("flags", result.flags());
    }

    private static Map<String, @Nullable Object> surface(Surface surface) {
        StarState state = surface.state();
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

    /** Returns what the run was given. */
    Map<String, @Nullable Object> inputs() {
        Map<String, @Nullable Object> json = Json.object();
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

    private Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("chiralkick", Version.text());
        sources.forEach(source -> versions.put(source.name(), source.version()));
        versions.put("java", Runtime.version().toString());
        return versions;
    }
}

package org.chiralkick.study.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.Budget;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.PolarField;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.kick.StarKick;
import org.chiralkick.study.audit.AuditJson;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;

/** A run as the object of {@code run.json}; every key of a number ends with its unit. */
final class RunJson {
    private RunJson() {}

    static Map<String, @Nullable Object> of(Run run) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("source", run.sourceName());
        if (!run.inForce().preset().isEmpty()) {
            json.put("preset", run.inForce().preset());
        }
        json.put("closures", run.closures());
        if (!run.inForce().parameters().isEmpty()) {
            json.put("parameters", run.inForce().parameters());
        }
        putKick(json, run.kicked());
        if (run.cools()) {
            json.put("flags", allFlags(run));
            json.put("flags_interior", run.flags().interior());
            json.put("by_escape", byEscape(run.end().kick()));
            json.put("dipole", dipole(run.end().dipole()));
        }
        json.put("neutrinos_per_s", run.recoil().number() / run.durationS());
        if (run.cools()) {
            putStates(json, run);
        } else {
            putSurface(json, run);
        }
        run.audit().ifPresent(audit -> json.put("audit", AuditJson.of(audit)));
        json.put("inputs", run.inputs().json());
        json.put("assumptions", run.assumptions());
        json.put("versions", run.versions());
        json.put("bundles", run.bundles());
        return json;
    }

    /** Returns the flags of the surface that emits, and those that are counted once; a run tells the flags of the interior apart. */
    private static Map<String, Long> allFlags(Run run) {
        Map<String, Long> flags = new LinkedHashMap<>(run.kicked().flags());
        flags.keySet().removeAll(run.flags().interior().keySet());
        flags.putAll(run.flags().surface());
        return flags;
    }

    static void putKick(Map<String, @Nullable Object> json, Kicked kicked) {
        Recoil recoil = kicked.recoil();
        Kick kick = kicked.kick();
        Vector3 momentum = recoil.momentum();
        json.put("escape", kicked.escape().label());
        json.put("kick_km_s", kick.isKnown() ? kick.components() : null);
        json.put("speed_km_s", Json.number(kick.speed()));
        kicked.both().ifPresentOrElse(both -> putBoth(json, kicked, both), () -> {
            json.put("speed_surface_km_s", Json.number(kick.speed()));
        });
        json.put("angle_to_spin_deg", Json.number(kick.angleToSpinDeg()));
        json.put("neutrinos_total", recoil.number());
        json.put("energy_erg", recoil.energyErg());
        json.put("momentum_g_cm_s", List.of(momentum.x(), momentum.y(), momentum.z()));
        json.put("flags", kicked.flags());
        json.put("field", field(kicked.field()));
    }

    private static Map<String, @Nullable Object> field(PolarField field) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("pole_start_gauss", field.startGauss());
        json.put("pole_end_gauss", field.endGauss());
        json.put("flux_start_gauss_cm2", field.startFluxGaussCm2());
        json.put("flux_end_gauss_cm2", field.endFluxGaussCm2());
        return json;
    }

    private static void putBoth(Map<String, @Nullable Object> json, Kicked kicked, StarKick both) {
        json.put("speed_dipole_km_s", speed(both, Escape.DIPOLE));
        json.put("speed_surface_km_s", speed(both, Escape.SURFACE));
        json.put("alpha", both.alpha(kicked.escape()));
        json.put("beyond_budget", kicked.beyondBudget());
        json.put(
                "binding_budget",
                Double.isFinite(both.largestFactor(kicked.escape())) ? both.bindingBudget(kicked.escape()) : null);
        json.put("largest_field_gauss", Json.number(kicked.largestFieldGauss()));
        json.put("time_step_error", Json.number(kicked.timeStepError()));
    }

    /** Returns what each closure of escape gives. */
    private static Map<String, @Nullable Object> byEscape(StarKick both) {
        Map<String, @Nullable Object> json = Json.object();
        for (Escape escape : Escape.values()) {
            Map<String, @Nullable Object> one = Json.object();
            Kick kick = both.kick(escape);
            Recoil recoil = both.recoil(escape);
            one.put("kick_km_s", kick.isKnown() ? kick.components() : null);
            one.put("speed_km_s", Json.number(kick.speed()));
            one.put("alpha", both.alpha(escape));
            one.put("beyond_budget", both.beyondBudget(escape));
            one.put("neutrinos_total", recoil.number());
            one.put("energy_erg", recoil.energyErg());
            json.put(escape.label(), one);
        }
        return json;
    }

    private static @Nullable Double speed(StarKick both, Escape escape) {
        return Json.number(both.speedKmPerS(escape).orElse(Double.NaN));
    }

    /** Returns how far the linear response to the fluxes inside can be trusted. */
    private static Map<String, @Nullable Object> dipole(DipoleKick dipole) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("largest_temperature_contrast", dipole.largestTemperatureContrast());
        json.put("largest_degeneracy_contrast", dipole.largestDegeneracyContrast());
        json.put("largest_flux_ratio", dipole.largestFluxRatio());
        json.put("beyond_flux_share_of_time", dipole.beyondFluxShare());
        json.put("energy_lost_at_infinity_erg", dipole.lostAtInfinityErg());
        return json;
    }

    /** Adds what a star that cools was like at the start and at the end. */
    private static void putStates(Map<String, @Nullable Object> json, Run run) {
        json.put("time_s", run.end().timeS());
        json.put("steps", run.end().step());
        json.put("start", state(run.start()));
        json.put("end", state(run.end()));
        json.put("budget", budget(run.end().budget()));
    }

    private static Map<String, @Nullable Object> state(Snapshot snapshot) {
        Neutrinosphere sphere = snapshot.neutrinosphere();
        Map<String, @Nullable Object> json = Json.object();
        json.put("emission_radius_cm", sphere.radiusCm());
        json.put("optical_depth", sphere.opticalDepth());
        json.put("density_g_cm3", sphere.densityGPerCm3());
        json.put("temperature_mev", sphere.temperatureMev());
        json.put("mu_e_mev", sphere.electronPotentialMev());
        json.put("mu_nu_mev", sphere.neutrinoPotentialMev());
        json.put("field_gauss", snapshot.surfaceFieldGauss());
        json.put("angular_velocity_per_s", snapshot.angularVelocityPerS());
        json.put("luminosity_erg_s", snapshot.luminosities().totalErgPerS());
        json.put("net_leptons_per_s", snapshot.luminosities().leptonsPerS());
        return json;
    }

    private static Map<String, @Nullable Object> budget(Budget budget) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("leptons_in_star", budget.leptonsInStar());
        json.put("leptons_emitted", budget.leptonsEmitted());
        json.put("leptons_taken_by_mechanism", budget.anomalousLeptonsEmitted());
        json.put("energy_emitted_erg", budget.energyEmittedErg());
        json.put("energy_taken_by_mechanism_erg", budget.anomalousEnergyEmittedErg());
        json.put("energy_at_infinity_erg", budget.energyAtInfinityErg());
        return json;
    }

    /** Adds the surface of a frozen star, and what the one where neutrinos decouple would have given. */
    private static void putSurface(Map<String, @Nullable Object> json, Run run) {
        json.put("surface", surface(run.inputs().frozen().surface()));
        json.put("steps", run.recoil().steps());
        json.put("alternative_surface", run.decoupling().map(RunJson::other).orElse(null));
    }

    private static Map<String, @Nullable Object> other(Run.OtherSurface other) {
        Map<String, @Nullable Object> json = Json.object();
        putKick(json, other.kicked());
        json.put("surface", surface(other.surface()));
        return json;
    }

    private static Map<String, @Nullable Object> surface(Neutrinosphere surface) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("how", surface.how());
        json.put("radius_cm", surface.radiusCm());
        json.put("density_g_per_cm3", Json.number(surface.densityGPerCm3()));
        json.put("temperature_mev", surface.temperatureMev());
        json.put("mu_e_mev", surface.electronPotentialMev());
        json.put("mu_nu_mev", surface.neutrinoPotentialMev());
        json.put("electron_fraction", Json.number(surface.electronFraction()));
        json.put("neutrino_fraction", Json.number(surface.neutrinoFraction()));
        json.put("mean_free_path_cm", Json.number(surface.meanFreePathCm()));
        json.put("gradient_length_cm", Json.number(surface.gradientLengthCm()));
        return json;
    }
}

package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.pns.Budget;
import org.chiralkick.pns.PnsConfig;
import org.chiralkick.pns.PnsRun;
import org.chiralkick.pns.PnsSnapshot;
import org.chiralkick.pns.coupling.Neutrinosphere;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the evolution of a star found, and what {@code run.json} says of it.
 *
 * @param star profile that it began with
 * @param config what was evolved
 * @param coupling the coupling's configuration
 * @param sources the mechanisms in force
 * @param history the star after each step; the first is the start
 * @param flags validity flags of the committed steps, label to count of zone evaluations
 * @param assumptions what was assumed, a sentence each
 */
record EvolutionReport(
        StarProfile star,
        PnsConfig config,
        CouplingConfig coupling,
        List<SourceDescriptor> sources,
        List<PnsSnapshot> history,
        Map<String, Long> flags,
        List<String> assumptions) {
    EvolutionReport {
        sources = List.copyOf(sources);
        history = List.copyOf(history);
        assumptions = List.copyOf(assumptions);
    }

    /** Evolves a star. */
    static EvolutionReport of(StarProfile star, PnsConfig config, CouplingConfig settings, Coupling coupling) {
        List<PnsSnapshot> history = new ArrayList<>();
        List<String> assumptions = new ArrayList<>(star.notes());
        try {
            PnsRun run = PnsRun.start(config, coupling);
            run.finish(history::add);
            assumptions.addAll(run.assumptions());
        } catch (IllegalStateException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()));
        }
        Map<String, Long> flags = new LinkedHashMap<>();
        coupling.flagCounts().forEach((flag, count) -> {
            if (count > 0) {
                flags.put(flag.label(), count);
            }
        });
        return new EvolutionReport(star, config, settings, coupling.sources(), history, flags, assumptions);
    }

    /** Returns the star at the end. */
    PnsSnapshot end() {
        return history.get(history.size() - 1);
    }

    /** Returns its velocity. */
    Kick kick() {
        return kick(end());
    }

    static Kick kick(PnsSnapshot snapshot) {
        double massG = snapshot.shells().get(snapshot.shells().size() - 1).enclosedMassG();
        return Kick.of(snapshot.recoil(), massG);
    }

    /** Returns the names of the mechanisms, joined by {@code +}. */
    String sourceName() {
        return sources.stream().map(SourceDescriptor::name).collect(Collectors.joining("+"));
    }

    /** Returns the closures in force, the mechanisms' and the recoil geometry. */
    Map<String, String> closures() {
        Map<String, String> closures = new LinkedHashMap<>();
        sources.forEach(source -> closures.putAll(source.closures()));
        closures.put("recoil", coupling.recoil().geometry().label());
        return closures;
    }

    /** Returns the object of {@code run.json}. */
    Map<String, @Nullable Object> json() {
        Kick kick = kick();
        PnsSnapshot end = end();
        Map<String, @Nullable Object> json = Json.object();
        json.put("host", "pns");
        json.put("source", sourceName());
        json.put("preset", coupling.preset().label());
        json.put("closures", closures());
        json.put("kick_km_s", kick.components());
        json.put("speed_km_s", kick.speed());
        json.put("angle_to_spin_deg", Json.number(kick.angleToSpinDeg()));
        json.put("neutrinos_total", end.recoil().number());
        json.put("energy_erg", end.recoil().energyErg());
        json.put("time_s", end.timeS());
        json.put("steps", end.step());
        json.put("start", state(history.get(0)));
        json.put("end", state(end));
        json.put("budget", budget(end.budget()));
        json.put("flags", flags);
        json.put("assumptions", assumptions);
        json.put("inputs", inputs());
        return json;
    }

    private static Map<String, @Nullable Object> state(PnsSnapshot snapshot) {
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

    private Map<String, @Nullable Object> inputs() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("profile", star.name());
        json.put("structure", config.star().structure().label());
        json.put("feedback", EvolutionOptions.label(config.feedback()));
        json.put("zones", config.star().zones());
        json.put("tolerance", config.star().tolerance());
        json.put("duration_s", config.endTimeS());
        json.put("emission_depth", config.emissionDepth());
        json.put("field_decay_s", Json.number(config.field().decayS()));
        json.put("obliquity_deg", config.field().obliquityDeg());
        json.put("spin_period_s", Json.number(config.field().spinPeriodS()));
        return json;
    }
}

package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.Budget;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.study.StudyException;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a run with a star that evolves found.
 *
 * @param evolved what was evolved
 * @param config the coupling's configuration
 * @param sources the mechanisms in force
 * @param history the star after each step; the first is the start
 * @param flags validity flags of the committed steps, label to count of zone evaluations
 * @param zoneEvaluations how many zone evaluations the committed steps had
 * @param assumptions what was assumed, a sentence each
 */
public record EvolutionReport(
        RunInputs evolved,
        CouplingConfig config,
        List<SourceDescriptor> sources,
        List<Snapshot> history,
        Map<String, Long> flags,
        long zoneEvaluations,
        List<String> assumptions)
        implements Run {
    public EvolutionReport {
        sources = List.copyOf(sources);
        history = List.copyOf(history);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * Evolves a star.
     *
     * @param coupling of that configuration, with an empty ledger
     * @param progress told the star at the beginning and after each step
     */
    public static EvolutionReport of(
            RunInputs evolved, CouplingConfig config, Coupling coupling, Consumer<Snapshot> progress) {
        List<Snapshot> history = new ArrayList<>();
        List<String> assumptions = new ArrayList<>(evolved.notes());
        long zones;
        try {
            CoolingStar run = CoolingStar.start(evolved.config(), coupling);
            run.finish(snapshot -> {
                history.add(snapshot);
                progress.accept(snapshot);
            });
            assumptions.addAll(run.assumptions());
            zones = run.zoneEvaluationsPerStep();
        } catch (IllegalStateException e) {
            throw StudyException.failed(String.valueOf(e.getMessage()));
        }
        return new EvolutionReport(
                evolved,
                config,
                coupling.sources(),
                history,
                Kicked.flags(coupling),
                zones * (history.size() - 1),
                assumptions);
    }

    @Override
    public StarProfile star() {
        return evolved.star();
    }

    /** Returns the star at the beginning. */
    public Snapshot start() {
        return history.get(0);
    }

    /** Returns the star at the end. */
    public Snapshot end() {
        return history.get(history.size() - 1);
    }

    @Override
    public List<KickHistory.Moment> moments() {
        return history.stream()
                .map(snapshot -> new KickHistory.Moment(snapshot.step(), snapshot.timeS(), snapshot.recoil()))
                .toList();
    }

    @Override
    public boolean turns() {
        return end().angularVelocityPerS() != 0;
    }

    @Override
    public double obliquityDeg() {
        return evolved.config().field().obliquityDeg();
    }

    @Override
    public double massG() {
        return end().massG();
    }

    /** Returns the velocity of a star. */
    public static Kick kick(Snapshot snapshot) {
        return Kick.of(snapshot.recoil(), snapshot.massG());
    }

    @Override
    public Map<String, @Nullable Object> details() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("time_s", end().timeS());
        json.put("steps", end().step());
        json.put("start", state(start()));
        json.put("end", state(end()));
        json.put("budget", budget(end().budget()));
        return json;
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

    @Override
    public Map<String, @Nullable Object> inputs() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("host", "pns");
        json.putAll(evolved.json());
        return json;
    }
}

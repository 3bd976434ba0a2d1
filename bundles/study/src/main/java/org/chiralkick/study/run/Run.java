package org.chiralkick.study.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.study.Version;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;

/** What a run found, whether its star evolved or not. */
public interface Run {
    /** Returns the profile of the star, at the beginning. */
    StarProfile star();

    /** Returns the coupling's configuration. */
    CouplingConfig config();

    /** Returns the mechanisms in force. */
    List<SourceDescriptor> sources();

    /** Returns the ledger after each step; the first is the start. */
    List<KickHistory.Moment> moments();

    /** Tells whether the star turns. */
    boolean turns();

    /** Returns the angle from +z, the axis of a star that turns, to the magnetic axis [deg]. */
    double obliquityDeg();

    /** Returns the mass that recoils [g]. */
    double massG();

    /** Returns the validity flags of the committed steps, label to count of zone evaluations. */
    Map<String, Long> flags();

    /** Returns how many zone evaluations the committed steps had. */
    long zoneEvaluations();

    /** Returns what was assumed, a sentence each. */
    List<String> assumptions();

    /** Returns what the run was given. */
    Map<String, @Nullable Object> inputs();

    /** Returns what only this kind of star has to say, for {@code run.json}. */
    Map<String, @Nullable Object> details();

    /** Returns what the star has received. */
    default Recoil recoil() {
        return moments().get(moments().size() - 1).recoil();
    }

    /** Returns the star's velocity at the end. */
    default Kick kick() {
        return Kick.of(recoil(), massG());
    }

    /** Returns how long the run was [s]. */
    default double durationS() {
        return moments().get(moments().size() - 1).timeS();
    }

    /** Returns the names of the mechanisms, joined by {@code +}. */
    default String sourceName() {
        return sources().stream().map(SourceDescriptor::name).collect(Collectors.joining("+"));
    }

    /** Returns the closures in force, the mechanisms' and the recoil geometry. */
    default Map<String, String> closures() {
        return closures(sources(), config());
    }

    /** Returns the closures of mechanisms and of a coupling. */
    static Map<String, String> closures(List<SourceDescriptor> sources, CouplingConfig config) {
        Map<String, String> closures = new LinkedHashMap<>();
        sources.forEach(source -> closures.putAll(source.closures()));
        closures.put("recoil", config.recoil().geometry().label());
        return closures;
    }

    /** Returns the versions of all that computes. */
    default Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("chiralkick", Version.text());
        sources().forEach(source -> versions.put(source.name(), source.version()));
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    /** Returns the object of {@code run.json}. */
    default Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = Json.object();
        json.put("source", sourceName());
        json.put("preset", config().preset().label());
        json.put("closures", closures());
        putKick(json, new Kicked(recoil(), kick(), flags()));
        json.put("neutrinos_per_s", recoil().number() / durationS());
        json.putAll(details());
        json.put("inputs", inputs());
        json.put("assumptions", assumptions());
        json.put("versions", versions());
        return json;
    }

    /** Adds a kick to a JSON object. */
    static void putKick(Map<String, @Nullable Object> json, Kicked kicked) {
        Recoil recoil = kicked.recoil();
        Kick kick = kicked.kick();
        Vector3 momentum = recoil.momentum();
        json.put("kick_km_s", kick.components());
        json.put("speed_km_s", kick.speed());
        json.put("angle_to_spin_deg", Json.number(kick.angleToSpinDeg()));
        json.put("neutrinos_total", recoil.number());
        json.put("energy_erg", recoil.energyErg());
        json.put("momentum_g_cm_s", List.of(momentum.x(), momentum.y(), momentum.z()));
        json.put("flags", kicked.flags());
    }
}

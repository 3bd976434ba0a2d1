package org.chiralkick.cli.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.StarKick;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;

/** A state of a run as the objects of JSON; every key of a number ends with its unit. {@code panel.js} reads them. */
public final class StateJson {
    private StateJson() {}

    /**
     * Returns the numbers of a state.
     *
     * @param endTimeS where the run ends [s]
     */
    public static Map<String, @Nullable Object> of(LiveState state, Installed.Listing installed, double endTimeS) {
        Snapshot now = state.now();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", version(state, installed));
        json.put("status", state.status().label());
        json.put("message", state.message());
        json.put("pace", state.pace().label());
        json.put("step", now.step());
        json.put("time_s", now.timeS());
        json.put("dt_s", now.dtS());
        json.put("end_time_s", endTimeS);
        StarKick both = now.kick();
        json.put("escape", state.escape().label());
        json.putAll(received(both.recoil(state.escape()), state.kick(now)));
        for (Escape escape : Escape.values()) {
            json.put(
                    "speed_" + escape.label() + "_km_s",
                    Json.number(both.speedKmPerS(escape).orElse(Double.NaN)));
        }
        json.put("alpha", both.alpha(state.escape()));
        json.put("beyond_budget", both.beyondBudget(state.escape()));
        json.put("sources", all(state.sources(), StateJson::source));
        json.put("next", next(state, installed));
        json.put("by_source", bySource(state));
        json.put("changes", changes(state));
        json.put("flags", state.flags().surface());
        json.put("flags_whole", state.flags().whole());
        json.put("flags_interior", state.flags().interior());
        json.put("installed", all(installed.sources(), StateJson::source));
        json.put("troubles", installed.troubles());
        return json;
    }

    /** Returns what differs between any two answers. */
    public static String version(LiveState state, Installed.Listing installed) {
        return state.version() + "." + installed.version();
    }

    /** Returns what each build of a mechanism gave under each set of closures. */
    static List<Map<String, @Nullable Object>> bySource(LiveState state) {
        return all(state.bySource(), entry -> entry(entry, ServeSection.kick(entry, state)));
    }

    /** Returns the changes of the mechanism. */
    static List<Map<String, @Nullable Object>> changes(LiveState state) {
        return all(state.changes(), StateJson::change);
    }

    private static Map<String, @Nullable Object> received(Recoil recoil, Kick kick) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kick_km_s", kick.isKnown() ? kick.components() : null);
        json.put("speed_km_s", Json.number(kick.speed()));
        json.put("neutrinos", recoil.number());
        json.put("energy_erg", recoil.energyErg());
        return json;
    }

    private static Map<String, @Nullable Object> source(SourceDescriptor source) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", source.name());
        json.put("version", source.version());
        json.put("summary", source.summary());
        json.put("citation", source.citation());
        json.put("preset", source.preset());
        json.put("closures", source.closures());
        json.put("parameters", source.parameters());
        json.put("declared", DeclaredJson.of(source.declared()));
        return json;
    }

    private static Map<String, @Nullable Object> next(LiveState state, Installed.Listing installed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("pending", state.pending());
        json.put("source", String.join("+", state.requested().sources()));
        json.put("chosen", all(chosen(state, installed), StateJson::chosen));
        return json;
    }

    /** Returns what is chosen of each mechanism that the next step uses; the rest is as it declares by default. */
    private static List<Map.Entry<String, Settings>> chosen(LiveState state, Installed.Listing installed) {
        CouplingConfig requested = state.requested().named(installed.sources());
        return requested.sources().stream()
                .map(name -> Map.entry(name, requested.own().getOrDefault(name, Settings.none())))
                .toList();
    }

    private static Map<String, @Nullable Object> chosen(Map.Entry<String, Settings> choice) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", choice.getKey());
        json.put("preset", choice.getValue().preset());
        json.put("closures", choice.getValue().closures());
        json.put("parameters", choice.getValue().parameters());
        return json;
    }

    private static Map<String, @Nullable Object> entry(RecoilEntry entry, Kick kick) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("source", entry.source());
        json.put("version", entry.version());
        json.put("bundle", entry.bundle());
        json.put("closures", entry.assumed());
        json.put("steps", entry.recoil().steps());
        json.putAll(received(entry.recoil(), kick));
        return json;
    }

    private static Map<String, @Nullable Object> change(Change change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("step", change.step());
        json.put("time_s", change.timeS());
        json.put("in_force", change.inForce());
        json.put("before", change.before());
        json.put("after", change.after());
        json.put("remark", change.remark());
        return json;
    }

    private static <T> List<Map<String, @Nullable Object>> all(
            List<T> values, Function<T, Map<String, @Nullable Object>> toJson) {
        return values.stream().map(toJson).toList();
    }
}

package org.chiralkick.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.StepRules;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;

/**
 * What a host wants computed. As JSON, every key optional:
 *
 * <pre>{@code
 * {"sources": {"chiral": {"preset": NAME, "closures": {KIND: CHOICE, ...}, "parameters": {NAME: NUMBER, ...}}, "isotropic": {}},
 *  "recoil": {"geometry": "beamed-outflow", "form": "auto", "radius-cm": 1e6, "time": "proper", "thermal-budget-erg": 3e53},
 *  "without-source": "fail", "wait-s": 10, "watchdog-s": 60, "weights": "checked", "step-numbers": "rising", "missing-output": "refuse",
 *  "report-zones-every": 100}
 * }</pre>
 *
 * <p>The sources named act together (not {@code chiral} and {@code vortical}: the vortical current of the neutrinos is in both).
 * {@code chiralkick sources} lists what each declares: presets, closures, parameters. The short form for one source is {@code
 * {"source": "chiral", "preset": NAME, "closures": {...}, "parameters": {...}}}; without a name there the one of highest
 * ranking acts. In it, and with several names joined by {@code +}, a choice goes to the source that declares it. The recoil geometry is the
 * coupling's own closure, given as {@code recoil.geometry} or, in the short form, as {@code closures.recoil}.
 *
 * <p>What a file says is checked in two parts: its form by {@link #check}, what it chooses, by {@link #problems}, against what the
 * sources declare. A coupling that is opened with a choice that no source takes is refused.
 *
 * @param sources names of the sources that act together; empty for the one of highest ranking
 * @param shared what is chosen without saying for which source
 * @param own what is chosen for each source by name; only of those in {@code sources}
 * @param recoil how recoil is counted
 * @param withoutSource what a step does when a source is not there
 * @param waitS how long {@link WithoutSource#WAIT} waits [s], {@code >= 0}
 * @param watchdogS after how long a mechanism that does not return, or does not come up, is named in the log [s], {@code >= 0}; 0 for
 *     never
 * @param rules what is refused: weights, step numbers and outputs that give a wrong kick
 */
public record CouplingConfig(
        List<String> sources,
        Settings shared,
        Map<String, Settings> own,
        RecoilSettings recoil,
        WithoutSource withoutSource,
        double waitS,
        double watchdogS,
        StepRules rules) {
    static final String RECOIL = "recoil";

    /** Keeps its own copies; refuses doubled source names, settings for a source that is not named, and a negative wait. */
    public CouplingConfig {
        sources = SourceRequest.requireNames(sources);
        own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
        for (String name : own.keySet()) {
            if (!sources.contains(name)) {
                throw CouplingException.argument("something is chosen for source '" + name + "', which is not in use"
                        + NearestName.hint(name, sources) + "; in use are " + sources);
            }
        }
        Objects.requireNonNull(rules, "rules");
        if (!(waitS >= 0 && waitS <= 1e6)) {
            throw CouplingException.argument("wait-s is " + waitS + " s; must be in [0, 1e6]");
        }
        if (!(watchdogS >= 0 && watchdogS <= 1e6)) {
            throw CouplingException.argument("watchdog-s is " + watchdogS + " s; must be in [0, 1e6], 0 for never");
        }
    }

    /** Returns the configuration of an empty JSON object. */
    public static CouplingConfig defaults() {
        return parse("{}");
    }

    /**
     * Returns the configuration of a JSON text.
     *
     * @throws CouplingException naming every problem with its path and what is allowed
     */
    public static CouplingConfig parse(String jsonText) {
        return CouplingConfigReader.read(jsonText);
    }

    /**
     * Returns what is wrong with the form of a JSON text, one line per problem, without opening anything; empty if nothing is.
     * Whether the sources take what it chooses is asked by {@link #problems}.
     */
    public static List<String> check(String jsonText) {
        return CouplingConfigReader.problems(jsonText);
    }

    /**
     * Returns which of the choices no source takes, or none alone, one line per problem with its place; empty if all fit.
     *
     * @param declared descriptors of the sources in use, as {@link SourceProvider#declared} gives them, others among them or not, in
     *     the order of their ranking; what is chosen for a source that is not among them is no problem
     */
    public List<String> problems(List<SourceDescriptor> declared) {
        return choosesNothing() ? List.of() : new SettingsRouter(this, declared).problems();
    }

    /**
     * Returns this configuration with everything that is chosen under the name of the source that takes it; what no source takes, or
     * not one alone, is left out. Where it names no source the first of {@code declared} is named.
     *
     * @param declared as for {@link #problems}
     */
    public CouplingConfig named(List<SourceDescriptor> declared) {
        return choosesNothing() ? this : new SettingsRouter(this, declared).named();
    }

    /** Returns whether every source is as it declares by default. */
    public boolean choosesNothing() {
        return shared.isEmpty() && own.values().stream().allMatch(Settings::isEmpty);
    }

    /**
     * Returns the configuration of a JSON file.
     *
     * @throws CouplingException if the file cannot be read, or naming every problem in it
     */
    public static CouplingConfig read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CouplingException(
                    CouplingException.Kind.ARGUMENT, "configuration file " + file + " cannot be read: " + e, e);
        }
        try {
            return parse(text);
        } catch (CouplingException e) {
            throw new CouplingException(e.kind(), file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns this configuration with another preset; closures and parameters given one by one stay.
     *
     * @param name of the preset, or {@code SOURCE.NAME} for that of one source
     */
    public CouplingConfig withPreset(String name) {
        return choosing("preset", name, Settings::withPreset);
    }

    /**
     * Returns this configuration with one closure replaced.
     *
     * @param kind such as {@code "share"}, or {@code SOURCE.KIND} for that of one source; {@code "recoil"} is the coupling's own
     * @param choice one of those that the source declares
     */
    public CouplingConfig withClosure(String kind, String choice) {
        if (kind.equals(RECOIL)) {
            return withRecoil(recoil.withGeometry(CouplingConfigReader.geometryNamed(choice)));
        }
        return choosing("closure", kind, (settings, name) -> settings.withClosure(name, choice));
    }

    /**
     * Returns this configuration with one parameter replaced.
     *
     * @param name as a source declares it, or {@code SOURCE.NAME} for that of one source
     * @param value in the unit that the source declares
     */
    public CouplingConfig withParameter(String name, double value) {
        return choosing("parameter", name, (settings, its) -> settings.withParameter(its, value));
    }

    private CouplingConfig choosing(String what, String name, BiFunction<Settings, String, Settings> choice) {
        int dot = name.indexOf('.');
        if (name.isEmpty() || dot == name.length() - 1) {
            throw CouplingException.argument(what + " is '" + name + "'; must be a name, or SOURCE.NAME");
        }
        try {
            return dot < 0 ? with(choice.apply(shared, name), own) : choosing(what, name, dot, choice);
        } catch (IllegalArgumentException e) {
            throw CouplingException.argument(String.valueOf(e.getMessage()));
        }
    }

    private CouplingConfig choosing(String what, String name, int dot, BiFunction<Settings, String, Settings> choice) {
        String source = name.substring(0, dot);
        if (sources.isEmpty()) {
            throw CouplingException.argument(what + " " + name + " is for source '" + source
                    + "', and the configuration names no source; call withSource first");
        }
        if (!sources.contains(source)) {
            throw CouplingException.argument(what + " " + name + " is for source '" + source + "', which is not in use"
                    + NearestName.hint(source, sources) + "; in use are " + sources);
        }
        Map<String, Settings> more = new LinkedHashMap<>(own);
        more.put(source, choice.apply(own.getOrDefault(source, Settings.none()), name.substring(dot + 1)));
        return with(shared, more);
    }

    /** Returns this configuration with other choices: without naming a source, and for sources by name. */
    public CouplingConfig with(Settings unnamed, Map<String, Settings> named) {
        return new CouplingConfig(sources, unnamed, named, recoil, withoutSource, waitS, watchdogS, rules);
    }

    /**
     * Returns this configuration with other sources, each argument a name or several joined by {@code +}. What was chosen for
     * others by name goes with them.
     */
    public CouplingConfig withSource(String... names) {
        List<String> split =
                Arrays.stream(names).flatMap(CouplingConfigReader::splitNames).toList();
        Map<String, Settings> kept = new LinkedHashMap<>(own);
        kept.keySet().retainAll(split);
        return new CouplingConfig(split, shared, kept, recoil, withoutSource, waitS, watchdogS, rules);
    }

    /** Returns this configuration with other recoil settings. */
    public CouplingConfig withRecoil(RecoilSettings other) {
        return new CouplingConfig(sources, shared, own, other, withoutSource, waitS, watchdogS, rules);
    }

    /** Returns this configuration with another policy for a missing source. */
    public CouplingConfig withoutSource(WithoutSource policy, double waitSeconds) {
        return new CouplingConfig(sources, shared, own, recoil, policy, waitSeconds, watchdogS, rules);
    }

    /** Returns this configuration with another time after which a mechanism that does not return is named [s]; 0 for never. */
    public CouplingConfig withWatchdog(double seconds) {
        return new CouplingConfig(sources, shared, own, recoil, withoutSource, waitS, seconds, rules);
    }

    /** Returns this configuration with other rules for steps. */
    public CouplingConfig withRules(StepRules other) {
        return new CouplingConfig(sources, shared, own, recoil, withoutSource, waitS, watchdogS, other);
    }
}

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
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.source.Preset;

/**
 * What a host wants computed. As JSON, every key optional:
 *
 * <pre>{@code
 * {"source": "chiral", "preset": "consistent", "closures": {"share": "composition", "recoil": "beamed-outflow"},
 *  "parameters": {"neutrino-temperature-mev": 4.5},
 *  "recoil": {"geometry": "beamed-outflow", "form": "auto", "radius-cm": 1e6, "time": "proper", "thermal-budget-erg": 3e53},
 *  "without-source": "hold", "wait-s": 10}
 * }</pre>
 *
 * <p>Several sources act together as {@code "chiral+quark-urca"} (not {@code chiral+vortical}: the
 * vortical current of the neutrinos is in both). The recoil geometry is the preset's unless it is given, either as
 * closure or as {@code recoil.geometry}. Other closures and the parameters are passed on to the sources, which check them.
 *
 * @param sources names of the sources that act together; empty for the one of highest ranking
 * @param preset set of closures that the others override
 * @param closures closures of the mechanism that override the preset, kind to choice; never {@code recoil}
 * @param parameters parameters of the mechanism, a JSON object as text
 * @param recoil how recoil is counted
 * @param withoutSource what a step does when a source is not there
 * @param waitS how long {@link WithoutSource#WAIT} waits [s], {@code >= 0}
 */
public record CouplingConfig(
        List<String> sources,
        Preset preset,
        Map<String, String> closures,
        String parameters,
        RecoilSettings recoil,
        WithoutSource withoutSource,
        double waitS) {
    static final String RECOIL = "recoil";

    /** Keeps its own copies; refuses doubled source names and a negative wait. */
    public CouplingConfig {
        sources = SourceRequest.requireNames(sources);
        closures = Collections.unmodifiableMap(new LinkedHashMap<>(closures));
        if (closures.containsKey(RECOIL)) {
            throw CouplingException.argument("closure recoil belongs to the recoil settings; use withClosure");
        }
        if (!(waitS >= 0 && waitS <= 1e6)) {
            throw CouplingException.argument("wait-s is " + waitS + " s; must be in [0, 1e6]");
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
     * Returns what is wrong with a JSON text, one line per problem, without opening anything; empty if nothing is. Closures and
     * parameters of a mechanism are checked by the mechanism only.
     */
    public static List<String> check(String jsonText) {
        return CouplingConfigReader.problems(jsonText);
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

    /** Returns this configuration with another preset, its recoil geometry included; closures given one by one stay. */
    public CouplingConfig withPreset(Preset other) {
        RecoilSettings its = recoil.withGeometry(CouplingConfigReader.geometryOf(other));
        return new CouplingConfig(sources, other, closures, parameters, its, withoutSource, waitS);
    }

    /** Returns this configuration with the preset of that name. */
    public CouplingConfig withPreset(String label) {
        return withPreset(CouplingConfigReader.presetNamed(label));
    }

    /**
     * Returns this configuration with one closure replaced.
     *
     * @param kind {@code chirality}, {@code share}, {@code momentum}, {@code potentials}, {@code field} or {@code recoil}
     * @param choice name of the strategy, such as {@code "composition"}
     */
    public CouplingConfig withClosure(String kind, String choice) {
        if (kind.equals(RECOIL)) {
            return withRecoil(recoil.withGeometry(CouplingConfigReader.geometryNamed(choice)));
        }
        Map<String, String> more = new LinkedHashMap<>(closures);
        more.put(kind, choice);
        return new CouplingConfig(sources, preset, more, parameters, recoil, withoutSource, waitS);
    }

    /** Returns this configuration with other sources, each argument a name or several joined by {@code +}. */
    public CouplingConfig withSource(String... names) {
        List<String> split =
                Arrays.stream(names).flatMap(CouplingConfigReader::splitNames).toList();
        return new CouplingConfig(split, preset, closures, parameters, recoil, withoutSource, waitS);
    }

    /** Returns this configuration with other recoil settings. */
    public CouplingConfig withRecoil(RecoilSettings other) {
        return new CouplingConfig(sources, preset, closures, parameters, other, withoutSource, waitS);
    }

    /** Returns this configuration with another policy for a missing source. */
    public CouplingConfig withoutSource(WithoutSource policy, double waitSeconds) {
        return new CouplingConfig(sources, preset, closures, parameters, recoil, policy, waitSeconds);
    }

    /** Returns the part that the mechanisms read, as JSON text with preset, closures and parameters. */
    public String settings() {
        return CouplingConfigReader.settings(this);
    }
}

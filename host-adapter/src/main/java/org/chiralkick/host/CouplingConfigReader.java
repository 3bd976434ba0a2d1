package org.chiralkick.host;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.host.json.Problems;
import org.chiralkick.host.json.StrictObject;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Labels;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.StepRules;
import org.chiralkick.host.value.TimeKind;
import org.chiralkick.source.Settings;

/** Reads a coupling's configuration from JSON. */
final class CouplingConfigReader {
    private static final Set<String> KEYS = Set.of(
            "source",
            "sources",
            "preset",
            "closures",
            "parameters",
            "recoil",
            "without-source",
            "wait-s",
            "watchdog-s",
            "weights",
            "step-numbers",
            "missing-output",
            "report-zones-every");
    private static final Set<String> SOURCE_KEYS = Set.of("preset", "closures", "parameters");
    private static final Set<String> RECOIL_KEYS =
            Set.of("geometry", "form", "radius-cm", "time", "thermal-budget-erg");

    private static final String STOP = "stop";

    /** A call takes micro- to milliseconds. */
    private static final double DEFAULT_WATCHDOG_S = 60;

    private final Problems problems = new Problems();

    private CouplingConfigReader() {}

    static CouplingConfig read(String text) {
        CouplingConfigReader reader = new CouplingConfigReader();
        Optional<CouplingConfig> config = reader.config(text);
        if (config.isEmpty()) {
            throw CouplingException.argument("configuration: " + reader.problems.message());
        }
        return config.get();
    }

    static List<String> problems(String text) {
        CouplingConfigReader reader = new CouplingConfigReader();
        var unused = reader.config(text);
        return reader.problems.lines();
    }

    private Optional<CouplingConfig> config(String text) {
        return JsonText.parse(text, problems).flatMap(tree -> {
            StrictObject top = new StrictObject("", tree, KEYS, problems);
            Map<String, String> closures = new LinkedHashMap<>(top.texts("closures"));
            Optional<String> asClosure = Optional.ofNullable(closures.remove(CouplingConfig.RECOIL));
            RecoilSettings recoil = recoil(top, asClosure);
            Settings shared = settings("", top.text("preset").orElse(""), closures, top.numbers("parameters"));
            Map<String, Settings> own = own(top, shared);
            WithoutSource policy = withoutSource(top);
            double waitS = top.number("wait-s", s -> s >= 0 && s <= 1e6, "in [0, 1e6] s")
                    .orElse(10);
            double watchdogS = top.number("watchdog-s", s -> s >= 0 && s <= 1e6, "in [0, 1e6] s, 0 for never")
                    .orElse(DEFAULT_WATCHDOG_S);
            StepRules rules = rules(top);
            List<String> sources = sources(top, own);
            return problems.isEmpty()
                    ? Optional.of(new CouplingConfig(sources, shared, own, recoil, policy, waitS, watchdogS, rules))
                    : Optional.empty();
        });
    }

    // Two words for the same: what stops is the run.
    private static WithoutSource withoutSource(StrictObject top) {
        List<String> labels = new ArrayList<>(
                Arrays.stream(WithoutSource.values()).map(WithoutSource::label).toList());
        labels.add(STOP);
        return top.choice("without-source", labels)
                .filter(label -> !label.equals(STOP))
                .map(label -> WithoutSource.values()[labels.indexOf(label)])
                .orElse(WithoutSource.FAIL);
    }

    private static StepRules rules(StrictObject top) {
        return new StepRules(
                constant(top, "weights", StepRules.STRICT.weights()),
                constant(top, "step-numbers", StepRules.STRICT.stepNumbers()),
                constant(top, "missing-output", StepRules.STRICT.missingOutput()),
                (int) top.number(
                                "report-zones-every",
                                n -> n >= 0 && n <= Integer.MAX_VALUE && n == Math.rint(n),
                                "a whole number of steps in [0, 2147483647]; 0 for never")
                        .orElse(StepRules.STRICT.reportEvery()));
    }

    private List<String> sources(StrictObject top, Map<String, Settings> own) {
        List<String> names =
                top.text("source").map(joined -> splitNames(joined).toList()).orElse(List.copyOf(own.keySet()));
        try {
            return SourceRequest.requireNames(names);
        } catch (CouplingException e) {
            problems.add(own.isEmpty() ? "source" : "sources", "is wrong: " + e.getMessage());
            return List.of();
        }
    }

    /** Reads the settings under the name of each source; the short form beside them would say the same twice. */
    private Map<String, Settings> own(StrictObject top, Settings shared) {
        Optional<JsonObject> named = top.tree("sources");
        if (named.isEmpty()) {
            return Map.of();
        }
        if (named.get().isEmpty()) {
            problems.add("sources", "names no mechanism; name one, as in {\"chiral\": {}}, or leave it out");
        }
        if (top.keys().contains("source")) {
            problems.add("source", "stands beside sources; give one of them");
        }
        String instead = "stands beside sources; write it under the name of its source there";
        if (!shared.preset().isEmpty()) {
            problems.add("preset", instead);
        }
        shared.closures().keySet().forEach(kind -> problems.add("closures." + kind, instead));
        shared.parameters().keySet().forEach(name -> problems.add("parameters." + name, instead));
        Map<String, Settings> own = new LinkedHashMap<>();
        StrictObject all = new StrictObject("sources", named.get(), named.get().keySet(), problems);
        all.keys().forEach(name -> all.object(name, SOURCE_KEYS).ifPresent(its -> own.put(name, settings(name, its))));
        return own;
    }

    private Settings settings(String name, StrictObject its) {
        String place = "sources." + name + ".";
        Map<String, String> closures = new LinkedHashMap<>(its.texts("closures"));
        if (closures.remove(CouplingConfig.RECOIL) != null) {
            problems.add(
                    place + "closures." + CouplingConfig.RECOIL,
                    "is the coupling's own, not a source's; write recoil.geometry");
        }
        return settings(place, its.text("preset").orElse(""), closures, its.numbers("parameters"));
    }

    private Settings settings(
            String place, String preset, Map<String, String> closures, Map<String, Double> parameters) {
        try {
            return new Settings(preset, closures, parameters);
        } catch (IllegalArgumentException e) {
            problems.add(place + "closures", "cannot be: " + e.getMessage());
            return Settings.none();
        }
    }

    private RecoilSettings recoil(StrictObject top, Optional<String> asClosure) {
        Optional<StrictObject> given = top.object("recoil", RECOIL_KEYS);
        Optional<String> inRecoil = given.flatMap(object -> object.choice("geometry", RecoilGeometry.labels()));
        asClosure
                .filter(label -> !RecoilGeometry.labels().contains(label))
                .ifPresent(label -> problems.add(
                        "closures.recoil",
                        "is '" + label + "'" + NearestName.hint(label, RecoilGeometry.labels()) + "; must be one of "
                                + RecoilGeometry.labels()));
        if (asClosure.isPresent() && inRecoil.isPresent() && !asClosure.equals(inRecoil)) {
            problems.add(
                    "closures.recoil",
                    "is '" + asClosure.get() + "' but recoil.geometry is '" + inRecoil.get() + "'; give one of them");
        }
        RecoilGeometry geometry = asClosure
                .or(() -> inRecoil)
                .flatMap(CouplingConfigReader::geometry)
                .orElse(RecoilGeometry.BEAMED_OUTFLOW);
        RecoilForm form =
                given.map(object -> constant(object, "form", RecoilForm.AUTO)).orElse(RecoilForm.AUTO);
        TimeKind time =
                given.map(object -> constant(object, "time", TimeKind.PROPER)).orElse(TimeKind.PROPER);
        double radiusCm = positive(given, "radius-cm", "cm").orElse(Double.NaN);
        double budgetErg =
                positive(given, "thermal-budget-erg", "erg").orElse(RecoilSettings.DEFAULT_THERMAL_BUDGET_ERG);
        if (form == RecoilForm.VOLUME && Double.isNaN(radiusCm)) {
            problems.add("recoil.radius-cm", "is missing; recoil.form volume needs the star's radius, a number > 0 cm");
            form = RecoilForm.AUTO;
        }
        if (form == RecoilForm.TRANSPORT) {
            String beside = "stands beside recoil.form transport, in which the host tells what leaves; leave it out";
            inRecoil.ifPresent(label -> problems.add("recoil.geometry", beside));
            asClosure.ifPresent(label -> problems.add("closures.recoil", beside));
            if (time != TimeKind.PROPER) {
                problems.add("recoil.time", beside);
            }
            if (!Double.isNaN(radiusCm)) {
                problems.add("recoil.radius-cm", beside);
                radiusCm = Double.NaN;
            }
        }
        return new RecoilSettings(geometry, form, radiusCm, time, budgetErg);
    }

    private static OptionalDouble positive(Optional<StrictObject> object, String key, String unit) {
        return object.map(given -> given.number(
                        key, number -> number > 0 && number < Double.POSITIVE_INFINITY, "finite and > 0 " + unit))
                .orElse(OptionalDouble.empty());
    }

    private static <E extends Enum<E>> E constant(StrictObject object, String key, E byDefault) {
        E[] constants = byDefault.getDeclaringClass().getEnumConstants();
        List<String> labels = Arrays.stream(constants).map(Labels::of).toList();
        return object.choice(key, labels)
                .map(label -> constants[labels.indexOf(label)])
                .orElse(byDefault);
    }

    static Stream<String> splitNames(String joined) {
        return Arrays.stream(joined.split("\\+", -1)).map(String::strip);
    }

    static RecoilGeometry geometryNamed(String label) {
        return geometry(label)
                .orElseThrow(() -> CouplingException.argument(
                        "closure recoil is '" + label + "'" + NearestName.hint(label, RecoilGeometry.labels())
                                + "; must be one of " + RecoilGeometry.labels()));
    }

    private static Optional<RecoilGeometry> geometry(String label) {
        return Arrays.stream(RecoilGeometry.values())
                .filter(geometry -> geometry.label().equals(label))
                .findFirst();
    }
}

package org.chiralkick.host;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.Problems;
import org.chiralkick.host.json.StrictObject;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Labels;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.TimeKind;
import org.chiralkick.source.Preset;

/** Reads a coupling's configuration from JSON, and writes the part that the mechanisms read. */
final class CouplingConfigReader {
    private static final Set<String> KEYS =
            Set.of("source", "preset", "closures", "parameters", "recoil", "without-source", "wait-s");
    private static final Set<String> RECOIL_KEYS =
            Set.of("geometry", "form", "radius-cm", "time", "thermal-budget-erg");

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
            Preset preset =
                    top.choice("preset", Preset.labels()).map(Preset::named).orElse(Preset.CONSISTENT);
            Map<String, String> closures = new LinkedHashMap<>(top.texts("closures"));
            Optional<String> asClosure = Optional.ofNullable(closures.remove(CouplingConfig.RECOIL));
            RecoilSettings recoil = recoil(top, preset, asClosure);
            String parameters = top.tree("parameters").map(JsonObject::toString).orElse("{}");
            WithoutSource policy = constant(top, "without-source", WithoutSource.HOLD);
            double waitS = top.number("wait-s", s -> s >= 0 && s <= 1e6, "in [0, 1e6] s")
                    .orElse(10);
            List<String> sources = sources(top);
            return problems.isEmpty()
                    ? Optional.of(new CouplingConfig(sources, preset, closures, parameters, recoil, policy, waitS))
                    : Optional.empty();
        });
    }

    private List<String> sources(StrictObject top) {
        List<String> names =
                top.text("source").map(joined -> splitNames(joined).toList()).orElse(List.of());
        try {
            return SourceRequest.requireNames(names);
        } catch (CouplingException e) {
            problems.add("source", "is wrong: " + e.getMessage());
            return List.of();
        }
    }

    private RecoilSettings recoil(StrictObject top, Preset preset, Optional<String> asClosure) {
        Optional<StrictObject> given = top.object("recoil", RECOIL_KEYS);
        Optional<String> inRecoil = given.flatMap(object -> object.choice("geometry", RecoilGeometry.labels()));
        asClosure
                .filter(label -> !RecoilGeometry.labels().contains(label))
                .ifPresent(label -> problems.add(
                        "closures.recoil", "is '" + label + "'; must be one of " + RecoilGeometry.labels()));
        if (asClosure.isPresent() && inRecoil.isPresent() && !asClosure.equals(inRecoil)) {
            problems.add(
                    "closures.recoil",
                    "is '" + asClosure.get() + "' but recoil.geometry is '" + inRecoil.get() + "'; give one of them");
        }
        RecoilGeometry geometry = asClosure
                .or(() -> inRecoil)
                .flatMap(CouplingConfigReader::geometry)
                .orElseGet(() -> geometryOf(preset));
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

    static Preset presetNamed(String label) {
        try {
            return Preset.named(label);
        } catch (IllegalArgumentException e) {
            throw new CouplingException(CouplingException.Kind.ARGUMENT, String.valueOf(e.getMessage()), e);
        }
    }

    static RecoilGeometry geometryNamed(String label) {
        return geometry(label)
                .orElseThrow(() -> CouplingException.argument(
                        "closure recoil is '" + label + "'; must be one of " + RecoilGeometry.labels()));
    }

    static RecoilGeometry geometryOf(Preset preset) {
        JsonObject record = JsonText.parse(preset.json(), new Problems()).orElseThrow();
        return geometryNamed(record.getJsonObject("closures").getString(CouplingConfig.RECOIL));
    }

    private static Optional<RecoilGeometry> geometry(String label) {
        return Arrays.stream(RecoilGeometry.values())
                .filter(geometry -> geometry.label().equals(label))
                .findFirst();
    }

    static String settings(CouplingConfig config) {
        JsonObjectBuilder closures = JsonText.objectBuilder();
        config.closures().forEach(closures::add);
        JsonObject parameters =
                JsonText.parse(config.parameters(), new Problems()).orElseThrow();
        return JsonText.objectBuilder()
                .add("preset", config.preset().label())
                .add("closures", closures)
                .add("parameters", parameters)
                .build()
                .toString();
    }
}

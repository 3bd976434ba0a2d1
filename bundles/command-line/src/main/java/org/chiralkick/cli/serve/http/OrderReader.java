package org.chiralkick.cli.serve.http;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.chiralkick.cli.serve.Order;
import org.chiralkick.cli.serve.Pace;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.host.json.Problems;
import org.chiralkick.host.json.StrictObject;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;

/**
 * Reads an order:
 *
 * <pre>{@code
 * {"order": "pause"}   {"order": "resume"}   {"order": "step"}
 * {"order": "pace", "pace": "0.2dec"}
 * {"order": "use", "sources": {"chiral": {"preset": NAME, "closures": {KIND: CHOICE}, "parameters": {NAME: NUMBER}}}}
 * {"order": "use", "source": "chiral", "preset": NAME, "closures": {KIND: CHOICE}, "parameters": {NAME: NUMBER}}
 * }</pre>
 *
 * With {@code sources} only what stands there counts. In the short form every part may be left out: without preset what is in force of
 * a mechanism stays; with it, of the mechanism that takes it, only what is named beside it counts. A choice stays with the mechanism
 * that it was made for.
 */
final class OrderReader {
    private static final List<String> ORDERS = List.of("pause", "resume", "step", "pace", "use");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "pause", Set.of("order"),
            "resume", Set.of("order"),
            "step", Set.of("order"),
            "pace", Set.of("order", "pace"),
            "use", Set.of("order", "sources", "source", "preset", "closures", "parameters"));

    private OrderReader() {}

    /**
     * Returns the order of a text.
     *
     * @param present what the next step would use
     * @param installed the mechanisms there are
     * @throws Refusal if it is no order, or one that the run could not carry out; with the problem, and what is allowed
     */
    static Order read(String text, CouplingConfig present, List<SourceDescriptor> installed) throws Refusal {
        Problems problems = new Problems();
        Optional<JsonObject> json = JsonText.parse(text, problems);
        if (json.isEmpty()) {
            throw new Refusal(400, problems.message());
        }
        Optional<String> name = new StrictObject("", json.get(), json.get().keySet(), problems).choice("order", ORDERS);
        if (name.isEmpty()) {
            throw new Refusal(
                    400, problems.isEmpty() ? "order is missing; must be one of " + ORDERS : problems.message());
        }
        StrictObject object = new StrictObject("", json.get(), KEYS.getOrDefault(name.get(), Set.of()), problems);
        try {
            Order order = switch (name.get()) {
                case "pause" -> new Order.Pause();
                case "resume" -> new Order.Resume();
                case "step" -> new Order.Step();
                case "pace" -> new Order.SetPace(Pace.parse(object.text("pace").orElse("")));
                default -> new Order.Use(config(object, problems, present, installed));
            };
            if (!problems.isEmpty()) {
                throw new Refusal(400, problems.message());
            }
            return order;
        } catch (CouplingException | IllegalArgumentException e) {
            throw new Refusal(400, problems.isEmpty() ? String.valueOf(e.getMessage()) : problems.message());
        }
    }

    private static CouplingConfig config(
            StrictObject object, Problems problems, CouplingConfig present, List<SourceDescriptor> installed)
            throws Refusal {
        Optional<JsonObject> sources = object.tree("sources");
        CouplingConfig config = sources.isPresent()
                ? whole(sources.get(), object, present)
                : changed(object, problems, present, installed);
        requireInstalled(config.sources(), installed);
        if (!config.recoil().equals(present.recoil())) {
            throw new Refusal(
                    400, "the recoil geometry cannot change in mid-run: one ledger cannot mix them; begin another run");
        }
        List<String> wrong = config.problems(installed);
        if (!wrong.isEmpty()) {
            throw new Refusal(400, String.join("; and ", wrong));
        }
        return config;
    }

    private static CouplingConfig whole(JsonObject sources, StrictObject object, CouplingConfig present)
            throws Refusal {
        if (object.keys().size() > 2) {
            throw new Refusal(400, "sources stands beside " + object.keys() + "; give it alone, with order");
        }
        CouplingConfig asked = CouplingConfig.parse("{\"sources\": " + sources + "}");
        return present.withSource(asked.sources().toArray(String[]::new)).with(Settings.none(), asked.own());
    }

    private static CouplingConfig changed(
            StrictObject object, Problems problems, CouplingConfig present, List<SourceDescriptor> installed)
            throws Refusal {
        Map<String, String> closures = object.texts("closures");
        Map<String, Double> parameters = object.numbers("parameters");
        Optional<String> preset = object.text("preset");
        Optional<String> source = object.text("source");
        if (!problems.isEmpty()) {
            throw new Refusal(400, problems.message());
        }
        CouplingConfig named = present.named(installed);
        CouplingConfig config = source.isPresent() ? named.withSource(source.get()) : named;
        requireInstalled(config.sources(), installed);
        List<String> names = config.sources();
        List<SourceDescriptor> used =
                installed.stream().filter(one -> names.contains(one.name())).toList();
        if (preset.isPresent()) {
            String name = preset.get();
            String taken = owned(name, used, its -> its.preset(name).isPresent());
            config = withoutChoices(config, taken.substring(0, Math.max(0, taken.indexOf('.'))))
                    .withPreset(taken);
        }
        for (Map.Entry<String, String> closure : closures.entrySet()) {
            String kind = closure.getKey();
            config = config.withClosure(
                    owned(kind, used, its -> its.closure(kind).isPresent()), closure.getValue());
        }
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            config = config.withParameter(
                    owned(name, used, its -> its.parameter(name).isPresent()), parameter.getValue());
        }
        return config;
    }

    /** Returns the name with that of the one mechanism that takes it before; as it is where not one alone does. */
    private static String owned(String name, List<SourceDescriptor> used, Predicate<Declarations> takes) {
        List<SourceDescriptor> takers =
                used.stream().filter(source -> takes.test(source.declared())).toList();
        return takers.size() == 1 ? takers.get(0).name() + "." + name : name;
    }

    private static CouplingConfig withoutChoices(CouplingConfig config, String source) {
        Map<String, Settings> own = new LinkedHashMap<>(config.own());
        own.remove(source);
        return config.with(config.shared(), own);
    }

    private static void requireInstalled(List<String> names, List<SourceDescriptor> installed) throws Refusal {
        List<String> known = installed.stream().map(SourceDescriptor::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new Refusal(
                        400,
                        "source '" + name + "' is not installed" + NearestName.hint(name, known) + "; there are "
                                + known + ", and a bundle dropped into bundles/ is there within seconds");
            }
        }
    }
}

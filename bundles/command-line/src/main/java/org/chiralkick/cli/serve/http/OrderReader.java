package org.chiralkick.cli.serve.http;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chiralkick.cli.serve.Order;
import org.chiralkick.cli.serve.Pace;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.host.json.Problems;
import org.chiralkick.host.json.StrictObject;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.SourceDescriptor;

/**
 * Reads an order:
 *
 * <pre>{@code
 * {"order": "pause"}   {"order": "resume"}   {"order": "step"}
 * {"order": "pace", "pace": "0.2dec"}
 * {"order": "use", "source": "chiral", "preset": "consistent", "closures": {"share": "equilibrium"}}
 * }</pre>
 *
 * Of a {@code use} preset and closures may be left out: without preset those in force stay, with it only the closures named count.
 */
final class OrderReader {
    private static final List<String> ORDERS = List.of("pause", "resume", "step", "pace", "use");
    private static final Map<String, Set<String>> KEYS = Map.of(
            "pause", Set.of("order"),
            "resume", Set.of("order"),
            "step", Set.of("order"),
            "pace", Set.of("order", "pace"),
            "use", Set.of("order", "source", "preset", "closures"));

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
        Map<String, String> closures = object.texts("closures");
        Optional<String> preset = object.text("preset");
        Optional<String> source = object.text("source");
        if (!problems.isEmpty()) {
            throw new Refusal(400, problems.message());
        }
        CouplingConfig config = source.isPresent() ? present.withSource(source.get()) : present;
        if (preset.isPresent()) {
            config = withoutClosures(config).withPreset(preset.get()).withRecoil(present.recoil());
        }
        requireInstalled(config.sources(), installed);
        for (Map.Entry<String, String> closure : closures.entrySet()) {
            requireKnown(closure.getKey(), config.sources(), installed);
            config = config.withClosure(closure.getKey(), closure.getValue());
        }
        if (!config.recoil().equals(present.recoil())) {
            throw new Refusal(
                    400, "the recoil geometry cannot change in mid-run: one ledger cannot mix them; begin another run");
        }
        return config;
    }

    private static CouplingConfig withoutClosures(CouplingConfig config) {
        return new CouplingConfig(
                config.sources(),
                config.preset(),
                Map.of(),
                config.parameters(),
                config.recoil(),
                config.withoutSource(),
                config.waitS());
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

    /** Refuses a closure that none of the mechanisms has: it would change nothing, and the user believes that it does. */
    private static void requireKnown(String kind, List<String> names, List<SourceDescriptor> installed) throws Refusal {
        boolean known = kind.equals("recoil")
                || installed.stream()
                        .filter(source -> names.contains(source.name()))
                        .anyMatch(source -> source.closures().containsKey(kind));
        if (!known) {
            throw new Refusal(
                    400,
                    "closures." + kind + " is known to no source in use (" + String.join(", ", names)
                            + "); leave it out");
        }
    }
}

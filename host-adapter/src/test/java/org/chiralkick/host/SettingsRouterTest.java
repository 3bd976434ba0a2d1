package org.chiralkick.host;

import static org.chiralkick.source.Closure.choice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which source gets what is chosen, and what is refused because nobody, or not one alone, takes it. */
class SettingsRouterTest {
    private static final Closure SPREAD =
            new Closure("spread", List.of(choice("narrow", "a beam"), choice("wide", "all around")), "wide");
    private static final Closure SHAPE =
            new Closure("shape", List.of(choice("disk", "flat"), choice("ball", "round")), "disk");
    private static final Parameter STRENGTH =
            new Parameter("strength", "1", Parameter.Range.closed(0, 10), 1, "factor on all fluxes");

    /** Takes spread and strength. */
    private static final SourceDescriptor JET = source(
            "jet",
            new Declarations(
                    List.of(SPREAD),
                    List.of(STRENGTH),
                    List.of(
                            new Preset("strong", "ten times", Map.of(), Map.of("strength", 10.0)),
                            new Preset("plain", "as it is", Map.of()))));

    /** Takes spread and shape. */
    private static final SourceDescriptor FAN = source(
            "fan",
            new Declarations(List.of(SPREAD, SHAPE), List.of(), List.of(new Preset("plain", "as it is", Map.of()))));

    private static final SourceDescriptor DULL = TestSources.descriptor("dull", builder -> {});

    private static SourceDescriptor source(String name, Declarations declared) {
        return TestSources.descriptor(name, builder -> builder.declares(declared, declared.resolve(Settings.none())));
    }

    private static SettingsRouter router(String json, SourceDescriptor... there) {
        return new SettingsRouter(CouplingConfig.parse(json.replace('\'', '"')), List.of(there));
    }

    private static Map<String, String> settings(String json, SourceDescriptor... there) {
        SettingsRouter router = router(json, there);
        assertEquals(List.of(), router.problems());
        return words(router.request());
    }

    private static Map<String, String> words(SourceRequest request) {
        return request.settings().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, own -> own.getValue().toString()));
    }

    @Test
    void oneSourceTakesAllThatIsChosen() {
        assertEquals(
                Map.of("jet", "preset strong, spread=narrow, strength=2.0"),
                settings(
                        "{'source': 'jet', 'preset': 'strong', 'closures': {'spread': 'narrow'},"
                                + " 'parameters': {'strength': 2}}",
                        JET));
        assertEquals(Map.of("", "spread=narrow"), settings("{'closures': {'spread': 'narrow'}}", JET));
    }

    @Test
    void ofSeveralSourcesTheOneThatDeclaresItTakesIt() {
        assertEquals(
                Map.of(
                        "jet", "preset strong, strength=3.0", //
                        "fan", "shape=ball",
                        "dull", "defaults"),
                settings(
                        "{'source': 'jet+fan+dull', 'preset': 'strong', 'closures': {'shape': 'ball'},"
                                + " 'parameters': {'strength': 3}}",
                        JET,
                        FAN,
                        DULL));
    }

    @Test
    void whatIsChosenByNameGoesThere() {
        assertEquals(
                Map.of("jet", "spread=narrow", "fan", "preset plain"),
                settings(
                        "{'sources': {'jet': {'closures': {'spread': 'narrow'}}, 'fan': {'preset': 'plain'}}}",
                        JET,
                        FAN));
    }

    @Test
    void aSourceThatIsNotThereGetsWhatNoOtherTakes() {
        assertEquals(
                Map.of("fan", "shape=ball", "late", "mood=7.0"),
                settings("{'source': 'fan+late', 'closures': {'shape': 'ball'}, 'parameters': {'mood': 7}}", FAN));
        assertEquals(Map.of("late", "preset best"), settings("{'source': 'late', 'preset': 'best'}"));
        assertEquals(Map.of("", "preset best"), settings("{'preset': 'best'}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'source': 'jet', 'closures': {'spraed': 'wide'}} | closures.spraed is known to no source in use (jet; did you mean spread?); there are [spread, recoil]
            {'source': 'jet', 'closures': {'spread': 'narow'}} | closures.spread is 'narow' (did you mean narrow?); must be one of [narrow, wide]
            {'source': 'jet', 'parameters': {'strenght': 2}} | parameters.strenght is known to no source in use (jet; did you mean strength?); there are [strength]
            {'source': 'jet', 'parameters': {'strength': -1}} | parameters.strength is -1.0; must be a number in [0, 10]
            {'source': 'jet', 'preset': 'stong'} | preset is 'stong' (did you mean strong?); must be one of [strong, plain]
            {'source': 'dull', 'preset': 'plain'} | preset is 'plain', but no source in use has presets (dull); leave it out
            {'source': 'dull', 'closures': {'spread': 'wide'}} | closures.spread is known to no source in use (dull); there are [recoil]
            {'source': 'dull', 'parameters': {'strength': 1}} | parameters.strength is known to no source in use (dull); leave it out
            {'source': 'jet+fan', 'closures': {'shap': 'ball'}} | closures.shap is known to no source in use (jet, fan; did you mean shape?); there are [spread, shape, recoil]
            {'source': 'jet+fan', 'closures': {'spread': 'wide'}} | closures.spread is taken by several sources (jet, fan); say whose closure spread it is, as in jet.spread on a command line or under sources.jet in a file
            {'source': 'jet+fan', 'preset': 'plain'} | preset is taken by several sources (jet, fan); say whose preset plain it is, as in jet.plain on a command line or under sources.jet in a file
            {'sources': {'jet': {'closures': {'spread': 'narow'}}, 'fan': {}}} | sources.jet.closures.spread is 'narow' (did you mean narrow?); must be one of [narrow, wide]
            {'sources': {'jet': {'closures': {'shape': 'ball'}}, 'fan': {}}} | sources.jet.closures.shape is known to no source in use (jet); there are [spread]
            {'sources': {'jet': {'parameters': {'strenght': 2}}}} | sources.jet.parameters.strenght is known to no source in use (jet; did you mean strength?); there are [strength]
            {'sources': {'jet': {'parameters': {'strength': 11}}}} | sources.jet.parameters.strength is 11.0; must be a number in [0, 10]
            {'sources': {'jet': {'preset': 'plian'}, 'fan': {}}} | sources.jet.preset is 'plian' (did you mean plain?); must be one of [strong, plain]
            {'closures': {'shape': 'ball'}} | closures.shape is known to no source in use (jet); there are [spread, recoil]
            {'source': 'jet', 'closures': {'recol': 'lambert'}} | closures.recol is known to no source in use (jet; did you mean recoil?); there are [spread, recoil]
            {'source': 'jet', 'closures': {'strength': '2'}} | closures.strength is a parameter, not a closure; write it under parameters, or --parameter
            {'source': 'jet', 'parameters': {'spread': 2}} | parameters.spread is a closure, not a parameter; write it under closures, or --closure
            """)
    void whatNoSourceTakesIsRefusedWithItsPlaceAndTheNearestName(String json, String problem) {
        CouplingConfig config = CouplingConfig.parse(json.replace('\'', '"'));
        List<SourceDescriptor> there = new ArrayList<>(List.of(JET, FAN, DULL));
        there.removeIf(
                source -> !config.sources().isEmpty() && !config.sources().contains(source.name()));
        assertEquals(List.of(problem), config.problems(there));
        CouplingException refused = assertThrows(CouplingException.class, () -> open(config, JET, FAN, DULL));
        assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
        assertEquals(problem, refused.getMessage());
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        assertEquals(
                List.of(
                        "preset is 'best'; must be one of [strong, plain]",
                        "closures.spread is 'round'; must be one of [narrow, wide]",
                        "parameters.mood is known to no source in use (jet); there are [strength]"),
                router("{'preset': 'best', 'closures': {'spread': 'round'}, 'parameters': {'mood': 1}}", JET)
                        .problems());
    }

    @Test
    void whoNamesOtherSourcesOnlyTakesWithThemWhatFitsAndBackAgainAll() {
        CouplingConfig config = CouplingConfig.parse("{\"source\": \"jet\", \"preset\": \"strong\"}");
        List<SourceRequest> requests = new ArrayList<>();
        SourceProvider sources = sources(JET, FAN, DULL);
        SourceProvider provider = request -> {
            requests.add(request);
            return sources.select(request);
        };
        try (Coupling coupling = Coupling.open(provider, config, CouplingOptions.defaults())) {
            coupling.use("dull");
            coupling.begin(1, 0, 1);
            coupling.commit();
            coupling.use("jet");
            assertThrows(CouplingException.class, () -> coupling.use(config.withSource("dull")));
            assertEquals(
                    List.of("dull"),
                    coupling.sources().stream().map(SourceDescriptor::name).toList());
        }
        List<Map<String, String>> settings = requests.stream()
                .map(SettingsRouterTest::words)
                .filter(words -> !Set.of("defaults").containsAll(words.values()))
                .toList();
        assertEquals(List.of(Map.of("jet", "preset strong"), Map.of("jet", "preset strong")), settings);
    }

    @Test
    void whatWasChosenForASourceStaysWithItWhereAnotherThatTakesItJoins() {
        List<SourceRequest> requests = new ArrayList<>();
        SourceProvider sources = sources(JET, FAN);
        SourceProvider provider = request -> {
            requests.add(request);
            return sources.select(request);
        };
        for (String json :
                List.of("{'source': 'jet', 'closures': {'spread': 'narrow'}}", "{'closures': {'spread': 'narrow'}}")) {
            CouplingConfig config = CouplingConfig.parse(json.replace('\'', '"'));
            try (Coupling coupling = Coupling.open(provider, config, CouplingOptions.defaults())) {
                coupling.use("jet+fan");
                assertEquals(
                        Map.of("jet", "spread=narrow", "fan", "defaults"), words(requests.get(requests.size() - 1)));
            }
        }
    }

    @Test
    void withoutNamesTheOneOfHighestRankingHasWhatWasChosenForIt() {
        List<SourceRequest> requests = new ArrayList<>();
        SourceProvider sources = sources(JET, DULL);
        SourceProvider provider = request -> {
            requests.add(request);
            return sources.select(request);
        };
        for (String json :
                List.of("{'source': 'jet', 'closures': {'spread': 'narrow'}}", "{'closures': {'spread': 'narrow'}}")) {
            CouplingConfig config = CouplingConfig.parse(json.replace('\'', '"'));
            try (Coupling coupling = Coupling.open(provider, config, CouplingOptions.defaults())) {
                coupling.use("dull");
                coupling.use();
                assertEquals(Map.of("", "spread=narrow"), words(requests.get(requests.size() - 1)), json);
            }
        }
    }

    @Test
    void whatWaitsForAMissingSourceIsNotLostByNamingSources() {
        CouplingConfig config = CouplingConfig.parse("{\"source\": \"fan+late\", \"closures\": {\"shape\": \"ball\"}}");
        CouplingConfig named = config.named(List.of());
        assertEquals(Map.of("shape", "ball"), named.shared().closures());
        assertEquals(
                Map.of("fan", "shape=ball"),
                words(new SettingsRouter(named.withSource("fan"), List.of(FAN)).request()));
    }

    @Test
    void aChoiceMadeTwiceForOneSourceIsRefusedUnlessItIsTheSame() {
        CouplingConfig jet = CouplingConfig.defaults().withSource("jet");
        assertEquals(
                List.of("closures.spread is 'wide' here and 'narrow' under the name of its source; give it once"),
                jet.withClosure("spread", "wide")
                        .withClosure("jet.spread", "narrow")
                        .problems(List.of(JET)));
        assertEquals(
                List.of("parameters.strength is '1.0' here and '2.0' under the name of its source; give it once"),
                jet.withParameter("strength", 1)
                        .withParameter("jet.strength", 2)
                        .problems(List.of(JET)));
        assertEquals(
                List.of("preset is 'plain' here and 'strong' under the name of its source; give it once"),
                jet.withPreset("plain").withPreset("jet.strong").problems(List.of(JET)));
        assertEquals(
                List.of(),
                jet.withClosure("spread", "wide")
                        .withClosure("jet.spread", "wide")
                        .problems(List.of(JET)));
    }

    @Test
    void whereSeveralAreMissingEachGetsItsOwnAndTheRestWhenTheyCome() {
        SettingsRouter router =
                router("{'source': 'fan+jet+late', 'closures': {'shape': 'ball', 'mood': 'good'}}", JET);
        assertEquals(List.of(), router.problems());
        assertTrue(router.waits());
        assertEquals(Map.of("fan", "defaults", "jet", "defaults", "late", "defaults"), words(router.request()));

        List<NeutrinoSource> there = new ArrayList<>(List.of(new Described(JET)));
        List<SourceRequest> requests = new ArrayList<>();
        SourceProvider provider = request -> {
            requests.add(request);
            return SourceProvider.of(there.toArray(NeutrinoSource[]::new)).select(request);
        };
        CouplingConfig config =
                CouplingConfig.parse("{\"source\": \"fan+jet+dull\", \"closures\": {\"shape\": \"ball\"},"
                        + " \"without-source\": \"hold\"}");
        try (Coupling coupling = Coupling.open(provider, config, CouplingOptions.defaults())) {
            coupling.begin(1, 0, 1);
            coupling.commit();
            there.addAll(List.of(new Described(FAN), new Described(DULL)));
            coupling.begin(2, 1, 1);
            coupling.commit();
            assertEquals(
                    Map.of("fan", "shape=ball", "jet", "defaults", "dull", "defaults"),
                    words(requests.get(requests.size() - 1)));
            assertEquals(3, coupling.sources().size());
        }
    }

    private static void open(CouplingConfig config, SourceDescriptor... there) {
        Coupling.open(sources(there), config, CouplingOptions.defaults()).close();
    }

    private static SourceProvider sources(SourceDescriptor... there) {
        return SourceProvider.of(Arrays.stream(there).map(Described::new).toArray(NeutrinoSource[]::new));
    }

    private record Described(SourceDescriptor describe) implements NeutrinoSource {
        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {}
    }
}

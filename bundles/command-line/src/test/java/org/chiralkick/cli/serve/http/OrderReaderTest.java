package org.chiralkick.cli.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chiralkick.cli.serve.Order;
import org.chiralkick.cli.serve.Pace;
import org.chiralkick.cli.serve.TestRun.AlongField;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReaderTest {
    private static final CouplingConfig PRESENT =
            CouplingConfig.defaults().withSource("one").withClosure("share", "susceptibility");

    private static final List<SourceDescriptor> INSTALLED =
            List.of(new AlongField("one", 1).describe(), new AlongField("two", 1).describe());

    private static Order read(String text) throws Refusal {
        return OrderReader.read(text.replace('\'', '"'), PRESENT, INSTALLED);
    }

    private static CouplingConfig used(String text) throws Refusal {
        return ((Order.Use) read(text)).config();
    }

    @Test
    void simpleOrdersAreRead() throws Refusal {
        assertEquals(new Order.Pause(), read("{'order': 'pause'}"));
        assertEquals(new Order.Resume(), read("{'order': 'resume'}"));
        assertEquals(new Order.Step(), read("{'order': 'step'}"));
        assertEquals(new Order.SetPace(new Pace(Pace.Kind.DECADES, 0.5)), read("{'order': 'pace', 'pace': '0.5dec'}"));
    }

    @Test
    void aChoiceStaysWithTheMechanismThatItWasMadeFor() throws Refusal {
        CouplingConfig used = used("{'order': 'use', 'source': 'two'}");
        assertEquals(List.of("two"), used.sources());
        assertTrue(used.choosesNothing(), used.toString());
        CouplingConfig both = used("{'order': 'use', 'source': 'one+two'}");
        assertEquals(List.of("one", "two"), both.sources());
        assertEquals(Map.of("one", new Settings("", Map.of("share", "susceptibility"), Map.of())), both.own());
    }

    @Test
    void withAPresetOnlyTheClosuresNamedCount() throws Refusal {
        CouplingConfig used = used("{'order': 'use', 'preset': 'equilibrium'}");
        assertEquals(List.of("one"), used.sources());
        assertEquals(Map.of("one", new Settings("equilibrium", Map.of(), Map.of())), used.own());
        assertEquals(
                Map.of("one", new Settings("equilibrium", Map.of("share", "composition"), Map.of())),
                used("{'order': 'use', 'preset': 'equilibrium', 'closures': {'share': 'composition'}}")
                        .own());
        assertEquals(
                Map.of("one", new Settings("", Map.of("share", "composition"), Map.of("strength", 2.0))),
                used("{'order': 'use', 'closures': {'share': 'composition'}, 'parameters': {'strength': 2}}")
                        .own());
    }

    @Test
    void aPresetReplacesWhatIsInForceOfItsMechanismAndNothingOfAnother() throws Refusal {
        CouplingConfig present = PRESENT.withSource("one+two")
                .with(
                        Settings.none(),
                        Map.of(
                                "one", new Settings("", Map.of(), Map.of("strength", 2.0)),
                                "two", new Settings("", Map.of(), Map.of("strength", 3.0))));
        Order order = OrderReader.read(
                "{\"order\": \"use\", \"source\": \"one\", \"preset\": \"equilibrium\"}", present, INSTALLED);
        assertEquals(
                Map.of("one", new Settings("equilibrium", Map.of(), Map.of())),
                ((Order.Use) order).config().own());
    }

    @Test
    void underTheNamesOfMechanismsOnlyWhatStandsThereCounts() throws Refusal {
        CouplingConfig used = used(
                "{'order': 'use', 'sources': {'one': {}, 'two': {'preset': 'equilibrium', 'parameters': {'strength': 3}}}}");
        assertEquals(List.of("one", "two"), used.sources());
        assertEquals(Settings.none(), used.shared());
        assertEquals(
                Map.of("one", Settings.none(), "two", new Settings("equilibrium", Map.of(), Map.of("strength", 3.0))),
                used.own());
    }

    @Test
    void whatIsNestedTooDeeplyIsRefused() {
        String text = "{'order': 'use', 'parameters': {'a': " + "[".repeat(1500) + "]".repeat(1500) + "}}";
        Refusal refused = assertThrows(Refusal.class, () -> read(text));
        assertEquals(400, refused.status());
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("is not valid JSON: Input is too deeply nested"), message);
    }

    @Test
    void theRecoilGeometryThatWasBegunWithStays() throws Refusal {
        CouplingConfig lambert = PRESENT.withClosure("recoil", "lambert");
        Order order = OrderReader.read("{\"order\": \"use\", \"preset\": \"equilibrium\"}", lambert, INSTALLED);
        assertEquals(lambert.recoil(), ((Order.Use) order).config().recoil());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                             | is not valid JSON",
                "[1]                                            | must be a JSON object",
                "{}                                             | order is missing; must be one of [pause, resume, step, pace, use]",
                "{'order': 'halt'}                              | must be one of [pause, resume, step, pace, use]",
                "{'order': 3}                                   | order is 3; must be a text",
                "{'order': 'pause', 'pace': '1'}                | pace is not known",
                "{'order': 'pace'}                              | pace is ''",
                "{'order': 'pace', 'pace': 1}                   | must be a text",
                "{'order': 'pace', 'pace': 'fast'}              | pace is 'fast'; must be decades",
                "{'order': 'use', 'parameters': {'a': 1e99999999999}} | the number 1e99999999999 that ends in line 1",
                "{'order': 'use', 'source': 'tow'}              | source 'tow' is not installed (did you mean two?)",
                "{'order': 'use', 'source': '../x'}             | source name is '../x'",
                "{'order': 'use', 'source': 'one+one'}          | named twice",
                "{'order': 'use', 'preset': 'best'}             | preset is 'best'",
                "{'order': 'use', 'closures': {'spin': 'up'}}   | closures.spin is known to no source in use (one)",
                "{'order': 'use', 'closures': {'shares': 'all'}} | closures.shares is known to no source in use (one; did you mean share?)",
                "{'order': 'use', 'closures': {'share': 'compositon'}} | closures.share is 'compositon' (did you mean composition?)",
                "{'order': 'use', 'parameters': {'strenght': 2}} | parameters.strenght is known to no source in use (one; did you mean strength?)",
                "{'order': 'use', 'parameters': {'strength': 11}} | parameters.strength is 11.0; must be a number in [0, 10]",
                "{'order': 'use', 'sources': {'one': {'parameters': {'strength': -1}}}} | sources.one.parameters.strength is -1.0; must be a number in [0, 10]",
                "{'order': 'use', 'sources': {'tow': {}}}       | source 'tow' is not installed (did you mean two?)",
                "{'order': 'use', 'sources': {'one': {'closure': {}}}} | sources.one.closure is not known (did you mean closures?)",
                "{'order': 'use', 'sources': {'one': {}}, 'preset': 'equilibrium'} | sources stands beside",
                "{'order': 'use', 'closures': {'recoil': 'lambert'}} | recoil geometry cannot change in mid-run",
                "{'order': 'use', 'closures': 'share'}          | must be an object",
                "{'order': 'pause', 'order': 'step'}            | is not valid JSON",
                "{'order': 'pause'} {'order': 'step'}           | is not valid JSON"
            })
    void whatIsNoOrderIsRefusedWithWhatIsAllowed(String text, String allowed) {
        Refusal refused = assertThrows(Refusal.class, () -> read(text));
        assertEquals(400, refused.status());
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(allowed), message);
    }
}

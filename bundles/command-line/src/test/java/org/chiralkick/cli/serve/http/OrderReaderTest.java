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
    void aMechanismAloneKeepsTheClosuresInForce() throws Refusal {
        CouplingConfig used = used("{'order': 'use', 'source': 'two'}");
        assertEquals(List.of("two"), used.sources());
        assertEquals(Map.of("share", "susceptibility"), used.closures());
        assertEquals(
                List.of("one", "two"),
                used("{'order': 'use', 'source': 'one+two'}").sources());
    }

    @Test
    void withAPresetOnlyTheClosuresNamedCount() throws Refusal {
        CouplingConfig used = used("{'order': 'use', 'preset': 'equilibrium'}");
        assertEquals(List.of("one"), used.sources());
        assertEquals("equilibrium", used.preset().label());
        assertEquals(Map.of(), used.closures());
        assertEquals(
                Map.of("share", "composition"),
                used("{'order': 'use', 'preset': 'kubs-2016', 'closures': {'share': 'composition'}}")
                        .closures());
        assertEquals(
                Map.of("share", "composition"),
                used("{'order': 'use', 'closures': {'share': 'composition'}}").closures());
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
                "{'order': 'use', 'source': 'tow'}              | source 'tow' is not installed (did you mean two?)",
                "{'order': 'use', 'source': '../x'}             | source name is '../x'",
                "{'order': 'use', 'source': 'one+one'}          | named twice",
                "{'order': 'use', 'preset': 'best'}             | preset is 'best'",
                "{'order': 'use', 'closures': {'spin': 'up'}}   | closures.spin is known to no source in use (one)",
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

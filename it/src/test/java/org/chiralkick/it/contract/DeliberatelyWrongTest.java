package org.chiralkick.it.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chiralkick.contract.ContractKit;
import org.chiralkick.contract.Rule;
import org.chiralkick.contract.ServiceFacts;
import org.chiralkick.contract.Verdict;
import org.chiralkick.it.contract.ChoosingMechanism.Mistake;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit fails a mechanism for the rule it breaks, and for no other. */
class DeliberatelyWrongTest {
    private static final ServiceFacts TOY = ServiceFacts.registered(RightMechanism.NAME);

    @Test
    void theRightMechanismKeepsEveryRule() {
        assertEquals(Map.of(), failures(new RightMechanism(), TOY));
    }

    @Test
    void oneThatGivesGroupsKeepsEveryRule() {
        assertEquals(Map.of(), failures(new GroupMechanism((zones, group, i) -> 1), TOY));
    }

    @Test
    void theRightMechanismKeepsEveryRuleWithWhatItLetsChoose() {
        ServiceFacts facts =
                ServiceFacts.registered(RightMechanism.NAME, settings -> new ChoosingMechanism(Mistake.NONE, settings));
        assertEquals(Map.of(), failures(ChoosingMechanism.of(Mistake.NONE), facts));
        assertEquals(
                "2 choices of 1 closures, 1 parameters, 1 presets, in 10 instances, each as declared and evaluated",
                ContractKit.rule("R13")
                        .check(ChoosingMechanism.of(Mistake.NONE), facts)
                        .message());
    }

    @ParameterizedTest
    @EnumSource
    void aWrongMechanismFailsTheRuleItBreaks(WrongMechanism wrong) {
        Map<String, String> failures = failures(wrong.make(), wrong.facts());
        assertEquals(Set.of(wrong.broken()), failures.keySet(), failures::toString);
        String message = failures.getOrDefault(wrong.broken(), "");
        assertTrue(message.contains(wrong.wording()), message);
    }

    @Test
    void everyRuleIsBrokenByOneOfThem() {
        Set<String> broken = new TreeSet<>();
        for (WrongMechanism wrong : WrongMechanism.values()) {
            broken.add(wrong.broken());
        }
        assertEquals(ContractKit.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new)), broken);
    }

    @Test
    void aServicePropertyWithAnotherNameBreaksR1() {
        assertEquals(
                Map.of("R1", "service property chiralkick.source.name is null; must be the descriptor's name, toy"),
                failures(new RightMechanism(), ServiceFacts.registered(null)));
        assertEquals(
                "service property chiralkick.source.name is other; must be the descriptor's name, toy",
                failures(new RightMechanism(), ServiceFacts.registered("other")).get("R1"));
    }

    @Test
    void aMechanismThatAlwaysThrowsFailsWithAMessageAndNotWithAnException() {
        NeutrinoSource hopeless = new RightMechanism() {
            @Override
            public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
                throw new UnsupportedOperationException("not written yet");
            }
        };
        Map<String, String> failures = failures(hopeless, TOY);
        assertEquals(13, failures.size());
        assertAll(failures.values().stream()
                .map(message -> () -> assertTrue(
                        message.contains("evaluate threw java.lang.UnsupportedOperationException: not written yet"),
                        message)));
    }

    private static Map<String, String> failures(NeutrinoSource source, ServiceFacts facts) {
        Map<String, String> failures = new TreeMap<>();
        for (Rule rule : ContractKit.rules()) {
            Verdict verdict = rule.check(source, facts);
            if (!verdict.passed()) {
                failures.put(rule.id(), verdict.message());
            }
        }
        return failures;
    }
}

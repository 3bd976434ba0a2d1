package org.chiralkick.contract.junit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.chiralkick.contract.ContractKit;
import org.chiralkick.contract.Rule;
import org.chiralkick.contract.ServiceFacts;
import org.chiralkick.contract.Verdict;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The numbered rules of the neutrino-source SPI as tests of a mechanism, one each. An author extends it, says how an instance is made, and
 * has R1 to R14 in his own build:
 *
 * <pre>{@code
 * class MyMechanismContractTest extends NeutrinoSourceContract {
 *     @Override
 *     protected NeutrinoSource with(Settings settings) {
 *         return new MyMechanism(settings.properties());
 *     }
 * }
 * }</pre>
 *
 * <p>The mechanism is a plain object here. What only a service has, its registered name, is examined by {@code chiralkick certify}.
 */
public abstract class NeutrinoSourceContract {
    /** For subclasses. */
    protected NeutrinoSourceContract() {}

    /**
     * Returns a new instance of the mechanism with these settings, as its component makes it.
     *
     * @param settings preset, closures and parameters, none of which has to be given
     * @throws RuntimeException if the mechanism refuses them; R13 wants that of what it does not declare
     */
    protected abstract NeutrinoSource with(Settings settings);

    /** Returns the settings of the instance that the rules examine; those of the defaults, unless a subclass examines others. */
    protected Settings examined() {
        return Settings.none();
    }

    /** Returns a test per rule, named by its number and title. */
    @TestFactory
    protected List<DynamicTest> rules() {
        NeutrinoSource source = with(examined());
        ServiceFacts facts = new ServiceFacts(false, null, this::with);
        return ContractKit.rules().stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.id() + " " + rule.title(), () -> requireKept(rule, source, facts)))
                .toList();
    }

    private static void requireKept(Rule rule, NeutrinoSource source, ServiceFacts facts) {
        Verdict verdict = rule.check(source, facts);
        if (!verdict.passed()) {
            fail(rule.id() + ": " + verdict.message());
        }
    }
}

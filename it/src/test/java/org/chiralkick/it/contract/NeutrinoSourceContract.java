package org.chiralkick.it.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.chiralkick.contract.ContractKit;
import org.chiralkick.contract.ServiceFacts;
import org.chiralkick.contract.Verdict;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.it.felix.FelixExtension;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The rules of the neutrino-source SPI, one test each, on a mechanism that acts as a service in a real Felix. */
@ExtendWith(FelixExtension.class)
abstract class NeutrinoSourceContract {
    private final String configuration;
    private SourceProvider.Selection selection;
    private SourceProvider.Lease lease;
    private final Deque<SourceProvider.Selection> others = new ArrayDeque<>();
    private NeutrinoSource source;
    private ServiceFacts facts;

    /**
     * @param configuration of a coupling, as JSON: it names the source and its closures
     */
    NeutrinoSourceContract(String configuration) {
        this.configuration = configuration;
    }

    @BeforeEach
    void takeTheService(FelixRuntime felix) {
        CouplingConfig config = CouplingConfig.parse(configuration);
        selection = felix.select(SourceRequest.of(config.sources(), config.shared()));
        lease = selection.acquire(Duration.ofSeconds(10));
        assertFalse(lease.sources().isEmpty(), selection::whyAbsent);
        source = lease.sources().get(0);
        facts = ServiceFacts.registered(
                nameProperty(felix.context(), source), settings -> configured(felix, config.sources(), settings));
    }

    private NeutrinoSource configured(FelixRuntime felix, List<String> name, Settings settings) {
        SourceProvider.Selection other = felix.select(SourceRequest.of(name, settings));
        others.push(other);
        SourceProvider.Lease its = other.acquire(Duration.ofSeconds(10));
        assertFalse(its.sources().isEmpty(), other::whyAbsent);
        return its.sources().get(0);
    }

    @AfterEach
    void giveTheServiceBack() {
        others.forEach(SourceProvider.Selection::close);
        others.clear();
        lease.close();
        selection.close();
    }

    private static Object nameProperty(BundleContext context, NeutrinoSource source) {
        try {
            for (ServiceReference<NeutrinoSource> reference :
                    context.getServiceReferences(NeutrinoSource.class, null)) {
                if (context.getService(reference) == source) {
                    return reference.getProperty(NeutrinoSource.NAME);
                }
            }
        } catch (org.osgi.framework.InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("the leased source is no service");
    }

    private void requireKept(String rule) {
        Verdict verdict = ContractKit.rule(rule).check(source, facts);
        assertTrue(verdict.passed(), () -> rule + ": " + verdict.message());
    }

    @Test
    void r1DescribesItself() {
        requireKept("R1");
    }

    @Test
    void r2ReadsOnlyTheFieldsItDeclares() {
        requireKept("R2");
    }

    @Test
    void r3GivesOnlyWhatIsWantedAndDeclared() {
        requireKept("R3");
    }

    @Test
    void r4StaysInsideTheWindow() {
        requireKept("R4");
    }

    @Test
    void r5AddsToWhatIsThere() {
        requireKept("R5");
    }

    @Test
    void r6NeverWritesAZoneColumn() {
        requireKept("R6");
    }

    @Test
    void r7GivesTheSameBitsForTheSameInput() {
        requireKept("R7");
    }

    @Test
    void r8MayBeCalledFromManyThreads() {
        requireKept("R8");
    }

    @Test
    void r9GivesFiniteFluxesForFiniteStates() {
        requireKept("R9");
    }

    @Test
    void r10IsNotHarmedByBadZones() {
        requireKept("R10");
    }

    @Test
    void r11RotatesWithItsInput() {
        requireKept("R11");
    }

    @Test
    void r12KeepsStartsPrintsAndAllocatesNothing() {
        requireKept("R12");
    }

    @Test
    void r13DoesWhatItDeclares() {
        requireKept("R13");
    }

    @Test
    void r14TakesEnergyGroupsAsTheyCome() {
        requireKept("R14");
    }
}

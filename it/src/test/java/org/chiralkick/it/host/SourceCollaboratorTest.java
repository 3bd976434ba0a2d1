package org.chiralkick.it.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

/** What a coupling asks of a provider of sources, seen by a simulated one; a source that fails; a source that is not there. */
class SourceCollaboratorTest {
    private static final double DT = 0.01;

    private final SourceProvider provider = mock(SourceProvider.class);
    private final SourceProvider.Selection selection = mock(SourceProvider.Selection.class);
    private final SourceProvider.Lease lease = mock(SourceProvider.Lease.class);

    @BeforeEach
    void aProviderWithOneSource() {
        when(provider.select(any())).thenReturn(selection);
        when(selection.acquire(any())).thenReturn(lease);
        when(lease.sources()).thenReturn(List.of(new PushSource()));
        when(lease.generation()).thenReturn(1L);
    }

    private Coupling open(String json) {
        return Coupling.open(provider, CouplingConfig.parse(json), CouplingOptions.defaults());
    }

    private static MockHost host(Coupling coupling) {
        return new MockHost(coupling, Scheme.RK2, t -> 1e12);
    }

    @Test
    void everyStepTakesOneLeaseAndGivesItBack() {
        try (Coupling coupling = open("{}")) {
            host(coupling).run(0, 10, DT);
        }
        InOrder order = inOrder(provider, selection, lease);
        order.verify(provider).select(any());
        for (int step = 0; step < 10; step++) {
            order.verify(selection).acquire(Duration.ZERO);
            order.verify(lease).close();
        }
        order.verify(selection).close();
        verify(provider, times(1)).select(any());
    }

    @Test
    void aStepThatIsBegunAgainGivesTheOldLeaseBack() {
        try (Coupling coupling = open("{}")) {
            MockHost host = host(coupling);
            host.evaluateStages(0, 0, 2 * DT);
            host.evaluateStages(0, 0, DT);
            verify(lease, times(1)).close();
            coupling.rollback();
            verify(lease, times(2)).close();
        }
        verify(selection, times(2)).acquire(any());
    }

    @Test
    void theRequestCarriesNamesAndSettings() {
        try (Coupling coupling =
                open("{\"sources\": {\"chiral\": {\"closures\": {\"share\": \"equilibrium\"}}, \"vortical\": {}}}")) {
            assertEquals(0, coupling.recoil().steps());
        }
        ArgumentCaptor<SourceRequest> request = ArgumentCaptor.forClass(SourceRequest.class);
        verify(provider).select(request.capture());
        assertEquals(List.of("chiral", "vortical"), request.getValue().names());
        assertEquals(
                Settings.none().withClosure("share", "equilibrium"),
                request.getValue().settings("chiral"));
    }

    @Test
    void aSourceThatThrowsSpoilsTheStepAndTheNextOneIsSound() {
        NeutrinoSource failing = mock(NeutrinoSource.class);
        when(failing.describe()).thenReturn(new PushSource().describe());
        doThrow(new ArithmeticException("the author forgot a case"))
                .when(failing)
                .evaluate(any(), any());
        when(lease.sources()).thenReturn(List.of(failing));
        try (Coupling coupling = open("{}")) {
            MockHost host = host(coupling);
            CouplingException thrown = assertThrows(CouplingException.class, () -> host.step(0, 0, DT));
            assertEquals(CouplingException.Kind.SOURCE, thrown.kind());
            assertTrue(
                    String.valueOf(thrown.getMessage()).contains("push")
                            && String.valueOf(thrown.getMessage()).contains("the author forgot a case"),
                    thrown.getMessage());
            assertThrows(CouplingException.class, coupling::commit, "a step with a failed evaluation is not whole");

            when(lease.sources()).thenReturn(List.of(new PushSource()));
            when(lease.generation()).thenReturn(2L);
            host.step(0, 0, DT);
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @Test
    void withoutASourceTheStepHoldsWithZeroFluxes() {
        when(lease.sources()).thenReturn(List.of());
        try (Coupling coupling = open("{\"without-source\": \"hold\"}")) {
            MockHost host = host(coupling);
            assertTrue(host.step(0, 0, DT).sourceAbsent());
            assertEquals(0, host.energyFluxZ(1));
            assertEquals(1, coupling.heldSteps());
            assertEquals(0, coupling.recoil().energyErg());
        }
    }

    @Test
    void withoutASourceTheStepFailsWithTheReason() {
        when(lease.sources()).thenReturn(List.of());
        when(selection.whyAbsent()).thenReturn("no mechanism is installed");
        try (Coupling coupling = open("{\"source\": \"chiral\", \"without-source\": \"fail\"}")) {
            CouplingException thrown = assertThrows(CouplingException.class, () -> coupling.begin(0, 0, DT));
            assertEquals("no mechanism is installed", thrown.getMessage());
            assertEquals(CouplingException.Kind.SOURCE, thrown.kind());
        }
    }

    @Test
    void waitingForASourceIsBounded() {
        when(lease.sources()).thenReturn(List.of());
        when(selection.whyAbsent()).thenReturn("no mechanism is installed");
        try (Coupling coupling = open("{\"source\": \"chiral\", \"without-source\": \"wait\", \"wait-s\": 2.5}")) {
            CouplingException thrown = assertThrows(CouplingException.class, () -> coupling.begin(0, 0, DT));
            assertEquals("waited 2.5 s: no mechanism is installed", thrown.getMessage());
        }
        verify(selection).acquire(Duration.ofMillis(2500));
    }

    @Test
    void anotherSourceActsFromTheNextStepOn() {
        SourceProvider.Selection other = mock(SourceProvider.Selection.class);
        SourceProvider.Lease otherLease = mock(SourceProvider.Lease.class);
        when(other.acquire(any())).thenReturn(otherLease);
        when(otherLease.sources()).thenReturn(List.of(new PushSource()));
        when(otherLease.generation()).thenReturn(1L);
        try (Coupling coupling = open("{}")) {
            MockHost host = host(coupling);
            host.evaluateStages(0, 0, DT);
            when(provider.select(any())).thenReturn(other);
            coupling.use("push");
            verify(other, never()).acquire(any());
            coupling.commit();
            verify(selection, never()).close();
            host.step(1, DT, DT);
            verify(selection).close();
            verify(otherLease).close();
            assertEquals(2, coupling.recoil().steps());
        }
    }
}

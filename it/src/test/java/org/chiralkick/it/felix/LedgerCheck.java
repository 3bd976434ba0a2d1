package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.it.felix.mechanism.SteadySource;
import org.chiralkick.source.NeutrinoSource;

/** The ledger of a stepping host against the host's own books. */
final class LedgerCheck {
    /** Energy of a neutrino of {@link SteadySource} [erg]. */
    private static final double ENERGY_ERG = 100;

    private LedgerCheck() {}

    /** Compares every bit of the ledger with the sum that the host's own books give. */
    static void assertAnalyticSum(SteppingHost host) throws Exception {
        Map<String, RecoilEntry> entries = new TreeMap<>();
        for (RecoilEntry entry : host.coupling().recoilBySource()) {
            RecoilEntry other = entries.put(SteppingHost.key(entry.source(), entry.version()), entry);
            assertEquals(null, other, "a second entry of " + entry);
        }
        assertEquals(host.acted().keySet(), entries.keySet());
        for (RecoilEntry entry : entries.values()) {
            long steps = host.acted().getOrDefault(SteppingHost.key(entry.source(), entry.version()), 0L);
            double perStep = BundleSwapper.flux(entry.source(), entry.version()) * SteppingHost.AREA * SteppingHost.DT;
            assertTrue(
                    entry.bundle().matches(SteppingHost.key(entry.source(), entry.version()) + " sha256:[0-9a-f]{12}"),
                    "the bundle of " + entry);
            assertEquals(steps, entry.recoil().steps(), "steps of " + entry);
            assertEquals(steps * perStep, entry.recoil().number(), "neutrinos of " + entry);
            assertEquals(steps * perStep * ENERGY_ERG, entry.recoil().energyErg(), "energy of " + entry);
            assertEquals(undisturbed(entry, steps), entry.recoil().momentum(), "momentum of " + entry);
        }
        assertEquals(host.steps(), host.coupling().recoil().steps(), "steps of the coupling");
        assertEquals(host.held(), host.coupling().heldSteps(), "steps without a source");
    }

    /** Returns the momentum of as many steps with an instance that nobody touches. */
    private static Vector3 undisturbed(RecoilEntry entry, long steps) throws Exception {
        NeutrinoSource source = new SteadySource(Map.of(
                NeutrinoSource.NAME,
                entry.source(),
                SteadySource.VERSION,
                entry.version(),
                SteadySource.FLUX,
                BundleSwapper.flux(entry.source(), entry.version())));
        try (SteppingHost host = new SteppingHost(SourceProvider.of(source), entry.source(), 1)) {
            for (long step = 1; step <= steps; step++) {
                host.step(step);
            }
            return host.coupling().recoil().momentum();
        }
    }
}

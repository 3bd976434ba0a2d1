package org.chiralkick.host.internal.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Dictionary;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chiralkick.host.internal.watch.Arrival;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Version;

class StartingBundlesTest {
    private final Bundle bundle = mock();
    private final Dictionary<String, String> headers = mock();
    private final StartingBundles starting = new StartingBundles();

    private void event(int type, int state) {
        when(bundle.getState()).thenReturn(state);
        starting.bundleChanged(new BundleEvent(type, bundle));
    }

    private void name(long id) {
        when(bundle.getBundleId()).thenReturn(id);
        when(bundle.getSymbolicName()).thenReturn("lazy");
        when(bundle.getVersion()).thenReturn(new Version("1.2.3"));
        when(bundle.getHeaders("")).thenReturn(headers);
    }

    @Test
    void aBundleArrivesFromTheCallOfItsActivatorToItsReturn() {
        name(7);
        for (int end : new int[] {BundleEvent.STARTED, BundleEvent.STOPPING}) { // as it should, or with an exception
            event(BundleEvent.RESOLVED, Bundle.RESOLVED);
            assertFalse(Arrival.underWayNs(bundle).isPresent());
            event(BundleEvent.STARTING, Bundle.STARTING);
            assertTrue(Arrival.underWayNs(bundle).isPresent());
            event(end, Bundle.ACTIVE);
            assertFalse(Arrival.underWayNs(bundle).isPresent());
        }
    }

    @Test
    void aBundleThatWaitsForItsFirstClassDoesNotHang() {
        name(7);
        event(BundleEvent.LAZY_ACTIVATION, Bundle.STARTING);
        assertFalse(Arrival.underWayNs(bundle).isPresent());
    }

    @Test
    void theFrameworkItselfIsLeftOut() {
        name(0);
        event(BundleEvent.STARTING, Bundle.STARTING);
        assertFalse(Arrival.underWayNs(bundle).isPresent());
    }

    @Test
    void oneThatHangsIsATroubleWithItsStateAndSinceWhen() throws InterruptedException {
        name(7);
        BundleContext context = mock();
        when(context.getBundles()).thenReturn(new Bundle[] {bundle});
        Bundle framework = mock(); // with id 0
        when(context.getBundle()).thenReturn(framework);
        BundleTroubles troubles = new BundleTroubles(context);
        event(BundleEvent.STARTING, Bundle.STARTING);
        assertEquals(List.of(), troubles.all(), "it has begun a moment ago");
        TimeUnit.MILLISECONDS.sleep(1100);
        assertEquals(List.of("bundle lazy 1.2.3 hangs in its activator: it has been STARTING for 1 s"), troubles.all());
        event(BundleEvent.STARTED, Bundle.ACTIVE);
        assertEquals(List.of(), troubles.all());
    }
}

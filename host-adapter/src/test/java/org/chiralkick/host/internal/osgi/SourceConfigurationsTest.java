package org.chiralkick.host.internal.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.chiralkick.source.NeutrinoSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What a provider leaves in Configuration Admin, as a bundle among others. */
class SourceConfigurationsTest {
    private final BundleContext context = mock();
    private final ServiceReference<ConfigurationAdmin> reference = mock();
    private final ConfigurationAdmin admin = mock();
    private final Configuration made = mock();
    private final SourceConfigurations configurations = new SourceConfigurations(context);
    private final Request request = new TaggedRequest(new Plain(), "this-run-0123-");

    /** Asks for the source as it is by default. */
    private record Plain() implements Request {
        @Override
        public List<String> names() {
            return List.of("chiral");
        }

        @Override
        public Map<String, Object> properties(String name) {
            return Map.of();
        }

        @Override
        public String configuration(String name) {
            return "default";
        }
    }

    @BeforeEach
    void aContainerWithConfigurationAdmin() throws IOException {
        Bundle own = mock();
        when(own.getBundleId()).thenReturn(7L);
        when(context.getBundle()).thenReturn(own);
        when(context.getProperty("org.osgi.framework.uuid")).thenReturn("this-run");
        when(context.getServiceReference(ConfigurationAdmin.class)).thenReturn(reference);
        when(context.getService(reference)).thenReturn(admin);
        when(admin.getFactoryConfiguration(any(), any(), any())).thenReturn(made);
    }

    private static Configuration configuration(String value) {
        Configuration configuration = mock();
        when(configuration.getProperties())
                .thenReturn(FrameworkUtil.asDictionary(Map.of(NeutrinoSource.CONFIGURATION, value)));
        return configuration;
    }

    @Test
    void whatEarlierRunsHaveLeftIsDeletedOnce() throws Exception {
        Configuration earlier = configuration("another-run-4567-default");
        Configuration ofThisRun = configuration("this-run-89ab-default");
        Configuration vanishing = configuration("yet-another-cdef-default");
        doThrow(new IllegalStateException("deleted by another host"))
                .when(vanishing)
                .delete();
        when(admin.listConfigurations(anyString())).thenReturn(new Configuration[] {ofThisRun, vanishing, earlier});
        assertTrue(configurations.retain("chiral", request));
        verify(earlier).delete();
        verify(ofThisRun, never()).delete();
        verify(made, never()).delete();
        configurations.release("chiral", request);
        configurations.retain("chiral", request);
        // Those of others, written by people, have no such property: the filter does not let them through.
        verify(admin).listConfigurations("(" + NeutrinoSource.CONFIGURATION + "=*)");
    }

    @Test
    void oneThatCouldNotBeMadeIsMadeForTheNext() throws IOException {
        doThrow(new IllegalStateException("deleted"))
                .doThrow(new IOException("full"))
                .doNothing()
                .when(made)
                .update(any());
        assertThrows(IllegalStateException.class, () -> configurations.retain("chiral", request));
        assertThrows(RuntimeException.class, () -> configurations.retain("chiral", request));
        assertTrue(configurations.retain("chiral", request));
        assertTrue(configurations.retain("chiral", request));
        verify(made, times(3)).update(any());
        assertFalse(configurations.release("chiral", request));
        assertTrue(configurations.release("chiral", request));
        verify(made).delete();
    }

    @Test
    void withoutConfigurationAdminNothingIsDeletedAndThatIsSaid() throws IOException {
        assertTrue(configurations.retain("chiral", request));
        when(context.getServiceReference(ConfigurationAdmin.class)).thenReturn(null);
        assertFalse(configurations.release("chiral", request));
        verify(made, never()).delete();
        when(context.getServiceReference(ConfigurationAdmin.class)).thenReturn(reference);
        assertTrue(configurations.retain("chiral", request));
        assertEquals("this-run-0123-default", request.configuration("chiral"));
        verify(made, times(2)).update(any());
    }
}

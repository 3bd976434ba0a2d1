package org.chiralkick.host.internal.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.chiralkick.source.NeutrinoSource;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

class SourceRegistryTest {
    private final BundleContext context = mock();
    private final ServiceReference<NeutrinoSource> reference = mock();

    /** What Felix does where a bundle is uninstalled while it looks for services. */
    @Test
    void aBundleThatGoesMeanwhileIsNoFailure() throws InvalidSyntaxException {
        when(reference.getProperty(NeutrinoSource.CONFIGURATION)).thenReturn("mine");
        when(context.getServiceReferences(eq(NeutrinoSource.class), anyString()))
                .thenThrow(new NullPointerException("br"))
                .thenThrow(new NullPointerException("br"))
                .thenReturn(List.of(reference));
        var candidates = new SourceRegistry(context).candidates("chiral", "mine");
        assertEquals(1, candidates.size());
        assertSame(reference, candidates.get(0));
    }

    @Test
    void aFrameworkThatFailsForGoodIsSaid() throws InvalidSyntaxException {
        when(context.getServiceReferences(eq(NeutrinoSource.class), anyString()))
                .thenThrow(new NullPointerException("br"));
        SourceRegistry registry = new SourceRegistry(context);
        assertThrows(NullPointerException.class, () -> registry.candidates("chiral", "mine"));
    }
}

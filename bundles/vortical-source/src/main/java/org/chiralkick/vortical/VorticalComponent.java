package org.chiralkick.vortical;

import java.util.Map;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.service.SourceService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The mechanism as a service.
 */
@Component(
        service = {},
        immediate = true,
        property = NeutrinoSource.NAME + "=" + VorticalSource.SOURCE_NAME)
public final class VorticalComponent {
    private final SourceService service;

    /**
     * Makes the source and registers it.
     *
     * @param context of the mechanism's bundle
     * @param properties of the component
     */
    @Activate
    public VorticalComponent(BundleContext context, Map<String, Object> properties) {
        service = SourceService.register(context, new VorticalSource(), properties);
    }

    /** Takes the source out of the registry. */
    @Deactivate
    public void stop() {
        service.close();
    }
}

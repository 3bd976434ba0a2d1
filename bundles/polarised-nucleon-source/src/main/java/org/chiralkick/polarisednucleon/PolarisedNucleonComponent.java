package org.chiralkick.polarisednucleon;

import java.util.Map;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.service.SourceService;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The mechanism as a service. It exists once per configuration; wrong settings make the activation fail with their message and leave no service,
 * and a changed configuration makes a new instance.
 */
@Requirement(namespace = "osgi.implementation", name = "osgi.cm", version = "1.5")
@Component(
        service = {},
        immediate = true,
        configurationPid = NeutrinoSource.PID_PREFIX + PolarisedNucleonSource.SOURCE_NAME,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = NeutrinoSource.NAME + "=" + PolarisedNucleonSource.SOURCE_NAME)
public final class PolarisedNucleonComponent {
    private final SourceService service;

    /**
     * Makes the source and registers it.
     *
     * @param context of the mechanism's bundle
     * @param properties of the component and its configuration
     * @throws IllegalArgumentException if something is chosen that is not declared; with its value and what is allowed
     */
    @Activate
    public PolarisedNucleonComponent(BundleContext context, Map<String, Object> properties) {
        service = SourceService.register(context, new PolarisedNucleonSource(properties), properties);
    }

    /** Takes the source out of the registry. */
    @Deactivate
    public void stop() {
        service.close();
    }
}

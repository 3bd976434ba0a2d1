package org.example.mechanism;

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
 * The mechanism as a service. It exists once per configuration, so that each host has what it chooses; wrong choices make the activation fail with
 * their message and leave no service. There is nothing to change here but names.
 */
@Requirement(namespace = "osgi.implementation", name = "osgi.cm", version = "1.5")
@Component(
        service = {},
        immediate = true,
        configurationPid = NeutrinoSource.PID_PREFIX + MyMechanism.SOURCE_NAME,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = NeutrinoSource.NAME + "=" + MyMechanism.SOURCE_NAME)
public final class MyComponent {
    private final SourceService service;

    /**
     * Makes the mechanism and registers it.
     *
     * @param context of this bundle
     * @param properties of the component and its configuration
     * @throws IllegalArgumentException if something is chosen that is not declared
     */
    @Activate
    public MyComponent(BundleContext context, Map<String, Object> properties) {
        service = SourceService.register(context, new MyMechanism(properties), properties);
    }

    /** Takes the mechanism out of the registry. */
    @Deactivate
    public void stop() {
        service.close();
    }
}

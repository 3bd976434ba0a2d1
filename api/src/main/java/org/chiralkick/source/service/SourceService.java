package org.chiralkick.source.service;

import java.util.HashMap;
import java.util.Map;
import org.chiralkick.source.NeutrinoSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * A source in the service registry, from the moment it is ready to the moment its component goes.
 *
 * <p>Declarative Services register the service of a component before they make it. So a component whose settings are wrong leaves a
 * service that nobody can get, and who gets one while its bundle is updated can lack a class. A component that provides no service itself but
 * registers its source here, as the last thing that it does when it is made, has neither:
 *
 * <pre>{@code
 * @Component(service = {}, immediate = true, configurationPid = ..., property = NeutrinoSource.NAME + "=mine")
 * public final class MyComponent {
 *     private final SourceService service;
 *
 *     @Activate
 *     public MyComponent(BundleContext context, Map<String, Object> properties) {
 *         service = SourceService.register(context, new MySource(properties), properties);
 *     }
 *
 *     @Deactivate
 *     void stop() {
 *         service.close();
 *     }
 * }
 * }</pre>
 *
 * <p>The component's property {@link NeutrinoSource#NAME} tells hosts that it brings a source.
 */
public final class SourceService implements AutoCloseable {
    private final ServiceRegistration<NeutrinoSource> registration;

    private SourceService(ServiceRegistration<NeutrinoSource> registration) {
        this.registration = registration;
    }

    /**
     * Loads all classes of the bundle and registers the source.
     *
     * @param context of the mechanism's bundle
     * @param source ready to be evaluated
     * @param properties of the component; those that begin with a dot are private to it
     * @throws IllegalStateException if the bundle is stopped
     */
    public static SourceService register(BundleContext context, NeutrinoSource source, Map<String, ?> properties) {
        BundleClasses.load(context.getBundle());
        Map<String, Object> shown = new HashMap<>(properties);
        shown.keySet().removeIf(key -> key.startsWith("."));
        return new SourceService(
                context.registerService(NeutrinoSource.class, source, FrameworkUtil.asDictionary(shown)));
    }

    /** Takes the source out of the registry; steps in flight end with it. */
    @Override
    public void close() {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            // The framework did so already, when the bundle stopped.
            return;
        }
    }
}

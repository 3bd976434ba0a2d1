package org.chiralkick.host.internal.osgi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chiralkick.source.NeutrinoSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The sources that Declarative Services knows of, active or not. */
final class Components {
    /** The class of the service that tells of components; its package is an optional import. */
    static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    private final BundleContext context;
    private final boolean known;

    Components(BundleContext context) {
        this.context = context;
        this.known = Services.isKnown(RUNTIME);
    }

    /** Returns whether this side can see Declarative Services; if not, there are no components to it. */
    boolean areKnown() {
        return known;
    }

    /** Returns whether Declarative Services run. */
    boolean areRunning() {
        return known && runtime().isPresent();
    }

    /** Returns the descriptions of all components that would register a source, whatever its name. */
    List<ComponentDescriptionDTO> sources() {
        return !known ? List.of() : sourcesOf(runtime());
    }

    private static List<ComponentDescriptionDTO> sourcesOf(Optional<ServiceComponentRuntime> runtime) {
        return runtime.map(ServiceComponentRuntime::getComponentDescriptionDTOs).stream()
                .flatMap(Collection::stream)
                .filter(Components::isSource)
                .toList();
    }

    /** Returns the descriptions of the components that would register a source of this name. */
    List<ComponentDescriptionDTO> sources(String name) {
        List<ComponentDescriptionDTO> sources = new ArrayList<>();
        for (ComponentDescriptionDTO description : sources()) {
            if (nameOf(description).equals(name)) {
                sources.add(description);
            }
        }
        return sources;
    }

    /** Returns whether a bundle has a component that would register a source. */
    boolean isSource(Bundle bundle) {
        return known && sources().stream().anyMatch(description -> description.bundle.id == bundle.getBundleId());
    }

    /** Returns the configurations of a component, with their states; none while one of them is being taken down. */
    Collection<ComponentConfigurationDTO> configurations(ComponentDescriptionDTO description) {
        try {
            return runtime()
                    .map(runtime -> runtime.getComponentConfigurationDTOs(description))
                    .orElse(List.of());
        } catch (NullPointerException e) {
            return List.of(); // Felix SCR 2.2.18 forgets the properties of a configuration before it lists it no more
        }
    }

    /** Returns whether the component may come up at all; one that is not enabled waits for its own bundle's decision. */
    boolean isEnabled(ComponentDescriptionDTO description) {
        return runtime().map(runtime -> runtime.isComponentEnabled(description)).orElse(false);
    }

    /** Returns the name under which a component would register its source; empty if it names none. */
    static String nameOf(ComponentDescriptionDTO description) {
        return description.properties.get(NeutrinoSource.NAME) instanceof String name ? name : "";
    }

    /** Returns whether the component takes settings, so that an instance without them is not the one that was asked for. */
    static boolean takesSettings(ComponentDescriptionDTO description) {
        return !"ignore".equals(description.configurationPolicy)
                && Arrays.asList(description.configurationPid)
                        .contains(NeutrinoSource.PID_PREFIX + nameOf(description));
    }

    /** Returns whether a service comes from a component that takes settings. */
    boolean takesSettings(ServiceReference<NeutrinoSource> reference) {
        // Asked once: a moment later the bundle may be gone.
        Bundle bundle = reference.getBundle();
        return known
                && bundle != null
                && reference.getProperty(ComponentConstants.COMPONENT_NAME) instanceof String component
                && runtime()
                        .map(runtime -> runtime.getComponentDescriptionDTO(bundle, component))
                        .filter(Components::takesSettings)
                        .isPresent();
    }

    private static boolean isSource(ComponentDescriptionDTO description) {
        // One that registers its source itself, when it is ready, provides no service but says which.
        return Arrays.asList(description.serviceInterfaces).contains(NeutrinoSource.class.getName())
                || !nameOf(description).isEmpty();
    }

    private Optional<ServiceComponentRuntime> runtime() {
        return Services.find(context, ServiceComponentRuntime.class);
    }
}

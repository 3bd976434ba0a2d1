package org.chiralkick.host.internal.osgi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.chiralkick.host.internal.watch.Arrival;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The sources in the framework's service registry, and those that would be there if they were configured. */
final class SourceRegistry {
    /** How often the framework is asked again, a millisecond apart, while a bundle goes. */
    private static final int LAST_TRY = 1000;

    /** How long a source may take to take up its configuration; it takes milliseconds. */
    private static final long CONFIGURATION_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    private static final long A_MOMENT_MS = 1000;

    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final Comparator<ServiceReference<NeutrinoSource>> BEST_FIRST = Comparator.comparingInt(
                    (ServiceReference<NeutrinoSource> reference) ->
                            ranking(reference.getProperty(Constants.SERVICE_RANKING)))
            .reversed()
            .thenComparingLong(SourceRegistry::bundleId)
            .thenComparing(Comparator.reverseOrder());

    private final BundleContext context;
    private final Components components;
    private final SourceConfigurations configurations;
    private final Builds builds;

    SourceRegistry(BundleContext context) {
        this.context = context;
        this.components = new Components(context);
        this.configurations = new SourceConfigurations(context);
        this.builds = new Builds(context);
    }

    BundleContext context() {
        return context;
    }

    /** Returns whether the framework is one that we started, with a folder of mechanisms. */
    boolean isOwn() {
        return context.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID;
    }

    Components components() {
        return components;
    }

    /** Returns who knows which builds of their bundles the sources are. */
    Builds builds() {
        return builds;
    }

    /** A name and where it stands among the others. */
    private record Ranked(String name, int ranking, long bundle) {
        static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::ranking)
                .reversed()
                .thenComparingLong(Ranked::bundle)
                .thenComparing(Ranked::name);
    }

    /**
     * Returns the names of all sources that are registered or would be once they are configured, best first: highest
     * {@code service.ranking}, then the bundle that was installed first.
     */
    List<String> names() {
        return ranked().stream().map(Ranked::name).distinct().toList();
    }

    private List<Ranked> ranked() {
        List<Ranked> ranked = new ArrayList<>();
        for (ServiceReference<NeutrinoSource> reference : references("(" + NeutrinoSource.NAME + "=*)")) {
            Bundle bundle = reference.getBundle();
            if (bundle != null && reference.getProperty(NeutrinoSource.NAME) instanceof String name) {
                int ranking = ranking(reference.getProperty(Constants.SERVICE_RANKING));
                ranked.add(new Ranked(name, ranking, bundle.getBundleId()));
            }
        }
        for (ComponentDescriptionDTO description : components.sources()) {
            String name = Components.nameOf(description);
            if (!name.isEmpty()) {
                int ranking = ranking(description.properties.get(Constants.SERVICE_RANKING));
                ranked.add(new Ranked(name, ranking, description.bundle.id));
            }
        }
        return ranked.stream().sorted(Ranked.BEST_FIRST).toList();
    }

    /**
     * Returns a sentence on bundles that give a source of the same name, which one of them acts and why; empty where there is one bundle.
     *
     * @param acting the bundle whose source acts; null for the one that would
     */
    Optional<String> rivals(String name, @Nullable Bundle acting) {
        return Rivals.words(name, givers(name), acting);
    }

    /** Returns the bundles that give a source of a name or would once it is configured, best first. */
    List<Rivals.Giver> givers(String name) {
        List<Rivals.Giver> givers = new ArrayList<>();
        for (Ranked one : ranked()) {
            Bundle bundle = one.name.equals(name) ? context.getBundle(one.bundle) : null;
            if (bundle != null
                    && givers.stream().noneMatch(giver -> giver.bundle().equals(bundle))) {
                givers.add(new Rivals.Giver(bundle, one.ranking));
            }
        }
        return givers;
    }

    /**
     * Returns which bundles have a source of this name, each with its last change, and which services they registered themselves: as long
     * as these are the same so is the source.
     */
    String makers(String name) {
        Set<Long> ids = new TreeSet<>();
        Set<Object> services = new TreeSet<>();
        for (ServiceReference<NeutrinoSource> reference : references("(" + NeutrinoSource.NAME + "=" + name + ")")) {
            Bundle bundle = reference.getBundle();
            if (bundle != null) {
                ids.add(bundle.getBundleId());
            }
            Object service = reference.getProperty(Constants.SERVICE_ID);
            if (service != null && reference.getProperty(NeutrinoSource.CONFIGURATION) == null) {
                services.add(service);
            }
        }
        for (ComponentDescriptionDTO description : components.sources(name)) {
            ids.add(description.bundle.id);
        }
        StringBuilder makers = new StringBuilder();
        for (long id : ids) {
            Bundle bundle = context.getBundle(id);
            makers.append(id)
                    .append('@')
                    .append(bundle == null ? 0 : bundle.getLastModified())
                    .append(' ');
        }
        return makers.append(services).toString();
    }

    /** Returns whether a bundle starts or stops, or was exchanged a moment ago: what is missing may be there soon. */
    boolean isChanging() {
        long now = System.currentTimeMillis();
        for (Bundle bundle : context.getBundles()) {
            int state = bundle.getState();
            boolean changing = state == Bundle.STARTING
                    || state == Bundle.STOPPING
                    || (state != Bundle.ACTIVE && now - bundle.getLastModified() < A_MOMENT_MS);
            if (changing && Bundles.mayBeMechanism(context, bundle)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether a component of this name is known and neither registered nor unable to come up: its bundle is active already while
     * Declarative Services, in the thread that started it, has still to register it.
     */
    boolean isComing(String name, String configuration) {
        return components.areKnown()
                && candidates(name, configuration).isEmpty()
                && components.sources(name).stream()
                        .filter(components::isEnabled)
                        .anyMatch(description -> components.configurations(description).stream()
                                .noneMatch(SourceRegistry::cannotComeUp));
    }

    private static boolean cannotComeUp(ComponentConfigurationDTO instance) {
        return switch (instance.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION, ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                true;
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> instance.unsatisfiedReferences.length > 0;
            default -> false;
        };
    }

    private static int ranking(@Nullable Object property) {
        return property instanceof Integer number ? number : 0;
    }

    private static long bundleId(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle == null ? Long.MAX_VALUE : bundle.getBundleId();
    }

    /**
     * Returns the registered sources of a name that may act for a request, best first: those that took up its settings, then
     * those that take none; among them that of the highest {@code service.ranking}, then of the bundle that was installed first, also
     * when it was updated since.
     */
    List<ServiceReference<NeutrinoSource>> candidates(String name, String configuration) {
        List<ServiceReference<NeutrinoSource>> configured = new ArrayList<>();
        List<ServiceReference<NeutrinoSource>> plain = new ArrayList<>();
        for (ServiceReference<NeutrinoSource> reference : references("(" + NeutrinoSource.NAME + "=" + name + ")")) {
            Object its = reference.getProperty(NeutrinoSource.CONFIGURATION);
            if (configuration.equals(its)) {
                configured.add(reference);
            } else if (its == null && !components.takesSettings(reference)) {
                plain.add(reference);
            }
        }
        configured.sort(BEST_FIRST);
        plain.sort(BEST_FIRST);
        configured.addAll(plain);
        return configured;
    }

    /**
     * Makes the configuration of a source and waits until the components that are there have taken it up or failed to; returns false
     * where there is no Configuration Admin, so that none could be made.
     */
    boolean configure(String name, Request request) {
        synchronized (configurations) {
            if (!configurations.retain(name, request)) {
                return false;
            }
            try {
                ComponentThreads.whileConfigured(
                        name, () -> await(() -> !isPending(name, request.configuration(name))));
            } catch (RuntimeException e) {
                configurations.release(name, request);
                throw e;
            }
            return true;
        }
    }

    /**
     * Gives the configuration of a source back. If nobody else has it this waits until its component is gone: deletions are
     * delivered later, and the next coupling with the same settings would otherwise find the source that is about to go.
     */
    void unconfigure(String name, Request request) {
        synchronized (configurations) {
            if (configurations.release(name, request)) {
                await(() -> !isConfigured(name, request.configuration(name)));
            }
        }
    }

    private static void await(BooleanSupplier done) {
        long deadline = System.nanoTime() + CONFIGURATION_TIMEOUT_NS;
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private boolean isConfigured(String name, String configuration) {
        return isRegistered(name, configuration) || isComponent(name, configuration);
    }

    private boolean isComponent(String name, String configuration) {
        return components.areKnown()
                && components.sources(name).stream()
                        .flatMap(description -> components.configurations(description).stream())
                        .anyMatch(instance ->
                                configuration.equals(instance.properties.get(NeutrinoSource.CONFIGURATION)));
    }

    /** Returns whether a component of that name failed to come up with this configuration. */
    boolean refuses(String name, String configuration) {
        return components.areKnown()
                && components.sources(name).stream()
                        .flatMap(description -> components.configurations(description).stream())
                        .anyMatch(instance -> instance.state == ComponentConfigurationDTO.FAILED_ACTIVATION
                                && configuration.equals(instance.properties.get(NeutrinoSource.CONFIGURATION)));
    }

    private boolean isPending(String name, String configuration) {
        return components.areKnown()
                && components.sources(name).stream()
                        .filter(Components::takesSettings)
                        .filter(components::isEnabled)
                        .anyMatch(description -> components.configurations(description).stream()
                                .noneMatch(instance -> isSettled(name, instance, configuration)));
    }

    // A component that comes up has no unsatisfied reference, then is satisfied, then its service is registered, and
    // only
    // then does it take its settings, or refuses them: asking for the service waits for that.
    private boolean isSettled(String name, ComponentConfigurationDTO instance, String configuration) {
        if (!configuration.equals(instance.properties.get(NeutrinoSource.CONFIGURATION))) {
            return false;
        }
        return switch (instance.state) {
            case ComponentConfigurationDTO.SATISFIED, ComponentConfigurationDTO.ACTIVE ->
                isAvailable(name, configuration);
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> instance.unsatisfiedReferences.length > 0;
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> true;
            // Not configured yet, or between two states: Felix SCR gives -1 then.
            default -> false;
        };
    }

    private boolean isAvailable(String name, String configuration) {
        for (ServiceReference<NeutrinoSource> reference : candidates(name, configuration)) {
            if (configuration.equals(reference.getProperty(NeutrinoSource.CONFIGURATION))
                    && service(reference).isPresent()) {
                ServiceLease.unget(context, List.of(reference));
                return true;
            }
        }
        return false;
    }

    /** Returns whether a bundle has registered a source of this name with this configuration, or without where it is null. */
    boolean isRegistered(String name, @Nullable Object configuration, long bundle) {
        return references("(" + NeutrinoSource.NAME + "=" + name + ")").stream()
                .anyMatch(reference -> bundleId(reference) == bundle
                        && Objects.equals(configuration, reference.getProperty(NeutrinoSource.CONFIGURATION)));
    }

    private boolean isRegistered(String name, String configuration) {
        return references("(" + NeutrinoSource.NAME + "=" + name + ")").stream()
                .anyMatch(reference -> configuration.equals(reference.getProperty(NeutrinoSource.CONFIGURATION)));
    }

    /** Returns the service object, or empty if it has gone or cannot be made; where it is made, all of that is inside this call. */
    Optional<NeutrinoSource> service(ServiceReference<NeutrinoSource> reference) {
        Arrival arrival = arrival(reference);
        try {
            return Optional.ofNullable(context.getService(reference));
        } catch (IllegalStateException e) {
            return Optional.empty();
        } finally {
            arrival.close();
        }
    }

    private static Arrival arrival(ServiceReference<NeutrinoSource> reference) {
        String name = String.valueOf(reference.getProperty(NeutrinoSource.NAME));
        Bundle bundle = reference.getBundle();
        String from = bundle == null ? "" : " of bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
        return Arrival.begin(
                name, "source " + name + from + ": the constructor or activate method of its component", () -> true);
    }

    /**
     * Returns the references that match a filter. Felix 7.0.5 looks up the wiring of each bundle that offers one and fails where another thread
     * has uninstalled it in between, before its services are gone ({@code Util.getWire}): then it is asked again.
     */
    private Collection<ServiceReference<NeutrinoSource>> references(String filter) {
        for (int again = 0; ; again++) {
            try {
                return referencesNow(filter);
            } catch (NullPointerException e) {
                if (again == LAST_TRY) {
                    throw e;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private Collection<ServiceReference<NeutrinoSource>> referencesNow(String filter) {
        try {
            return context.getServiceReferences(NeutrinoSource.class, filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("not a source name in " + filter, e);
        } catch (IllegalStateException e) {
            // The framework has stopped.
            return List.of();
        }
    }
}

package org.chiralkick.host.internal.osgi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.chiralkick.host.internal.watch.Arrival;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Why a source is not active. A component that lacks something is silently absent; this says which, and what it lacks. */
final class Diagnosis {
    private static final String WAITS_FOR_CONFIGURATION =
            "is installed and waits for its configuration, which a coupling makes that asks for it";

    private static final String NO_CONFIGURATIONS =
            "; but Configuration Admin, which hands it over, does not run: install the bundle"
                    + " org.apache.felix.configadmin";

    private final SourceRegistry registry;
    private final BundleTroubles troubles;

    Diagnosis(SourceRegistry registry, BundleTroubles troubles) {
        this.registry = registry;
        this.troubles = troubles;
    }

    /**
     * Returns one line on the state of a source.
     *
     * @param configuration the configuration that somebody waits for, or {@code null} for any
     */
    String of(String name, @Nullable String configuration) {
        try {
            return describe(name, configuration);
        } catch (IllegalStateException e) {
            return "source " + name + " is not there: the OSGi framework is stopped";
        }
    }

    private String describe(String name, @Nullable String configuration) {
        OptionalLong comingNs = Arrival.underWayNs(name);
        if (comingNs.orElse(0) >= BundleTroubles.A_MOMENT_NS) {
            return "source " + name
                    + " hangs in the constructor or activate method of its component, which has not returned for "
                    + TimeUnit.NANOSECONDS.toSeconds(comingNs.getAsLong()) + " s";
        }
        List<String> states = new ArrayList<>();
        for (ComponentDescriptionDTO description : registry.components().sources(name)) {
            states.add(state(name, configuration, description));
        }
        if (states.isEmpty() && registry.names().contains(name)) {
            states.add("source " + name + " is active");
        }
        if (!states.isEmpty()) {
            registry.rivals(name, null).ifPresent(states::add);
            return String.join("; ", states);
        }
        return NearestName.of(name, registry.names())
                .map(near -> "source '" + name + "' is not installed; did you mean " + near + "? There are "
                        + installed(registry.names()) + wrong("; "))
                .orElseGet(() -> "source " + name + " is not there; " + others());
    }

    /** Returns one line for each source that could not be made, as it is by default. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (ComponentDescriptionDTO description : registry.components().sources()) {
            String name = Components.nameOf(description);
            if (registry.components().configurations(description).stream()
                    .anyMatch(instance -> instance.state == ComponentConfigurationDTO.FAILED_ACTIVATION
                            && instance.properties.get(NeutrinoSource.CONFIGURATION) == null)) {
                failures.add(state(name, null, description));
            }
        }
        return failures;
    }

    /** Returns why there is no source at all. */
    String nothingThere() {
        try {
            return "no source is there; " + others();
        } catch (IllegalStateException e) {
            return "no source is there: the OSGi framework is stopped";
        }
    }

    private String others() {
        List<String> names = registry.names();
        String wrong = wrong("; ");
        return (names.isEmpty() ? "no mechanism is installed" : "there are " + installed(names))
                + (wrong.isEmpty() ? "; " + wayOut() : wrong);
    }

    private String wayOut() {
        if (!registry.components().areRunning()) {
            return "Declarative Services, which make the components of mechanisms, do not run; install the bundle"
                    + " org.apache.felix.scr (in Karaf: feature:install scr)";
        }
        return registry.isOwn()
                ? "put the mechanism's bundle into the bundles folder"
                : "install the mechanism's bundle in this container and start it";
    }

    private static String installed(List<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    /** Returns what does not work in the folder of mechanisms, each after the separator: one of them may be the source. */
    private String wrong(String separator) {
        return troubles.all().stream().map(trouble -> separator + trouble).collect(Collectors.joining());
    }

    private String state(String name, @Nullable String configuration, ComponentDescriptionDTO description) {
        String source = "source " + name + " (bundle " + description.bundle.symbolicName + " "
                + description.bundle.version + ")";
        Optional<String> copy = Optional.ofNullable(registry.context().getBundle(description.bundle.id))
                .flatMap(BundleTroubles::ownCopyOfTheSpi);
        if (copy.isPresent()) {
            return source + " " + copy.get();
        }
        List<String> states = registry.components().configurations(description).stream()
                .filter(instance -> concerns(instance, configuration))
                .map(instance -> state(instance, name, description.bundle.id))
                .distinct()
                .collect(Collectors.toList());
        if (!registry.components().isEnabled(description)) {
            return source + " is disabled by its own bundle";
        }
        if (states.isEmpty()) {
            states.add(WAITS_FOR_CONFIGURATION);
        }
        boolean inVain =
                states.contains(WAITS_FOR_CONFIGURATION) && !SourceConfigurations.canBeMade(registry.context());
        return source + " " + String.join(", and ", states) + (inVain ? NO_CONFIGURATIONS : "");
    }

    private static boolean concerns(ComponentConfigurationDTO instance, @Nullable String configuration) {
        Object its = instance.properties.get(NeutrinoSource.CONFIGURATION);
        return configuration == null || its == null || configuration.equals(its);
    }

    private String state(ComponentConfigurationDTO instance, String name, long bundle) {
        return switch (instance.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> WAITS_FOR_CONFIGURATION;
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                "waits for "
                        + Arrays.stream(instance.unsatisfiedReferences)
                                .map(reference -> "service '" + reference.name + "'"
                                        + (reference.target == null ? "" : " with " + reference.target))
                                .collect(Collectors.joining(", "));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                "could not be activated: "
                        + FailureText.rootMessage(instance.failure == null ? "unknown" : instance.failure);
            // One that registers its source itself does so when it is ready.
            default ->
                registry.isRegistered(name, instance.properties.get(NeutrinoSource.CONFIGURATION), bundle)
                        ? "is active"
                        : "has not registered its source yet";
        };
    }
}

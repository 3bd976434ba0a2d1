package org.chiralkick.contract;

import org.jspecify.annotations.Nullable;

/**
 * How a mechanism is registered as a service.
 *
 * @param registered whether it is a service; a plain object has no properties to check
 * @param nameProperty value of the service property {@code chiralkick.source.name}, or {@code null} where it has none
 * @param instances how to get it with other settings, or {@code null} where it cannot be configured here
 */
public record ServiceFacts(
        boolean registered,
        @Nullable Object nameProperty,
        @Nullable Instances instances) {
    /** Returns the facts of a plain object, which is not registered. */
    public static ServiceFacts unregistered() {
        return new ServiceFacts(false, null, null);
    }

    /** Returns the facts of a service with this value of {@code chiralkick.source.name}. */
    public static ServiceFacts registered(@Nullable Object nameProperty) {
        return new ServiceFacts(true, nameProperty, null);
    }

    /** Returns the facts of a service with this value of {@code chiralkick.source.name}, which can be configured. */
    public static ServiceFacts registered(@Nullable Object nameProperty, Instances instances) {
        return new ServiceFacts(true, nameProperty, instances);
    }
}

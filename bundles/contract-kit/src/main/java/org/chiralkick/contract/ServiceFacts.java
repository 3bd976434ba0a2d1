package org.chiralkick.contract;

import org.jspecify.annotations.Nullable;

/**
 * How a mechanism is registered as a service.
 *
 * @param registered whether it is a service; a plain object has no properties to check
 * @param nameProperty value of the service property {@code chiralkick.source.name}, or {@code null} where it has none
 */
public record ServiceFacts(boolean registered, @Nullable Object nameProperty) {
    /** Returns the facts of a plain object, which is not registered. */
    public static ServiceFacts unregistered() {
        return new ServiceFacts(false, null);
    }

    /** Returns the facts of a service with this value of {@code chiralkick.source.name}. */
    public static ServiceFacts registered(@Nullable Object nameProperty) {
        return new ServiceFacts(true, nameProperty);
    }
}

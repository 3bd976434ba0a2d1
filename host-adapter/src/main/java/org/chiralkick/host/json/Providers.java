package org.chiralkick.host.json;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.eclipse.parsson.api.BufferPool;
import org.eclipse.yasson.JsonBindingProvider;

/**
 * The two libraries that read and write JSON, by name. Their interfaces look for them through the calling thread's class loader, which in a
 * container sees neither unless something like SPI Fly helps; ours sees both everywhere.
 */
final class Providers {
    private Providers() {}

    /**
     * Returns what reads and writes trees.
     *
     * @throws JsonException if the library is not there; says what to do
     */
    static JsonProvider trees() {
        return found("org.eclipse.parsson", Providers::parsson);
    }

    /**
     * Returns what makes mappers between records and JSON.
     *
     * @throws JsonException if one of the libraries is not there; says what to do
     */
    static JsonbBuilder records() {
        JsonProvider trees = trees();
        return found(
                "org.eclipse.yasson", () -> new JsonBindingProvider().create().withProvider(trees));
    }

    // Only its interface for buffers is in a package that other bundles may import; its class loader has the rest.
    private static JsonProvider parsson() {
        return ServiceLoader.load(JsonProvider.class, BufferPool.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new NoClassDefFoundError("a service " + JsonProvider.class.getName()));
    }

    /** Returns what the library makes; where it is not there says so. */
    static <T> T found(String library, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (LinkageError | ServiceConfigurationError e) {
            throw new JsonException(
                    "no JSON provider: " + library + " is not there (" + e.getMessage()
                            + "); put its jar beside that of the host adapter, or install it as a bundle",
                    e);
        }
    }
}

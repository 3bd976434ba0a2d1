package org.chiralkick.host.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonException;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    /** What is written and read. */
    public record Star(double massGram) {}

    /** As in a container, where a thread may have any class loader, or that of a bundle which sees no library. */
    @Test
    void areFoundWhateverTheClassLoaderOfTheThread() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            Problems problems = new Problems();
            assertTrue(JsonText.parse("{\"a\": 1}", problems).isPresent(), problems::message);
            assertEquals(new Star(2.8e33), JsonText.read(JsonText.write(new Star(2.8e33)), Star.class));
            assertEquals("[1,2]", JsonText.compact(List.of(1, 2)));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void thatAreNotThereAreNamed() {
        JsonException refusal = assertThrows(
                JsonException.class,
                () -> Providers.found("org.example.json", () -> {
                    throw new NoClassDefFoundError("org/example/json/Pool");
                }));
        assertEquals(
                "no JSON provider: org.example.json is not there (org/example/json/Pool);"
                        + " put its jar beside that of the host adapter, or install it as a bundle",
                refusal.getMessage());
    }

    @Test
    void thatCannotBeMadeAreNamed() {
        JsonException refusal = assertThrows(
                JsonException.class,
                () -> Providers.found("org.example.json", () -> {
                    throw new ServiceConfigurationError("org.example.json.Provider could not be instantiated");
                }));
        assertEquals(
                "no JSON provider: org.example.json is not there (org.example.json.Provider could not be instantiated);"
                        + " put its jar beside that of the host adapter, or install it as a bundle",
                refusal.getMessage());
    }
}

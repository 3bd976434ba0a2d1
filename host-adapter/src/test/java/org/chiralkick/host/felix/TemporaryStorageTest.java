package org.chiralkick.host.felix;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryStorageTest {
    @Test
    void isGoneWithItsContentAfterClose() throws IOException {
        Path folder;
        try (TemporaryStorage storage = TemporaryStorage.create()) {
            folder = storage.folder();
            Files.createDirectories(folder.resolve("felix/bundle1"));
            Files.writeString(folder.resolve("felix/bundle1/bundle.info"), "x");
            assertTrue(Files.isDirectory(folder));
        }
        assertFalse(Files.exists(folder), folder + " is deleted");
    }

    @Test
    void isAnotherFolderEachTime() {
        try (TemporaryStorage one = TemporaryStorage.create();
                TemporaryStorage two = TemporaryStorage.create()) {
            assertNotEquals(one.folder(), two.folder());
        }
    }
}

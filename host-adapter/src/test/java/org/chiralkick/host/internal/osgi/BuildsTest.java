package org.chiralkick.host.internal.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;

class BuildsTest {
    @TempDir
    private Path content = Path.of("");

    private final BundleContext context = mock();
    private final Bundle bundle = mock();
    private final Builds builds = new Builds(context);

    @BeforeEach
    void aBundleThatRuns() throws IOException {
        Bundle system = mock();
        BundleStartLevel start = mock();
        when(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)).thenReturn(system);
        when(context.getBundle(7)).thenReturn(bundle);
        when(system.getState()).thenReturn(Bundle.ACTIVE);
        when(start.isPersistentlyStarted()).thenReturn(true);
        when(bundle.adapt(BundleStartLevel.class)).thenReturn(start);
        when(bundle.getState()).thenReturn(Bundle.ACTIVE);
        when(bundle.getBundleId()).thenReturn(7L);
        when(bundle.getLastModified()).thenReturn(1L);
        when(bundle.getSymbolicName()).thenReturn("org.example.mine");
        when(bundle.getVersion()).thenReturn(new Version("1.0.0"));
        when(bundle.getEntryPaths(anyString()))
                .thenAnswer(call -> Collections.enumeration(paths(call.getArgument(0, String.class))));
        when(bundle.getEntry(anyString()))
                .thenAnswer(call -> content.resolve(call.getArgument(0, String.class))
                        .toUri()
                        .toURL());
        write("META-INF/MANIFEST.MF", "Bundle-Version: 1.0.0\n");
        write("org/example/Mine.class", "strength 1");
    }

    private List<String> paths(String folder) throws IOException {
        try (Stream<Path> files = Files.list(content.resolve(folder.equals("/") ? "" : folder))) {
            return files.map(file -> content.relativize(file).toString().replace('\\', '/')
                            + (Files.isDirectory(file) ? "/" : ""))
                    .toList();
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = content.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Origin origin() {
        return Origin.of(context, bundle).orElseThrow();
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void aBuildIsNameVersionAndTheDigestOfWhatSha256sumPrints() throws Exception {
        String lines = sha256("Bundle-Version: 1.0.0\n") + "  META-INF/MANIFEST.MF\n" + sha256("strength 1")
                + "  org/example/Mine.class\n";
        assertEquals("org.example.mine 1.0.0 sha256:" + sha256(lines).substring(0, 12), builds.of(origin()));
    }

    @Test
    void twoBuildsOfOneVersionAreTwo() throws IOException {
        String first = builds.of(origin());
        write("org/example/Mine.class", "strength 2");
        assertEquals(first, builds.of(origin()), "not read again while nothing has changed");
        when(bundle.getLastModified()).thenReturn(2L);
        String second = builds.of(origin());
        assertNotEquals(first, second);
        write("org/example/Mine.class", "strength 1");
        when(bundle.getLastModified()).thenReturn(3L);
        assertEquals(first, builds.of(origin()), "the first one again");
    }

    @Test
    void theContentIsReadOncePerChange() {
        for (int i = 0; i < 10; i++) {
            builds.of(origin());
        }
        verify(bundle, times(1)).getEntry("org/example/Mine.class");
    }

    @Test
    void whatIsReadWhileABundleIsExchangedIsNotKept() throws IOException {
        Origin before = origin();
        when(bundle.getLastModified()).thenReturn(2L);
        String mixed = builds.of(before);
        write("org/example/Mine.class", "strength 2");
        assertNotEquals(mixed, builds.of(before));
    }

    @Test
    void whatIsReadWhileABundleIsStoppedIsNotKeptForItsNextStart() {
        Origin before = origin();
        when(bundle.adapt(BundleStartLevel.class)).thenReturn(null); // stopped for good
        when(bundle.getState()).thenReturn(Bundle.RESOLVED);
        when(bundle.getEntry("org/example/Mine.class")).thenReturn(null);
        assertEquals("org.example.mine 1.0.0 sha256:unreadable", builds.of(before));
        assertTrue(before.isChanged());
        assertFalse(before.isExchanged());
        when(bundle.getState()).thenReturn(Bundle.ACTIVE);
        when(bundle.getEntry("org/example/Mine.class"))
                .thenAnswer(call ->
                        content.resolve("org/example/Mine.class").toUri().toURL());
        String build = builds.of(origin());
        assertTrue(build.matches("org[.]example[.]mine 1[.]0[.]0 sha256:[0-9a-f]{12}"), build);
    }

    @Test
    void aBundleThatCannotBeReadIsStillNamed() {
        when(bundle.getEntry("org/example/Mine.class")).thenReturn(null);
        assertEquals("org.example.mine 1.0.0 sha256:unreadable", builds.of(origin()));
    }

    @Test
    void endlessNamesAreShortened() {
        when(bundle.getSymbolicName()).thenReturn("a".repeat(500) + "z");
        when(bundle.getVersion()).thenReturn(new Version(1, 0, 0, "q".repeat(500)));
        String build = builds.of(origin());
        assertTrue(build.length() < 200, build);
        assertTrue(build.matches("a+[.][.]a+z 1[.]0[.]0[.]q+[.][.]q+ sha256:[0-9a-f]{12}"), build);
    }

    @Test
    void aBundleWithoutASymbolicNameIsNamedByItsLocation() {
        when(bundle.getSymbolicName()).thenReturn(null);
        when(bundle.getLocation()).thenReturn("file:old.jar");
        assertTrue(builds.of(origin()).startsWith("file:old.jar 1.0.0 sha256:"), builds.of(origin()));
    }
}

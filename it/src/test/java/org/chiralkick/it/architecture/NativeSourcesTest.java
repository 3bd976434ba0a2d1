package org.chiralkick.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The C sources form layers, as their README says: no folder and no file uses one that uses it, directly or by others. */
class NativeSourcesTest {
    private static final Path LIBRARY = Path.of("..", "host-adapter", "src", "main", "native");

    /** What each backend defines and the core uses: backend.h stands between them. */
    private static final String PLUG = "ckp_the_backend";

    private final NativeSources sources;

    @TempDir
    Path folder = Path.of("");

    NativeSourcesTest() throws IOException {
        this.sources = new NativeSources(LIBRARY);
    }

    @Test
    void aFolderKnowsTheCoreAtMost() {
        assertEquals(
                Map.of("core", Set.of(), "jvm", Set.of("core"), "stub", Set.of("core"), "mpi", Set.of("core")),
                NativeSources.ofFolders(sources.uses()));
    }

    @Test
    void filesHaveNoCircle() {
        assertTrue(
                sources.uses().getOrDefault("core/handles", Set.of()).contains("core/errors"),
                "includes are understood");
        assertEquals(List.of(), NativeSources.circle(sources.uses()));
    }

    @Test
    void aCircleIsFound() {
        assertEquals(
                List.of("b", "c", "d", "b"),
                NativeSources.circle(
                        Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("e", "d"), "d", Set.of("b"))));
        assertEquals(
                List.of(),
                NativeSources.circle(Map.of("a", Set.of("b", "c"), "b", Set.of("d"), "c", Set.of("d"), "d", Set.of())));
    }

    @Test
    void aFunctionIsDeclaredInTheHeaderOfTheFileThatDefinesIt() {
        Map<String, String> declared = new TreeMap<>(sources.declarations());
        Map<String, String> defined = new TreeMap<>(sources.definitions());
        assertTrue(defined.containsKey("ck_evaluate"), "definitions are understood");
        defined.keySet().removeIf(function -> function.startsWith("ck_")); // their header is chiralkick.h
        assertEquals(declared, defined);
        assertEquals(Set.of(), sources.declaredWithoutHeader());
    }

    @Test
    void theCompilerFindsNoUseThatTheTextDoesNotShow() throws IOException, InterruptedException {
        Path headers = Path.of(System.getProperty("java.home"), "include");
        assumeTrue(isInstalled("gcc") && isInstalled("nm"), "gcc is not installed: symbols are not compared");
        Map<String, String> owner = new HashMap<>();
        Map<String, Set<String>> undefined = new TreeMap<>();
        for (Path file : sources.translationUnits()) {
            String part = sources.part(file);
            if (part.startsWith("mpi/") || (part.startsWith("jvm/") && !Files.exists(headers.resolve("jni.h")))) {
                continue; // mpi.h and jni.h are those of other installations
            }
            for (String line : symbols(file, headers).split("\n", -1)) {
                String[] words = line.strip().split(" +", -1);
                String symbol = words[words.length - 1];
                if (line.contains(" U ")) {
                    undefined.computeIfAbsent(part, key -> new TreeSet<>()).add(symbol);
                } else if (symbol.startsWith("ck")) {
                    owner.put(symbol, part);
                }
            }
        }
        Map<String, Set<String>> found = new TreeMap<>();
        undefined.forEach((part, symbols) -> symbols.stream()
                .filter(symbol -> owner.containsKey(symbol) && !symbol.equals(PLUG))
                .forEach(symbol ->
                        found.computeIfAbsent(part, key -> new TreeSet<>()).add(owner.getOrDefault(symbol, ""))));
        assertTrue(found.getOrDefault("core/core", Set.of()).contains("core/views"), found.toString());
        assertEquals(List.of(), NativeSources.circle(found));
        Map<String, Set<String>> shown = sources.uses();
        List<String> hidden = new ArrayList<>();
        found.forEach((part, used) -> used.stream()
                .filter(other -> !reachable(shown, part).contains(other))
                .forEach(other -> hidden.add(part + " uses " + other)));
        assertEquals(List.of(), hidden);
    }

    private static Set<String> reachable(Map<String, Set<String>> uses, String part) {
        Set<String> reached = new TreeSet<>(uses.getOrDefault(part, Set.of()));
        for (boolean more = true; more; ) {
            Set<String> next = new TreeSet<>();
            reached.forEach(other -> next.addAll(uses.getOrDefault(other, Set.of())));
            more = reached.addAll(next);
        }
        return reached;
    }

    /** Returns what nm says of the compiled file. */
    private String symbols(Path file, Path headers) throws IOException, InterruptedException {
        String object =
                folder.resolve(sources.part(file).replace('/', '-') + ".o").toString();
        run(
                "gcc",
                "-std=gnu11",
                "-D_GNU_SOURCE",
                "-DCKP_VERSION=\"test\"",
                "-I" + LIBRARY.resolve("include"),
                "-I" + sources.root(),
                "-I" + headers,
                "-I" + headers.resolve("linux"),
                "-c",
                file.toString(),
                "-o",
                object);
        return run("nm", "-g", object);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}

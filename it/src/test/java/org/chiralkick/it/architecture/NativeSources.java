package org.chiralkick.it.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The C sources of the native library as text. A part is a {@code .c} file with the header of its name, such as {@code core/views}, or a
 * header alone.
 */
final class NativeSources {
    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\\n])*\"");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^#include \"([^\"]+)\"");
    private static final Pattern SHARED =
            Pattern.compile("(?m)^(?!static|typedef|return)[a-z_][\\w ]*[ *](ckp?_\\w+)\\(([^;{}]*)\\)\\s*([;{])");
    private static final Pattern PUBLIC_CALL = Pattern.compile("\\b(ck_[a-z]\\w*)\\(");

    private final Path root;
    private final Map<Path, String> texts = new TreeMap<>();

    /** Reads the sources below the folder of the native library. */
    NativeSources(Path library) throws IOException {
        this.root = library.resolve("src");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.[ch]"))
                    .sorted()
                    .toList()) {
                texts.put(file, Files.readString(file));
            }
        }
    }

    Path root() {
        return root;
    }

    /** Returns the files that are compiled, each by itself. */
    List<Path> translationUnits() {
        return texts.keySet().stream()
                .filter(file -> file.toString().endsWith(".c"))
                .toList();
    }

    /** Returns the part that a file belongs to. */
    String part(Path file) {
        return root.relativize(file).toString().replace('\\', '/').replaceAll("\\.[ch]$", "");
    }

    /** Returns for each part which others its files include, and whose public functions they call. */
    Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        Map<String, String> definitions = definitions();
        texts.forEach((file, text) -> {
            Set<String> used = uses.computeIfAbsent(part(file), part -> new TreeSet<>());
            INCLUDE.matcher(text)
                    .results()
                    .map(found -> included(file, found.group(1)))
                    .forEach(used::addAll);
            PUBLIC_CALL
                    .matcher(code(text))
                    .results()
                    .map(call -> definitions.get(call.group(1)))
                    .filter(part -> part != null)
                    .forEach(used::add);
            used.remove(part(file));
        });
        return uses;
    }

    /** Returns the part that an include of a file means; none for the public header, which belongs to no part. */
    private Set<String> included(Path file, String name) {
        if (name.equals("chiralkick.h")) {
            return Set.of();
        }
        Path besides = file.resolveSibling(name);
        Path found = texts.containsKey(besides) ? besides : root.resolve(name);
        if (!texts.containsKey(found)) {
            throw new IllegalStateException(file + " includes " + name + ", which is not among the sources");
        }
        return Set.of(part(found));
    }

    /** Returns for each function that other files can call which part defines it. */
    Map<String, String> definitions() {
        return shared(".c", "{");
    }

    /** Returns for each function that a header declares which part's header that is. */
    Map<String, String> declarations() {
        return shared(".h", ";");
    }

    /** Returns functions that a {@code .c} file declares and does not define: those that have no header. */
    Set<String> declaredWithoutHeader() {
        return shared(".c", ";").keySet();
    }

    private Map<String, String> shared(String suffix, String end) {
        Map<String, String> parts = new HashMap<>();
        texts.forEach((file, text) -> {
            Matcher function = SHARED.matcher(code(text));
            while (function.find()) {
                if (file.toString().endsWith(suffix) && end.equals(function.group(3))) {
                    parts.put(function.group(1), part(file));
                }
            }
        });
        return parts;
    }

    /** Returns the text without comments and without the letters of its strings. */
    private static String code(String text) {
        return COMMENT_OR_TEXT.matcher(text).replaceAll(found -> found.group().startsWith("\"") ? "\"\"" : " ");
    }

    /** Returns the same uses from folder to folder. */
    static Map<String, Set<String>> ofFolders(Map<String, Set<String>> uses) {
        Map<String, Set<String>> folders = new TreeMap<>();
        uses.forEach((part, used) -> folders.computeIfAbsent(folder(part), name -> new TreeSet<>())
                .addAll(used.stream()
                        .map(NativeSources::folder)
                        .filter(name -> !name.equals(folder(part)))
                        .collect(Collectors.toSet())));
        return folders;
    }

    private static String folder(String part) {
        return part.substring(0, part.indexOf('/'));
    }

    /** Returns the parts of which each uses the next and the last the first, such as {@code [a, b, a]}; empty where there is no circle. */
    static List<String> circle(Map<String, Set<String>> uses) {
        Set<String> clear = new TreeSet<>();
        for (String part : new TreeSet<>(uses.keySet())) {
            List<String> found = circle(uses, List.of(part), clear);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<String> circle(Map<String, Set<String>> uses, List<String> path, Set<String> clear) {
        String last = path.get(path.size() - 1);
        if (clear.contains(last)) {
            return List.of();
        }
        for (String next : new TreeSet<>(uses.getOrDefault(last, Set.of()))) {
            List<String> longer = Stream.concat(path.stream(), Stream.of(next)).toList();
            if (path.contains(next)) {
                return longer.subList(path.indexOf(next), longer.size());
            }
            List<String> found = circle(uses, longer, clear);
            if (!found.isEmpty()) {
                return found;
            }
        }
        clear.add(last);
        return List.of();
    }
}

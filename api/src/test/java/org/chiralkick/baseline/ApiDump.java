package org.chiralkick.baseline;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Domain;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The exported API of a bundle as bnd sees it: the version of each package and the tree of what a caller or implementer can rely on.
 * As text: a line {@code version PACKAGE NUMBER} per package, then a line per element, indented by its depth, with its kind, what
 * adding it would mean, what removing it would mean, and its name.
 */
public record ApiDump(Map<String, Version> versions, Tree api) {
    /** What every class or enum has from the JDK is no API of ours, and changes with the JDK. */
    private static final Set<String> INHERITED = Stream.of(Object.class, Enum.class, Comparable.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .map(ApiDump::signature)
            .collect(Collectors.toUnmodifiableSet());

    /** Returns the API of a folder of classes with a manifest, such as {@code target/classes}. */
    public static ApiDump ofClasses(File classes) throws Exception {
        try (Jar jar = new Jar("api", classes)) {
            Map<String, Version> versions = new LinkedHashMap<>();
            Domain.domain(jar.getManifest())
                    .getExportPackage()
                    .forEach((name, attributes) -> versions.put(name, Version.parseVersion(attributes.getVersion())));
            Tree.Data api = new DiffPluginImpl().tree(jar).get("<api>").serialize();
            return new ApiDump(versions, new DiffPluginImpl().deserialize(ours(api)));
        }
    }

    /** Returns the API that was written to text. */
    static ApiDump read(List<String> lines) throws Exception {
        Map<String, Version> versions = new LinkedHashMap<>();
        List<Tree.Data> path = new ArrayList<>();
        Map<Tree.Data, List<Tree.Data>> children = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith("version ")) {
                String[] words = line.split(" ", -1);
                versions.put(words[1], Version.parseVersion(words[2]));
            } else if (!line.startsWith("#")) {
                String text = line.stripLeading();
                int depth = line.length() - text.length();
                String[] words = text.split(" ", 4);
                Tree.Data element = new Tree.Data();
                element.type = Type.valueOf(words[0]);
                element.add = Delta.valueOf(words[1]);
                element.rem = Delta.valueOf(words[2]);
                element.name = words[3];
                children.put(element, new ArrayList<>());
                path.subList(depth, path.size()).clear();
                if (depth > 0) {
                    Objects.requireNonNull(children.get(path.get(depth - 1))).add(element);
                }
                path.add(element);
            }
        }
        children.forEach((element, list) -> element.children = list.toArray(new Tree.Data[0]));
        return new ApiDump(versions, new DiffPluginImpl().deserialize(path.get(0)));
    }

    /** Returns the API that was written to a file. */
    public static ApiDump read(Path file) throws Exception {
        return read(Files.readAllLines(file));
    }

    /** Writes the API to a text file, a comment first. */
    public void write(Path file, String comment) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + comment);
        versions.forEach((name, version) -> lines.add("version " + name + " " + version));
        append(api.serialize(), 0, lines);
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static void append(Tree.Data element, int depth, List<String> lines) {
        lines.add(" ".repeat(depth) + element.type + " " + element.add + " " + element.rem + " " + element.name);
        for (Tree.Data child : element.children) {
            append(child, depth + 1, lines);
        }
    }

    private static Tree.Data ours(Tree.Data element) {
        Tree.Data[] children = element.children == null ? new Tree.Data[0] : element.children;
        element.children = Arrays.stream(children)
                .filter(child -> !(child.type == Type.METHOD && INHERITED.contains(child.name)))
                .filter(child -> !(child.type == Type.ANNOTATED && child.name.startsWith("jdk.")))
                .filter(child -> !(child.type == Type.IMPLEMENTS && child.name.startsWith("java.lang.constant.")))
                .filter(child -> child.type != Type.CLASS_VERSION)
                .map(ApiDump::ours)
                .toArray(Tree.Data[]::new);
        return element;
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /** Returns the names of all packages of either dump. */
    static Set<String> packages(ApiDump one, ApiDump other) {
        Set<String> names = new TreeSet<>(one.versions.keySet());
        names.addAll(other.versions.keySet());
        return names;
    }
}

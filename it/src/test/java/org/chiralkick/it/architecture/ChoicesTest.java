package org.chiralkick.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;
import org.junit.jupiter.api.Test;

/**
 * Nobody but the chiral mechanism knows what one can choose of it: its names stand in no program and no resource of another module.
 * Documents may name them; they are no program.
 */
class ChoicesTest {
    private static final Set<String> PROGRAM = Set.of(
            "java",
            "js",
            "html",
            "css",
            "json",
            "xml",
            "properties",
            "csv",
            "py",
            "c",
            "h",
            "hpp",
            "cpp",
            "cc",
            "f90",
            "F90",
            "sh",
            "txt",
            "");

    /** Made by name: its annotations, which only OSGi's tools read, are not on the tests' class path. */
    private static Declarations declared() throws ReflectiveOperationException {
        Object source = Class.forName("org.chiralkick.chiral.ChiralSource")
                .getConstructor(Map.class)
                .newInstance(Map.of());
        return ((NeutrinoSource) source).describe().declared();
    }

    private static Set<String> names(Declarations declared) {
        Set<String> names = new TreeSet<>();
        declared.closures().stream().map(Closure::names).forEach(names::addAll);
        declared.parameters().stream().map(Parameter::name).forEach(names::add);
        declared.presets().stream().map(Preset::name).forEach(names::add);
        return names;
    }

    /**
     * A name with a hyphen is no word of English: it is meant wherever it stands alone. Another, such as {@code given}, is meant where
     * it is quoted or set equal to something.
     */
    private static Pattern pattern(Set<String> names) {
        String hyphenated = alternatives(names.stream().filter(name -> name.contains("-")));
        String words = alternatives(names.stream().filter(name -> !name.contains("-")));
        return Pattern.compile("(?<![\\w-])" + hyphenated + "(?![\\w-])|([\\\\]?[\"'])" + words + "\\1|(?<=\\w=)"
                + words + "(?![\\w-])");
    }

    private static String alternatives(Stream<String> names) {
        return names.map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Path checkout() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    private static Stream<Path> programs() throws IOException {
        Path root = checkout();
        List<Path> mains = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(root, 4)) {
            folders.filter(path -> path.endsWith("src/main") && !path.startsWith(root.resolve("chiral-module")))
                    .forEach(mains::add);
        }
        assertTrue(mains.size() > 6, mains.toString());
        return mains.stream().flatMap(ChoicesTest::files).filter(ChoicesTest::isProgram);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProgram(Path file) {
        String name = String.valueOf(file.getFileName());
        // Tests of the native sources stand among them.
        return !file.toString().contains("/tests/")
                && (PROGRAM.contains(name.substring(name.lastIndexOf('.') + 1)) || !name.contains("."));
    }

    private static List<String> found(Pattern names, String where, String text) {
        List<String> found = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher name = names.matcher(line);
            if (name.find()) {
                found.add(where + ":" + number + ": " + name.group() + " in " + line.strip());
            }
        }
        return found;
    }

    @Test
    void noOtherModuleNamesAChoiceOfTheChiralMechanism() throws IOException, ReflectiveOperationException {
        Pattern names = pattern(names(declared()));
        List<String> found = new ArrayList<>();
        try (Stream<Path> programs = programs()) {
            for (Path program : programs.toList()) {
                found.addAll(found(
                        names,
                        checkout().relativize(program).toString(),
                        Files.readString(program, StandardCharsets.ISO_8859_1)));
            }
        }
        assertEquals("", String.join("\n", found));
    }

    @Test
    void aNameThatStandsThereIsFoundAndAWordOfEnglishIsNot() throws ReflectiveOperationException {
        Set<String> all = names(declared());
        assertTrue(
                all.containsAll(Set.of("given", "all-left-handed", "kubs-2016", "neutrino-temperature-mev")),
                all::toString);
        Pattern names = pattern(all);
        for (String name : all) {
            assertEquals(
                    1,
                    found(names, "", "withClosure(\"kind\", \"" + name + "\")").size(),
                    name);
            assertEquals(
                    1, found(names, "", "\\\"kind\\\": \\\"" + name + "\\\"").size(), name);
            assertEquals(
                    1, found(names, "", "run --closure kind=" + name + " more").size(), name);
        }
        assertEquals(1, found(names, "", " * as in the preset kubs-2016").size());
        for (String prose : List.of(
                "as given by the host",
                "the thermal energy of a single star",
                "matter in equilibrium",
                "id profile-energy-current of a chart",
                "WeylGas.susceptibility(mu)")) {
            assertEquals(List.of(), found(names, "", prose));
        }
    }
}

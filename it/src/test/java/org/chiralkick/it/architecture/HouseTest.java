package org.chiralkick.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every module of the repository, whether the tests here use it or not: its packages and its folders. */
class HouseTest {
    /** The most Java files that a reader is shown at once. */
    private static final int MOST_FILES = 25;

    /** Folders that have more and, each with its reason, may; a folder that needs it no longer has to leave this list. */
    private static final Map<String, String> LARGER =
            Map.of("bundles/contract-kit/src/main/java/org/chiralkick/contract", "a class per rule of the SPI");

    /** Tests outside of the adapter that have to look inside it, by full name. */
    private static final Set<String> LOOK_INSIDE_THE_ADAPTER = Set.of();

    private static final String ADAPTER = "org.chiralkick.host..";
    private static final String INSIDE = "org.chiralkick.host.internal..";
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static JavaClasses production;

    @BeforeAll
    static void importEveryModule() throws IOException {
        production = new ClassFileImporter().importPaths(classesOfModules());
    }

    @Test
    void everyModuleIsLookedAt() {
        for (String name : List.of(
                "org.chiralkick.source.NeutrinoSource",
                "org.chiralkick.host.Coupling",
                "org.chiralkick.host.internal.block.BlockEvaluator",
                "org.chiralkick.contract.ContractKit")) {
            assertTrue(production.contain(name), name);
        }
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching("org.chiralkick.(**)").should().beFreeOfCycles().check(production);
    }

    @Test
    void nobodyButTheAdapterKnowsItsInside() throws IOException {
        noClasses()
                .that()
                .resideOutsideOfPackage(ADAPTER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INSIDE)
                .check(production);
        noClasses()
                .that(describe("are tests without a reason to", type -> !LOOK_INSIDE_THE_ADAPTER.contains(outer(type))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INSIDE)
                .check(new ClassFileImporter().importPath(Path.of("target", "test-classes")));
    }

    @Test
    void theAdapterKnowsNoOtherModuleThanTheApi() {
        DescribedPredicate<JavaClass> others = describe(
                "are of another module",
                type -> type.getPackageName().startsWith("org.chiralkick.")
                        && !JavaClass.Predicates.resideInAnyPackage(
                                        ADAPTER, "org.chiralkick.source..", "org.chiralkick.matter..")
                                .test(type));
        noClasses()
                .that()
                .resideInAPackage(ADAPTER)
                .should()
                .dependOnClassesThat(others)
                .check(production);
    }

    @Test
    void theInsideOfTheAdapterKnowsItsValuesButNotItsInterface() {
        noClasses()
                .that()
                .resideInAPackage(INSIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.chiralkick.host", "org.chiralkick.host.felix..", "org.chiralkick.host.jni..")
                .check(production);
    }

    @Test
    void theValuesOfTheAdapterKnowNobody() {
        classes()
                .that()
                .resideInAPackage("org.chiralkick.host.value")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.chiralkick.host.value", "java..", "org.jspecify..", "org.osgi.annotation..")
                .check(production);
    }

    @Test
    void theJsonReaderOfTheAdapterKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("org.chiralkick.host.json")
                .should()
                .dependOnClassesThat(describe(
                        "are others of this repository",
                        type -> type.getPackageName().startsWith("org.chiralkick.")
                                && !type.getPackageName().equals("org.chiralkick.host.json")))
                .check(production);
    }

    @Test
    void noFolderHasMoreFilesThanAReaderCanOversee() throws IOException {
        Map<String, Integer> large = new TreeMap<>();
        folders().forEach((folder, files) -> {
            if (files > MOST_FILES) {
                large.put(folder, files);
            }
        });
        assertEquals(
                new TreeSet<>(LARGER.keySet()),
                large.keySet(),
                () -> "folders with more than " + MOST_FILES + " files, expected those that may: " + large);
    }

    /** Returns the Java files of each folder of main sources, by its path in the repository. */
    private static Map<String, Integer> folders() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Path module : modules()) {
            Path main = module.resolve("src").resolve("main");
            if (Files.isDirectory(main)) {
                try (var files = Files.walk(main)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(file ->
                                    ROOT.relativize(file.getParent()).toString().replace('\\', '/'))
                            .forEach(folder -> counts.merge(folder, 1, Integer::sum));
                }
            }
        }
        return counts;
    }

    private static List<Path> classesOfModules() throws IOException {
        return modules().stream()
                .map(module -> module.resolve("target").resolve("classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** Returns the folders with a pom of their own: what an older build left behind has none. */
    private static List<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                if (name.equals("src") || name.equals("target") || (name.startsWith(".") && !folder.equals(ROOT))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (Files.exists(folder.resolve("pom.xml"))) {
                    modules.add(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return modules;
    }

    private static String outer(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }
}

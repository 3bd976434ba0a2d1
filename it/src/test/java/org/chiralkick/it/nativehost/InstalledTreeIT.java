package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host author's build finds in the distribution, and below the prefix of a plain CMake build: the same, wherever it lies. */
class InstalledTreeIT {
    private static final String HOST_PROJECT = """
            cmake_minimum_required(VERSION 3.18)
            project(host LANGUAGES C CXX Fortran)
            find_package(chiralkick 1.0 CONFIG REQUIRED)
            find_package(Threads REQUIRED)
            add_executable(host_c ${HOSTS}/host.c)
            add_executable(host_cpp ${HOSTS}/host.cpp)
            add_executable(host_f ${HOSTS}/host.f90 ${CHIRALKICK_FORTRAN_SOURCE})
            foreach(host host_c host_cpp host_f)
              target_link_libraries(${host} PRIVATE chiralkick::chiralkick_stub Threads::Threads)
            endforeach()
            add_executable(real ${HOSTS}/host.c)
            target_link_libraries(real PRIVATE chiralkick::chiralkick)
            if(NOT TARGET chiralkick::chiralkick_mpi)
              message(FATAL_ERROR "no target for ck_reduce")
            endif()
            find_package(chiralkick 2.0 CONFIG QUIET)
            if(chiralkick_FOUND)
              message(FATAL_ERROR "version 1 passed for version 2")
            endif()
            """;
    private static final String HOSTS_OUTPUT = """
            momentum [08]0{15} g cm/s along x
            momentum [08]0{15} g cm/s along y
            momentum [08]0{15} g cm/s along z
            escaped 0{16} neutrinos
            escaped 0{16} erg
            flux 0{16} neutrinos/\\(cm\\^2 s\\) along x in the last zone
            fluxes 0{16}
            steps 2
            """;

    @TempDir
    Path folder = Path.of("");

    /** Returns the tree at a place of its own, with a blank in its name: nothing may point to where it was made. */
    private Path moved(Workshop workshop, String from) throws IOException, InterruptedException {
        Path tree = folder.resolve("moved tree");
        if (from.equals("distribution")) {
            succeeds(workshop, "cp", "-a", Workshop.installed().toString(), tree.toString());
        } else {
            succeeds(workshop, "cmake", "-S", Workshop.sources("").toString(), "-B", "build", "-DBUILD_TESTING=OFF");
            succeeds(workshop, "cmake", "--build", "build", "--parallel", "2");
            succeeds(
                    workshop,
                    "cmake",
                    "--install",
                    "build",
                    "--prefix",
                    folder.resolve("prefix").toString());
            succeeds(workshop, "mv", "prefix", tree.toString());
        }
        return tree;
    }

    private static Outcome succeeds(Workshop workshop, String... command) throws IOException, InterruptedException {
        Outcome outcome = workshop.run(List.of(command), Map.of());
        assertEquals(0, outcome.exit(), String.join(" ", command) + "\n" + outcome.out() + outcome.err());
        return outcome;
    }

    @ParameterizedTest
    @ValueSource(strings = {"distribution", "cmake --install"})
    void cmakeFindsThePackage(String from) throws IOException, InterruptedException {
        Workshop.needs("cmake", "gcc", "g++", "gfortran", "mpicc");
        Workshop workshop = new Workshop(folder);
        Path tree = moved(workshop, from);
        Path project = Files.createDirectory(folder.resolve("host"));
        Files.writeString(project.resolve("CMakeLists.txt"), HOST_PROJECT);
        succeeds(
                workshop,
                "cmake",
                "-S",
                project.toString(),
                "-B",
                "hosts",
                "-DCMAKE_PREFIX_PATH=" + tree,
                "-DHOSTS=" + tree.resolve("examples"));
        succeeds(workshop, "cmake", "--build", "hosts");
        for (String host : List.of("host_c", "host_cpp", "host_f")) {
            String out = succeeds(
                            workshop, folder.resolve("hosts").resolve(host).toString(), "--bits")
                    .out();
            assertTrue(out.matches(HOSTS_OUTPUT), host + " prints " + out);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"distribution", "cmake --install"})
    void pkgConfigFindsTheModulesAndNoAbsolutePathIsInThem(String from) throws IOException, InterruptedException {
        Workshop.needs("pkg-config", "cmake", "gcc", "mpicc");
        Workshop workshop = new Workshop(folder);
        Path tree = moved(workshop, from);
        Map<String, String> path =
                Map.of("PKG_CONFIG_PATH", tree.resolve("pkgconfig").toString());
        for (String module : List.of("chiralkick", "chiralkick_stub", "chiralkick_mpi")) {
            String text = Files.readString(tree.resolve("pkgconfig").resolve(module + ".pc"));
            assertFalse(text.matches("(?s).*[=LI\\s]/[a-z].*"), "an absolute path in " + text);
            Outcome flags = workshop.run(List.of("pkg-config", "--cflags", "--libs", module), path);
            String blank = tree.toString().replace(" ", "\\ ") + "/pkgconfig/..";
            assertEquals(
                    "-I" + blank + "/include -L" + blank + "/lib -l" + module,
                    flags.out().strip(),
                    flags.err());
        }
        Outcome version = workshop.run(List.of("pkg-config", "--modversion", "chiralkick"), path);
        assertEquals("1.0.0\n", version.out(), version.err());
        // As a host's makefile uses it: the shell splits what pkg-config says.
        Outcome compiled = workshop.run(
                List.of(
                        "sh",
                        "-c",
                        "eval gcc -std=gnu11 $(printf \"'%s' \" \"$1\") $(pkg-config --cflags --libs chiralkick_stub) -o host",
                        "sh",
                        tree.resolve("examples/host.c").toString()),
                path);
        assertEquals(0, compiled.exit(), compiled.err());
        Outcome ran = workshop.run(
                List.of(folder.resolve("host").toString(), "--bits"),
                Map.of("LD_LIBRARY_PATH", tree.resolve("lib").toString()));
        assertTrue(ran.out().matches(HOSTS_OUTPUT), ran.out() + ran.err());
    }

    @Test
    void theLibrariesHaveTheirSonameAndExportTheInterfaceAlone() throws IOException, InterruptedException {
        Workshop.needs("readelf", "nm", "mpicc");
        Workshop workshop = new Workshop(folder);
        String header = Files.readString(Workshop.installed().resolve("include/chiralkick.h"));
        List<String> declared = declaredFunctions(header);
        assertTrue(declared.size() > 20, declared.toString());
        for (String name : List.of("chiralkick", "chiralkick_stub", "chiralkick_mpi")) {
            Path library = Workshop.lib().resolve("lib" + name + ".so");
            assertEquals(
                    "lib" + name + ".so.1.0.0",
                    library.toRealPath().getFileName().toString());
            String dynamic =
                    succeeds(workshop, "readelf", "-d", library.toString()).out();
            assertTrue(dynamic.contains("Library soname: [lib" + name + ".so.1]"), dynamic);
            assertFalse(dynamic.contains("RPATH") || dynamic.contains("RUNPATH"), dynamic);
            assertFalse(dynamic.contains("libjvm"), "a host links without Java: " + dynamic);
            List<String> exported = succeeds(workshop, "nm", "-D", "--defined-only", library.toString())
                    .out()
                    .lines()
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .sorted()
                    .toList();
            boolean mpi = name.equals("chiralkick_mpi");
            assertEquals(
                    declared.stream()
                            .filter(function ->
                                    List.of("ck_commit_all", "ck_reduce").contains(function) == mpi)
                            .toList(),
                    exported);
        }
    }

    private static List<String> declaredFunctions(String header) {
        List<String> names = new ArrayList<>();
        try (Stream<String> lines = header.lines()) {
            lines.filter(line -> line.matches("(int|const char \\*) ?ck_\\w+\\(.*"))
                    .map(line -> line.replaceAll("^.*?(ck_\\w+)\\(.*$", "$1"))
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }
}

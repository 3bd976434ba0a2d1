package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native build on machines that lack tools: it succeeds and names what is left out. */
class LeftOutIT {
    private static final List<String> SHELL =
            List.of("sh", "cp", "mkdir", "rm", "sed", "dirname", "readlink", "find", "head", "ln", "grep");
    private static final List<String> COMPILER = List.of("gcc", "as", "ld");

    @TempDir
    Path folder = Path.of("");

    /** Returns what build.sh leaves with these programs alone on the PATH; the call is the one of the Maven build. */
    private Outcome build(List<String> programs, String javaHome) throws IOException, InterruptedException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String program : programs) {
            Path script = Files.writeString(
                    bin.resolve(program), "#!/bin/sh\nexec " + Workshop.program(program) + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return new Workshop(folder)
                .run(
                        List.of(
                                bin.resolve("sh").toString(),
                                Workshop.sources("build.sh").toString(),
                                folder.resolve("native").toString(),
                                "1.0.0-SNAPSHOT"),
                        Map.of("PATH", bin.toString(), "JAVA_HOME", javaHome));
    }

    private boolean made(String file) {
        return Files.exists(folder.resolve("native").resolve(file));
    }

    @Test
    void withoutACompilerTheSourcesAreLaidOut() throws IOException, InterruptedException {
        Outcome built = build(SHELL, "");
        assertEquals(0, built.exit(), built.err());
        assertEquals(
                "[native] LEFT OUT: libchiralkick and libchiralkick_stub: no C compiler (gcc); install gcc or set CC\n",
                built.out());
        assertFalse(made("lib"));
        for (String file : List.of(
                "include/chiralkick.h",
                "fortran/chiralkick.f90",
                "python/chiralkick/__init__.py",
                "cmake/chiralkickConfig.cmake",
                "pkgconfig/chiralkick.pc",
                "examples/host.c")) {
            assertTrue(made(file), file);
        }
    }

    @Test
    void withoutMpiAndAJdkTheStubIsBuilt() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        List<String> programs = new ArrayList<>(SHELL);
        programs.addAll(COMPILER);
        Outcome built = build(programs, "");
        assertEquals(0, built.exit(), built.err());
        assertEquals("""
                [native] built libchiralkick_stub.so.1.0.0
                [native] LEFT OUT: libchiralkick: no jni.h; set JAVA_HOME to a JDK
                [native] LEFT OUT: libchiralkick_mpi (ck_reduce): no mpicc; install an MPI such as libopenmpi-dev
                """, built.out());
        assertTrue(made("lib/libchiralkick_stub.so")
                && !made("lib/libchiralkick.so")
                && !made("lib/libchiralkick_mpi.so"));
    }

    @Test
    void withoutMpiTheRealLibraryIsBuilt() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        List<String> programs = new ArrayList<>(SHELL);
        programs.addAll(COMPILER);
        Outcome built = build(programs, System.getProperty("java.home"));
        assertEquals(0, built.exit(), built.err());
        assertTrue(built.out().contains("[native] built libchiralkick.so.1.0.0\n"), built.out());
        assertTrue(built.out().contains("LEFT OUT: libchiralkick_mpi (ck_reduce): no mpicc"), built.out());
        assertTrue(made("lib/libchiralkick.so") && !made("lib/libchiralkick_mpi.so"));
    }

    @Test
    void theMavenBuildRunsTheSameScriptAndGoesOnWithoutAShell() throws IOException {
        Path checkout = Workshop.sources("../../../..").normalize();
        String pom = Files.readString(checkout.resolve("host-adapter/pom.xml"));
        String step = pom.replaceAll("(?s).*(<exec executable=\"sh\".*?</exec>).*", "$1");
        assertTrue(
                step.startsWith("<exec executable=\"sh\" failonerror=\"true\" failifexecutionfails=\"false\">"), step);
        assertTrue(step.contains("${project.basedir}/src/main/native/build.sh"), step);
        String packing = Files.readString(checkout.resolve("bundles/distribution/pom.xml"));
        assertFalse(packing.contains("build.sh"), "the distribution packs and builds nothing: " + packing);
        // It runs its own launcher, and goes on without a shell, too.
        assertEquals(
                packing.split("<exec ", -1).length,
                packing.split("failifexecutionfails=\"false\"", -1).length,
                packing);
    }
}

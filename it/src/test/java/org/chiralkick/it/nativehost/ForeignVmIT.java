package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.it.felix.FelixExtension;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Which Java VM a native host gets: the one that its process has, else the one that a setting or JAVA_HOME names. */
@ExtendWith(FelixExtension.class)
class ForeignVmIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder = Path.of("");

    private static List<String> jniHeaders() {
        Path include = JAVA.resolve("include");
        assertTrue(Files.exists(include.resolve("jni.h")), "the tests run on a JDK, which has " + include + "/jni.h");
        return List.of("-I" + include, "-I" + include.resolve("linux"));
    }

    @Test
    void aHostInCWithAVmOfItsOwnSharesIt() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        Path host = workshop.test("foreign_vm", "chiralkick", jniHeaders().toArray(String[]::new));
        Path libjvm = JAVA.resolve("lib/server/libjvm.so");
        // JAVA_HOME leads nowhere: only the VM that is there can serve.
        workshop.says("ok\n", Map.of("JAVA_HOME", "/nowhere"), host.toString(), libjvm.toString());
        // Its class loader takes URLs, in which these characters have a meaning of their own.
        Path tree = Installations.copy(folder.resolve("a tree #1 at 100%"));
        workshop.says("ok\n", Map.of("CHIRALKICK_HOME", tree.toString()), host.toString(), libjvm.toString());
    }

    @Test
    void aJavaProgramWithNativePhysicsSharesItsVm(FelixRuntime felix) throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        List<String> sources = new ArrayList<>(List.of("-std=gnu11", "-shared", "-fPIC", "-Dmain=host_main"));
        sources.addAll(jniHeaders());
        sources.add(Workshop.sources("tests").resolve("shim.c").toString());
        sources.add(Workshop.installed().resolve("examples/host.c").toString());
        Path shim = workshop.compile("gcc", "libshim.so", sources, "chiralkick");
        List<String> command = new ArrayList<>(List.of(JAVA.resolve("bin/java").toString()));
        if (Runtime.version().feature() >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.add(Workshop.sources("tests").resolve("ForeignHost.java").toString());
        command.add(shim.toString());
        Outcome outcome = workshop.run(command, Map.of());
        String once = new JavaHost().bits(felix, CouplingConfig.defaults());
        assertEquals(once + once + "java goes on\n", outcome.out(), outcome.err());
        assertEquals("", outcome.err());
        assertEquals(0, outcome.exit());
    }

    @Test
    void aSettingComesBeforeJavaHome() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        String guest = workshop.test("guest", "chiralkick").toString();
        for (String setting :
                List.of(JAVA.toString(), JAVA.resolve("lib/server/libjvm.so").toString())) {
            Outcome outcome = workshop.run(
                    List.of(guest, "says-which-java"), Map.of("CHIRALKICK_JVM", setting, "JAVA_HOME", "/nowhere"));
            assertEquals("ok\n", outcome.out(), outcome.err());
            String started = "started Java " + Runtime.version().feature() + " from " + JAVA;
            assertTrue(outcome.err().contains(started), outcome.err());
        }
    }
}

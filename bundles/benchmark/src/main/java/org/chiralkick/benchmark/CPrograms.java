package org.chiralkick.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The C programs of {@code src/main/c}: compiles them with gcc, runs them, reads the lines "name value unit" that they print. */
final class CPrograms {
    private static final Path SOURCES = Path.of("src/main/c");

    private final Path folder;
    private final Path reference;
    private final Path groups;

    /** Compiles the references into a folder. */
    CPrograms(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder).toAbsolutePath();
        this.reference = alone("reference");
        this.groups = alone("groups");
    }

    /** Compiles a program that knows nothing of the library. */
    private Path alone(String name) throws IOException, InterruptedException {
        Path program = folder.resolve(name);
        run(List.of(
                "gcc",
                "-O3",
                "-march=native",
                "-ffast-math",
                "-pthread",
                "-o",
                program.toString(),
                SOURCES.resolve(name + ".c").toString(),
                "-lm"));
        return program;
    }

    /** Lets the reference add its fluxes to a file of columns. */
    void addFluxes(Path columns, int zones) throws IOException, InterruptedException {
        run(List.of(reference.toString(), "check", columns.toString(), Integer.toString(zones)));
    }

    /** Lets the reference add its fluxes in energy groups to a file of columns. */
    void addGroupFluxes(Path columns, int zones) throws IOException, InterruptedException {
        run(List.of(groups.toString(), "check", columns.toString(), Integer.toString(zones), "1"));
    }

    Path folder() {
        return folder;
    }

    /** Returns every quantity that the programs print. */
    Quantities measure() throws IOException, InterruptedException {
        Map<String, Double> quantities = new LinkedHashMap<>();
        read(run(List.of(reference.toString(), "time")), quantities);
        read(run(List.of(groups.toString(), "time")), quantities);
        Path nativeHome = Home.folder().resolve("native");
        if (!Files.exists(nativeHome.resolve("lib/libchiralkick.so"))) {
            System.out.println("libchiralkick was left out of the build: nothing is measured through C");
            return new Quantities(quantities);
        }
        read(run(List.of(coupled("host", nativeHome))), quantities);
        read(run(List.of(coupled("startup", nativeHome))), quantities);
        if (isInstalled("mpicc")
                && isInstalled("mpirun")
                && run(List.of("mpirun", "--version")).contains("Open MPI")) {
            String ranks = compiled("mpicc", "ranks", nativeHome);
            for (String count : List.of("1", "2")) {
                read(run(List.of("mpirun", "--bind-to", "none", "--oversubscribe", "-np", count, ranks)), quantities);
            }
        } else {
            System.out.println("mpicc or mpirun of Open MPI is not installed: MPI ranks are not measured");
        }
        return new Quantities(quantities);
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    private String coupled(String name, Path nativeHome) throws IOException, InterruptedException {
        return compiled("gcc", name, nativeHome);
    }

    /** Compiles a program that calls the library. */
    private String compiled(String compiler, String name, Path nativeHome) throws IOException, InterruptedException {
        String program = folder.resolve(name).toString();
        run(List.of(
                compiler,
                "-O3",
                "-march=native",
                "-I" + nativeHome.resolve("include"),
                "-o",
                program,
                SOURCES.resolve(name + ".c").toString(),
                "-L" + nativeHome.resolve("lib"),
                "-Wl,-rpath," + nativeHome.resolve("lib"),
                "-lchiralkick",
                "-lm"));
        return program;
    }

    private static void read(String output, Map<String, Double> quantities) {
        for (String line : output.split("\n", -1)) {
            String[] words = line.split(" ", -1);
            if (words.length == 3) {
                quantities.put(words[0], Double.parseDouble(words[1]));
            }
        }
    }

    /** Describes the machine in a line. */
    String machine() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String name = !Files.exists(cpu)
                ? System.getProperty("os.arch")
                : Files.readAllLines(cpu).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse("unknown processor");
        return String.format(
                Locale.ROOT,
                "%s, %d cores, Java %s",
                name,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Open MPI asks for these where it runs as root, as in a container.
        builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT", "1");
        builder.environment().put("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
        // The vector loops take over early, so that the warm-up need not be long.
        builder.environment().put("CHIRALKICK_JVM_OPTIONS", "-Dchiralkick.vector.after=10000000");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed with exit code " + process.exitValue());
        }
        return output;
    }
}

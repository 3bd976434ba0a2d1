package org.chiralkick.it.guide;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.cli.Main;
import org.chiralkick.cli.shell.Terminal;
import org.jspecify.annotations.Nullable;

/** The program of a distribution in one process, in which command after command runs: started once, it is fast. */
final class CommandLine implements AutoCloseable {
    private static final String PROGRAM = "bin/chiralkick";
    /** What a shell would do something with. */
    private static final Pattern NEEDS_SHELL = Pattern.compile("[|<>$&;*?`\\\\~]");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final long TIMEOUT_S = 300;

    private final Process process;
    private final Path complaints;
    private final BufferedReader answers;
    private final PrintStream commands;

    /**
     * Starts the process on a distribution, which is its working folder too. Its classes are found where the links of that folder lead: the
     * links are made anew for each page, while the process may be starting.
     */
    CommandLine(Path home) throws IOException {
        complaints = home.resolveSibling("command-line.err");
        Path classes;
        try {
            classes = Path.of(CommandLine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Dchiralkick.home=" + home,
                        "-cp",
                        home.resolve("lib").toRealPath() + "/*:" + classes,
                        CommandLine.class.getName())
                .directory(home.toFile())
                .redirectError(complaints.toFile())
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Returns the arguments if a line is a command of the program and nothing but that. */
    static Optional<List<String>> arguments(String line) {
        String command = line.replaceFirst("\\s+# .*$", "").strip();
        if (!command.startsWith(PROGRAM) || NEEDS_SHELL.matcher(command).find()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return Optional.of(words.subList(1, words.size()));
    }

    /** Returns what a command left. */
    Outcome run(List<String> arguments) throws IOException, InterruptedException {
        commands.println(String.join("\t", arguments));
        FutureTask<@Nullable String> answer = new FutureTask<>(answers::readLine);
        Thread reader = new Thread(answer, "answer");
        reader.setDaemon(true);
        reader.start();
        try {
            String line = answer.get(TIMEOUT_S, TimeUnit.SECONDS);
            if (line == null) {
                throw new IOException(PROGRAM + " " + String.join(" ", arguments) + ": its process has ended\n"
                        + Files.readString(complaints));
            }
            String[] parts = line.split(" ", -1);
            return new Outcome(Integer.parseInt(parts[0]), decoded(parts[1]), decoded(parts[2]));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException(PROGRAM + " " + String.join(" ", arguments) + " gave no answer", e);
        }
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** In the process itself: a command per line of standard input, an answer per line of standard output. */
    public static void main(String[] args) throws IOException {
        PrintStream results = System.out;
        System.setOut(System.err);
        System.setProperty("java.awt.headless", "true");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exit = Main.execute(
                    new Terminal(out, err, StandardCharsets.UTF_8, false),
                    line.isEmpty() ? new String[0] : line.split("\t", -1));
            results.println(exit + " " + encoded(out) + " " + encoded(err));
            results.flush();
        }
        System.exit(0);
    }

    private static String encoded(ByteArrayOutputStream bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}

package org.chiralkick.cli.console;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.threadio.ThreadIO;
import org.jspecify.annotations.Nullable;

/** Reads lines, has Gogo run them, and prints what they return, until the input ends. */
public final class Console {
    private static final String SCOPE = "mechanisms";

    private final CommandProcessorImpl gogo = new CommandProcessorImpl(new Unchanged());
    private final PrintWriter out;
    private final PrintWriter err;

    /**
     * @param commands what can be called
     * @param out what commands return
     * @param err what went wrong, a line each
     */
    public Console(MechanismCommands commands, PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
        MechanismCommands.NAMES.forEach(name -> gogo.addCommand(SCOPE, commands, name));
    }

    /**
     * Runs the lines of an input.
     *
     * @param prompt printed before each line; empty for none
     * @return how many of them failed
     */
    public int run(BufferedReader input, String prompt) throws IOException {
        int failed = 0;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
        try (CommandSession session = gogo.createSession(new ByteArrayInputStream(new byte[0]), nowhere, nowhere)) {
            for (String line = next(input, prompt);
                    line != null && !line.strip().equals("exit");
                    line = next(input, prompt)) {
                failed += run(session, line) ? 0 : 1;
            }
        }
        return failed;
    }

    private @Nullable String next(BufferedReader input, String prompt) throws IOException {
        out.print(prompt);
        out.flush();
        return input.readLine();
    }

    /** Runs a line; returns whether it did what it should. */
    private boolean run(CommandSession session, String line) {
        try {
            Object result = session.execute(line);
            if (result != null) {
                String text = session.format(result, Converter.INSPECT).toString();
                out.print(text.endsWith("\n") ? text : text + "\n");
                out.flush();
            }
            return true;
        } catch (CommandNotFoundException e) {
            err.println("there is no command '" + e.getCommand() + "'; there are "
                    + String.join(", ", MechanismCommands.NAMES) + ", exit");
        } catch (Exception e) {
            err.println(words(e));
        }
        err.flush();
        return false;
    }

    private static String words(Exception e) {
        String message = String.valueOf(e.getMessage());
        // Gogo's own words for a wrong number of arguments: "Cannot coerce start() to any of [(String)]".
        return e instanceof IllegalArgumentException && message.startsWith("Cannot coerce")
                ? message.replaceAll("Cannot coerce (\\w+)\\(.*", "$1 is not called so; see help")
                : message;
    }

    /** Commands return what they say: the streams of the process stay as they are. */
    private static final class Unchanged implements ThreadIO {
        @Override
        public void close() {
            // Nothing was changed.
        }

        @Override
        public void setStreams(InputStream in, PrintStream newOut, PrintStream newErr) {
            // Not for us.
        }
    }
}

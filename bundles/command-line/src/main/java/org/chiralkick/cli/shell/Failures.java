package org.chiralkick.cli.shell;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.study.StudyException;
import org.chiralkick.table.TableException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Errors as one line on standard error, with an exit code; the stack trace only with {@code --debug}. */
public final class Failures {
    private Failures() {}

    public static int exitCode(Throwable problem) {
        return problem instanceof StudyException study && study.wrongRequest() ? ExitCode.USAGE : ExitCode.FAILED;
    }

    public static int wrongUsage(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        StringBuilder line =
                new StringBuilder(name).append(": ").append(firstLine(String.valueOf(problem.getMessage())));
        if (problem instanceof UnmatchedArgumentException unmatched) {
            Set<String> known = new TreeSet<>(command.getSubcommands().keySet());
            known.addAll(command.getCommandSpec().optionsMap().keySet());
            line.append(NearestName.hint(unmatched.getUnmatched().get(0), known));
        }
        line.append(" (see ").append(name).append(" --help)");
        command.getErr().println(line);
        if (problem.getCause() != null && List.of(args).contains("--debug")) {
            problem.getCause().printStackTrace(command.getErr());
        }
        return ExitCode.USAGE;
    }

    public static int failedRun(Exception problem, CommandLine command, ParseResult parsed) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message(problem));
        Object root = command.getCommandSpec().root().userObject();
        if (root instanceof Shell shell && shell.debug()) {
            problem.printStackTrace(command.getErr());
        }
        return exitCode(problem);
    }

    /** Returns what a user can do something with; a mistake of ours is called one. */
    private static String message(Throwable problem) {
        Throwable cause = problem;
        if (problem instanceof UncheckedIOException && problem.getCause() != null) {
            cause = problem.getCause();
        }
        boolean ours = !(cause instanceof StudyException
                || cause instanceof TableException
                || cause instanceof CouplingException
                || cause instanceof IllegalArgumentException
                || cause instanceof IOException);
        if (ours) {
            return "internal error, please report it: " + cause + " (--debug shows where)";
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "there is no file " + cause.getMessage();
        }
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (cause instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + cause.getClass().getSimpleName();
        }
        return String.valueOf(cause.getMessage());
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }
}

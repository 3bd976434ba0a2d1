package org.chiralkick.cli.options;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.run.KickRequest;
import org.chiralkick.study.run.StarPlan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** One star with one mechanism, as words of the command line of {@code run} say. */
@Command(name = "point")
public final class KickPoint {
    @Mixin
    private StarOptions star = new StarOptions();

    @Mixin
    private SourceOptions source = new SourceOptions();

    /** Returns the point; words that are no options of {@code run} are an error of usage. */
    public static KickPoint parse(List<String> words) {
        KickPoint point = new KickPoint();
        try {
            new CommandLine(point).setOverwrittenOptionsAllowed(true).parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
        return point;
    }

    /** Returns the long names of the options that a point may have, without dashes. */
    public static List<String> keys() {
        return new CommandLine(new KickPoint())
                .getCommandSpec().options().stream()
                        .map(option -> option.longestName().substring(2))
                        .filter(name -> !name.equals("closure") && !name.equals("parameter"))
                        .toList();
    }

    /** Returns the words of another command that a point understands, too. */
    public static List<String> wordsOf(CommandLine.ParseResult parsed) {
        CommandLine.Model.CommandSpec own = new CommandLine(new KickPoint()).getCommandSpec();
        List<String> words = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptionsSet()) {
            if (own.findOption(option.longestName()) != null) {
                words(option).forEach(words::add);
            }
        }
        return words;
    }

    private static List<String> words(ArgSpec option) {
        String name = ((OptionSpec) option).longestName();
        return option.originalStringValues().stream()
                .map(value -> name + "=" + value)
                .toList();
    }

    /** Returns the requested star; a value out of range is an error of usage. */
    public StarPlan plan() throws IOException {
        return star.emitter().plan();
    }

    /** Refuses what no star can be given. */
    public void checkStar() throws IOException {
        request();
    }

    /** Returns the names of the mechanisms that act. */
    public List<String> sources() {
        return source.config().sources();
    }

    /** Refuses what no mechanism takes. */
    public void checkSource(List<SourceDescriptor> installed) {
        List<String> problems = source.config().problems(installed);
        if (!problems.isEmpty()) {
            throw StudyException.usage(String.join("; and ", problems));
        }
    }

    /** Returns what it asks for; what no star or coupling can be given is an error of usage. */
    public KickRequest request() throws IOException {
        return new KickRequest(plan(), star.magnet(), source.config());
    }
}

package org.chiralkick.cli.options;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.run.RunWords;

/** Choices by the names that options have for them. */
final class Labels {
    private Labels() {}

    /** Returns the choice of a name; one that is not known is an error of usage. */
    static <E extends Enum<E>> E named(Class<E> kind, String option, String label) {
        List<E> choices = Arrays.asList(kind.getEnumConstants());
        return choices.stream()
                .filter(value -> RunWords.label(value).equals(label))
                .findFirst()
                .orElseThrow(() -> StudyException.usage("--" + option + " is '" + label + "'; must be "
                        + choices.stream().map(RunWords::label).collect(Collectors.joining(", "))));
    }
}

package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chiralkick.cli.options.KickPoint;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.closure.InForce;
import org.chiralkick.study.scan.ScanGrid;

/**
 * What can vary: the options of a run, and the closures and parameters that the installed mechanisms declare, each by its name or as
 * {@code MECHANISM.NAME}.
 */
final class ScanAxes {
    private final Set<String> options = new LinkedHashSet<>(KickPoint.keys());
    private final Set<String> choices = new LinkedHashSet<>(List.of(InForce.RECOIL));
    private final List<SourceDescriptor> installed;

    /** @param installed the mechanisms there are */
    ScanAxes(List<SourceDescriptor> installed) {
        this.installed = installed;
        for (SourceDescriptor source : installed) {
            for (Closure closure : source.declared().closures()) {
                choices.add(closure.kind());
                choices.add(source.name() + "." + closure.kind());
            }
            for (Parameter parameter : source.declared().parameters()) {
                choices.add(parameter.name());
                choices.add(source.name() + "." + parameter.name());
            }
        }
    }

    /** Refuses a key that is nothing to vary, naming what is. */
    void check(ScanGrid grid) {
        for (String key : grid.keys()) {
            if (!options.contains(key) && !choices.contains(key)) {
                Set<String> known = new LinkedHashSet<>(options);
                known.addAll(choices);
                known.removeIf(name -> name.contains(".") && !key.contains("."));
                throw StudyException.usage("there is nothing to vary called '" + key + "'"
                        + NearestName.hint(key, known) + "; must be one of " + String.join(", ", known));
            }
        }
    }

    /** Returns the words of a point on the command line, after those that all points share. */
    List<String> words(List<String> fixed, Map<String, String> point) {
        List<String> words = new ArrayList<>(fixed);
        point.forEach((key, value) -> {
            if (options.contains(key)) {
                words.add("--" + key + "=" + value);
            }
        });
        if (options.containsAll(point.keySet())) {
            return words;
        }
        List<String> acting = KickPoint.parse(words).sources();
        point.forEach((key, value) -> {
            if (!options.contains(key)) {
                words.add((isParameter(key, acting) ? "--parameter=" : "--closure=") + key + "=" + value);
            }
        });
        return words;
    }

    /** Returns whether the mechanism named, or else one that acts, has a parameter of that name. */
    private boolean isParameter(String key, List<String> acting) {
        int dot = key.indexOf('.');
        List<String> owners = dot < 0 ? acting : List.of(key.substring(0, dot));
        String name = key.substring(dot + 1);
        return installed.stream()
                .filter(source -> owners.contains(source.name()))
                .anyMatch(source -> source.declared().parameter(name).isPresent());
    }
}

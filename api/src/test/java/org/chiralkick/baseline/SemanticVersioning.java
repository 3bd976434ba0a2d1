package org.chiralkick.baseline;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rule of semantic versioning for packages (OSGi Alliance, Semantic Versioning, 2010): what breaks a caller or, for a
 * {@code @ConsumerType}, an implementer raises the major version; what is added raises the minor one.
 */
public final class SemanticVersioning {
    private SemanticVersioning() {}

    /** Returns what is wrong with the versions of {@code current}, a sentence per package; empty if nothing is. */
    public static List<String> violations(ApiDump current, ApiDump released) {
        Diff api = current.api().diff(released.api());
        List<String> violations = new ArrayList<>();
        for (String name : ApiDump.packages(released, current)) {
            Version before = released.versions().get(name);
            Version now = current.versions().get(name);
            if (now == null) {
                violations.add("package " + name + " is gone; deprecate it instead");
            } else if (before != null) {
                Diff change = api.get(name);
                Version least = least(before, change.getDelta());
                if (now.compareTo(least) < 0) {
                    List<String> causes = new ArrayList<>();
                    causes(change, "", causes);
                    violations.add("version of package " + name + " is " + now + "; must be at least " + least
                            + " after a " + change.getDelta() + " change: " + String.join(", ", causes));
                }
            }
        }
        return violations;
    }

    private static Version least(Version before, Delta change) {
        return switch (change) {
            case MAJOR, REMOVED -> new Version(before.getMajor() + 1, 0, 0);
            case MINOR, ADDED -> new Version(before.getMajor(), before.getMinor() + 1, 0);
            case IGNORED, UNCHANGED, CHANGED, MICRO -> before;
        };
    }

    /** Collects the elements that were added or removed, outermost first, by their full names. */
    private static void causes(Diff diff, String owner, List<String> causes) {
        String name =
                owner.isEmpty() || diff.getName().startsWith(owner) ? diff.getName() : owner + "." + diff.getName();
        Delta delta = diff.getDelta();
        if (delta == Delta.ADDED || delta == Delta.REMOVED) {
            causes.add(name + " " + delta.name().toLowerCase(Locale.ROOT));
        } else if (delta.compareTo(Delta.MICRO) > 0) {
            diff.getChildren().forEach(child -> causes(child, name, causes));
        }
    }
}

package org.chiralkick.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.table.TextTable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * The commands of the shell: Gogo calls these methods by their names. A mechanism is named by its source, its bundle's symbolic name or its
 * bundle's number; each command returns what is to be printed.
 */
public final class MechanismCommands {
    /** The names of the commands. */
    static final List<String> NAMES = List.of("list", "diagnose", "start", "stop", "update", "swap", "help");

    private final FelixRuntime runtime;

    /** Makes the commands on the mechanisms of a framework. */
    public MechanismCommands(FelixRuntime runtime) {
        this.runtime = runtime;
    }

    /** Returns a line for each mechanism's bundle, with its sources, and what does not work. */
    public String list() {
        runtime.installed(); // what cannot be made is a trouble only after one has tried
        TextTable table = new TextTable("", "rllll").row("id", "state", "bundle", "version", "sources");
        Map<Long, List<String>> sources = new TreeMap<>();
        for (String name : runtime.names()) {
            for (Bundle bundle : runtime.givers(name)) {
                sources.merge(bundle.getBundleId(), List.of(name), MechanismCommands::joined);
            }
        }
        for (Bundle bundle : bundles()) {
            table.row(
                    Long.toString(bundle.getBundleId()),
                    state(bundle),
                    bundle.getSymbolicName(),
                    bundle.getVersion().toString(),
                    String.join(", ", sources.getOrDefault(bundle.getBundleId(), List.of())));
        }
        return table
                + runtime.troubles().stream().map(trouble -> trouble + "\n").collect(Collectors.joining());
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "stopped";
            default -> "unresolved";
        };
    }

    // Those of the folder of mechanisms; the services of the framework are started before it.
    private List<Bundle> bundles() {
        return Arrays.stream(runtime.context().getBundles())
                .filter(MechanismCommands::isMechanism)
                .toList();
    }

    private static boolean isMechanism(Bundle bundle) {
        String imports = bundle.getHeaders("").get(Constants.IMPORT_PACKAGE);
        return bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID
                && imports != null
                && imports.contains("org.chiralkick.source");
    }

    /** Returns whether a source is active and, if not, why. */
    public String diagnose(String name) {
        return runtime.diagnose(name);
    }

    /** Returns the reasons of all that does not work. */
    public String diagnose() {
        List<String> troubles = runtime.troubles();
        return troubles.isEmpty() ? "all mechanisms work" : String.join("\n", troubles);
    }

    /** Starts a mechanism. */
    public String start(String name) {
        Bundle bundle = find(name);
        try {
            bundle.start();
        } catch (BundleException e) {
            throw failure(bundle, "does not start", e);
        }
        return label(bundle) + " is " + state(bundle);
    }

    /** Stops a mechanism: steps in flight end with it. */
    public String stop(String name) {
        Bundle bundle = find(name);
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw failure(bundle, "does not stop", e);
        }
        return label(bundle) + " is " + state(bundle);
    }

    /** Updates a mechanism in place from another build of its jar. */
    public String update(String name, String jar) {
        Bundle bundle = find(name);
        Path file = Path.of(jar);
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("'" + jar + "' is no file; must be the jar of a mechanism");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            bundle.update(bytes);
        } catch (BundleException | IOException e) {
            throw failure(bundle, "is not updated", e);
        }
        return label(bundle) + " is " + state(bundle);
    }

    /** Stops a mechanism and starts another in its place; the first acts on where the other does not start. */
    public String swap(String old, String other) {
        Bundle leaves = find(old);
        Bundle comes = find(other);
        if (leaves.equals(comes)) {
            throw new CommandFailure(old + " and " + other + " are of one bundle, " + label(leaves) + "; name two");
        }
        try {
            comes.start();
            leaves.stop();
        } catch (BundleException e) {
            throw failure(comes, "does not start, and " + label(leaves) + " acts on", e);
        }
        return label(comes) + " is " + state(comes) + ", " + label(leaves) + " is " + state(leaves);
    }

    /** Returns what there is to be said. */
    public String help() {
        return """
                list                 the mechanisms: bundle, state, sources, and what does not work
                diagnose [NAME]      why a source is not active, or all that does not work
                start NAME           start a mechanism
                stop NAME            stop it; steps in flight end with it
                update NAME JAR      replace it in place by another build
                swap NAME OTHER      stop a mechanism and start another in its place
                exit                 end, as the end of the input does
                NAME is a source, a bundle's symbolic name or its number.
                """;
    }

    private Bundle find(String name) {
        List<Bundle> givers = runtime.givers(name);
        if (!givers.isEmpty()) {
            return givers.get(0);
        }
        List<Bundle> bundles = bundles();
        return bundles.stream()
                .filter(bundle ->
                        name.equals(bundle.getSymbolicName()) || name.equals(Long.toString(bundle.getBundleId())))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("there is no mechanism '" + name + "'; there are "
                        + bundles.stream().map(Bundle::getSymbolicName).collect(Collectors.joining(", "))));
    }

    private static String label(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private CommandFailure failure(Bundle bundle, String what, Exception cause) {
        String why = runtime.troubles().stream()
                .filter(trouble -> trouble.contains(String.valueOf(bundle.getSymbolicName())))
                .findFirst()
                .orElse(String.valueOf(cause.getMessage()));
        return new CommandFailure(label(bundle) + " " + what + ": " + why, cause);
    }
}

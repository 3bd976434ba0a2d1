package org.chiralkick.host.felix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chiralkick.host.value.CouplingException;
import org.osgi.framework.Constants;

/** The framework's launch properties: silent, without network, with the host's packages, following one folder. */
final class FrameworkSettings {
    private FrameworkSettings() {}

    /**
     * Returns the properties to launch with.
     *
     * @param storage where the framework keeps its files
     * @param dropIn folder whose jars are installed and followed
     * @param poll how often the folder is looked at
     */
    static Map<String, String> of(Path storage, Optional<Path> dropIn, Duration poll) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, storage.resolve("felix").toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES,
                HostPackages.systemPackages(FrameworkSettings.class.getClassLoader()));
        // Several frameworks may live in one process: none may take the process-wide URL handlers.
        settings.put("felix.service.urlhandlers", "false");
        // A handful of bundles resolves as fast on the caller's thread, and no threads stay behind after the end.
        settings.put("felix.resolver.parallelism", "1");
        // Nothing on the host's stdout and stderr; FelixRuntime.diagnose says what went wrong, when asked.
        settings.put("felix.log.level", "0");
        settings.put("felix.cm.loglevel", "0");
        settings.put("ds.log.enabled", "false");
        settings.put("felix.fileinstall.log.level", "0");
        // Announces new components soon: selections by ranking look again then.
        settings.put("ds.service.changecount.timeout", "20");
        dropIn.ifPresent(folder -> followFolder(settings, storage, folder, poll));
        return settings;
    }

    private static void followFolder(Map<String, String> settings, Path storage, Path folder, Duration poll) {
        String path = folder.toString();
        if (path.indexOf(',') >= 0 || path.contains("${")) {
            throw CouplingException.argument("folder of mechanisms is '" + path
                    + "'; a comma or ${ in its path is not possible, File Install reads them as separators");
        }
        settings.put("felix.fileinstall.dir", path);
        settings.put("felix.fileinstall.filter", jarsButFor(irregular(folder)));
        settings.put("felix.fileinstall.subdir.mode", "skip");
        settings.put("felix.fileinstall.poll", Long.toString(Math.max(1, poll.toMillis())));
        // The first scan happens inside the start of the bundle: when that returns, all mechanisms are installed and
        // started.
        settings.put("felix.fileinstall.noInitialDelay", "true");
        settings.put("felix.fileinstall.tmpdir", storage.resolve("fileinstall").toString());
        settings.put("felix.fileinstall.enableConfigSave", "false");
        // Plain directory listings also see changes on network file systems.
        settings.put("felix.fileinstall.disableNio2", "true");
    }

    /** Returns the jars of a folder that are no regular files: to open a pipe would wait for ever. */
    private static List<String> irregular(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && !Files.isRegularFile(file))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // File Install says what is wrong with the folder
        }
    }

    private static String jarsButFor(List<String> names) {
        return names.stream().map(name -> "(?!" + Pattern.quote(name) + "$)").collect(Collectors.joining())
                + ".*\\.jar";
    }
}

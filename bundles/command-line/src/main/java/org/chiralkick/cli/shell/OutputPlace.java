package org.chiralkick.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chiralkick.study.StudyException;
import org.jspecify.annotations.Nullable;

/** Finds out before the work whether its result has a place to go to. */
public final class OutputPlace {
    private OutputPlace() {}

    /** Makes the folder where it is not there yet; null is for none. */
    public static void folder(@Nullable Path out) {
        if (out == null) {
            return;
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw StudyException.failed("--out " + out + " is a file; give a folder");
        }
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw StudyException.failed("--out " + out + " cannot be made; give a folder that you may write in");
        }
        if (!Files.isWritable(out)) {
            throw StudyException.failed("no permission to write in " + out + "; give another folder");
        }
    }

    /** Requires the folder of a file; null is for none. */
    public static void file(@Nullable Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw StudyException.failed("there is no folder " + folder + " to write " + file + " in");
        }
        if (Files.isDirectory(file)) {
            throw StudyException.failed(file + " is a folder; give a file");
        }
    }
}

package org.chiralkick.host.felix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A temporary folder for the framework, deleted when it is closed, and at the end of the process if it was not. */
final class TemporaryStorage implements AutoCloseable {
    private static final int MOST_ATTEMPTS = 1000;

    private final Path folder;
    private final Thread atExit;

    private TemporaryStorage(Path folder) {
        this.folder = folder;
        this.atExit = new Thread(() -> deleteAll(folder), "chiralkick-storage-cleanup");
    }

    /** Makes a new folder in the system's folder for temporary files. */
    static TemporaryStorage create() {
        try {
            TemporaryStorage storage = new TemporaryStorage(newFolder());
            Runtime.getRuntime().addShutdownHook(storage.atExit);
            return storage;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no temporary folder can be made in '" + System.getProperty("java.io.tmpdir")
                            + "'; set -Djava.io.tmpdir to a folder that can be written",
                    e);
        }
    }

    // Files.createTempDirectory would start Java's cryptography for its random name, which takes a tenth of a start.
    private static Path newFolder() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        FileAttribute<?>[] ours =
                parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            String name =
                    "chiralkick-osgi-" + ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), 36);
            try {
                return Files.createDirectory(parent.resolve(name), ours);
            } catch (FileAlreadyExistsException e) {
                // Of another process with the same number, in another container say: the next name.
            }
        }
        throw new FileAlreadyExistsException(parent + "/chiralkick-osgi-*");
    }

    Path folder() {
        return folder;
    }

    /** Deletes the folder with everything in it. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending: the hook does the work, or has done it.
            return;
        }
        deleteAll(folder);
    }

    // Best effort: what cannot be deleted is temporary all the same.
    private static void deleteAll(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return delete(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
                    return delete(directory);
                }
            });
        } catch (IOException e) {
            return;
        }
    }

    private static FileVisitResult delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            return FileVisitResult.CONTINUE;
        }
        return FileVisitResult.CONTINUE;
    }
}

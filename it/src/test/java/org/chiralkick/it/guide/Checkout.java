package org.chiralkick.it.guide;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files that somebody wrote: the checkout without what a build makes. */
final class Checkout {
    private static final Set<String> TEXTS =
            Set.of("java", "md", "xml", "c", "h", "cpp", "f90", "py", "js", "sh", "json", "txt", "cff", "in", "bnd");
    private static final Set<String> MADE = Set.of("target", ".git");

    private Checkout() {}

    /** Returns the folder that holds every module. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("chiral-module/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run the tests inside the checkout");
            }
        }
        return folder;
    }

    /** Returns the folder of the guide's pages. */
    static Path guide() {
        return root().resolve("bundles/distribution/src/main/guide");
    }

    /** Returns all text files, in order. */
    static List<Path> texts() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return MADE.contains(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = name(file);
                if (TEXTS.contains(name.substring(name.lastIndexOf('.') + 1)) || !name.contains(".")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    static String name(Path path) {
        return path.getFileName().toString();
    }
}

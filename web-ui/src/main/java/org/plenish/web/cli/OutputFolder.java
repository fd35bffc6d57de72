package org.plenish.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of {@code --out}. Files are written beside it and moved into it when all are there, so a run that fails leaves it
 * as it was. Files of the same names are replaced; what else lies there is not touched.
 */
final class OutputFolder {

    private final Path target;

    /** @throws IllegalArgumentException if files cannot be put there */
    OutputFolder(Path target) {
        this.target = target.toAbsolutePath().normalize();
        if (Files.exists(this.target) && !Files.isDirectory(this.target)) {
            throw new IllegalArgumentException(target + " must be a folder, but is a file.");
        }
        if (this.target.getFileName() == null) {
            throw new IllegalArgumentException(target + " must be a folder below another one.");
        }
    }

    /** Nothing lies there yet. */
    boolean isVacant() throws IOException {
        return Files.notExists(target) || filesOf(target).isEmpty();
    }

    /** Writes files into the folder it is given. */
    @FunctionalInterface
    interface Writing {
        void into(Path folder) throws IOException;
    }

    /** All files appear in the folder, or none. */
    void fill(Writing writing) throws IOException {
        @Nullable Path parent = target.getParent();
        if (parent == null) {
            throw new IllegalStateException(target + " has no parent, although it was checked.");
        }
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, "." + target.getFileName() + ".");
        try {
            writing.into(draft);
            Files.createDirectories(target);
            for (Path file : filesOf(draft)) {
                Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            discard(draft);
        }
    }

    private static void discard(Path draft) throws IOException {
        for (Path file : filesOf(draft)) {
            Files.delete(file);
        }
        Files.delete(draft);
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}

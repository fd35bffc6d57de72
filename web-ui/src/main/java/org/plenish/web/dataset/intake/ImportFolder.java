package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Where a job keeps its files until it is over. */
record ImportFolder(Path root) {

    /** An upload's text, under a folder of its own so that names never meet. */
    Path upload(int number, String name) {
        return root.resolve("uploads").resolve(String.valueOf(number)).resolve(name);
    }

    long bytes(int number, String name) {
        try {
            return Files.size(upload(number, name));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be read any more: " + e.getMessage(), e);
        }
    }

    /** The dataset as the reader takes it; made anew by each check. */
    Path dataset() {
        return root.resolve("dataset");
    }

    /** The dataset's short files as they are kept; made anew by each check. */
    Path canonical() {
        return root.resolve("canonical");
    }

    boolean exists() {
        return Files.isDirectory(root);
    }

    void delete() {
        deleteTree(root);
    }

    static void deleteTree(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }

    static void emptyFolder(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
    }
}

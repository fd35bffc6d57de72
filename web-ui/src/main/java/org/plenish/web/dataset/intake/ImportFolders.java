package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folders of all jobs, {@code imports/<job>} below the data folder. */
@Component
class ImportFolders {

    private final Path root;

    ImportFolders(@Value("${plenish.data}") Path dataFolder) {
        this.root = dataFolder.resolve("imports").toAbsolutePath();
    }

    ImportFolder of(long job) {
        return new ImportFolder(root.resolve(String.valueOf(job)));
    }

    /** One for files that have no job yet. */
    ImportFolder incoming() {
        try {
            Files.createDirectories(root);
            return new ImportFolder(Files.createTempDirectory(root, "incoming-"));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder can be made below " + root + ": " + e.getMessage(), e);
        }
    }

    /** A folder that a job left behind whose record was never written gives way. */
    void give(ImportFolder incoming, long job) {
        try {
            of(job).delete();
            Files.move(incoming.root(), of(job).root(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The files cannot be kept below " + root + ": " + e.getMessage(), e);
        }
    }

    /** All that are there, of whatever job. */
    List<Path> list() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + root + " cannot be listed: " + e.getMessage(), e);
        }
    }
}

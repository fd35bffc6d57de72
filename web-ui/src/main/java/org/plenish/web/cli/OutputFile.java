package org.plenish.web.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file of {@code --out}: written beside it and moved onto it when it is whole, so a run that fails leaves it as it was. */
final class OutputFile {

    private final Path target;

    /** @throws IllegalArgumentException if a file cannot be put there */
    OutputFile(Path target) {
        this.target = target.toAbsolutePath().normalize();
        if (Files.isDirectory(this.target) || this.target.getFileName() == null) {
            throw new IllegalArgumentException(target + " must be a file, but is a folder.");
        }
        if (!Files.isDirectory(folder())) {
            throw new IllegalArgumentException(
                    target + " must lie in a folder that exists. Maybe the name of the folder is mistyped.");
        }
        if (!Files.isWritable(folder())) {
            throw new IllegalArgumentException(
                    target + " must lie in a folder that may be written. Maybe name another one.");
        }
    }

    private Path folder() {
        return target.resolveSibling(".").normalize();
    }

    /** Writes the whole file. */
    @FunctionalInterface
    interface Writing<T> {
        T to(Writer text) throws IOException;
    }

    /** @return what {@code writing} returns */
    <T> T write(Writing<T> writing) throws IOException {
        return replace(draft -> {
            try (Writer text = Files.newBufferedWriter(draft)) {
                return writing.to(text);
            }
        });
    }

    void write(byte[] content) throws IOException {
        replace(draft -> Files.write(draft, content));
    }

    /** Fills a file that is not yet in its place. */
    @FunctionalInterface
    private interface Filling<T> {
        T of(Path draft) throws IOException;
    }

    private <T> T replace(Filling<T> filling) throws IOException {
        // A folder, because a temporary file's permissions are its owner's alone and would be moved with it.
        Path draftFolder = Files.createTempDirectory(folder(), "." + target.getFileName() + ".");
        Path draft = draftFolder.resolve(target.getFileName());
        try {
            T result = filling.of(draft);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(draft);
            Files.delete(draftFolder);
        }
    }
}

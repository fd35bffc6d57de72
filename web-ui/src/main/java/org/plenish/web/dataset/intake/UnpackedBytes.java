package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.plenish.web.shared.ArchiveRefusedException;
import org.plenish.web.shared.DatasetArchive;

/** How many bytes the files of one import, all together, may still have when they are unpacked. */
final class UnpackedBytes {

    private final long most;
    private final Set<Path> counted = new HashSet<>();
    private long left;

    UnpackedBytes(long most) {
        this.most = most;
        this.left = most;
    }

    /** @throws ImportRefusedException if they are more than are left */
    void take(long bytes, String name) {
        left -= bytes;
        if (left < 0) {
            throw refused(name);
        }
    }

    private ImportRefusedException refused(String name) {
        return new ImportRefusedException(name + ": all files together may have " + most
                + " bytes when they are unpacked, and have more. Split the import, or leave something out.");
    }

    void unpack(GivenFile zip, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(zip.content())) {
            new DatasetArchive(Long.MAX_VALUE, left).unpack(in, folder);
        } catch (ArchiveRefusedException e) {
            throw e.isTooLarge() ? refused(zip.name()) : e;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                take(Files.size(file), zip.name());
                counted.add(file);
            }
        }
    }

    void gunzip(GivenFile compressed, Path target, String name) throws IOException {
        try (InputStream in = Files.newInputStream(compressed.content())) {
            new DatasetArchive(Long.MAX_VALUE, left).gunzip(in, target, name);
        } catch (ArchiveRefusedException e) {
            throw e.isTooLarge() ? refused(name) : e;
        }
        take(Files.size(target), name);
    }

    void move(GivenFile plain, Path target, String name) throws IOException {
        if (!counted.remove(plain.content())) {
            take(Files.size(plain.content()), name);
        }
        Files.move(plain.content(), target, StandardCopyOption.REPLACE_EXISTING);
    }
}

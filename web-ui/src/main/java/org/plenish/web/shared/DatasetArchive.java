package org.plenish.web.shared;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a dataset's files from a zip that somebody sent. Names are plain file names, so that nothing lands outside of
 * the folder; bytes are counted as they come out, so that a small file cannot fill the disk.
 *
 * @param mostPackedBytes as sent
 * @param mostBytes of all files, unpacked
 */
public record DatasetArchive(long mostPackedBytes, long mostBytes) {

    private static final int MOST_FILES = 100;
    private static final int CHUNK = 1 << 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.(csv|csv\\.gz|yaml|md)");
    private static final String COMPRESSED = ".gz";

    /** @throws ArchiveRefusedException if it is no zip, holds what no dataset has, or is too large */
    public void unpack(InputStream sent, Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        InputStream packed = bounded(sent);
        try (ZipInputStream zip = new ZipInputStream(packed)) {
            long bytes = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (entry.isDirectory() || !NAME.matcher(name).matches()) {
                    throw refused(name
                            + " must be a .csv, .csv.gz, .yaml or .md file at the top of the zip. Pack the files of the"
                            + " folder, not the folder.");
                }
                // Compressed files are unpacked too: what the readers later read has been counted here.
                boolean compressed = name.endsWith(COMPRESSED);
                String plain = compressed ? name.substring(0, name.length() - COMPRESSED.length()) : name;
                if (!names.add(plain.toLowerCase(Locale.ROOT)) || names.size() > MOST_FILES) {
                    throw refused(plain + " must be there once, among " + MOST_FILES + " files at most.");
                }
                InputStream content = compressed ? new GZIPInputStream(zip) : zip;
                bytes += copy(content, folder.resolve(plain), name, mostBytes - bytes);
            }
        } catch (ZipException | EOFException e) {
            throw refused("The body must be a zip file, but cannot be read as one: " + e.getMessage() + ".");
        }
        if (names.isEmpty()) {
            throw refused("The body must be a zip file with a dataset's files in it, but there are none.");
        }
    }

    /** Unpacks one file; it counts as the only one. */
    public void gunzip(InputStream compressed, Path file, String name) throws IOException {
        try (InputStream content = new GZIPInputStream(bounded(compressed))) {
            copy(content, file, name, mostBytes);
        } catch (ZipException e) {
            throw refused(
                    name + " must be compressed with gzip, but is not. Maybe it is plain text: remove .gz from its"
                            + " name.");
        } catch (EOFException e) {
            throw refused(name + " is cut short. Maybe the copy was interrupted: copy it again.");
        }
    }

    private long copy(InputStream in, Path file, String name, long most) throws IOException {
        long bytes = 0;
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes += read;
                if (bytes > most) {
                    throw new ArchiveRefusedException(
                            name + ": the files must have " + mostBytes + " bytes at most when they are unpacked.",
                            true);
                }
                out.write(chunk, 0, read);
            }
        }
        return bytes;
    }

    /** A body whose length nobody need tell. */
    private InputStream bounded(InputStream body) {
        return new BoundedInput(
                body,
                mostPackedBytes,
                () -> new ArchiveRefusedException("The body must have " + mostPackedBytes + " bytes at most.", true));
    }

    private static ArchiveRefusedException refused(String detail) {
        return new ArchiveRefusedException(detail, false);
    }
}

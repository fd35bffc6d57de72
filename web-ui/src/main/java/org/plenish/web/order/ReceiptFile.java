package org.plenish.web.order;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.plenish.engine.io.CsvFile;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.ImportProblems;
import org.plenish.web.shared.ReceiptFileSink;
import org.plenish.web.shared.Sha256;
import org.springframework.util.FileSystemUtils;

/** A file of receipts as somebody sent it, with {@code .gz} taken off. */
final class ReceiptFile {

    static final int MOST_BYTES = ReceiptFileSink.MOST_BYTES;
    private static final int LONGEST_NAME = 80;
    private static final String COMPRESSED = ".gz";

    private final String name;
    private final byte[] content;

    /**
     * Takes the content as its own.
     *
     * @param name without folders, in characters that are safe everywhere
     */
    ReceiptFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** What is refused before it is looked into. */
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** @throws UnreadableException if it is no CSV file by its name, too large, or damaged */
    static ReceiptFile sent(String givenName, byte[] bytes) {
        String name = safe(givenName);
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".csv") && !lower.endsWith(".csv" + COMPRESSED)) {
            throw new UnreadableException(
                    name + " must be a .csv or .csv.gz file. If it is a workbook, save it as CSV UTF-8.");
        }
        byte[] content = lower.endsWith(COMPRESSED) ? unpacked(name, bytes) : bytes;
        if (content.length > MOST_BYTES) {
            throw new UnreadableException(name + " must have " + MOST_BYTES + " bytes at most"
                    + (content == bytes ? "" : " when it is unpacked") + ". Cut it into several.");
        }
        return new ReceiptFile(
                lower.endsWith(COMPRESSED) ? name.substring(0, name.length() - COMPRESSED.length()) : name, content);
    }

    private static String safe(String givenName) {
        String last = givenName.substring(Math.max(givenName.lastIndexOf('/'), givenName.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
    }

    private static byte[] unpacked(String name, byte[] bytes) {
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacking.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UnreadableException(
                    name + " must be a gzip file, but is none or is damaged (" + e.getMessage() + "). Copy it again.");
        }
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content.clone();
    }

    /** By which it is known when it comes again. */
    String sha256() {
        return Sha256.of(content);
    }

    /** Its good rows; what is wrong with the others goes to the problems. */
    List<ReceiptRow> read(LocalDate today, ImportProblems problems) {
        try {
            Path folder = Files.createTempDirectory("plenish-receipts");
            try {
                ReceiptTable table = new ReceiptTable(today);
                Path file = Files.write(folder.resolve(name), content);
                boolean whole = new CsvFile(file, CsvFormat.STANDARD, problems).read(table);
                if (whole && table.rows().isEmpty() && !problems.hasErrors()) {
                    problems.fileError(name, "has no row below its header, but must have one or more", null);
                }
                return table.rows();
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

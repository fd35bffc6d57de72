package org.plenish.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.plenish.web.cli.StoredRecords;

/** What the command line works on, for tests of the features whose records it keeps. */
public final class RecordsAtHand {

    private RecordsAtHand() {}

    public static StoredRecords records() {
        return new DatabaseRecords(Clock.systemUTC());
    }

    /** Leaves the second entry of the audit log out of a backup, which is whole otherwise: the database refuses the third. */
    public static void breakAudit(Path backup) throws Exception {
        Path broken = backup.resolveSibling("broken.backup");
        try (ZipFile zip = new ZipFile(backup.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(broken))) {
            String entries = text(zip, "tables/audit_entry.copy");
            String[] lines = entries.split("(?<=\n)");
            String fewer = entries.replace(lines[1], "");
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("tables/audit_entry.copy")) {
                    bytes = fewer.getBytes(StandardCharsets.UTF_8);
                } else if (entry.getName().equals("manifest.json")) {
                    bytes = text(zip, "manifest.json")
                            .replace(sha256(entries), sha256(fewer))
                            .getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
                to.closeEntry();
            }
        }
        Files.move(broken, backup, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(ZipFile zip, String part) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(part)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

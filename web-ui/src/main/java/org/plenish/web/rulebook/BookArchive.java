package org.plenish.web.rulebook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A book as a zip of its folder, to be unpacked into version control: the same files make the same bytes. */
final class BookArchive {

    static final String MEDIA_TYPE = "application/zip";

    private static final FileTime ALWAYS = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

    private BookArchive() {}

    /** @param folder that all files are in */
    static void write(String folder, SortedMap<String, String> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, String> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
            entry.setLastModifiedTime(ALWAYS);
            zip.putNextEntry(entry);
            zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }
}

package org.plenish.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetArchiveTest {

    @TempDir
    Path folder;

    @Test
    void aBombIsStoppedWhileItComesOut() throws Exception {
        byte[] bomb = zip(1, 10_000_000); // packed a thousandth of it
        assertThat(bomb).hasSizeLessThan(20_000);
        assertThatThrownBy(
                        () -> new DatasetArchive(1_000_000, 1_000_000).unpack(new ByteArrayInputStream(bomb), folder))
                .hasMessageContaining("items0.csv: the files must have 1000000 bytes at most when they are unpacked.");
        assertThat(Files.size(folder.resolve("items0.csv"))).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void whatIsCompressedInsideIsCountedAsItComesOutToo() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[2_000_000]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("sales.csv.gz"));
            zip.write(packed.toByteArray());
        }
        assertThatThrownBy(() -> new DatasetArchive(1_000_000, 1_000_000)
                        .unpack(new ByteArrayInputStream(out.toByteArray()), folder))
                .hasMessageContaining("sales.csv.gz: the files must have 1000000 bytes at most");
        Path whole = Files.createDirectory(folder.resolve("whole"));
        new DatasetArchive(1_000_000, 2_000_000).unpack(new ByteArrayInputStream(out.toByteArray()), whole);
        assertThat(whole.resolve("sales.csv")).hasSize(2_000_000);
    }

    @Test
    void allFilesCountTogether() throws Exception {
        byte[] zip = zip(3, 400_000);
        assertThatThrownBy(() -> new DatasetArchive(1_000_000, 1_000_000).unpack(new ByteArrayInputStream(zip), folder))
                .hasMessageContaining("items2.csv");
    }

    @Test
    void moreThanAHundredFilesAreRefused() throws Exception {
        byte[] zip = zip(101, 10);
        assertThatThrownBy(() -> new DatasetArchive(1_000_000, 1_000_000).unpack(new ByteArrayInputStream(zip), folder))
                .hasMessageContaining("items100.csv must be there once, among 100 files at most.");
    }

    @Test
    void aBodyWithoutALengthIsCountedToo() throws Exception {
        byte[] zip = zip(3, 400_000);
        assertThatThrownBy(() -> new DatasetArchive(100, 10_000_000).unpack(new ByteArrayInputStream(zip), folder))
                .hasMessageContaining("The body must have 100 bytes at most.");
    }

    private static byte[] zip(int files, int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files; i++) {
                zip.putNextEntry(new ZipEntry("items" + i + ".csv"));
                zip.write(new byte[bytes]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}

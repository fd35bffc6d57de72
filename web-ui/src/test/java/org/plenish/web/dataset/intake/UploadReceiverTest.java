package org.plenish.web.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class UploadReceiverTest {

    private static final String HEADER = "item,unit_cost\n";
    private static final String TOO_MANY_BYTES = "all files together may have 1000 bytes when they are unpacked";

    @TempDir
    Path folder;

    private final UploadReceiver receiver = new UploadReceiver(
            new ImportProperties(DataSize.ofBytes(1_000), DataSize.ofMegabytes(1), DataSize.ofBytes(400)));

    @Test
    void plainFilesAreCountedTogether() throws Exception {
        assertThat(receive(plain("a.csv", 450), plain("b.csv", 450))).hasSize(2);
        assertThatThrownBy(() -> receive(plain("a.csv", 600), plain("b.csv", 600)))
                .hasMessageContaining(TOO_MANY_BYTES);
    }

    @Test
    void archivesAreCountedTogether() throws Exception {
        assertThat(receive(zip("a.zip", 1, 450), zip("b.zip", 1, 450))).hasSize(2);
        assertThatThrownBy(() -> receive(zip("a.zip", 1, 600), zip("b.zip", 1, 600)))
                .hasMessageContaining(TOO_MANY_BYTES);
        assertThatThrownBy(() -> receive(zip("a.zip", 1, 600), gzip("b.csv.gz", 600)))
                .hasMessageContaining(TOO_MANY_BYTES);
        assertThatThrownBy(() -> receive(gzip("a.csv.gz", 600), gzip("b.csv.gz", 600)))
                .hasMessageContaining(TOO_MANY_BYTES);
    }

    @Test
    void filesInAllArchivesAreCountedTogether() {
        assertThatThrownBy(() -> receive(zip("a.zip", 60, 2), zip("b.zip", 60, 2)))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("There may be 100 files, those in archives counted too");
    }

    @Test
    void onlyLongFilesMayBeLong() throws Exception {
        ImportFolder into = new ImportFolder(Files.createTempDirectory(folder, "into"));
        Upload upload =
                receiver.receive(List.of(plain("items.csv", 500)), into, true).get(0);
        assertThatThrownBy(() -> receiver.requireShort(upload, into))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageStartingWith("items.csv has 500 bytes, but items.csv may have at most 400. Maybe");
        receiver.requireShort(
                upload.mappedAs(
                        new MappedUpload(1, "sales", false, upload.mapped().columns())),
                into);
    }

    @Test
    void settingsAreShort() {
        UploadReceiver roomy = new UploadReceiver(
                new ImportProperties(DataSize.ofGigabytes(1), DataSize.ofMegabytes(1), DataSize.ofGigabytes(1)));
        assertThatThrownBy(() -> roomy.receive(
                        List.of(plain("dataset.yaml", 2 << 20)),
                        new ImportFolder(Files.createTempDirectory(folder, "into")),
                        true))
                .hasMessageContaining("settings may have 1048576");
    }

    @Test
    void whatTheSettingsSayOfNumbersHoldsForTheFilesThatComeWithThem() throws Exception {
        assertThat(decimalComma("decimal: \",\"\n")).isTrue();
        assertThat(decimalComma("decimal: \".\"\n")).isFalse();
        assertThat(decimalComma("name: Silent\n")).isNull();
    }

    private Boolean decimalComma(String settings) throws IOException {
        return receive(
                        given("items.csv", "item;unit_cost\nA-1;2,5\n".getBytes(StandardCharsets.UTF_8)),
                        given("dataset.yaml", settings.getBytes(StandardCharsets.UTF_8)))
                .get(0)
                .mapped()
                .decimalComma();
    }

    private List<Upload> receive(GivenFile... files) throws IOException {
        return receiver.receive(List.of(files), new ImportFolder(Files.createTempDirectory(folder, "into")), true);
    }

    private GivenFile plain(String name, int bytes) throws IOException {
        return given(name, text(bytes));
    }

    private static byte[] text(int bytes) {
        return (HEADER + "A,1\n".repeat(bytes)).substring(0, bytes).getBytes(StandardCharsets.UTF_8);
    }

    private GivenFile gzip(String name, int bytes) throws IOException {
        GivenFile given = given(name, new byte[0]);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(given.content()))) {
            out.write(text(bytes));
        }
        return given;
    }

    private GivenFile zip(String name, int files, int bytesOfEach) throws IOException {
        GivenFile given = given(name, new byte[0]);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(given.content()))) {
            for (int i = 0; i < files; i++) {
                zip.putNextEntry(new ZipEntry("file" + i + ".csv"));
                zip.write(text(bytesOfEach));
            }
        }
        return given;
    }

    private GivenFile given(String name, byte[] content) throws IOException {
        return new GivenFile(name, Files.write(Files.createTempFile(folder, "given", ""), content));
    }
}

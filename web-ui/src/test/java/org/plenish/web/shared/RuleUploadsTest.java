package org.plenish.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

class RuleUploadsTest {

    private static MultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, null, content);
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void loneFilesKeepTheirNamesAndTestsGoIntoTheFolderOfTests() {
        assertThat(read(List.of(
                        file("C:\\books\\review.csv", new byte[] {1}),
                        file("service.yaml", new byte[] {2}),
                        file("", new byte[0]))))
                .containsOnlyKeys("review.csv", "tests/service.yaml");
    }

    @Test
    void aFolderThatWasPackedAsAWholeIsTakenFromWithin() throws IOException {
        byte[] folder = zip(Map.of(
                "my-rules/review.csv", "a",
                "my-rules/tests/service.yaml", "b",
                "my-rules/README.md", "not of the book",
                "__MACOSX/my-rules/._review.csv", "nor this"));
        assertThat(read(List.of(file("rules.zip", folder)))).containsOnlyKeys("review.csv", "tests/service.yaml");
        assertThat(read(List.of(file("tests.ZIP", zip(Map.of("tests/service.yaml", "b"))))))
                .containsOnlyKeys("tests/service.yaml");
    }

    @Test
    void whatIsNoRuleFileIsRefusedByName() throws IOException {
        assertThat(refusal(file("notes.txt", new byte[] {1}))).isEqualTo("backtest.refused.ending notes.txt");
        assertThat(refusal(file("rules.zip", "no zip".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("backtest.refused.zip rules.zip");
        assertThat(refusal(file("rules.zip", zip(Map.of("README.md", "x")))))
                .isEqualTo("backtest.refused.zip rules.zip");
        assertThat(refusal(file("review.csv", new byte[1]), file("rules.zip", zip(Map.of("review.csv", "x")))))
                .isEqualTo("backtest.refused.twice review.csv");
    }

    @Test
    void aSmallZipThatUnpacksToALotIsRefused() throws IOException {
        byte[] bomb = zip(Map.of("review.csv", "0".repeat(20_000_001)));
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(refusal(file("rules.zip", bomb))).isEqualTo("backtest.refused.bytes 20000000");
    }

    private static String refusal(MultipartFile... files) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(List.of(files)));
        return refused.key() + " " + refused.values()[0];
    }

    private static SortedMap<String, byte[]> read(List<MultipartFile> sent) {
        return RuleUploads.read(sent, "backtest.refused");
    }
}

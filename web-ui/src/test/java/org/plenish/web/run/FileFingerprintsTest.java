package org.plenish.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFingerprintsTest {

    /** Of b.csv with the line "item" and an empty A.csv, as {@code LC_ALL=C; sha256sum * | sha256sum} prints it. */
    private static final String PRINTED = "67e751b35dd6c30ec9dcdd4b837f30750e311c58cb3a352d6ad1c33d7b02ce53";

    @Test
    void isWhatSha256sumPrints(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("b.csv"), "item\n");
        Files.createFile(folder.resolve("A.csv"));
        assertThat(FileFingerprints.of(folder).fingerprint()).isEqualTo(PRINTED);
        assertThat(FileFingerprints.of(Map.of("A.csv", new byte[0], "b.csv", bytes("item\n"))))
                .isEqualTo(FileFingerprints.of(folder));
    }

    @Test
    void differsByNameAndByContent() {
        String one = FileFingerprints.of(Map.of("a.csv", bytes("1"))).fingerprint();
        assertThat(FileFingerprints.of(Map.of("b.csv", bytes("1"))).fingerprint())
                .isNotEqualTo(one);
        assertThat(FileFingerprints.of(Map.of("a.csv", bytes("2"))).fingerprint())
                .isNotEqualTo(one);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

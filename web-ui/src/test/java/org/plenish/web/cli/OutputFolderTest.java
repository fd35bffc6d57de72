package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path folder;

    @Test
    void replacesFilesOfItsOwnNamesAndLeavesOthersAlone() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("summary.json"), "old");
        Files.writeString(out.resolve("my-notes.txt"), "mine");

        new OutputFolder(out).fill(draft -> Files.writeString(draft.resolve("summary.json"), "new"));

        assertThat(out.resolve("summary.json")).hasContent("new");
        assertThat(out.resolve("my-notes.txt")).hasContent("mine");
        assertThat(names(folder)).containsExactly("out");
    }

    @Test
    void leavesNothingBehindWhenWritingFails() {
        Path out = folder.resolve("deep/out");

        assertThatThrownBy(() -> new OutputFolder(out).fill(draft -> {
                    Files.writeString(draft.resolve("summary.json"), "half");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");

        assertThat(out).doesNotExist();
        assertThat(folder.resolve("deep")).isEmptyDirectory();
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("plan.csv"));
        assertThatThrownBy(() -> new OutputFolder(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " must be a folder, but is a file.");
    }

    @Test
    void isVacantWhenNewOrEmpty() throws IOException {
        assertThat(new OutputFolder(folder.resolve("new")).isVacant()).isTrue();
        assertThat(new OutputFolder(folder).isVacant()).isTrue();
        Files.createFile(folder.resolve("items.csv"));
        assertThat(new OutputFolder(folder).isVacant()).isFalse();
    }

    private static Stream<String> names(Path folder) throws IOException {
        return Files.list(folder).map(path -> path.getFileName().toString());
    }
}

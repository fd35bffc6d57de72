package org.plenish.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.DatasetWriter;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.io.generate.DatasetGenerator;
import org.plenish.engine.model.Dataset;

/**
 * The sample is what the generator makes. After a wanted change of the generator, delete {@code scenarios/data/sample}
 * and make it anew with the command in its README.
 */
class SampleTest {

    private static final Path SAMPLE = Path.of(System.getProperty("plenish.root"), "scenarios", "data", "sample");
    private static final long LARGEST_FILE_BYTES = 3_000_000;

    @Test
    void isWhatTheGeneratorMakes(@TempDir Path folder) throws IOException {
        DatasetGenerator.Result made =
                DatasetGenerator.generate(new DatasetGenerator.Settings(1_200, 4, 104, 20_261_123));
        Path again = folder.resolve("sample");
        DatasetWriter.write(made.dataset(), again, made.readme());

        assertThat(fileNames(again)).isEqualTo(fileNames(SAMPLE));
        for (String name : fileNames(SAMPLE)) {
            assertThat(content(again.resolve(name)).equals(content(SAMPLE.resolve(name))))
                    .as("%s is as generated", name)
                    .isTrue();
        }
    }

    @Test
    void readsWithoutAnythingToRemark() {
        ImportResult result = DatasetReader.read(SAMPLE);

        Dataset sample =
                Objects.requireNonNull(result.dataset(), () -> result.report().toString());
        assertThat(result.report().total()).isZero();
        assertThat(sample.items()).hasSize(1_200);
        assertThat(sample.warehouses()).hasSize(4);
    }

    @Test
    void isSmallEnoughToShip() throws IOException {
        long total = 0;
        for (String name : fileNames(SAMPLE)) {
            long bytes = Files.size(SAMPLE.resolve(name));
            assertThat(bytes).as(name).isLessThan(LARGEST_FILE_BYTES);
            total += bytes;
        }
        assertThat(total).isLessThan(LARGEST_FILE_BYTES);
    }

    private static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String content(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

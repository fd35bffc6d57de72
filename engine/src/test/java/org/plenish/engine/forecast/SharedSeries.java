package org.plenish.engine.forecast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The benchmark series with their held-out ends, where they are at hand. */
public final class SharedSeries {

    private static final Path FOLDER = Path.of(System.getProperty("plenish.shared", "../shared"), "data/forecast");

    private SharedSeries() {}

    /** By id, in the order of the file; skips the test where the reference data are absent. */
    public static Map<String, double[]> read(String file) throws IOException {
        assumeTrue(
                Files.exists(FOLDER.resolve(file)),
                "Skipped: the reference data are not at " + FOLDER + " (system property plenish.shared).");
        Map<String, double[]> series = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            String[] cells = line.split(",");
            series.put(
                    cells[0],
                    Arrays.stream(cells)
                            .skip(1)
                            .filter(cell -> !cell.isBlank())
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        return series;
    }
}

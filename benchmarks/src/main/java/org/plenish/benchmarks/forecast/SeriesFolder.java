package org.plenish.benchmarks.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenish.benchmarks.forecast.SeriesSet.Series;

/**
 * A folder of series with their held-out ends: {@code meta.csv} with {@code dataset,series,m,horizon,count_data}; for each
 * set {@code <set>_train.csv} and {@code <set>_test.csv} with a ragged row a series ({@code id,v1,v2,...}, no header); and,
 * where another program was run on them, {@code peer_r/<set>.csv} with a row a series and method.
 */
final class SeriesFolder {

    private final Path folder;

    SeriesFolder(Path folder) {
        this.folder = folder;
    }

    /** The sets of {@code meta.csv} whose files are there, in its order. */
    List<SeriesSet> sets() throws IOException {
        List<SeriesSet> sets = new ArrayList<>();
        for (Map<String, String> row : rows(folder.resolve("meta.csv"))) {
            String name = cell(row, "dataset");
            if (Files.exists(folder.resolve(name + "_train.csv"))) {
                sets.add(set(name, row));
            }
        }
        return sets;
    }

    private SeriesSet set(String name, Map<String, String> row) throws IOException {
        Map<String, double[]> histories = ragged(folder.resolve(name + "_train.csv"));
        Map<String, double[]> futures = ragged(folder.resolve(name + "_test.csv"));
        int horizon = Integer.parseInt(cell(row, "horizon"));
        List<Series> series = new ArrayList<>();
        for (Map.Entry<String, double[]> history : histories.entrySet()) {
            double[] future = futures.get(history.getKey());
            if (future == null || future.length != horizon) {
                throw new IOException(name + "_test.csv: " + history.getKey() + " must have " + horizon + " values.");
            }
            series.add(new Series(history.getKey(), history.getValue(), future));
        }
        return new SeriesSet(
                name,
                Integer.parseInt(cell(row, "m")),
                horizon,
                Boolean.parseBoolean(row.getOrDefault("count_data", "false")),
                series);
    }

    /** What the peer gave on a set: scores by method, then by series; empty where it was not run. */
    Map<String, Map<String, Scores>> peerScores(SeriesSet set) throws IOException {
        Path file = folder.resolve("peer_r").resolve(set.name() + ".csv");
        Map<String, Map<String, Scores>> byMethod = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (Map<String, String> row : rows(file)) {
                byMethod.computeIfAbsent(cell(row, "method"), method -> new LinkedHashMap<>())
                        .put(cell(row, "id"), Scores.ofPeer(row));
            }
        }
        return byMethod;
    }

    private static Map<String, double[]> ragged(Path file) throws IOException {
        Map<String, double[]> series = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            double[] values = Arrays.stream(cells)
                    .skip(1)
                    .filter(cell -> !cell.isBlank())
                    .mapToDouble(cell -> cell.equals("NA") ? Double.NaN : Double.parseDouble(cell))
                    .toArray();
            series.put(cells[0], values);
        }
        return series;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] header = lines.get(0).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(header.length, cells.length); i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String cell(Map<String, String> row, String column) throws IOException {
        String cell = row.get(column);
        if (cell == null) {
            throw new IOException("column " + column + " must be in the header: there are " + row.keySet() + ".");
        }
        return cell;
    }
}

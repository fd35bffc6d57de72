package org.plenish.benchmarks.forecast;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.plenish.benchmarks.forecast.SeriesSet.Series;
import org.plenish.engine.forecast.PlainForecast;

/** Every forecast step by step as CSV, to study methods and their combinations outside the program. */
final class ForecastDump implements AutoCloseable {

    private final Writer csv;

    ForecastDump(Path file) throws IOException {
        csv = Files.newBufferedWriter(file);
        csv.write("set,id,label,method,step,actual,mean");
        for (double probability : Scores.PROBABILITIES) {
            csv.write(",q" + probability);
        }
        csv.write('\n');
    }

    void write(SetResult result) throws IOException {
        for (MethodRun run : result.runs()) {
            for (int i = 0; i < run.outcomes().size(); i++) {
                PlainForecast forecast = run.outcomes().get(i).forecast();
                if (forecast != null) {
                    write(result.set(), result.set().series().get(i), run.label(), forecast);
                }
            }
        }
    }

    private void write(SeriesSet set, Series series, String label, PlainForecast forecast) throws IOException {
        for (int step = 0; step < set.horizon(); step++) {
            StringBuilder row = new StringBuilder(String.join(",", set.name(), series.id(), label, forecast.method()));
            row.append(',').append(step + 1).append(',').append(series.future()[step]);
            append(row, forecast.mean()[step]);
            for (double[] quantile : forecast.quantiles()) {
                append(row, quantile[step]);
            }
            csv.write(row.append('\n').toString());
        }
    }

    private static void append(StringBuilder row, double value) {
        row.append(',').append(String.format(Locale.ROOT, "%.8g", value));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

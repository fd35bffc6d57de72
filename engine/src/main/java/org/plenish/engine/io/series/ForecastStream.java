package org.plenish.engine.io.series;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.plenish.engine.forecast.PlainForecast;
import org.plenish.engine.forecast.PlainForecaster;

/**
 * Forecasts a file of series into another: this thread reads and writes, others forecast. What is written stands in the
 * order of the input and is the same for any number of threads; only a few batches of series are held at a time.
 */
public final class ForecastStream {

    private static final int BATCH_SERIES = 64;
    private static final int BATCH_VALUES = 4_096;
    private static final int BATCHES_AHEAD_PER_THREAD = 3;

    private final PlainForecaster forecaster;
    private final int horizon;
    private final PlainForecastRows rows;
    private final int threads;

    /** @param horizon buckets to forecast, 1 or more */
    public ForecastStream(PlainForecaster forecaster, int horizon, PlainForecastRows rows, int threads) {
        this.forecaster = forecaster;
        this.horizon = horizon;
        this.rows = rows;
        this.threads = threads;
    }

    /**
     * What was forecast.
     *
     * @param seriesByMethod how many series each method forecast
     */
    public record Result(long series, Map<String, Long> seriesByMethod) {

        public Result {
            seriesByMethod = Map.copyOf(seriesByMethod);
        }
    }

    private record Written(String csv, Map<String, Long> seriesByMethod, int series) {}

    /** A failure to write must not be taken for one to read. */
    private static final class WriteException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final IOException reason;

        WriteException(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /**
     * Forecasts until the input ends. If its problems hold an error then, what was written is not whole.
     *
     * @param progress is told now and then how many series were written
     * @throws IOException if the output cannot be written
     */
    public Result run(PlainSeriesFile input, Writer output, LongConsumer progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Pipe pipe = new Pipe(pool, output, progress);
            output.write(rows.header());
            input.read(pipe::take);
            return pipe.finish();
        } catch (WriteException e) {
            throw e.reason;
        } finally {
            pool.shutdownNow();
        }
    }

    private final class Pipe {

        private final ExecutorService pool;
        private final Writer output;
        private final LongConsumer progress;
        private final Deque<Future<Written>> ahead = new ArrayDeque<>();
        private final Map<String, Long> seriesByMethod = new TreeMap<>();
        private List<PlainSeries> batch = new ArrayList<>();
        private int batchValues;
        private long series;

        Pipe(ExecutorService pool, Writer output, LongConsumer progress) {
            this.pool = pool;
            this.output = output;
            this.progress = progress;
        }

        void take(PlainSeries next) {
            batch.add(next);
            batchValues += next.values().length;
            if (batch.size() >= BATCH_SERIES || batchValues >= BATCH_VALUES) {
                submit();
                while (ahead.size() > BATCHES_AHEAD_PER_THREAD * threads) {
                    writeFirst();
                }
            }
        }

        Result finish() {
            submit();
            while (!ahead.isEmpty()) {
                writeFirst();
            }
            return new Result(series, seriesByMethod);
        }

        private void submit() {
            List<PlainSeries> whole = batch;
            ahead.add(pool.submit(() -> forecast(whole)));
            batch = new ArrayList<>();
            batchValues = 0;
        }

        private void writeFirst() {
            Written written = result(ahead.removeFirst());
            try {
                output.write(written.csv());
            } catch (IOException e) {
                throw new WriteException(e);
            }
            written.seriesByMethod().forEach((method, count) -> seriesByMethod.merge(method, count, Long::sum));
            series += written.series();
            progress.accept(series);
        }
    }

    private static Written result(Future<Written> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while forecasting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    private Written forecast(List<PlainSeries> batch) {
        StringBuilder csv = new StringBuilder();
        Map<String, Long> seriesByMethod = new TreeMap<>();
        double[] probabilities = rows.probabilities();
        for (PlainSeries series : batch) {
            try {
                PlainForecast forecast = forecaster.forecast(series.values(), horizon, probabilities);
                rows.append(csv, series.id(), forecast);
                seriesByMethod.merge(forecast.method(), 1L, Long::sum);
            } catch (RuntimeException e) {
                throw new IllegalStateException("series " + series.id() + ": " + e.getMessage(), e);
            }
        }
        return new Written(csv.toString(), seriesByMethod, batch.size());
    }
}

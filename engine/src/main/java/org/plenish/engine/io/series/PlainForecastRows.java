package org.plenish.engine.io.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.plenish.engine.forecast.PlainForecast;

/**
 * Forecasts as rows of CSV: {@code series,step,mean,lo80,hi80,lo95,hi95,method}, a row a step, a pair of bounds a level.
 * Numbers have seven significant digits, a point and no exponent.
 */
public final class PlainForecastRows {

    private static final MathContext PRECISION = new MathContext(7, RoundingMode.HALF_EVEN);

    /** Up to here {@code value · 10⁶} is a whole number that a long holds. */
    private static final double LARGEST_QUICK = 1e9;

    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };
    private static final int SIGNIFICANT_DIGITS = 7;

    private final List<BigDecimal> levels;
    private final double[] probabilities;

    /**
     * @param levels of the intervals in percent, as {@code 80} or {@code 99.5}, in the order of their columns
     * @throws IllegalArgumentException if one is not inside (0, 100) or is given twice
     */
    public PlainForecastRows(List<BigDecimal> levels) {
        this.levels = levels.stream().map(BigDecimal::stripTrailingZeros).toList();
        for (BigDecimal level : this.levels) {
            if (level.signum() <= 0 || level.compareTo(BigDecimal.valueOf(100)) >= 0) {
                throw new IllegalArgumentException(level.toPlainString() + " must be more than 0 and less than 100.");
            }
        }
        if (this.levels.stream().distinct().count() < this.levels.size()) {
            throw new IllegalArgumentException("each level must be given once.");
        }
        this.probabilities = this.levels.stream()
                .flatMapToDouble(level -> DoubleStream.of(lower(level), 1 - lower(level)))
                .sorted()
                .toArray();
    }

    private static double lower(BigDecimal level) {
        return BigDecimal.valueOf(100)
                .subtract(level)
                .divide(BigDecimal.valueOf(200), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Of the quantiles that the rows need, rising: what to forecast with. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    public String header() {
        List<String> columns = new ArrayList<>(List.of("series", "step", "mean"));
        for (BigDecimal level : levels) {
            columns.add("lo" + level.toPlainString());
            columns.add("hi" + level.toPlainString());
        }
        columns.add("method");
        return String.join(",", columns) + "\n";
    }

    /** @param forecast with the quantiles of {@link #probabilities} */
    public void append(StringBuilder csv, String series, PlainForecast forecast) {
        String quoted = quoted(series);
        String method = quoted(forecast.method());
        int[] boundsOfLevels = boundsOfLevels();
        for (int step = 0; step < forecast.mean().length; step++) {
            csv.append(quoted).append(',').append(step + 1).append(',');
            append(csv, forecast.mean()[step]);
            for (int bound : boundsOfLevels) {
                csv.append(',');
                append(csv, forecast.quantiles()[bound][step]);
            }
            csv.append(',').append(method).append('\n');
        }
    }

    /** For each column of bounds, which of the rising probabilities it shows. */
    private int[] boundsOfLevels() {
        int[] bounds = new int[2 * levels.size()];
        for (int i = 0; i < levels.size(); i++) {
            BigDecimal level = levels.get(i);
            int wider = (int)
                    levels.stream().filter(other -> other.compareTo(level) > 0).count();
            bounds[2 * i] = wider;
            bounds[2 * i + 1] = probabilities.length - 1 - wider;
        }
        return bounds;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void append(StringBuilder csv, double value) {
        double size = Math.abs(value);
        if (size == 0) {
            csv.append('0');
        } else if (size >= 1 && size < LARGEST_QUICK) {
            appendQuickly(csv, value < 0, size);
        } else {
            csv.append(
                    new BigDecimal(value).round(PRECISION).stripTrailingZeros().toPlainString());
        }
    }

    /** As through {@link BigDecimal}, up to ties, for the sizes that nearly all numbers have. */
    private static void appendQuickly(StringBuilder csv, boolean negative, double size) {
        int wholeDigits = 1;
        while (size >= POWERS[wholeDigits]) {
            wholeDigits++;
        }
        if (negative) {
            csv.append('-');
        }
        int decimals = SIGNIFICANT_DIGITS - wholeDigits;
        if (decimals <= 0) {
            long unit = POWERS[-decimals];
            csv.append(Math.round(size / unit) * unit);
            return;
        }
        long scaled = Math.round(size * POWERS[decimals]);
        csv.append(scaled / POWERS[decimals]);
        long fraction = scaled % POWERS[decimals];
        if (fraction > 0) {
            csv.append('.');
            for (long power = POWERS[decimals - 1]; fraction > 0; power /= 10) {
                csv.append((char) ('0' + fraction / power));
                fraction %= power;
            }
        }
    }
}

package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Series at the edges of what a method may be given, and what holds of its answer to each. */
final class OddSeries {

    static final Map<String, double[]> ALL = all();

    private static final int HORIZON = 18;

    private OddSeries() {}

    static double[] of(int length, IntToDoubleFunction value) {
        double[] values = new double[length];
        Arrays.setAll(values, value);
        return values;
    }

    /** The method forecasts finite values near the history's range, or says that it cannot. */
    static void assertSaneAnswerTo(String name, ForecastMethod method) {
        double[] values = ALL.get(name);
        double[] before = values.clone();
        if (!method.canForecast(values)) {
            return;
        }
        Prediction prediction = method.forecast(values, HORIZON);
        assertThat(values).as("is not changed").isEqualTo(before);
        assertThat(prediction.horizonBuckets()).isEqualTo(HORIZON);
        double least = Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(0);
        double greatest =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
        double room = 4 * (greatest - least) + 1e-9 * Math.max(Math.abs(least), Math.abs(greatest));
        for (int i = 0; i < HORIZON; i++) {
            assertThat(prediction.mean()[i]).as("mean %d", i).isBetween(least - room, greatest + room);
            assertThat(prediction.sd()[i]).as("sd %d", i).isFinite().isNotNegative();
        }
        assertThat(method.forecast(values, HORIZON).mean()).as("is repeatable").isEqualTo(prediction.mean());
        assertThat(method.forecast(values, 0).horizonBuckets()).isZero();
    }

    private static Map<String, double[]> all() {
        Map<String, double[]> series = new LinkedHashMap<>();
        series.put("nothing", new double[0]);
        series.put("only gaps", of(30, i -> Double.NaN));
        series.put("one point", new double[] {5});
        series.put("one point after gaps", new double[] {Double.NaN, Double.NaN, 5});
        series.put("two points", new double[] {5, 9});
        series.put("three points", new double[] {5, 9, 7});
        series.put("four points", new double[] {5, 9, 7, 12});
        series.put("six points", new double[] {5, 9, 7, 12, 8, 8});
        series.put("constant", of(40, i -> 7));
        series.put("constant that is no binary fraction", of(40, i -> 0.1));
        series.put("all zero", of(40, i -> 0));
        series.put("one sale in forty", of(40, i -> i == 20 ? 3 : 0));
        series.put("last the first sale", of(40, i -> i == 39 ? 3 : 0));
        series.put("negative", of(50, i -> -100 + 3 * Math.sin(i)));
        series.put("either sign, seasonal", of(60, i -> 10 * Math.sin(Math.PI * i / 6) + Math.cos(7.0 * i)));
        series.put("huge", of(60, i -> 1e12 * (1 + 0.1 * Math.sin(i))));
        series.put("huge and nearly constant", of(60, i -> 1e12 + Math.sin(i)));
        series.put("tiny", of(60, i -> 1e-9 * (2 + Math.sin(i))));
        series.put("seasonal without noise", of(60, i -> 20 + 10 * Math.sin(Math.PI * i / 6)));
        series.put("seasonal with zeros", of(60, i -> i % 12 < 6 ? 0 : 20 + i % 12));
        series.put("alternating", of(60, i -> i % 2 == 0 ? 1 : 99));
        series.put("spike", of(60, i -> i == 55 ? 1e6 : 10 + i % 3));
        series.put("step", of(60, i -> i < 50 ? 10 : 1000));
        series.put("straight line", of(40, i -> 10 + 5 * i));
        series.put("falling line", of(40, i -> 400 - 10 * i));
        series.put("every third unknown", of(60, i -> i % 3 == 1 ? Double.NaN : 20 + Math.sin(i)));
        series.put("gap of a year", of(60, i -> i >= 20 && i < 32 ? Double.NaN : 20 + 10 * Math.sin(Math.PI * i / 6)));
        series.put("ends and starts with gaps", of(60, i -> i < 5 || i > 50 ? Double.NaN : 20 + Math.sin(i)));
        series.put(
                "one month never known", of(60, i -> i % 12 == 3 ? Double.NaN : 20 + 10 * Math.sin(Math.PI * i / 6)));
        return series;
    }
}

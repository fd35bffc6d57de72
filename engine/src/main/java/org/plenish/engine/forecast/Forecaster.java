package org.plenish.engine.forecast;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.forecast.method.MovingAverage;
import org.plenish.engine.model.BucketSize;

/**
 * Chooses the method for one series by {@link Backtest} and forecasts with it. The simplest method whose error (root of
 * the backtest's score) is within {@link #NEAR_TIE} of the least is chosen. For intermittent demand the naive forecast is
 * only what others are compared to: after a bucket without demand it would plan for none.
 */
final class Forecaster {

    /** Such a difference is chance on a dozen overlapping spans. */
    static final double NEAR_TIE = 0.02;

    /** Id where nothing was sold: there is nothing to choose by. */
    static final String NO_DEMAND = "no_demand";

    private final BucketSize bucket;

    Forecaster(BucketSize bucket) {
        this.bucket = bucket;
    }

    /**
     * By the method that a rule asks for, if there is demand and history enough for it; else by one of {@code methods}.
     *
     * @param methods simplest first; the first one has to be the naive forecast, which others are compared to
     */
    SeriesForecast forecast(
            double[] demandUnits, int horizonBuckets, List<ForecastMethod> methods, MethodChoice choice) {
        if (choice.isAutomatic()) {
            return forecast(demandUnits, horizonBuckets, methods);
        }
        ForecastMethod asked = Stream.concat(methods.stream(), ForecastMethods.all(bucket.bucketsPerYear()).stream())
                .filter(method -> method.id().equals(choice.methodId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "rule " + choice.ruleId() + ": " + choice.methodId() + " is no forecast method."));
        if (Histories.demandCount(demandUnits) == 0) {
            return forecast(demandUnits, horizonBuckets, methods);
        }
        if (!asked.canForecast(demandUnits)) {
            SeriesForecast automatic = forecast(demandUnits, horizonBuckets, methods);
            return automatic.because(automatic.why() + " Rule " + choice.ruleId() + " asks for " + choice.methodId()
                    + ", which does not fit this history.");
        }
        String why = "Set by rule " + choice.ruleId() + ": " + choice.text();
        Backtest backtest = new Backtest(demandUnits);
        ForecastMethod naive = methods.get(0);
        double[] mean =
                Backtest.nonNegative(asked.forecast(demandUnits, horizonBuckets).mean());
        if (!backtest.canJudge(asked) || !backtest.canJudge(naive)) {
            return new SeriesForecast(
                    asked.id(),
                    why + " The history is too short to judge it.",
                    mean,
                    ErrorSpread.ofHistory(demandUnits),
                    ForecastAccuracy.UNKNOWN,
                    new double[0]);
        }
        Backtest.Result result = backtest.run(asked);
        Backtest.Result repeated = backtest.run(naive);
        double[] latestErrors = backtest.latestErrors(asked);
        double relative = Math.sqrt(result.score() / repeated.score());
        return new SeriesForecast(
                asked.id(),
                Double.isFinite(relative)
                        ? why + String.format(Locale.ROOT, " Its error was %.2f of the naive forecast's.", relative)
                        : why,
                mean,
                ErrorSpread.of(result, demandUnits),
                result.accuracy(repeated, latestErrors),
                latestErrors);
    }

    /**
     * @param demandUnits by bucket; NaN is not known; may be empty
     * @param methods simplest first; the first one has to be the naive forecast, which others are compared to
     */
    SeriesForecast forecast(double[] demandUnits, int horizonBuckets, List<ForecastMethod> methods) {
        int known = Histories.knownCount(demandUnits);
        if (Histories.demandCount(demandUnits) == 0) {
            String why = known == 0
                    ? "No " + bucketName(1) + " with known demand: nothing to forecast from."
                    : "Nothing was sold in " + known + " " + bucketName(known) + ".";
            return new SeriesForecast(
                    NO_DEMAND,
                    why,
                    new double[horizonBuckets],
                    ErrorSpread.ofHistory(demandUnits),
                    ForecastAccuracy.UNKNOWN,
                    new double[0]);
        }
        Backtest backtest = new Backtest(demandUnits);
        List<ForecastMethod> judged =
                methods.stream().filter(backtest::canJudge).toList();
        if (judged.isEmpty()) {
            ForecastMethod average = new MovingAverage();
            return new SeriesForecast(
                    average.id(),
                    "Only " + known + " " + bucketName(known)
                            + " of known demand: too short to compare methods, so its average is used.",
                    average.forecast(demandUnits, horizonBuckets).mean(),
                    ErrorSpread.ofHistory(demandUnits),
                    ForecastAccuracy.UNKNOWN,
                    new double[0]);
        }
        List<Backtest.Result> results = judged.stream().map(backtest::run).toList();
        int chosen = choose(results, judged.size() > 1 && Histories.isIntermittent(demandUnits) ? 1 : 0);
        ForecastMethod method = judged.get(chosen);
        Backtest.Result result = results.get(chosen);
        double[] latestErrors = backtest.latestErrors(method);
        return new SeriesForecast(
                method.id(),
                why(method, judged.size() - 1, backtest.origins(), result, results.get(0), demandUnits),
                Backtest.nonNegative(
                        method.forecast(demandUnits, horizonBuckets).mean()),
                ErrorSpread.of(result, demandUnits),
                result.accuracy(results.get(0), latestErrors),
                latestErrors);
    }

    private static int choose(List<Backtest.Result> results, int from) {
        double least = results.stream()
                .skip(from)
                .mapToDouble(Backtest.Result::score)
                .min()
                .orElseThrow();
        double bound = least * (1 + NEAR_TIE) * (1 + NEAR_TIE);
        int chosen = from;
        while (results.get(chosen).score() > bound) {
            chosen++;
        }
        return chosen;
    }

    private String why(
            ForecastMethod method,
            int others,
            int spans,
            Backtest.Result chosen,
            Backtest.Result naive,
            double[] demandUnits) {
        int known = Histories.knownCount(demandUnits);
        int withDemand = Histories.demandCount(demandUnits);
        String error;
        if (chosen == naive) {
            error = "none was clearly better than repeating the last " + bucketName(1);
        } else if (chosen.score() < naive.score()) {
            double relative = Math.sqrt(chosen.score() / naive.score());
            error = String.format(Locale.ROOT, "its error was %.2f of the naive forecast's", relative);
        } else {
            error = "it erred least of those that look back further than one " + bucketName(1);
        }
        return "Chosen over " + others + (others == 1 ? " other on " : " others on ") + spans
                + (spans == 1 ? " held-out span: " : " held-out spans: ") + error + "; demand comes in " + withDemand
                + " of " + known + " " + bucketName(known) + ", and " + method.suits() + ".";
    }

    private String bucketName(int count) {
        return bucket.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }
}

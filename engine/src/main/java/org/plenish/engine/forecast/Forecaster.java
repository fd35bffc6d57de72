package org.plenish.engine.forecast;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.forecast.method.MovingAverage;
import org.plenish.engine.model.BucketSize;

/**
 * Chooses the method for one series and forecasts with it: the one that usually serves demand of this kind, unless
 * {@link Backtest} shows another whose error (root of the backtest's score) is smaller by a fifth. A dozen overlapping
 * spans of one series tell less than the held-out ends of thousands; choosing by them alone raised RMSSE on weekly retail
 * sales from 1.107 to 1.129, on car parts from 0.564 to 0.601, on jewelry from 0.569 to 0.595. Where the usual method
 * cannot be judged, the simplest method whose error is within {@link #NEAR_TIE} of the least is chosen. For intermittent
 * demand the naive forecast is only what others are compared to: after a bucket without demand it would plan for none.
 */
final class Forecaster {

    /** Such a difference is chance on a dozen overlapping spans. */
    static final double NEAR_TIE = 0.02;

    /** So much smaller has the error of another than the usual method to be. */
    static final double CLEARLY_BETTER = 0.8;

    /** Id where nothing was sold: there is nothing to choose by. */
    static final String NO_DEMAND = "no_demand";

    private final BucketSize bucket;

    Forecaster(BucketSize bucket) {
        this.bucket = bucket;
    }

    /**
     * By the method that a rule asks for, if there is demand and history enough for it; else by one of {@code methods}.
     */
    SeriesForecast forecast(double[] demandUnits, int horizonBuckets, Candidates methods, MethodChoice choice) {
        if (choice.isAutomatic()) {
            return forecast(demandUnits, horizonBuckets, methods);
        }
        ForecastMethod asked = Stream.concat(
                        methods.all().stream(), ForecastMethods.all(bucket.bucketsPerYear()).stream())
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
        ForecastMethod naive = methods.others().get(0);
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
     * @param usual what usually serves such demand best; null: nothing is known of that
     * @param others simplest first; the first one has to be the naive forecast, which all are compared to
     */
    record Candidates(@Nullable ForecastMethod usual, List<ForecastMethod> others) {

        List<ForecastMethod> all() {
            return usual == null
                    ? others
                    : Stream.concat(others.stream(), Stream.of(usual)).toList();
        }
    }

    /** @param demandUnits by bucket; NaN is not known; may be empty */
    SeriesForecast forecast(double[] demandUnits, int horizonBuckets, Candidates methods) {
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
                methods.all().stream().filter(backtest::canJudge).toList();
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
        int usual = methods.usual() == null ? -1 : judged.indexOf(methods.usual());
        int chosen = choose(results, judged.size() > 1 && Histories.isIntermittent(demandUnits) ? 1 : 0);
        if (usual >= 0 && !isClearlyBetter(results.get(chosen), results.get(usual))) {
            chosen = usual;
        }
        ForecastMethod method = judged.get(chosen);
        Backtest.Result result = results.get(chosen);
        double[] latestErrors = backtest.latestErrors(method);
        return new SeriesForecast(
                method.id(),
                why(judged, results, chosen, usual, backtest.origins(), demandUnits),
                Backtest.nonNegative(
                        method.forecast(demandUnits, horizonBuckets).mean()),
                ErrorSpread.of(result, demandUnits),
                result.accuracy(results.get(0), latestErrors),
                latestErrors);
    }

    private static boolean isClearlyBetter(Backtest.Result one, Backtest.Result other) {
        return one.score() < CLEARLY_BETTER * CLEARLY_BETTER * other.score();
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
            List<ForecastMethod> judged,
            List<Backtest.Result> results,
            int chosen,
            int usual,
            int spans,
            double[] demandUnits) {
        int known = Histories.knownCount(demandUnits);
        int others = judged.size() - 1;
        Backtest.Result result = results.get(chosen);
        Backtest.Result naive = results.get(0);
        String onSpans = " on " + spans + (spans == 1 ? " held-out span" : " held-out spans");
        String choice;
        if (usual < 0) {
            choice = "Chosen over " + others + (others == 1 ? " other" : " others") + onSpans;
        } else if (chosen == usual) {
            choice = "Usual for such demand, and none of " + others + " others was clearly better" + onSpans;
        } else {
            double times = Math.sqrt(results.get(usual).score() / result.score());
            choice = String.format(
                    Locale.ROOT,
                    "Clearly better than what is usual for such demand, %s, which erred %.1f times as much%s",
                    judged.get(usual).id(),
                    times,
                    onSpans);
        }
        String error;
        if (chosen == 0) {
            error = "none was clearly better than repeating the last " + bucketName(1);
        } else if (result.score() < naive.score()) {
            double relative = Math.sqrt(result.score() / naive.score());
            error = String.format(Locale.ROOT, "its error was %.2f of the naive forecast's", relative);
        } else {
            error = chosen == usual
                    ? "repeating the last " + bucketName(1) + " erred less, but not clearly"
                    : "it erred least of those that look back further than one " + bucketName(1);
        }
        return choice + ": " + error + "; demand comes in " + Histories.demandCount(demandUnits) + " of " + known + " "
                + bucketName(known) + ", and " + judged.get(chosen).suits() + ".";
    }

    private String bucketName(int count) {
        return bucket.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }
}

package org.plenish.engine.forecast.method;

import java.util.ArrayList;
import java.util.List;

/** The methods there are, simplest first: at near-ties the earlier one is chosen. */
public final class ForecastMethods {

    /** With fewer seasons, nothing tells a season from chance. */
    private static final int MIN_SEASONS = 2;

    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_WEEK = 7;
    private static final int WEEKS_A_YEAR = 52;
    private static final double DAYS_A_YEAR = 365.25;

    private ForecastMethods() {}

    /**
     * Every method there is, for one plain series.
     *
     * @param period buckets in a season; 1: none, and then none of the methods that need one
     */
    public static List<ForecastMethod> all(int period) {
        List<ForecastMethod> methods = new ArrayList<>(withoutSeason());
        methods.add(new HistoricalMean());
        methods.add(new Drift());
        methods.add(new ShaleBoylanJohnston());
        methods.add(new AggregateDisaggregate());
        methods.add(new MultipleAggregation());
        methods.add(new Theta(period));
        methods.add(new OptimizedTheta(period));
        methods.add(new DynamicOptimizedTheta(period));
        methods.add(new ComplexExponentialSmoothing(period));
        methods.add(new TemporalHierarchy(period, ComplexExponentialSmoothing::new));
        methods.add(new Mapa(period, new Ets(1)));
        methods.add(new AveragedSmoothing(period));
        methods.add(median(period));
        methods.add(combination(period));
        methods.add(new WeightedCombination("weighted", members(period)));
        methods.add(new Arima(period));
        methods.add(new Ets(period));
        methods.add(Ets.weighted(period));
        if (period > 1) {
            methods.add(new SeasonalNaive(period));
            methods.add(Deseasonalized.byItself(new SimpleExponentialSmoothing(), period));
            methods.add(Deseasonalized.byItself(new DampedHolt(), period));
        }
        if (period > 2) {
            methods.add(new FourierRegression(seasons(period)));
        }
        if (period == HOURS_A_DAY) {
            methods.add(new DoubleSeasonalSmoothing(HOURS_A_DAY, DAYS_A_WEEK * HOURS_A_DAY));
            methods.add(ofHours());
        }
        return List.copyOf(methods);
    }

    /** The seasons that buckets with this shortest one may have, in their true length. */
    private static double[] seasons(int period) {
        return switch (period) {
            case HOURS_A_DAY -> new double[] {HOURS_A_DAY, DAYS_A_WEEK * HOURS_A_DAY};
            case DAYS_A_WEEK -> new double[] {DAYS_A_WEEK, DAYS_A_YEAR};
            case WEEKS_A_YEAR -> new double[] {DAYS_A_YEAR / DAYS_A_WEEK};
            default -> new double[] {period};
        };
    }

    /**
     * The middle three of five methods that err in different ways: what serves most series with a season, and short ones
     * without. Tried on the M3 series and their own ends cut off: it errs less than the published median on months and
     * short years, as much on quarters, and less than the mean or the weighted mean of the five.
     */
    public static ForecastMethod combination(int period) {
        return new TrimmedCombination("combination", members(period));
    }

    /** For hours with a season of a day and one of a week. */
    public static ForecastMethod ofHours() {
        return new TrimmedCombination(
                "hours",
                List.of(new Arima(HOURS_A_DAY), new DoubleSeasonalSmoothing(HOURS_A_DAY, DAYS_A_WEEK * HOURS_A_DAY)));
    }

    /** As Petropoulos and Svetunkov published it. */
    private static ForecastMethod median(int period) {
        return new TrimmedCombination(
                "median",
                List.of(
                        new Ets(period),
                        new ComplexExponentialSmoothing(period),
                        new Arima(period),
                        new DynamicOptimizedTheta(period)));
    }

    private static List<ForecastMethod> members(int period) {
        return List.of(
                Ets.weighted(period),
                new AveragedSmoothing(period),
                new TemporalHierarchy(period, ComplexExponentialSmoothing::new),
                new Arima(period),
                new DynamicOptimizedTheta(period));
    }

    /** Those that know no season. */
    public static List<ForecastMethod> withoutSeason() {
        return List.of(
                new Naive(),
                new MovingAverage(),
                new SimpleExponentialSmoothing(),
                new Croston(),
                new SyntetosBoylan(),
                new TeunterSyntetosBabai(),
                new DampedHolt());
    }

    /**
     * All that suit a single series of this length.
     *
     * @param period buckets in a season; 1: none
     */
    public static List<ForecastMethod> ofSeries(int length, int period) {
        List<ForecastMethod> methods = new ArrayList<>(withoutSeason());
        if (period > 1 && length >= MIN_SEASONS * period) {
            methods.add(new SeasonalNaive(period));
            methods.add(Deseasonalized.byItself(new SimpleExponentialSmoothing(), period));
            methods.add(Deseasonalized.byItself(new DampedHolt(), period));
        }
        return List.copyOf(methods);
    }

    /**
     * The method on demand without the season of its pool, where the pool is long enough to show one; else as it is.
     *
     * @param poolUnits demand of all series that share the season, together
     * @param offset bucket of the pool that is the series' first
     */
    public static ForecastMethod seasonalByPool(ForecastMethod method, double[] poolUnits, int offset, int period) {
        return period > 1 && poolUnits.length >= MIN_SEASONS * period
                ? Deseasonalized.byPool(method, period, poolUnits, offset)
                : method;
    }

    /**
     * All that suit one of many series that share their season.
     *
     * @param poolUnits demand of all of them together
     * @param offset bucket of the pool that is the series' first
     */
    public static List<ForecastMethod> ofPool(double[] poolUnits, int offset, int period) {
        List<ForecastMethod> methods = new ArrayList<>(withoutSeason());
        if (period > 1 && poolUnits.length >= MIN_SEASONS * period) {
            methods.add(new SeasonalNaive(period));
            methods.add(Deseasonalized.byPool(new SimpleExponentialSmoothing(), period, poolUnits, offset));
            methods.add(Deseasonalized.byPool(new DampedHolt(), period, poolUnits, offset));
        }
        return List.copyOf(methods);
    }
}

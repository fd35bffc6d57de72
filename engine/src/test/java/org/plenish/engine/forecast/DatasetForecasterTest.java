package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.clean.DemandHistories;
import org.plenish.engine.forecast.clean.TestDataset;
import org.plenish.engine.forecast.monitor.ValueAdded;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.GivenForecast;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

class DatasetForecasterTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-11-23");
    private static final TimeBuckets FUTURE = new TimeBuckets(AS_OF, BucketSize.WEEK, 4);
    private static final Offset<Double> TOLERANCE = Offset.offset(1e-9);
    private static final SkuLocation KETTLE = SkuLocation.of("KETTLE", "LEEDS");

    @Test
    void givesTheSameForecastsWithOneThreadAndWithFour() {
        TestDataset data = new TestDataset(AS_OF);
        Random random = new Random(5);
        for (int item = 0; item < 60; item++) {
            double chance = random.nextDouble();
            int size = 1 + random.nextInt(20);
            data.sales(
                    SkuLocation.of("ITEM-" + item, "LEEDS"),
                    IntStream.range(0, 54)
                            .map(week -> random.nextDouble() < chance ? 1 + random.nextInt(size) : 0)
                            .toArray());
        }
        assertThat(forecastAll(data.build(), 4)).isEqualTo(forecastAll(data.build(), 1));
    }

    @Test
    void tellsProgressUpToTheEnd() {
        List<Double> shares = new ArrayList<>();
        Dataset dataset = new TestDataset(AS_OF).sales(KETTLE, weeks(20, 10)).build();
        DatasetForecaster.forecastAll(
                dataset, DemandHistories.build(dataset), FUTURE, MethodRules.AUTOMATIC, 1, shares::add);
        assertThat(shares).isSorted().endsWith(1.0);
    }

    @Test
    void putsAPromotionOnTopOfTheForecastInItsDaysOnly() {
        Dataset dataset = new TestDataset(AS_OF)
                .sales(KETTLE, weeks(20, 10))
                .promotion(new Promotion(KETTLE.item(), null, AS_OF.plusDays(7), AS_OF.plusDays(13), 1.4))
                .promotion(new Promotion(KETTLE.item(), null, AS_OF.plusDays(19), AS_OF.plusDays(20), 2))
                .build();
        // second week 10 × 1.4; third week 10 × (5 + 2 × 2) / 7
        assertThat(forecast(dataset).meanUnits().toArray())
                .containsExactly(new double[] {10, 14, 90 / 7.0, 10}, TOLERANCE);
    }

    @Test
    void takesPastPromotionsOutOfDemand() {
        int[] sold = weeks(20, 10);
        sold[19] = 30;
        Dataset dataset = new TestDataset(AS_OF)
                .sales(KETTLE, sold)
                .promotion(new Promotion(KETTLE.item(), KETTLE.warehouse(), AS_OF.minusDays(7), AS_OF.minusDays(1), 3))
                .build();
        assertThat(forecast(dataset).meanUnits().get(0)).isEqualTo(10); // 30 / 3
    }

    @Test
    void takesForecastsFromOutsideForTheirBuckets() {
        Dataset dataset = new TestDataset(AS_OF)
                .sales(KETTLE, weeks(20, 10))
                .given(new GivenForecast(KETTLE, AS_OF.plusDays(7), 25.0, 3.0))
                .build();
        Forecast forecast = forecast(dataset);
        assertThat(forecast.meanUnits().toArray()).containsExactly(10, 25, 10, 10);
        assertThat(forecast.sdUnits().get(1)).isEqualTo(3);
        assertThat(forecast.method()).isEqualTo("dotm");
        assertThat(forecast.why()).endsWith("1 bucket was given from outside.");
    }

    @Test
    void judgesForecastsFromOutsideThatWereGivenForThePast() {
        int[] sold = weeks(20, 10);
        sold[18] = 14;
        Dataset dataset = new TestDataset(AS_OF)
                .sales(KETTLE, sold)
                .given(new GivenForecast(KETTLE, AS_OF.minusWeeks(2), 13.0, null))
                .given(new GivenForecast(KETTLE, AS_OF.minusWeeks(1), 12.0, null))
                .build();
        ValueAdded added = forecast(dataset).accuracy().valueAdded();
        assertThat(added.givenBuckets()).isEqualTo(2);
        assertThat(added.naiveErrorWhereGivenUnits()).isEqualTo(4, TOLERANCE); // 10 for 14, then 14 for 10
        assertThat(added.givenErrorUnits()).isEqualTo(Math.sqrt(2.5), TOLERANCE); // 13 for 14, 12 for 10
        assertThat(forecast(dataset).meanUnits().get(0)).isNotEqualTo(12.0);
    }

    @Test
    void forecastsByTheMethodThatARuleAsksForAndSaysSo() {
        TestDataset data = new TestDataset(AS_OF).sales(KETTLE, 1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8, 10, 9, 11);
        List<SeriesProfile> asked = new ArrayList<>();
        MethodRules rules = profiles -> {
            asked.addAll(profiles);
            return List.of(new MethodChoice("moving_average", "FCM-020", "It is a kettle."));
        };
        Forecast forecast = forecastAll(data.build(), rules, 1).get(KETTLE);
        assertThat(asked).singleElement().satisfies(profile -> {
            assertThat(profile.location()).isEqualTo(KETTLE);
            assertThat(profile.demand().pattern()).isEqualTo(DemandPattern.SMOOTH);
            assertThat(profile.demand().historyBuckets()).isEqualTo(18);
            assertThat(profile.demand().shareOfZeros()).isZero();
        });
        assertThat(forecast.method()).isEqualTo("moving_average");
        assertThat(forecast.why()).startsWith("Set by rule FCM-020: It is a kettle. Its error was ");
        assertThat(forecast.accuracy().valueAdded().relativeError()).isPositive();
    }

    @Test
    void saysWhyARuleIsNotFollowed() {
        MethodRules rules = profiles -> List.of(new MethodChoice("seasonal_naive", "FCM-020", "It is a kettle."));
        Dataset dataset = new TestDataset(AS_OF).sales(KETTLE, weeks(20, 10)).build();
        Forecast forecast = forecastAll(dataset, rules, 1).get(KETTLE);
        assertThat(forecast.method()).isEqualTo("dotm");
        assertThat(forecast.why()).endsWith("Rule FCM-020 asks for seasonal_naive, which does not fit this history.");
    }

    @Test
    void refusesAMethodThatThereIsNot() {
        MethodRules rules = profiles -> List.of(new MethodChoice("crystal_ball", "FCM-020", "It is a kettle."));
        Dataset dataset = new TestDataset(AS_OF).sales(KETTLE, weeks(20, 10)).build();
        assertThatThrownBy(() -> forecastAll(dataset, rules, 1))
                .hasMessageContaining("rule FCM-020: crystal_ball is no forecast method.");
    }

    @Test
    void callsAForecastGivenIfAllOfItIs() {
        TestDataset data = new TestDataset(AS_OF);
        for (int week = 0; week < 4; week++) {
            data.given(new GivenForecast(KETTLE, AS_OF.plusWeeks(week), 9.0, null));
        }
        Forecast forecast = forecast(data.build());
        assertThat(forecast.method()).isEqualTo("given");
        assertThat(forecast.meanUnits().toArray()).containsExactly(9, 9, 9, 9);
        assertThat(forecast.sdUnits().get(0)).isEqualTo(3); // never below Poisson demand: √9
    }

    @Test
    void forecastsNothingOfWhatNeverSold() {
        SkuLocation lamp = SkuLocation.of("LAMP", "LEEDS");
        Dataset dataset = new TestDataset(AS_OF)
                .sales(KETTLE, weeks(20, 10))
                .stock(lamp, 5)
                .build();
        Forecast forecast = forecastAll(dataset, 1).get(lamp);
        assertThat(forecast.method()).isEqualTo("no_demand");
        assertThat(forecast.meanUnits().toArray()).containsOnly(0);
        assertThat(forecast.cumulativeSdUnits().toArray()).containsOnly(0);
        assertThat(forecast.why()).isEqualTo("Nothing was sold in 20 weeks.");
    }

    @Test
    void sharesOneDemandBetweenAYoungSuccessorAndWhatItReplaces() {
        SkuLocation old = SkuLocation.of("KETTLE-OLD", "LEEDS");
        int[] sold = weeks(40, 10);
        sold[38] = 6;
        sold[39] = 4;
        Dataset dataset = new TestDataset(AS_OF)
                .item("KETTLE-OLD", "", null, Lifecycle.PHASE_OUT, "KETTLE")
                .item("KETTLE", "", null, Lifecycle.NEW, null)
                .sales(old, sold)
                .sales(KETTLE, 4, 6)
                .build();
        SortedMap<SkuLocation, Forecast> forecasts = forecastAll(dataset, 1);
        Forecast successor = forecasts.get(KETTLE);
        Forecast predecessor = forecasts.get(old);
        // half of the last two weeks' 20, and a thirteenth more each week
        assertThat(successor.meanUnits().get(0)).isEqualTo(10 * (0.5 + 1 / 13.0), TOLERANCE);
        assertThat(successor.meanUnits().get(3)).isEqualTo(10 * (0.5 + 4 / 13.0), TOLERANCE);
        assertThat(predecessor.meanUnits().get(3)).isEqualTo(10 * (0.5 - 4 / 13.0), TOLERANCE);
        assertThat(successor.why())
                .contains("demand comes in 40 of 40 weeks")
                .endsWith("Its history continues that of KETTLE-OLD, which it replaces.");
        assertThat(predecessor.why())
                .endsWith("It gives way to KETTLE, which has 50 % of their common demand now and takes over the rest.");
    }

    @Test
    void aSuccessorThatIsStillToComeStartsWhenItIsIntroduced() {
        SkuLocation old = SkuLocation.of("KETTLE-OLD", "LEEDS");
        Dataset dataset = new TestDataset(AS_OF)
                .item("KETTLE-OLD", "", null, Lifecycle.PHASE_OUT, "KETTLE")
                .item("KETTLE", "", AS_OF.plusWeeks(2), Lifecycle.NEW, null)
                .sales(old, weeks(40, 13))
                .stock(KETTLE, 0)
                .build();
        SortedMap<SkuLocation, Forecast> forecasts = forecastAll(dataset, 1);
        assertThat(forecasts.get(KETTLE).meanUnits().toArray()).containsExactly(new double[] {0, 0, 1, 2}, TOLERANCE);
        assertThat(forecasts.get(old).meanUnits().toArray()).containsExactly(new double[] {13, 13, 12, 11}, TOLERANCE);
    }

    @Test
    void aSuccessorThatHasSoldForHalfAYearStandsAlone() {
        SkuLocation old = SkuLocation.of("KETTLE-OLD", "LEEDS");
        Dataset dataset = new TestDataset(AS_OF)
                .item("KETTLE-OLD", "", null, Lifecycle.PHASE_OUT, "KETTLE")
                .item("KETTLE", "", null, Lifecycle.ACTIVE, null)
                .sales(old, weeks(60, 13))
                .sales(KETTLE, weeks(26, 5))
                .build();
        SortedMap<SkuLocation, Forecast> forecasts = forecastAll(dataset, 1);
        assertThat(forecasts.get(KETTLE).meanUnits().get(0)).isEqualTo(5, TOLERANCE);
        assertThat(forecasts.get(old).meanUnits().get(0)).isEqualTo(13, TOLERANCE);
    }

    @Test
    void readsChristmasFromTheCategoryWhereOneItemIsTooThin() {
        TestDataset data = new TestDataset(AS_OF).item("KETTLE", "GIFTS", null, Lifecycle.ACTIVE, null);
        Random random = new Random(2);
        for (int item = 0; item < 40; item++) {
            String id = item == 0 ? "KETTLE" : "GIFT-" + item;
            int mean = item == 0 ? 3 : 20;
            data.item(id, "GIFTS", null, Lifecycle.ACTIVE, null)
                    .sales(
                            SkuLocation.of(id, "LEEDS"),
                            IntStream.range(0, 104)
                                    .map(week -> Math.max(
                                            week == 0 ? 1 : 0,
                                            // the peak is in the first four of every 52 weeks, so right after the
                                            // plan's date
                                            (int) Math.round((week % 52 < 4 ? 4 * mean : mean)
                                                    * (0.7 + 0.6 * random.nextDouble()))))
                                    .toArray());
        }
        SortedMap<SkuLocation, Forecast> forecasts = forecastAll(data.build(), 2);
        assertThat(forecasts.values()).allMatch(forecast -> forecast.meanUnits().get(1) > 0);
        assertThat(forecasts.get(KETTLE).meanUnits().get(1)).isBetween(6.0, 14.0); // 4 × 3, an ordinary week has 3
    }

    private static int[] weeks(int count, int units) {
        return IntStream.generate(() -> units).limit(count).toArray();
    }

    private static Forecast forecast(Dataset dataset) {
        return forecastAll(dataset, 1).get(KETTLE);
    }

    private static SortedMap<SkuLocation, Forecast> forecastAll(Dataset dataset, int threads) {
        SortedMap<SkuLocation, DemandHistory> histories = DemandHistories.build(dataset);
        return forecastAll(dataset, MethodRules.AUTOMATIC, threads);
    }

    private static SortedMap<SkuLocation, Forecast> forecastAll(Dataset dataset, MethodRules rules, int threads) {
        SortedMap<SkuLocation, DemandHistory> histories = DemandHistories.build(dataset);
        return DatasetForecaster.forecastAll(dataset, histories, FUTURE, rules, threads, share -> {});
    }
}

package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.GivenForecast;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

class GivenForecastsTest {

    private static final Offset<Double> TOLERANCE = Offset.offset(1e-9);
    private static final SkuLocation KETTLE = SkuLocation.of("KETTLE", "LEEDS");
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-23");
    private static final TimeBuckets FUTURE = new TimeBuckets(AS_OF, BucketSize.WEEK, 7);
    private static final ErrorSpread POISSON = ErrorSpread.ofHistory(new double[0]);

    @Test
    void aMonthIsSpreadOverTheWeeksItTouches() {
        // December: 31 days from Tuesday of the second week to Thursday of the sixth; 62 units are 2 a day
        double[] mean = computed(7, 70);
        GivenForecasts.Replaced replaced = new GivenForecasts(List.of(given("2026-12-01", 62), given("2027-01-01", 31)))
                .replace(KETTLE, FUTURE, mean, computed(7, 0), POISSON);
        assertThat(mean)
                .containsExactly(
                        new double[] {70, 70 / 7.0 + 12, 14, 14, 14, 8 + 3, 7}, TOLERANCE); // 1 a day in January
        assertThat(replaced).isEqualTo(new GivenForecasts.Replaced(6, false));
    }

    @Test
    void theVarianceIsSpreadLikeTheMean() {
        double[] sd = computed(7, 0);
        new GivenForecasts(List.of(
                        new GivenForecast(KETTLE, LocalDate.parse("2026-12-01"), 62, 31.0),
                        new GivenForecast(KETTLE, LocalDate.parse("2027-01-01"), 62, 31.0)))
                .replace(KETTLE, FUTURE, computed(7, 0), sd, POISSON);
        assertThat(sd[2]).isEqualTo(Math.sqrt(31 * 31 * 7 / 31.0), TOLERANCE);
    }

    @Test
    void aMonthThatHasBegunGivesWhatIsLeftOfIt() {
        double[] mean = computed(7, 70);
        new GivenForecasts(List.of(given("2026-11-01", 60), given("2026-12-01", 62)))
                .replace(KETTLE, FUTURE, mean, computed(7, 0), POISSON);
        assertThat(mean[0]).isEqualTo(14, TOLERANCE); // 2 a day
        assertThat(mean[1]).isEqualTo(2 + 12, TOLERANCE);
    }

    @Test
    void daysAreAddedUp() {
        double[] mean = computed(7, 70);
        GivenForecasts.Replaced replaced = new GivenForecasts(List.of(given("2026-11-23", 3), given("2026-11-24", 4)))
                .replace(KETTLE, FUTURE, mean, computed(7, 0), POISSON);
        assertThat(mean[0]).isEqualTo(3 + 4 + 70 * 5 / 7.0, TOLERANCE);
        assertThat(replaced.buckets()).isEqualTo(1);
    }

    @Test
    void aSingleRowIsOneBucketAndSoAreRowsFarApart() {
        double[] mean = computed(7, 70);
        new GivenForecasts(List.of(given("2026-11-30", 25))).replace(KETTLE, FUTURE, mean, computed(7, 0), POISSON);
        assertThat(mean).containsExactly(70, 25, 70, 70, 70, 70, 70);
        new GivenForecasts(List.of(given("2026-11-30", 25), given("2026-12-21", 26)))
                .replace(KETTLE, FUTURE, mean, computed(7, 0), POISSON);
        assertThat(mean).containsExactly(70, 25, 70, 70, 26, 70, 70);
    }

    @Test
    void aRowWithinABucketCountsForThatBucket() {
        double[] mean = computed(7, 70);
        new GivenForecasts(List.of(given("2026-12-02", 25))).replace(KETTLE, FUTURE, mean, computed(7, 0), POISSON);
        assertThat(mean[1]).isEqualTo(25);
        assertThat(mean[2]).isEqualTo(70);
    }

    private static GivenForecast given(String start, double mean) {
        return new GivenForecast(KETTLE, LocalDate.parse(start), mean, null);
    }

    private static double[] computed(int count, double units) {
        double[] values = new double[count];
        Arrays.fill(values, units);
        return values;
    }
}

package org.plenish.web.item.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.item.life.PastForecasts.Lag;
import org.plenish.web.item.life.PastForecasts.Past;

class PastForecastsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final TimeBuckets HISTORY = TimeBuckets.endingAt(MONDAY, BucketSize.WEEK, 4);

    @Test
    void tellsHowFarOffForecastsWereByHowLongBefore() {
        Past ofLastWeek = past(2, MONDAY.minusWeeks(1), 12, 9);
        Past ofTheWeekBefore = past(1, MONDAY.minusWeeks(2), 10, 20);
        PastForecasts past =
                PastForecasts.of(List.of(ofLastWeek, ofTheWeekBefore), HISTORY, List.of(Double.NaN, 5.0, 8.0, 14.0));
        assertThat(past.lags())
                .containsExactly(
                        new Lag(1, 2, 2, 0), // 12 - 14 and 10 - 8: off by 2 twice, by 0 on balance
                        new Lag(2, 1, 6, 6)); // 20 - 14
        assertThat(past.shown()).containsExactly(ofLastWeek, ofTheWeekBefore);
    }

    @Test
    void leavesOutWhatIsNotKnownAndWhatHasNotPassed() {
        assertThat(PastForecasts.of(
                                List.of(past(1, MONDAY.minusWeeks(4), 10)),
                                HISTORY,
                                List.of(Double.NaN, 5.0, 8.0, 14.0))
                        .lags())
                .isEmpty();
        assertThat(PastForecasts.of(List.of(past(1, MONDAY, 10)), HISTORY, List.of(1.0, 5.0, 8.0, 14.0))
                        .lags())
                .isEmpty();
    }

    @Test
    void takesPartsOfBucketsWhereAPlanBeganOnAnotherWeekday() {
        Past ofWednesday = past(1, MONDAY.minusDays(5), 14, 7);
        assertThat(ofWednesday.unitsOf(MONDAY, MONDAY.plusWeeks(1))).isEqualTo(4 + 5.0); // two days of 2 and five of 1
        assertThat(ofWednesday.unitsOf(MONDAY.minusWeeks(1), MONDAY)).isNull();
        assertThat(ofWednesday.unitsOf(MONDAY.plusWeeks(1), MONDAY.plusWeeks(2)))
                .isNull();
    }

    private static Past past(long run, LocalDate start, double... means) {
        return new Past(
                run,
                new TimeBuckets(start, BucketSize.WEEK, means.length),
                Arrays.stream(means).boxed().toList());
    }
}

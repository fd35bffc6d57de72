package org.plenish.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MonthBucketsTest {

    private static final LocalDate LAST_OF_MAY = LocalDate.of(2026, 5, 31);

    @Test
    void historyOfMonthsEndsAtAPlanDateAtTheEndOfAMonth() {
        TimeBuckets history = TimeBuckets.endingAt(LAST_OF_MAY, BucketSize.MONTH, 3);

        assertThat(history.start()).isEqualTo("2026-02-28"); // there is no 31st of February
        assertThat(history.start(1)).isEqualTo("2026-03-31");
        assertThat(history.start(2)).isEqualTo("2026-04-30");
        assertThat(history.end()).isEqualTo("2026-05-31"); // counted from the 28th it would be the 28th
    }

    @Test
    void everyDayLiesInTheBucketThatHoldsIt() {
        for (int day = 27; day <= 31; day++) {
            TimeBuckets months = TimeBuckets.endingAt(LocalDate.of(2024, 7, day), BucketSize.MONTH, 14);
            for (LocalDate date = months.start().minusDays(70);
                    date.isBefore(months.end().plusDays(70));
                    date = date.plusDays(1)) {
                int index = months.indexOf(date);
                assertThat(date).isAfterOrEqualTo(months.start(index)).isBefore(months.start(index + 1));
            }
        }
    }

    @Test
    void runsWithTheSameBucketsAreEqual() {
        assertThat(TimeBuckets.endingAt(LocalDate.of(2026, 5, 28), BucketSize.MONTH, 3))
                .isEqualTo(new TimeBuckets(LocalDate.of(2026, 2, 28), BucketSize.MONTH, 3));
        assertThat(TimeBuckets.endingAt(LAST_OF_MAY, BucketSize.WEEK, 2))
                .isEqualTo(new TimeBuckets(LAST_OF_MAY.minusWeeks(2), BucketSize.WEEK, 2));
    }
}

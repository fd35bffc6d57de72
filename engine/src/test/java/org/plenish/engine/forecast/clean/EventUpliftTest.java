package org.plenish.engine.forecast.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

class EventUpliftTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-02-02");
    private static final TimeBuckets FUTURE = new TimeBuckets(AS_OF, BucketSize.WEEK, 13);

    @Test
    void easterComesWhenTheChurchSaysSo() {
        // 20 April 2025, 5 April 2026, 28 March 2027
        assertThat(CalendarEvent.EASTER.last(2025)).isEqualTo("2025-04-21");
        assertThat(CalendarEvent.EASTER.last(2026)).isEqualTo("2026-04-06");
        assertThat(CalendarEvent.EASTER.first(2027)).isEqualTo("2027-03-22");
        assertThat(CalendarEvent.BLACK_FRIDAY.first(2026)).isEqualTo("2026-11-27");
    }

    @Test
    void sharesADaysOfAWeekTogether() {
        // 24 to 31 December 2025 from the Wednesday of one Monday's week to the Wednesday of the next
        TimeBuckets weeks = new TimeBuckets(LocalDate.parse("2025-12-15"), BucketSize.WEEK, 4);
        assertThat(CalendarEvent.CHRISTMAS.shares(weeks)).containsExactly(0, 5 / 7.0, 3 / 7.0, 0);
        assertThat(CalendarEvent.CHRISTMAS.occurrences(weeks)).isEqualTo(1);
        assertThat(CalendarEvent.CHRISTMAS.shares(new TimeBuckets(AS_OF, BucketSize.WEEK, 0)))
                .isEmpty();
    }

    @Test
    void takesAMovingFeastOutOfThePastAndPutsItIntoTheFutureWhereItWillBe() {
        // eggs sell three times as much in the week of Good Friday: 29 March 2024 and 18 April 2025
        CleanHistories cleaned = clean(3);
        double[] factors = cleaned.futureFactors(SkuLocation.of("EGG-1", "LEEDS"), FUTURE);
        assertThat(factors[8]).isBetween(2.5, 3.1); // 30 March to 5 April 2026
        assertThat(factors[4]).isEqualTo(1);
        CleanSeries egg = cleaned.series().get(0);
        assertThat(egg.history().corrections())
                .anyMatch(correction -> correction.kind() == CorrectionKind.EVENT
                        && correction.fromUnits() > 2.5 * correction.toUnits()
                        && correction.reason().startsWith("Easter: such a week sells "));
        assertThat(Arrays.stream(egg.demandUnits()).max().orElseThrow()).isLessThan(60);
    }

    @Test
    void leavesTheFutureAloneWhereAFeastChangesNothing() {
        assertThat(clean(1).futureFactors(SkuLocation.of("EGG-1", "LEEDS"), FUTURE))
                .containsOnly(1);
    }

    private static CleanHistories clean(int easterFactor) {
        TestDataset data = new TestDataset(AS_OF);
        Random random = new Random(3);
        TimeBuckets past = TimeBuckets.endingAt(AS_OF, BucketSize.WEEK, 110);
        for (int item = 1; item <= 10; item++) {
            data.sales(
                    SkuLocation.of("EGG-" + item, "LEEDS"),
                    IntStream.range(0, 110)
                            .map(week -> {
                                boolean goodFriday = past.start(week).equals(LocalDate.parse("2024-03-25"))
                                        || past.start(week).equals(LocalDate.parse("2025-04-14"));
                                return (goodFriday ? easterFactor : 1) * (25 + random.nextInt(11));
                            })
                            .toArray());
        }
        Dataset dataset = data.build();
        return CleanHistories.of(dataset, DemandHistories.build(dataset), CorrectionSwitch.USUAL, 2);
    }
}

package org.plenish.engine.simulate.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.ReplenishmentPolicy.DoNotStock;
import org.plenish.engine.policy.ReplenishmentPolicy.MinMax;
import org.plenish.engine.policy.ReplenishmentPolicy.PeriodicOrderUpTo;
import org.plenish.engine.policy.ReplenishmentPolicy.ReorderPointOrderQuantity;

class OrderRuleTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static int units(ReplenishmentPolicy policy, long position) {
        return OrderRule.units(policy, position, OrderLattice.ANY);
    }

    @Test
    void orderQuantitiesAreOrderedUntilThePositionIsAboveTheReorderPoint() {
        ReplenishmentPolicy policy = new ReorderPointOrderQuantity(0, 10, 4, 7);
        assertThat(units(policy, 11)).isZero();
        assertThat(units(policy, 10)).isEqualTo(4); // 14
        assertThat(units(policy, 6)).isEqualTo(8); // one brings it to 10, which is not above
        assertThat(units(policy, 0)).isEqualTo(12);
    }

    @Test
    void betweenTwoLevelsThePositionIsFilledUpOnceItIsAtTheLower() {
        ReplenishmentPolicy policy = new MinMax(0, 10, 25, 7);
        assertThat(units(policy, 11)).isZero();
        assertThat(units(policy, 10)).isEqualTo(15);
        assertThat(units(policy, 3)).isEqualTo(22);
        assertThat(OrderRule.units(policy, 3, new OrderLattice(24, 12, 100))).isEqualTo(24);
    }

    @Test
    void periodicallyWhatIsMissingFromTheLevelIsOrdered() {
        ReplenishmentPolicy policy = new PeriodicOrderUpTo(0, 25, 10, 7);
        assertThat(units(policy, 25)).isZero();
        assertThat(units(policy, 24)).isEqualTo(1);
    }

    @Test
    void whatIsNotStockedIsNotOrdered() {
        assertThat(units(new DoNotStock(), 0)).isZero();
    }

    @Test
    void reviewsKeepTheirPeriodOnTheDaysOnWhichTheSupplierTakesOrders() {
        assertThat(reviews(7, Set.of())).containsExactly(0, 7, 14, 21);
        assertThat(reviews(14, EnumSet.of(DayOfWeek.TUESDAY))).containsExactly(1, 15);
        assertThat(reviews(4, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)))
                .containsExactly(0, 3, 7, 10, 14, 17, 21, 24);
        assertThat(reviews(7, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY))).containsExactly(0, 7, 14, 21);
        assertThat(reviews(1, Set.of())).hasSize(28);
    }

    /** The days do not depend on when an article comes: a review period of four weeks falls on every other one of two weeks. */
    @Test
    void reviewsOfAllArticlesFallOnTheSameDays() {
        Set<DayOfWeek> tuesdays = EnumSet.of(DayOfWeek.TUESDAY);
        ReviewCalendar calendar = new ReviewCalendar(new TimeBuckets(MONDAY, BucketSize.WEEK, 9));
        List<Integer> fourWeeks = IntStream.range(20, 63)
                .filter(i -> calendar.isReview(MONDAY.plusDays(i), 28, tuesdays))
                .boxed()
                .toList();
        assertThat(fourWeeks)
                .containsExactly(29, 57)
                .allMatch(i -> calendar.isReview(MONDAY.plusDays(i), 14, tuesdays));
    }

    private static List<Integer> reviews(int reviewDays, Set<DayOfWeek> weekdays) {
        ReviewCalendar calendar = new ReviewCalendar(new TimeBuckets(MONDAY, BucketSize.WEEK, 4));
        return IntStream.range(0, 28)
                .filter(i -> calendar.isReview(MONDAY.plusDays(i), reviewDays, weekdays))
                .boxed()
                .toList();
    }

    @Test
    void simplePoliciesReckonInDaysOfLastYearsAverage() {
        // 2 a day, lead time 10 days: min 2·17·1.5 = 51, max 51 + 56; two weeks: 2·24 = 48, orders of 56.
        assertThat(new SimplePolicy(SimplePolicy.Kind.MIN_MAX).levels(2, 10)).isEqualTo(new MinMax(0, 51, 107, 7));
        assertThat(new SimplePolicy(SimplePolicy.Kind.TWO_WEEKS).levels(2, 10))
                .isEqualTo(new ReorderPointOrderQuantity(0, 48, 56, 7));
        assertThat(new SimplePolicy(SimplePolicy.Kind.TWO_WEEKS, 2).levels(2, 10))
                .isEqualTo(new ReorderPointOrderQuantity(0, 76, 56, 7));
        assertThat(new SimplePolicy(SimplePolicy.Kind.MIN_MAX).levels(0, 10)).isEqualTo(new DoNotStock());
    }
}

package org.plenish.engine.forecast.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

class PromotionUpliftTest {

    private static final Offset<Double> TOLERANCE = Offset.offset(1e-9);
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-23");
    private static final SkuLocation KETTLE = SkuLocation.of("KETTLE", "LEEDS");
    private static final SkuLocation TOASTER = SkuLocation.of("TOASTER", "LEEDS");

    @Test
    void measuresTheUpliftOfAPromotionThatGivesNone() {
        TestDataset data = new TestDataset(AS_OF)
                .sales(KETTLE, 10, 10, 10, 10, 30, 10, 10, 10, 10, 10, 10, 30, 10, 10, 10, 10)
                .promotion(week(KETTLE, 12, 1))
                .promotion(week(KETTLE, 5, 1))
                .promotion(week(KETTLE, -2, 1));
        CleanHistories cleaned = clean(data);
        // two weeks at 3 times the usual have the error variance 0.02 · 3 / 2 = 0.03; the collective knows no more than
        // 1 ± √(0.5² …), so most is believed: see the arithmetic of the shrinking below
        double own = 0.02 * 3 / 2;
        double category = own + 0.3 * 0.3;
        double others = category + 0.2 * 0.2;
        double all = (3 / others + 1 / 0.25) / (1 / others + 1 / 0.25);
        double allVariance = 1 / (1 / others + 1 / 0.25) + 0.2 * 0.2;
        double mean = (3 / category + all / allVariance) / (1 / category + 1 / allVariance);
        double meanVariance = 1 / (1 / category + 1 / allVariance) + 0.3 * 0.3;
        double uplift = (3 / own + mean / meanVariance) / (1 / own + 1 / meanVariance);
        assertThat(uplift).isBetween(2.8, 3.0);
        assertThat(cleaned.series().get(0).demandUnits()[4]).isEqualTo(30 / uplift, TOLERANCE);
        assertThat(cleaned.futureFactors(KETTLE, new TimeBuckets(AS_OF, BucketSize.WEEK, 4)))
                .containsExactly(new double[] {1, 1, uplift, 1}, TOLERANCE);
    }

    @Test
    void takesTheUpliftOfTheCategoryWhereTheArticleWasNeverPromoted() {
        TestDataset data = new TestDataset(AS_OF)
                .item("KETTLE", "KITCHEN", null, Lifecycle.ACTIVE, null)
                .item("TOASTER", "KITCHEN", null, Lifecycle.ACTIVE, null)
                .item("LAMP", "LIGHT", null, Lifecycle.ACTIVE, null)
                .sales(KETTLE, 10, 10, 10, 10, 30, 10, 10, 10, 10, 10, 10, 30, 10, 10, 10, 10)
                .sales(TOASTER, 5, 5, 5, 5)
                .promotion(week(KETTLE, 12, 1))
                .promotion(week(KETTLE, 5, 1))
                .promotion(week(TOASTER, -1, 1))
                .promotion(week(SkuLocation.of("LAMP", "LEEDS"), -1, 1));
        TimeBuckets future = new TimeBuckets(AS_OF, BucketSize.WEEK, 2);
        double sameCategory = clean(data).futureFactors(TOASTER, future)[1];
        double other = clean(data).futureFactors(SkuLocation.of("LAMP", "LEEDS"), future)[1];
        assertThat(sameCategory).isBetween(2.0, 3.0);
        assertThat(other).isGreaterThan(1.5).isLessThan(sameCategory);
    }

    @Test
    void aPastPromotionIsTakenOutWithWhatItReachedAndAComingOnePutInAsGiven() {
        // given: 3 times; it sold 1.5 times
        TestDataset data = new TestDataset(AS_OF)
                .sales(KETTLE, 10, 10, 10, 10, 15, 10, 10, 10, 10, 10, 10, 15, 10, 10, 10, 10)
                .promotion(week(KETTLE, 12, 3))
                .promotion(week(KETTLE, 5, 3))
                .promotion(week(KETTLE, -2, 3));
        CleanHistories cleaned = clean(data);
        assertThat(cleaned.series().get(0).demandUnits()[4]).isBetween(9.0, 10.5);
        assertThat(cleaned.series().get(0).history().corrections().get(0).reason())
                .matches("A promotion sold 1\\.[45]\\d times the usual; given for it: 3\\.00\\.");
        assertThat(cleaned.futureFactors(KETTLE, new TimeBuckets(AS_OF, BucketSize.WEEK, 4))[2])
                .isEqualTo(3);
    }

    @Test
    void oneNoisyWeekIsHardlyBelieved() {
        TestDataset data = new TestDataset(AS_OF)
                .sales(KETTLE, 1, 0, 0, 2, 6, 0, 0, 0, 3, 0, 1, 0, 0, 0, 2, 0)
                .promotion(week(KETTLE, 12, 1));
        assertThat(clean(data).series().get(0).demandUnits()[4]).isGreaterThan(4); // 6 by less than 1.5
    }

    @Test
    void aPromotionThatWasMeantToSellNothingTellsNothing() {
        TestDataset data =
                new TestDataset(AS_OF).sales(KETTLE, 10, 10, 10, 10, 3, 10).promotion(week(KETTLE, 2, 0));
        assertThat(clean(data).series().get(0).demandUnits()[4]).isNaN();
    }

    @Test
    void nothingSoldGivesNoUplift() {
        TestDataset data = new TestDataset(AS_OF).stock(KETTLE, 3).promotion(week(KETTLE, 2, 1));
        assertThat(clean(data).futureFactors(KETTLE, new TimeBuckets(AS_OF, BucketSize.WEEK, 2)))
                .containsExactly(1, 1);
    }

    /** A week's promotion that starts so many weeks before the plan's date. */
    private static Promotion week(SkuLocation location, int weeksBefore, double uplift) {
        LocalDate from = AS_OF.minusWeeks(weeksBefore);
        return new Promotion(location.item(), null, from, from.plusDays(6), uplift);
    }

    private static CleanHistories clean(TestDataset data) {
        Dataset dataset = data.build();
        return CleanHistories.of(dataset, DemandHistories.build(dataset), CorrectionSwitch.USUAL, 1);
    }
}

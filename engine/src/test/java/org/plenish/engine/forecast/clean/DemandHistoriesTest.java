package org.plenish.engine.forecast.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.SkuLocation;

class DemandHistoriesTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-11-23");
    private static final SkuLocation KETTLE = SkuLocation.of("KETTLE", "LEEDS");
    private static final SkuLocation LAMP = SkuLocation.of("LAMP", "LEEDS");

    @Test
    void endsItsWeeksAtThePlansDate() {
        DemandHistory history = history(new TestDataset(AS_OF).sales(KETTLE, 4, 0, 7));
        assertThat(history.buckets().start()).isEqualTo("2026-11-02");
        assertThat(history.buckets().end()).isEqualTo(AS_OF);
        assertThat(history.demandUnits().toArray()).containsExactly(4, 0, 7);
        assertThat(history.inStockShare().toArray()).containsOnly(1);
    }

    @Test
    void ignoresSalesFromThePlansDateOn() {
        TestDataset data = new TestDataset(AS_OF).sales(KETTLE, 4, 0, 7).sale(KETTLE, AS_OF, 99, 0);
        assertThat(history(data).soldUnits().toArray()).containsExactly(4, 0, 7);
    }

    @Test
    void startsAtTheFirstSaleIfNotToldOtherwise() {
        TestDataset data = new TestDataset(AS_OF).sales(LAMP, 1, 1, 1, 1).sales(KETTLE, 5, 0);
        assertThat(history(data).buckets().count()).isEqualTo(2);
    }

    @Test
    void startsAtTheIntroductionBecauseTheZerosBeforeTheFirstSaleAreDemandToo() {
        TestDataset data = new TestDataset(AS_OF)
                .sales(LAMP, 1, 1, 1, 1)
                .sales(KETTLE, 5, 0)
                .item("KETTLE", "", AS_OF.minusWeeks(3), Lifecycle.ACTIVE, null);
        assertThat(history(data).demandUnits().toArray()).containsExactly(0, 5, 0);
    }

    @Test
    void neverStartsBeforeTheData() {
        TestDataset data = new TestDataset(AS_OF)
                .sales(LAMP, 1, 1, 1, 1)
                .sales(KETTLE, 5, 0)
                .item("KETTLE", "", AS_OF.minusYears(3), Lifecycle.ACTIVE, null);
        assertThat(history(data).demandUnits().toArray()).containsExactly(0, 0, 5, 0);
    }

    @Test
    void knowsThatWhatLiesThereWithoutSalesWasNotDemanded() {
        TestDataset data = new TestDataset(AS_OF).sales(LAMP, 1, 1, 1, 1).stock(KETTLE, 12);
        assertThat(history(data).demandUnits().toArray()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void hasNoHistoryBeforeAnIntroductionThatIsStillToCome() {
        TestDataset data = new TestDataset(AS_OF)
                .sales(LAMP, 1, 1, 1, 1)
                .stock(KETTLE, 12)
                .item("KETTLE", "", AS_OF.plusWeeks(1), Lifecycle.NEW, null);
        assertThat(history(data).buckets().count()).isZero();
    }

    @Test
    void scalesTheFirstWeekUpIfTheDataStartWithinIt() {
        // four of seven days: 8 / (4 / 7)
        TestDataset data = new TestDataset(AS_OF).sale(KETTLE, AS_OF.minusDays(4), 8, 0);
        assertThat(history(data).demandUnits().toArray()).containsExactly(14);
    }

    @Test
    void netsAReturnAgainstItsOwnWeekAndThenAgainstTheOnesBefore() {
        TestDataset data = new TestDataset(AS_OF)
                .sales(KETTLE, 5, 3, 0, 9)
                .sale(KETTLE, AS_OF.minusWeeks(2), 0, 4)
                .sale(KETTLE, AS_OF.minusDays(2), 0, 2);
        DemandHistory history = history(data);
        assertThat(history.soldUnits().toArray()).containsExactly(5, 3, -4, 7); // 9 − 2
        assertThat(history.demandUnits().toArray()).containsExactly(4, 0, 0, 7); // 3 of the 4 from 3, 1 from 5
    }

    @Test
    void dropsReturnsOfWhatWasSoldBeforeTheHistory() {
        assertThat(RecordedSales.netOfReturns(new double[] {2, -5, 3})).containsExactly(0, 0, 3);
    }

    @Test
    void scalesDemandUpWhereStockWasMissingForLessThanHalfTheWeek() {
        // out of stock from two days before the plan's date: five of seven days in stock; 10 / (5 / 7)
        TestDataset data = new TestDataset(AS_OF).sales(KETTLE, 10, 10).notes(KETTLE, 14, 30, 2, 0);
        DemandHistory history = history(data);
        assertThat(history.inStockShare().toArray()).containsExactly(1, 5 / 7.0);
        assertThat(history.demandUnits().toArray()).containsExactly(10, 14);
    }

    @Test
    void doesNotKnowDemandWhereStockWasMissingForMostOfTheWeek() {
        TestDataset data = new TestDataset(AS_OF).sales(KETTLE, 10, 0, 10).notes(KETTLE, 21, 30, 12, 0, 7, 30);
        DemandHistory history = history(data);
        assertThat(history.inStockShare().get(1)).isEqualTo(2 / 7.0);
        assertThat(history.demandUnits().isKnown(1)).isFalse();
        assertThat(history.soldUnits().get(1)).isZero();
    }

    @Test
    void doublesWhatSoldAlthoughStockWasMissingForMostOfTheWeek() {
        // sold on the week's first day, without stock from its end on: one day of seven
        TestDataset data = new TestDataset(AS_OF).sales(KETTLE, 10, 6).notes(KETTLE, 14, 6, 7, 0);
        DemandHistory history = history(data);
        assertThat(history.inStockShare().get(1)).isEqualTo(1 / 7.0);
        assertThat(history.demandUnits().get(1)).isEqualTo(12); // 6 / 0.5
    }

    @Test
    void takesStockAsGivenBeforeTheFirstNote() {
        TestDataset data = new TestDataset(AS_OF).sales(KETTLE, 10, 0, 10).notes(KETTLE, 2, 0);
        assertThat(history(data).demandUnits().get(1)).isZero();
    }

    @Test
    void hasNothingToTellOfADatasetWithoutSales() {
        assertThat(history(new TestDataset(AS_OF).stock(KETTLE, 3)).buckets().count())
                .isZero();
    }

    private static DemandHistory history(TestDataset data) {
        Dataset dataset = data.build();
        DemandHistory history = DemandHistories.build(dataset).get(KETTLE);
        assertThat(history).isNotNull();
        return history;
    }

    @Test
    void whatACustomerHasOrderedIsPlannedThoughItNeverSoldOrLayThere() {
        TestDataset data = new TestDataset(AS_OF).sales(LAMP, 1, 1).ordered(KETTLE, 7);
        assertThat(history(data).demandUnits().toArray()).containsExactly(0, 0);
    }
}

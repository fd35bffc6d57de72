package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.plan.TeaFixture;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.UsualAnswers;

class ProblemBuilderTest {

    private final ReplenishmentProblem problem = problem(TeaFixture.stocks());

    private static ReplenishmentProblem problem(List<PlannedStock> stocks) {
        return new ProblemBuilder(TeaFixture.dataset(), WEEKS).build(stocks).problem();
    }

    private Sku tea() {
        return problem.skus().get(0);
    }

    @Test
    void opensWithStockLessWhatIsAllocated() {
        assertThat(tea().initialUnits()).containsExactly(14, 60); // 16 - 2
    }

    @Test
    void demandIsTheForecastOrTheFirmOrdersWhicheverIsMore() {
        assertThat(tea().demandUnits()[0]).containsExactly(10, 10, 13, 10); // 13 ordered for the third week
        assertThat(tea().demandUnits()[1]).containsExactly(4, 4, 4, 4);
    }

    @Test
    void carriesFractionsOfSlowMoversSoThatNoneIsLost() {
        Sku slow = problem(List.of(TeaFixture.stock(NORTH, 0, 0.4, 0.4, 0.4, 0.4)))
                .skus()
                .get(0);
        assertThat(slow.demandUnits()[0]).containsExactly(0, 1, 13, 1); // 0.4, 0.8 → 1, 1.2 (13 firm), 1.6 → 2
    }

    @Test
    void receiptsCountInTheBucketOfTheirDate() {
        assertThat(tea().receiptUnits()[0]).containsExactly(0, 12, 0, 0); // due on the second Wednesday
    }

    @Test
    void leadTimesAreCountedFromTheDayOfTheOrder() {
        assertThat(tea().sources().get(0).leadTimePeriods()).containsExactly(1, 1); // Monday + 7 days
        assertThat(problem.lanes().get(0).leadTimePeriods()).isZero(); // Monday + 2 days
    }

    @Test
    void ordersWaitForTheSuppliersDay() {
        ReplenishmentProblem fridays = new ProblemBuilder(TeaFixture.dataset(Set.of(DayOfWeek.FRIDAY)), WEEKS)
                .build(TeaFixture.stocks())
                .problem();
        // Friday + 7 days is the next Friday: still one bucket later
        assertThat(fridays.skus().get(0).sources().get(0).leadTimePeriods()).containsExactly(1, 1);
    }

    @Test
    void costsFollowFromHoldingRateMarginAndServiceTarget() {
        assertThat(tea().holding()[0]).isCloseTo(0.009973, within(1e-6)); // 2.00 · 0.26 · 7 / 365
        assertThat(tea().backorder()[0]).isCloseTo(0.75, within(1e-9)); // margin 3.50 - 2.00, 7 of 14 days, at 95 %
        assertThat(tea().belowSafetyStock()[0]).isCloseTo(0.15, within(1e-9)); // a fifth of it
        assertThat(tea().terminalBacklog()).isCloseTo(3.50, within(1e-9)); // the lost sale
        assertThat(tea().terminalObsolescence()[0]).isCloseTo(0.04, within(1e-9)); // 2 % of 2.00
    }

    @Test
    void aHigherServiceTargetMakesAShortageDearer() {
        assertThat(CostRates.backorder(TeaFixture.tea(), 0.99, 7))
                .isCloseTo(3.907895, within(1e-6)); // 0.75 · (0.99 / 0.01) / (0.95 / 0.05)
    }

    @Test
    void whatIsLeftLosesWhatTheRulesThinkOfTheStockWhereverItLies() {
        PlannedStock excess = new PlannedStock(
                SOUTH,
                TeaFixture.forecast(SOUTH, 4, 4, 4, 4),
                TeaFixture.choice(SOUTH, ObsolescenceStatus.EXCESS, false),
                TeaFixture.calculation(SOUTH, 0).policy());
        Sku mixed = problem(List.of(TeaFixture.stock(NORTH, 5, 10, 10, 10, 10), excess))
                .skus()
                .get(0);
        // 16 healthy at 2 %, 60 excess at 25 % of 2.00: (16 · 0.04 + 60 · 0.50) / 76
        assertThat(mixed.terminalObsolescence()[0]).isCloseTo(0.403158, within(1e-6));
        assertThat(mixed.terminalObsolescence()[1]).isEqualTo(mixed.terminalObsolescence()[0]);
    }

    @Test
    void nothingIsMovedWhereNobodySellsIt() {
        Sku northOnly = problem(List.of(TeaFixture.stock(NORTH, 5, 10, 10, 10, 10)))
                .skus()
                .get(0);
        assertThat(northOnly.transferableTo()).containsExactly(true, false);
    }

    @Test
    void deadStockLosesHalfItsCost() {
        assertThat(CostRates.terminalObsolescence(TeaFixture.tea(), ObsolescenceStatus.DEAD, 0))
                .isCloseTo(1.00, within(1e-9)); // half of 2.00
    }

    @Test
    void whatIsWrittenDownIsWhatALeftUnitLoses() {
        assertThat(CostRates.terminalObsolescence(TeaFixture.tea(), ObsolescenceStatus.EXCESS, 0.4))
                .isCloseTo(0.80, within(1e-9)); // 0.4 · 2.00 instead of a quarter
        PlannedStock provisioned = new PlannedStock(
                SOUTH,
                TeaFixture.forecast(SOUTH, 4, 4, 4, 4),
                UsualAnswers.choice(SOUTH, answers -> answers.provisionRate = 0.4),
                TeaFixture.calculation(SOUTH, 0).policy());
        assertThat(problem(List.of(provisioned)).skus().get(0).terminalObsolescence()[1])
                .isCloseTo(0.80, within(1e-9));
    }

    @Test
    void expiredLotsServeNobody() {
        List<Lot> lots = List.of(new Lot("A", 5, MONDAY.minusDays(1)), new Lot("B", 11, MONDAY));
        ReplenishmentProblem expired = new ProblemBuilder(
                        TeaFixture.dataset(new StockPosition(NORTH, 16, 2, 0, lots)), WEEKS)
                .build(TeaFixture.stocks())
                .problem();

        assertThat(expired.skus().get(0).initialUnits()).containsExactly(9, 0); // 16 - 5 - 2; the south has none
    }

    @Test
    void nothingCanBeBoughtWhereTheRulesStopIt() {
        PlannedStock stopped = new PlannedStock(
                NORTH,
                TeaFixture.forecast(NORTH, 10, 10, 10, 10),
                TeaFixture.choice(NORTH, ObsolescenceStatus.DEAD, true),
                TeaFixture.calculation(NORTH, 0).policy());
        assertThat(problem(List.of(stopped)).skus().get(0).sources().get(0).deliversTo())
                .containsExactly(false, false);
    }

    @Test
    void limitsAreInfiniteWhereNotGivenAndCashGoesOnAtItsMean() {
        assertThat(problem.spaceM3()[0]).containsExactly(0.5, 0.5, 0.5, 0.5);
        assertThat(problem.spaceM3()[1]).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(problem.cash()).containsExactly(100, 50, 75, 75); // (100 + 50) / 2
    }

    @Test
    void eachLimitedStorageClassIsAZoneOfItsOwn() {
        ReplenishmentProblem chilled = new ProblemBuilder(TeaFixture.chilled(0.08), WEEKS)
                .build(TeaFixture.stocks())
                .problem();
        assertThat(chilled.skus().get(0).storageClass()).isEqualTo("chilled");
        assertThat(chilled.zones()).hasSize(3); // two warehouses and the north's cold store
        assertThat(chilled.zones().get(2).warehouse()).isZero();
        assertThat(chilled.zones().get(2).spaceM3()).containsExactly(0.08, 0.08, 0.08, 0.08);
        assertThat(new ExactProblem(chilled).zonesOf(0, 0)).containsExactly(0, 2);
        assertThat(new ExactProblem(chilled).zonesOf(0, 1)).containsExactly(1);
    }

    @Test
    void containersAreFilledByOrderAndPaidEach() {
        assertThat(supplier(33.0, null)).isEqualTo(new ProblemSupplier("NEAR", 0, 0, 0, 33, 5));
        assertThat(supplier(33.0, Money.parse("900"))).isEqualTo(new ProblemSupplier("NEAR", 5, 0, 0, 33, 900));
        assertThat(supplier(null, Money.parse("900"))).isEqualTo(new ProblemSupplier("NEAR", 5, 0, 0)); // ships in none
    }

    private static ProblemSupplier supplier(@Nullable Double containerM3, @Nullable Money containerCost) {
        return new ProblemBuilder(TeaFixture.dataset(), WEEKS)
                .supplier(new Supplier(
                        new SupplierId("NEAR"),
                        "Near & Co",
                        7,
                        1,
                        Money.ZERO,
                        Money.parse("5.00"),
                        Set.of(),
                        30,
                        containerM3,
                        containerCost));
    }

    @Test
    void cashIsUsedUpByPaymentsWhereTheDatasetCountsThem() {
        ReplenishmentProblem paying = new ProblemBuilder(TeaFixture.countingPayments(), WEEKS)
                .build(TeaFixture.stocks())
                .problem();
        assertThat(paying.suppliers().get(0).payOffsetPeriods()).isEqualTo(4); // Monday + 30 days
        assertThat(paying.cash()).containsExactly(100, 50, 75, 75, 75, 75, 75, 75); // up to the last payment
        assertThat(problem.suppliers().get(0).payOffsetPeriods()).isZero();
    }

    @Test
    void discontinuedStockThatIsLeftLosesHalfItsCost() {
        PlannedStock discontinued = new PlannedStock(
                SOUTH,
                TeaFixture.forecast(SOUTH, 4, 4, 4, 4),
                TeaFixture.choice(SOUTH, ObsolescenceStatus.DISCONTINUED, true),
                TeaFixture.calculation(SOUTH, 0).policy());
        Sku left = problem(List.of(discontinued)).skus().get(0);
        assertThat(left.terminalObsolescence()[1]).isCloseTo(1.00, within(1e-9)); // half of 2.00
        assertThat(left.scrapCost()).isInfinite(); // nothing is thrown away by plan
        assertThat(left.shelfLifePeriods()).isZero();
    }

    @Test
    void pricesBecomeTiers() {
        assertThat(tea().sources().get(0).tierFromUnits()).containsExactly(0, 48);
        assertThat(tea().sources().get(0).unitPriceAt(47)).isEqualTo(2.00);
        assertThat(tea().sources().get(0).unitPriceAt(48)).isEqualTo(1.80);
    }

    @Test
    void looksHalfTheHorizonBeyondTheLongestLeadTime() {
        assertThat(PlanningHorizon.of(TeaFixture.dataset()).count()).isEqualTo(4); // max(4, 1 + 2)
    }
}

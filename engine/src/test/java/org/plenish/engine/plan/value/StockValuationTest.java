package org.plenish.engine.plan.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.plan.Kpis;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.plan.TeaFixture;
import org.plenish.engine.plan.TeaPlan;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.ObsolescenceStatus;

class StockValuationTest {

    private static final int DAYS = 28;

    private static ReplenishmentPlan plan() {
        SkuLocationPlan north = TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY);
        SkuLocationPlan unbought = new SkuLocationPlan(
                north.history(),
                north.forecast(),
                north.profile(),
                north.choice(),
                north.calculation(),
                north.withoutProposals(),
                north.withoutProposals());
        return TeaPlan.of(
                List.of(unbought, TeaPlan.location(SOUTH, 0, ObsolescenceStatus.EXCESS)), List.of(), List.of());
    }

    private static Map<StockGroup, StockFigures> valued() {
        return StockValuation.of(TeaFixture.dataset(), plan());
    }

    private static StockGroup at(SkuLocation location) {
        return new StockGroup(location.warehouse(), null, null);
    }

    @Test
    void theWholeIsWhatThePlansKeyFiguresSay() {
        Kpis kpis = plan().kpis();
        StockFigures all = valued().get(StockGroup.ALL);
        assertThat(Money.of(all.onHand().value()))
                .isEqualTo(kpis.openingStockValue())
                .isEqualTo(Money.parse("152.00"));
        assertThat(Money.of(all.dead().value())).isEqualTo(kpis.deadStockValue());
        assertThat(Money.of(all.excess().value()))
                .isEqualTo(kpis.excessStockValue())
                .isEqualTo(Money.parse("120.00"));
        assertThat(Money.of(all.provision())).isEqualTo(kpis.obsolescenceProvision());
        assertThat(Money.of(all.flow().averageValue())).isEqualTo(kpis.averageStockValue());
        assertThat(all.turnsPerYear(DAYS)).isCloseTo(kpis.turnsPerYear(), within(1e-9));
        assertThat(all.daysOfSupply(DAYS)).isCloseTo(kpis.daysOfSupply(), within(1e-9));
        assertThat(all.fillRate()).isEqualTo(kpis.expectedFillRate()).isLessThan(1);
        assertThat(all.serviceLevel()).isEqualTo(kpis.expectedServiceLevel());
    }

    @Test
    void everyCutOfTheBusinessAddsUpToTheWhole() {
        Map<StockGroup, StockFigures> valued = valued();
        assertThat(valued.get(at(NORTH)).plus(valued.get(at(SOUTH)))).isEqualTo(valued.get(StockGroup.ALL));
        assertThat(valued.get(new StockGroup(null, "food", null))).isEqualTo(valued.get(StockGroup.ALL));
        assertThat(valued.get(new StockGroup(null, null, AbcClass.A)).locations() // of whatever classes there are
                        + valued.getOrDefault(new StockGroup(null, null, AbcClass.B), StockFigures.NONE)
                                .locations()
                        + valued.getOrDefault(new StockGroup(null, null, AbcClass.C), StockFigures.NONE)
                                .locations())
                .isEqualTo(2);
        assertThat(valued.get(at(NORTH)).onHand().value()).isEqualByComparingTo("32.00"); // 16 · 2.00
        assertThat(valued.get(at(SOUTH)).onHand().volumeM3()).isCloseTo(0.12, within(1e-12)); // 60 · 0.002
    }

    @Test
    void theMarginReturnsOnTheStockItTakes() {
        StockFigures south = valued().get(at(SOUTH));
        // 4 weeks of 4 units sold at 3.50 that cost 2.00: 16 · 1.50; stock 36, 32, 28, 24 as 20 leave on the first day
        assertThat(south.margin().grossMargin()).isCloseTo(24, within(1e-9));
        assertThat(south.flow().averageValue()).isCloseTo(60, within(1e-9)); // 30 · 2.00
        assertThat(south.marginReturnPerYear(DAYS)).isCloseTo(24 * 365.0 / 28 / 60, within(1e-9));
    }

    @Test
    void aPriceThatWasRealisedCountsBeforeTheListedOne() {
        int monday = (int) TeaFixture.MONDAY.toEpochDay();
        SortedMap<SkuLocation, DailySales> sales = new TreeMap<>(Map.of(
                SOUTH,
                new DailySales(
                        // a year and a day ago; a day without prices; 4 sold for 12.00 and 1 of 3.00 returned
                        new int[] {monday - 366, monday - 8, monday - 7},
                        new int[] {1, 5, 4},
                        new int[] {0, 0, 1},
                        new long[] {9900, 0, 900})));
        StockFigures south = StockValuation.of(withSales(TeaFixture.dataset(), sales), plan())
                .get(at(SOUTH));
        assertThat(south.margin().grossMargin()).isCloseTo(16, within(1e-9)); // 16 · (3.00 - 2.00)
        assertThat(south.locationsWithoutPrice()).isZero();
    }

    @Test
    void stockIsAsOldAsItsLastSale() {
        assertThat(valued().get(at(SOUTH)).ages().get(AgeClass.DAYS_30).value()).isEqualByComparingTo("120.00");
        assertThat(AgeClass.of(30)).isEqualTo(AgeClass.DAYS_30);
        assertThat(AgeClass.of(31)).isEqualTo(AgeClass.DAYS_90);
        assertThat(AgeClass.of(366)).isEqualTo(AgeClass.OLDER);
        assertThat(AgeClass.of(100_000)).isEqualTo(AgeClass.NEVER_SOLD);
    }

    @Test
    void whatHasNoPriceOrNoStockHasNoReturn() {
        StockFigures none = StockFigures.NONE;
        assertThat(none.marginReturnPerYear(DAYS)).isNaN();
        assertThat(none.turnsPerYear(DAYS)).isNaN();
        assertThat(none.fillRate()).isEqualTo(1);
        StockFigures priceless = new StockFigures(
                1,
                new ValueAndSpace(BigDecimal.TEN, 0),
                ValueAndSpace.NONE,
                ValueAndSpace.NONE,
                BigDecimal.ZERO,
                Map.of(),
                new Flow(10, 5, 5, 0, 1, 1),
                Margin.NONE);
        assertThat(priceless.marginReturnPerYear(DAYS)).isNaN();
        assertThat(priceless.locationsWithoutPrice()).isEqualTo(1);
        assertThat(priceless.turnsPerYear(91)).isCloseTo(2.0055, within(1e-4)); // 5 · 365 / 91 / 10
    }

    private static Dataset withSales(Dataset tea, SortedMap<SkuLocation, DailySales> sales) {
        return new Dataset(
                tea.settings(),
                tea.items(),
                tea.warehouses(),
                tea.suppliers(),
                tea.supplyOptions(),
                tea.lanes(),
                tea.stock(),
                TeaFixture.MONDAY.minusDays(366),
                sales,
                tea.stockHistory(),
                tea.openPurchaseOrders(),
                tea.openTransfers(),
                tea.openSalesOrders(),
                tea.cashBudget(),
                tea.promotions(),
                tea.billOfMaterials(),
                tea.givenForecasts(),
                tea.policyOverrides());
    }
}

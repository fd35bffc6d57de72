package org.plenish.engine.plan.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.plan.TeaFixture;
import org.plenish.engine.plan.TeaPlan;

class DataQualityTest {

    private final SortedMap<SkuLocation, DailySales> sales = new TreeMap<>();
    private final SortedMap<SkuLocation, DailyStock> notes = new TreeMap<>();

    @Test
    void aRecordBelowZeroIsWorthWhatItLacks() {
        sell(NORTH, MONDAY.minusDays(1), 3);
        List<Finding> found = find(new StockPosition(NORTH, -4, 0, 0, List.of()));
        assertThat(found)
                .filteredOn(finding -> finding.kind() == FindingKind.NEGATIVE_STOCK)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.value()).hasToString("8.00"); // 4 · 2.00
                    assertThat(finding.found()).isEqualTo("The record says -4 units.");
                });
    }

    @Test
    void stockThatLeavesWithoutSalesIsAJump() {
        // 100, then 90 with 10 sold (explained), then 40 with 5 sold: 45 missing, more than 0.3 · 90
        sell(NORTH, MONDAY.minusDays(25), 10, MONDAY.minusDays(15), 5);
        note(NORTH, MONDAY.minusDays(30), 100, MONDAY.minusDays(20), 90, MONDAY.minusDays(10), 40);
        assertThat(find(new StockPosition(NORTH, 40, 0, 0, List.of())))
                .filteredOn(finding -> finding.kind() == FindingKind.STOCK_JUMP)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.date()).isEqualTo(MONDAY.minusDays(10));
                    assertThat(finding.value()).hasToString("90.00"); // 45 · 2.00
                    assertThat(finding.found()).endsWith("from 90 to 40 units, but 5 were sold: 45 left unexplained.");
                });
    }

    @Test
    void aListThatItsHistoryDoesNotLeadToIsACaseForCounting() {
        // noted 100, sold 20 since: 80 expected; the list says 30
        sell(NORTH, MONDAY.minusDays(2), 20);
        note(NORTH, MONDAY.minusDays(3), 100);
        assertThat(kinds(find(new StockPosition(NORTH, 30, 0, 0, List.of()))))
                .contains(FindingKind.STOCK_CONTRADICTS_HISTORY);
        assertThat(kinds(find(new StockPosition(NORTH, 75, 0, 0, List.of())))) // 5 too few: noise
                .doesNotContain(FindingKind.STOCK_CONTRADICTS_HISTORY);
        assertThat(kinds(find(new StockPosition(NORTH, 200, 0, 0, List.of())))) // a receipt
                .doesNotContain(FindingKind.STOCK_CONTRADICTS_HISTORY);
    }

    @Test
    void whatNothingTouchesForHalfAYearIsStale() {
        sell(NORTH, MONDAY.minusDays(181), 1);
        assertThat(kinds(find(new StockPosition(NORTH, 30, 0, 0, List.of())))).contains(FindingKind.STALE_RECORD);
        note(NORTH, MONDAY.minusDays(300), 31, MONDAY.minusDays(180), 30);
        assertThat(kinds(find(new StockPosition(NORTH, 30, 0, 0, List.of())))).doesNotContain(FindingKind.STALE_RECORD);
    }

    @Test
    void stockWithoutASaleAndSalesWithoutStockAreTold() {
        // The profile of the fixture sold one day ago and has been on sale for 365 days.
        assertThat(kinds(find(new StockPosition(NORTH, 30, 0, 0, List.of())))).contains(FindingKind.NEVER_SOLD);
        assertThat(kinds(find())).contains(FindingKind.SOLD_NOT_STOCKED);
        sell(NORTH, MONDAY.plusDays(1), 1);
        assertThat(kinds(find(new StockPosition(NORTH, 30, 0, 0, List.of()))))
                .contains(FindingKind.FUTURE_DATE)
                .doesNotContain(FindingKind.NEVER_SOLD, FindingKind.SOLD_NOT_STOCKED);
    }

    @Test
    void anOrdersPromiseContradictsItsLeadTime() {
        // lead time 7 days; 14 are 7 more, which is borne, 15 are not
        assertThat(kinds(findWith(order(14)))).doesNotContain(FindingKind.LEAD_TIME_CONTRADICTED);
        assertThat(findWith(order(15)))
                .filteredOn(finding -> finding.kind() == FindingKind.LEAD_TIME_CONTRADICTED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.value()).hasToString("24.00"); // 12 · 2.00
                    assertThat(finding.found())
                            .isEqualTo(
                                    "Order P-8 of NEAR is due 15 days after it was placed; the lead time says 7 days.");
                });
    }

    @Test
    void anErrorGrowsWithTheRootOfMovementsAndSafetyStockAbsorbsIt() {
        double sd = CycleCount.errorSd(100, 2);
        assertThat(sd).isCloseTo(2.8284, within(1e-4)); // 2 · √(0.02 · 100) = 2 · √2
        assertThat(CycleCount.shortageCost(1.5, sd, 0)).isCloseTo(1.6926, within(1e-4)); // 1.5 · 2.8284 · 0.39894
        // SS/σ = 1: G(1) = 0.08332 (Silver, Pyke & Thomas, table of the unit normal)
        assertThat(CycleCount.shortageCost(1.5, sd, sd)).isCloseTo(0.3535, within(1e-4)); // 1.5 · 2.8284 · 0.08332
        assertThat(CycleCount.holdingCost(0.26, 2, sd)).isCloseTo(0.5867, within(1e-4)); // 0.52 · 2.8284 · 0.39894
        assertThat(CycleCount.shortageCost(1.5, 0, 5)).isZero();
    }

    @Test
    void theRecordThatWouldCostMostIsCountedFirst() {
        for (int day = 300; day > 0; day -= 3) { // 100 movements of 2 units
            sell(SOUTH, MONDAY.minusDays(day), 2);
        }
        Dataset dataset = dataset(
                List.of(),
                new StockPosition(NORTH, -4, 0, 0, List.of()),
                new StockPosition(SOUTH, 60, 0, 0, List.of()));
        List<CountProposal> proposals = CycleCount.of(dataset, TeaPlan.plan().locations(), 10);
        assertThat(proposals).extracting(CountProposal::location).containsExactly(NORTH, SOUTH);
        assertThat(proposals.get(0).cost()).hasToString("8.00"); // nothing moved: 4 · 2.00 of a record below zero
        assertThat(proposals.get(1).movements()).isEqualTo(100);
        assertThat(proposals.get(1).holdingCost()).hasToString("0.59"); // 0.26 · 2.00 · 2.8284 · 0.39894
        assertThat(CycleCount.of(dataset, TeaPlan.plan().locations(), 1)).hasSize(1);
    }

    private static OpenPurchaseOrder order(int promisedDays) {
        LocalDate placed = MONDAY.minusDays(3);
        return new OpenPurchaseOrder(
                "P-8", new SupplierId("NEAR"), NORTH, 12, placed.plusDays(promisedDays), placed, null);
    }

    private List<Finding> find(StockPosition... positions) {
        return DataQuality.of(dataset(List.of(), positions), List.of(TeaFixture.profile(NORTH, 30)));
    }

    private List<Finding> findWith(OpenPurchaseOrder order) {
        return DataQuality.of(dataset(List.of(order)), List.of(TeaFixture.profile(NORTH, 30)));
    }

    private static List<FindingKind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    /** @param dayUnits a day and its units, in turn, ascending */
    private void sell(SkuLocation location, Object... dayUnits) {
        DailySales before = sales.getOrDefault(location, DailySales.NONE);
        int length = before.days() + dayUnits.length / 2;
        int[] days = Arrays.copyOf(before.epochDays(), length);
        int[] units = Arrays.copyOf(before.soldUnits(), length);
        for (int i = 0; i < dayUnits.length; i += 2) {
            days[before.days() + i / 2] = (int) ((LocalDate) dayUnits[i]).toEpochDay();
            units[before.days() + i / 2] = (int) dayUnits[i + 1];
        }
        sales.put(location, new DailySales(days, units, new int[length], new long[length]));
    }

    private void note(SkuLocation location, Object... dayUnits) {
        int[] days = new int[dayUnits.length / 2];
        int[] units = new int[days.length];
        for (int i = 0; i < dayUnits.length; i += 2) {
            days[i / 2] = (int) ((LocalDate) dayUnits[i]).toEpochDay();
            units[i / 2] = (int) dayUnits[i + 1];
        }
        notes.put(location, new DailyStock(days, units));
    }

    private Dataset dataset(List<OpenPurchaseOrder> orders, StockPosition... positions) {
        Dataset tea = TeaFixture.dataset(positions);
        return new Dataset(
                tea.settings(),
                tea.items(),
                tea.warehouses(),
                tea.suppliers(),
                tea.supplyOptions(),
                tea.lanes(),
                tea.stock(),
                null,
                sales,
                notes,
                orders,
                List.of(),
                List.of(),
                tea.cashBudget(),
                Collections.emptyList(),
                List.of(),
                List.of(),
                List.of());
    }
}

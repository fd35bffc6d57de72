package org.plenish.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.plan.Explanation;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;

/** The hand-made scenario with one thing made unusual, planned from end to end. */
class UnusualDatasetsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheScenario() throws IOException {
        Scenarios.copy("tea-and-lamps", folder);
    }

    private void replace(String file, String old, String with) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, with));
    }

    private static ReplenishmentPlan plan(Dataset dataset) {
        ReplenishmentPlan plan = Scenarios.plan(dataset, 2_000, 1);
        LocalDate asOf = dataset.settings().asOf();
        assertThat(plan.violations()).isEmpty();
        assertThat(plan.buckets().start()).isEqualTo(asOf);
        assertThat(plan.locations()).isNotEmpty().allSatisfy(location -> {
            assertThat(location.history().buckets().end()).isEqualTo(asOf);
            InventoryProjection stock = location.withProposals();
            for (int t = 0; t < plan.buckets().count(); t++) {
                assertThat(stock.openingUnits()[t]
                                + stock.receiptUnits()[t]
                                + stock.transferInUnits()[t]
                                - stock.transferOutUnits()[t]
                                - stock.demandUnits()[t])
                        .isEqualTo(stock.closingUnits()[t] - stock.backorderUnits()[t]);
            }
        });
        assertThat(plan.purchaseOrders())
                .allSatisfy(order -> assertThat(order.orderDate())
                        .isBetween(asOf, plan.buckets().end()));
        assertThat(plan.explanations())
                .allSatisfy(explanation -> assertThat(explanation.derivation().stream()
                                .mapToDouble(Explanation.Step::units)
                                .sum())
                        .isEqualTo(explanation.quantityUnits()));
        return plan;
    }

    private static List<LocalDate> orderDates(ReplenishmentPlan plan, String supplier) {
        return plan.purchaseOrders().stream()
                .filter(order -> order.supplier().value().equals(supplier))
                .map(PurchaseOrder::orderDate)
                .toList();
    }

    @Test
    void monthsFromTheLastDayOfAMonth() throws IOException {
        replace("dataset.yaml", "bucket: week", "bucket: month");
        ReplenishmentPlan plan = plan(Scenarios.read(folder).withAsOf(LocalDate.of(2026, 12, 31)));

        assertThat(plan.buckets().start(2)).isEqualTo("2027-02-28");
        assertThat(plan.buckets().start(3)).isEqualTo("2027-03-31");
        assertThat(plan.purchaseOrders()).isNotEmpty();
    }

    @Test
    void daysWithASupplierThatTakesOrdersOnThursdays() throws IOException {
        replace("dataset.yaml", "bucket: week", "bucket: day");
        replace("suppliers.csv", "order_cost", "order_cost,order_weekdays");
        replace("suppliers.csv", "7,1,0,5.00", "7,1,0,5.00,THU");
        replace("suppliers.csv", "42,5,0,10.00", "42,5,0,10.00,");
        ReplenishmentPlan plan = plan(Scenarios.read(folder));

        assertThat(orderDates(plan, "NEAR"))
                .isNotEmpty()
                .allSatisfy(date -> assertThat(date.getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY));
    }

    @Test
    void noLanesNoCashBudgetAndNoCapacity() throws IOException {
        Files.delete(folder.resolve("lanes.csv"));
        Files.delete(folder.resolve("cash_budget.csv"));
        replace("warehouses.csv", ",5,", ",,");
        ReplenishmentPlan plan = plan(Scenarios.read(folder));

        assertThat(plan.limits()).isEmpty();
        assertThat(plan.transfers()).isEmpty();
        assertThat(plan.kpis().spaceUseShare()).isNaN();
        assertThat(plan.kpis().cashUseShare()).isNaN();
    }

    @Test
    void termsThatHaveEndedAreNeitherUsedNorOffered() throws IOException {
        replace("item_suppliers.csv", "priority", "priority,valid_to");
        replace("item_suppliers.csv", ",1.00,1", ",1.00,1,");
        replace("item_suppliers.csv", "TEA,NEAR,2.00,12,12,1.00,1,", "TEA,NEAR,2.00,12,12,1.00,1,2026-10-31");
        ReplenishmentPlan plan = plan(Scenarios.read(folder));

        assertThat(plan.purchaseOrders())
                .flatExtracting(PurchaseOrder::lines)
                .noneMatch(line -> line.item().value().equals("TEA"));
        assertThat(plan.explanations())
                .filteredOn(explanation -> explanation.location().item().value().equals("TEA"))
                .isNotEmpty()
                .flatExtracting(Explanation::whatWouldChangeIt)
                .noneMatch(change -> change.toString().contains("NEAR"));
    }

    @Test
    void anArticleWithoutStockOrSalesIsBoughtForACustomerOnly() throws IOException {
        replace(
                "items.csv",
                "LAMP,",
                "KEY,\"Key, brass\",home,4.00,9.00,0.001,active\nBOLT,Bolt,home,1.00,2.00,0.001,active\nLAMP,");
        replace("item_suppliers.csv", "LAMP,", "KEY,NEAR,4.00,1,1,1.00,1\nBOLT,NEAR,1.00,1,1,1.00,1\nLAMP,");
        Files.writeString(
                folder.resolve("open_sales_orders.csv"),
                "order,item,warehouse,quantity,due_date\nS-1,KEY,SOUTH,7,2026-12-09\n");
        ReplenishmentPlan plan = plan(Scenarios.read(folder));

        assertThat(plan.locations())
                .extracting(SkuLocationPlan::location)
                .contains(SkuLocation.of("KEY", "SOUTH"))
                .noneMatch(location -> location.item().value().equals("BOLT"));
        assertThat(plan.purchaseOrders())
                .flatExtracting(PurchaseOrder::lines)
                .filteredOn(line -> line.item().value().equals("KEY"))
                .extracting(PurchaseOrder.Line::quantityUnits)
                .containsExactly(7);
    }

    @Test
    void aPlanDateBeforeTheLastSaleKnowsNoLaterSale() throws IOException {
        Files.delete(folder.resolve("cash_budget.csv")); // which starts later
        ReplenishmentPlan plan = plan(Scenarios.read(folder).withAsOf(LocalDate.of(2026, 6, 17)));

        assertThat(plan.locations())
                .allSatisfy(location -> assertThat(location.profile().demand().daysSinceLastSale())
                        .isPositive());
        assertThat(plan.purchaseOrders()).isNotEmpty();
    }

    @Test
    void aCashBudgetThatHasEndedGoesOnAtItsMean() throws IOException {
        replace("cash_budget.csv", "2026-11-30,250", "2026-11-30,310");
        ReplenishmentPlan plan = plan(Scenarios.read(folder).withAsOf(LocalDate.of(2027, 3, 1)));

        assertThat(plan.limits())
                .filteredOn(limit -> limit.kind() == LimitUse.Kind.CASH)
                .first()
                .satisfies(limit -> assertThat(limit.limit()).isEqualTo(257.5)); // 2060 in 8 weeks
    }
}

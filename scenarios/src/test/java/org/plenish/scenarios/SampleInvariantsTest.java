package org.plenish.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.plan.Explanation;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;

/** What must hold of every plan, held on a part of the sample that ships, with its lanes between all warehouses. */
class SampleInvariantsTest {

    private static final long MOVES = 2_000;
    private static final int ONE_ARTICLE_IN = 4;
    private static final int WEEKS = 6;
    private static final double CASH_SHARE = 0.7;

    private static Dataset dataset;
    private static ReplenishmentPlan plan;

    @BeforeAll
    static void planAPartOfTheSample() {
        Dataset whole = Scenarios.dataset("sample");
        List<ItemId> articles = whole.items().keySet().stream().sorted().toList();
        dataset = SampleCut.of(
                whole,
                IntStream.range(0, articles.size())
                        .filter(i -> i % ONE_ARTICLE_IN == 0)
                        .mapToObj(articles::get)
                        .collect(Collectors.toSet()),
                WEEKS,
                CASH_SHARE);
        plan = Scenarios.plan(dataset, MOVES, 2);
    }

    @Test
    void buysAndMoves() {
        assertThat(plan.purchaseOrders()).isNotEmpty();
        assertThat(plan.transfers()).isNotEmpty();
    }

    @Test
    void keepsEveryLimit() {
        assertThat(plan.violations()).isEmpty();
        assertThat(plan.limits())
                .isNotEmpty()
                .allSatisfy(limit -> assertThat(limit.used())
                        .as("%s %s %s", limit.kind(), limit.warehouse(), limit.periodStart())
                        .isLessThanOrEqualTo(limit.limit() + 1e-4));
    }

    @Test
    void aLimitBindsSomewhere() {
        assertThat(plan.limits())
                .extracting(LimitUse::price)
                .anySatisfy(price -> assertThat(price).isPositive());
    }

    @Test
    void openingAndReceiptsLessIssuesAreClosing() {
        for (SkuLocationPlan location : plan.locations()) {
            InventoryProjection stock = location.withProposals();
            for (int t = 0; t < plan.buckets().count(); t++) {
                int net = stock.openingUnits()[t]
                        + stock.receiptUnits()[t]
                        + stock.transferInUnits()[t]
                        - stock.transferOutUnits()[t]
                        - stock.demandUnits()[t];
                assertThat(stock.closingUnits()[t] - stock.backorderUnits()[t])
                        .as("%s, bucket %d", location.location(), t)
                        .isEqualTo(net);
                if (t > 0) {
                    assertThat(stock.openingUnits()[t])
                            .isEqualTo(stock.closingUnits()[t - 1] - stock.backorderUnits()[t - 1]);
                }
            }
        }
    }

    @Test
    void everyLineIsInWholeMultiplesFromTheMinimumUp() {
        Map<ItemId, List<SupplyOption>> options = dataset.supplyOptionsByItem();
        for (PurchaseOrder order : plan.purchaseOrders()) {
            for (PurchaseOrder.Line line : order.lines()) {
                SupplyOption option = options.get(line.item()).stream()
                        .filter(candidate -> candidate.supplier().equals(order.supplier()))
                        .filter(candidate -> candidate.delivers(order.warehouse()))
                        .findFirst()
                        .orElseThrow();
                assertThat(line.quantityUnits() % option.orderMultipleUnits()).isZero();
                assertThat(line.quantityUnits())
                        .isBetween(option.minOrderQuantityUnits(), option.maxOrderQuantityUnits());
                assertThat(line.unitCost()).isEqualTo(option.unitCostAt(line.quantityUnits()));
            }
        }
    }

    @Test
    void everyOrderReachesItsSuppliersMinimum() {
        for (PurchaseOrder order : plan.purchaseOrders()) {
            assertThat(order.value())
                    .as(order.number())
                    .isGreaterThanOrEqualTo(dataset.supplier(order.supplier()).minOrderValue());
        }
    }

    @Test
    void aTransferLeavesAsMuchAsArrives() {
        Map<ItemId, Long> left = new HashMap<>();
        Map<ItemId, Long> arrived = new HashMap<>();
        for (SkuLocationPlan location : plan.locations()) {
            ItemId item = location.location().item();
            for (int t = 0; t < plan.buckets().count(); t++) {
                left.merge(item, (long) location.withProposals().transferOutUnits()[t], Long::sum);
                arrived.merge(item, (long) location.withProposals().transferInUnits()[t], Long::sum);
            }
        }
        assertThat(left).isEqualTo(arrived);
        long lines = plan.transfers().stream()
                .flatMap(transfer -> transfer.lines().stream())
                .mapToLong(TransferOrder.Line::quantityUnits)
                .sum();
        assertThat(arrived.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(lines);
    }

    @Test
    void noTransferShipsMoreThanTheSenderHas() {
        for (SkuLocationPlan location : plan.locations()) {
            InventoryProjection stock = location.withProposals();
            for (int t = 0; t < plan.buckets().count(); t++) {
                assertThat(stock.transferOutUnits()[t])
                        .as("%s, bucket %d", location.location(), t)
                        .isLessThanOrEqualTo(Math.max(0, stock.openingUnits()[t]));
            }
        }
    }

    @Test
    void everyProposedLineIsExplainedAndItsStepsAddUp() {
        int lines = plan.purchaseOrders().stream()
                        .mapToInt(order -> order.lines().size())
                        .sum()
                + plan.transfers().stream()
                        .mapToInt(transfer -> transfer.lines().size())
                        .sum();
        assertThat(plan.explanations()).hasSize(lines);
        for (Explanation explanation : plan.explanations()) {
            double sum = explanation.derivation().stream()
                    .mapToDouble(Explanation.Step::units)
                    .sum();
            assertThat(sum)
                    .as("%s line %d", explanation.order(), explanation.line())
                    .isEqualTo(explanation.quantityUnits());
            assertThat(explanation.rules()).isNotEmpty();
        }
    }

    @Test
    void nothingIsBoughtWhereTheRulesStopBuying() {
        Map<SkuLocation, Boolean> stopped = new HashMap<>();
        plan.locations()
                .forEach(location ->
                        stopped.put(location.location(), location.choice().stopBuy()));
        assertThat(stopped).containsValue(true);
        for (PurchaseOrder order : plan.purchaseOrders()) {
            for (PurchaseOrder.Line line : order.lines()) {
                assertThat(stopped.get(new SkuLocation(line.item(), order.warehouse())))
                        .isFalse();
            }
        }
    }

    @Test
    void costIsNotBelowTheProvenBound() {
        assertThat(plan.lowerBound())
                .isPositive()
                .isLessThanOrEqualTo(plan.cost().total());
    }

    @Test
    void aRerunIsIdenticalForAnyNumberOfThreads() {
        ReplenishmentPlan again = Scenarios.plan(dataset, MOVES, 1);
        assertThat(PlanText.of(again)).isEqualTo(PlanText.of(plan));
    }
}

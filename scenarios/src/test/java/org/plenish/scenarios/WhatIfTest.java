package org.plenish.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plenish.engine.io.ScenarioFile;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.plan.scenario.PlanRules;
import org.plenish.engine.plan.scenario.ScenarioComparison;
import org.plenish.engine.plan.scenario.ScenarioRuns;
import org.plenish.engine.plan.scenario.ScenarioRuns.Case;
import org.plenish.engine.policy.AbcClass;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;

/**
 * The what-ifs that ship do to a part of the sample what their README says that they do to the whole of it: one article in so many
 * and those that a what-if names, with their share of space and cash.
 */
class WhatIfTest {

    private static final Path FOLDER = Path.of(System.getProperty("plenish.root"), "scenarios", "what-if");
    private static final int ONE_ARTICLE_IN = 24;
    private static final long MOVES = 2_000;
    private static final Set<ItemId> CLEARED = Set.of(
            new ItemId("FOO-10530"),
            new ItemId("DEC-10198"),
            new ItemId("GAR-10553"),
            new ItemId("STO-10263"),
            new ItemId("BAG-10567"));
    private static final WarehouseId LYON = new WarehouseId("LYO");
    private static final WarehouseId MILANO = new WarehouseId("MIL");

    private static Dataset dataset;
    private static ReplenishmentPlan base;
    private static final Map<String, ReplenishmentPlan> PLANS = new LinkedHashMap<>();

    @BeforeAll
    static void planThem() throws IOException {
        Dataset sample = Scenarios.dataset("sample");
        Set<ItemId> kept = new TreeSet<>(CLEARED);
        int index = 0;
        for (ItemId item : sample.items().keySet()) {
            if (index++ % ONE_ARTICLE_IN == 0) {
                kept.add(item);
            }
        }
        dataset = SampleCut.withoutLanes(sample, kept);
        RuleBook book = RuleBook.standard();
        PlanRules rules = new PlanRules(book.methodRules(), new DroolsPolicyEngine(book, 2), book.exceptionRules());
        RunSettings settings = new RunSettings(OptimizerSettings.ofMoves(MOVES, 1, 2), 2);
        List<String> names = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        for (Path file : files()) {
            ScenarioFile.Read read = ScenarioFile.open(file).read(dataset);
            if (read.scenario() == null) {
                throw new AssertionError(read.report().toString());
            }
            names.add(file.getFileName().toString().replace(".yaml", ""));
            cases.add(new Case(read.scenario(), rules, settings));
        }
        ScenarioComparison comparison =
                new ScenarioRuns(dataset, rules, settings, RunListener.SILENT).compare(cases, false);
        base = comparison.base();
        for (int i = 0; i < names.size(); i++) {
            PLANS.put(names.get(i), comparison.scenarios().get(i).plan());
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** What they come to, re-accepted on purpose only: what their README tells is taken from here. */
    @Test
    void eachComesToWhatIsExpected() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(WhatIfText.of("base", base));
        PLANS.forEach((name, plan) -> text.append(WhatIfText.of(name, plan)));
        Path expected = FOLDER.resolve("expected.txt");
        if (Boolean.getBoolean("plenish.accept")) {
            Files.writeString(expected, text.toString());
        }
        assertThat(text.toString()).isEqualTo(Files.readString(expected));
    }

    @Test
    void eachIsDescribedWithWhatIsToBeExpected() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        for (Path file : files()) {
            String name = ScenarioFile.open(file).header().name();
            assertThat(readme).contains("## " + name + "\n", "(" + file.getFileName() + ")");
        }
    }

    @Test
    void lessCashIsKeptToAndLeavesLessStockAndNoBetterService() {
        ReplenishmentPlan plan = plan("cash-cut");
        assertKeepsItsLimits(plan);
        assertThat(cashLimit(plan)).isCloseTo(cashLimit(base) * 0.667, within(1.0));
        assertThat(averageStock(plan)).isLessThan(averageStock(base));
        assertThat(fillRate(plan)).isLessThanOrEqualTo(fillRate(base));
        assertThat(cost(plan)).isGreaterThan(cost(base));
    }

    @Test
    void clearedStockIsGoneAndNotBoughtAgain() {
        ReplenishmentPlan plan = plan("cut-dead-stock");
        double cleared = dataset.stock().values().stream()
                .filter(position -> CLEARED.contains(position.location().item()))
                .mapToDouble(position -> position.onHandUnits()
                        * dataset.item(position.location().item()).unitCost().toDouble())
                .sum();
        assertThat(plan.kpis().openingStockValue().toDouble())
                .isCloseTo(base.kpis().openingStockValue().toDouble() - cleared, within(0.5));
        assertThat(plan.purchaseOrders())
                .flatExtracting(PurchaseOrder::lines)
                .noneMatch(line -> CLEARED.contains(line.item()));
        assertThat(plan.kpis().deadStockValue()).isLessThan(base.kpis().deadStockValue());
        assertThat(cost(plan)).isLessThan(cost(base));
    }

    @Test
    void aSurgeIsBoughtForAndStillServedWorse() {
        ReplenishmentPlan plan = plan("demand-surge");
        assertThat(demandUnits(plan)).isGreaterThan(demandUnits(base));
        assertThat(fillRate(plan)).isLessThan(fillRate(base));
        assertThat(cost(plan)).isGreaterThan(cost(base));
    }

    @Test
    void higherMinimumsMakeFewerAndLargerLines() {
        ReplenishmentPlan plan = plan("higher-minimums");
        Set<SupplierId> dearer = Set.of(new SupplierId("S04"), new SupplierId("S12"));
        Map<ItemId, SupplyOption> options = new HashMap<>();
        dataset.supplyOptions().stream()
                .filter(option -> dearer.contains(option.supplier()))
                .forEach(option -> options.put(option.item(), option));
        List<PurchaseOrder.Line> lines = linesOf(plan, dearer);
        List<PurchaseOrder.Line> before = linesOf(base, dearer);
        assertThat(lines)
                .isNotEmpty()
                .hasSizeLessThan(before.size())
                .allSatisfy(line -> assertThat(line.quantityUnits())
                        .isGreaterThanOrEqualTo(2 * options.get(line.item()).minOrderQuantityUnits()));
    }

    @Test
    void aClosedWarehouseIsServedFromTheOther() {
        ReplenishmentPlan plan = plan("merge-warehouses");
        assertThat(plan.locations())
                .noneMatch(location -> location.location().warehouse().equals(MILANO));
        assertThat(plan.purchaseOrders()).noneMatch(order -> order.warehouse().equals(MILANO));
        assertThat(demandUnits(plan, LYON))
                .isCloseTo(demandUnits(base, LYON) + demandUnits(base, MILANO), within(0.02 * demandUnits(base, LYON)));
        assertThat(plan.purchaseOrders()).hasSizeLessThan(base.purchaseOrders().size());
    }

    @Test
    void aStrikeStopsOrdersAndLeavesCustomersWithout() {
        ReplenishmentPlan plan = plan("port-strike");
        Set<SupplierId> stuck = Set.of(new SupplierId("S02"), new SupplierId("S04"));
        LocalDate end = LocalDate.of(2027, 1, 3);
        assertThat(plan.purchaseOrders())
                .noneMatch(order ->
                        stuck.contains(order.supplier()) && !order.orderDate().isAfter(end));
        assertThat(base.purchaseOrders())
                .anyMatch(order ->
                        stuck.contains(order.supplier()) && !order.orderDate().isAfter(end));
        assertThat(fillRate(plan)).isLessThan(fillRate(base));
        assertThat(cost(plan)).isGreaterThan(cost(base));
    }

    @Test
    void moreServiceForClassAKeepsMoreSafetyStock() {
        ReplenishmentPlan plan = plan("raise-a-service");
        assertThat(plan.locations())
                .filteredOn(location -> location.choice().abcClass() == AbcClass.A)
                .isNotEmpty()
                .allSatisfy(location ->
                        assertThat(location.choice().serviceTarget()).isEqualTo(0.99));
        assertThat(safetyStockUnits(plan)).isGreaterThan(safetyStockUnits(base));
        assertThat(cost(plan)).isGreaterThan(cost(base));
    }

    @Test
    void lessRoomIsKeptToAndHoldsLess() {
        ReplenishmentPlan plan = plan("warehouse-full");
        assertKeepsItsLimits(plan);
        double before = space(base, LYON, LimitUse::limit);
        assertThat(space(plan, LYON, LimitUse::limit)).isCloseTo(0.9 * before, within(1e-6));
        assertThat(space(base, LYON, LimitUse::used)).isGreaterThan(0.9 * before);
        assertThat(cost(plan)).isGreaterThanOrEqualTo(cost(base));
    }

    private static ReplenishmentPlan plan(String name) {
        ReplenishmentPlan plan = PLANS.get(name);
        if (plan == null) {
            throw new AssertionError(name + ".yaml must be in " + FOLDER + ", but there are " + PLANS.keySet());
        }
        return plan;
    }

    private static void assertKeepsItsLimits(ReplenishmentPlan plan) {
        assertThat(plan.violations()).isEmpty();
        assertThat(plan.limits())
                .allSatisfy(limit -> assertThat(limit.used())
                        .as("%s %s %s", limit.kind(), limit.warehouse(), limit.periodStart())
                        .isLessThanOrEqualTo(limit.limit() + 1e-4));
    }

    private static double cost(ReplenishmentPlan plan) {
        return plan.cost().total();
    }

    private static double fillRate(ReplenishmentPlan plan) {
        return plan.kpis().expectedFillRate();
    }

    private static double averageStock(ReplenishmentPlan plan) {
        return plan.kpis().averageStockValue().toDouble();
    }

    private static long safetyStockUnits(ReplenishmentPlan plan) {
        return plan.locations().stream()
                .mapToLong(location -> location.policy().safetyStockUnits())
                .sum();
    }

    private static double demandUnits(ReplenishmentPlan plan) {
        return plan.locations().stream().mapToDouble(WhatIfTest::forecastUnits).sum();
    }

    private static double demandUnits(ReplenishmentPlan plan, WarehouseId warehouse) {
        return plan.locations().stream()
                .filter(location -> location.location().warehouse().equals(warehouse))
                .mapToDouble(WhatIfTest::forecastUnits)
                .sum();
    }

    private static double forecastUnits(SkuLocationPlan location) {
        return location.forecast().meanUnits().stream().sum();
    }

    private static double cashLimit(ReplenishmentPlan plan) {
        return plan.limits().stream()
                .filter(limit -> limit.kind() == LimitUse.Kind.CASH)
                .mapToDouble(LimitUse::limit)
                .max()
                .orElseThrow();
    }

    /** The largest of a figure over a warehouse's whole space, bucket by bucket. */
    private static double space(ReplenishmentPlan plan, WarehouseId warehouse, ToDoubleFunction<LimitUse> figure) {
        return plan.limits().stream()
                .filter(limit ->
                        limit.kind() == LimitUse.Kind.SPACE && limit.warehouse().equals(warehouse.value()))
                .mapToDouble(figure)
                .max()
                .orElseThrow();
    }

    private static List<PurchaseOrder.Line> linesOf(ReplenishmentPlan plan, Set<SupplierId> suppliers) {
        return plan.purchaseOrders().stream()
                .filter(order -> suppliers.contains(order.supplier()))
                .flatMap(order -> order.lines().stream())
                .toList();
    }
}

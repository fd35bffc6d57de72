package org.plenish.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.ReplenishmentPolicy.DoNotStock;
import org.plenish.engine.policy.ReplenishmentPolicy.MinMax;
import org.plenish.engine.policy.ReplenishmentPolicy.PeriodicOrderUpTo;
import org.plenish.engine.policy.ReplenishmentPolicy.ReorderPointOrderQuantity;

/**
 * TEA in the north: 14 a week (2 a day), error 5 a week, lead time 14 ± 2 days, MOQ 24 in twelves, order cost 40, line cost
 * 1. Over 21 days: mean 42, σ = √(5²·3 + (2·2)²) = √91 = 9.539.
 */
class PolicyCalculatorTest {

    private static PolicyCalculation calculate(
            SkuLocation location,
            SafetyStockMethod method,
            PolicyType type,
            OrderSizing sizing,
            PolicyOverride... overrides) {
        return calculate(location, 0.95, method, type, sizing, overrides);
    }

    private static PolicyCalculation calculate(
            SkuLocation location,
            double serviceTarget,
            SafetyStockMethod method,
            PolicyType type,
            OrderSizing sizing,
            PolicyOverride... overrides) {
        Dataset dataset = SmallDataset.of(overrides);
        Forecast forecast = SmallDataset.forecast(location, 14, 5);
        SortedMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
        histories.put(location, SmallDataset.history(location, 14, 14));
        SortedMap<SkuLocation, Forecast> forecasts = new TreeMap<>();
        forecasts.put(location, forecast);
        List<SkuLocationProfile> profiles = ProfileBuilder.build(dataset, histories, forecasts);
        PolicyChoice choice = new PolicyChoice(
                location,
                AbcClass.A,
                DemandClass.SMOOTH,
                serviceTarget,
                method,
                28,
                type,
                7,
                sizing,
                30,
                ObsolescenceStatus.HEALTHY,
                LifecycleAction.NONE,
                false,
                List.of());
        return new PolicyCalculator(dataset, profiles).calculate(profiles.get(0), forecast, choice);
    }

    private static PolicyOverride override(
            @Nullable Integer safetyStock,
            @Nullable Integer reorderPoint,
            @Nullable Integer level,
            @Nullable Integer min,
            @Nullable Integer max) {
        return new PolicyOverride(
                SmallDataset.TEA_NORTH.item(), null, safetyStock, reorderPoint, level, min, max, null, false, "");
    }

    @Test
    void reorderPointCoversLeadTimeAndReviewWithNormalSafetyStock() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                SafetyStockMethod.NORMAL_CYCLE_SERVICE,
                PolicyType.REORDER_POINT_ORDER_QUANTITY,
                OrderSizing.DAYS_OF_COVER);

        assertThat(calculation.protection().days()).isEqualTo(21);
        assertThat(calculation.protection().meanUnits()).isCloseTo(42, within(1e-9));
        assertThat(calculation.protection().sdUnits()).isCloseTo(9.539392, within(1e-6)); // √91
        assertThat(calculation.safetyFactor()).isCloseTo(1.644854, within(1e-6));
        assertThat(calculation.safetyStockUnits()).isCloseTo(15.690906, within(1e-5)); // 1.644854 · 9.539392
        assertThat(calculation.policy())
                .isEqualTo(new ReorderPointOrderQuantity(16, 58, 60, 7)); // 57.69 up; 30 · 2 = 60 in twelves
        assertThat(calculation.overridden()).isEmpty();
    }

    @Test
    void noQuantileIsToldWhereItLiesBelowTheMean() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                0.5, // the median of a skewed distribution
                SafetyStockMethod.GAMMA_CYCLE_SERVICE,
                PolicyType.REORDER_POINT_ORDER_QUANTITY,
                OrderSizing.MINIMUM);

        assertThat(calculation.safetyStockUnits()).isZero();
        assertThat(calculation.steps())
                .contains(
                        "Safety stock for service 0.5000, gamma demand: 0 units, as the quantile is not above the mean"
                                + " 42.00.");
    }

    @Test
    void economicQuantityWeighsOrderAndHoldingCostAndPriceBreaks() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                SafetyStockMethod.NONE,
                PolicyType.REORDER_POINT_ORDER_QUANTITY,
                OrderSizing.ECONOMIC);

        // EOQ √(2 · 41 · 730 / 0.5) = 346: 348 costs 1,460 + 86.0 + 87.0 = 1,633.0; 480 at 1.90 costs 1,387 + 62.4 +
        // 114 = 1,563.4
        assertThat(calculation.supply().lineOrderCost()).isEqualTo(41);
        assertThat(calculation.policy()).isEqualTo(new ReorderPointOrderQuantity(0, 42, 480, 7));
    }

    @Test
    void periodicPolicyOrdersUpToWhatCoversReviewAndLeadTime() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                SafetyStockMethod.DAYS_OF_COVER,
                PolicyType.PERIODIC_ORDER_UP_TO,
                OrderSizing.MINIMUM);

        assertThat(calculation.policy()).isEqualTo(new PeriodicOrderUpTo(56, 98, 24, 7)); // 28 · 2; 42 + 56
    }

    @Test
    void whereNothingIsBoughtTheFastestLaneGivesTheLeadTime() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_SOUTH, SafetyStockMethod.NONE, PolicyType.MIN_MAX, OrderSizing.DAYS_OF_COVER);

        assertThat(calculation.supply().fromWarehouse()).isEqualTo(SmallDataset.TEA_NORTH.warehouse());
        assertThat(calculation.protection().days()).isEqualTo(10); // 3 + 7
        assertThat(calculation.policy()).isEqualTo(new MinMax(0, 20, 80, 7)); // 10 · 2; + 30 · 2
    }

    @Test
    void nothingIsKeptWhereNothingIsStocked() {
        assertThat(calculate(
                                SmallDataset.TEA_NORTH,
                                SafetyStockMethod.NONE,
                                PolicyType.DO_NOT_STOCK,
                                OrderSizing.MINIMUM)
                        .policy())
                .isEqualTo(new DoNotStock());
    }

    @Test
    void aPersonsSafetyStockMovesTheReorderPointAndIsTold() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                SafetyStockMethod.NORMAL_CYCLE_SERVICE,
                PolicyType.MIN_MAX,
                OrderSizing.MINIMUM,
                override(30, null, null, null, null));

        assertThat(calculation.policy()).isEqualTo(new MinMax(30, 72, 96, 7)); // 42 + 30; + 24
        assertThat(calculation.overridden()).containsExactly("safety_stock");
        assertThat(calculation.steps()).contains("Override by a person: safety_stock 30 instead of 16.");
    }

    @Test
    void aPersonsLevelsHoldWhateverWasComputed() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                SafetyStockMethod.NORMAL_CYCLE_SERVICE,
                PolicyType.PERIODIC_ORDER_UP_TO,
                OrderSizing.MINIMUM,
                override(null, 50, 200, null, null));

        assertThat(calculation.policy()).isEqualTo(new MinMax(16, 50, 200, 7));
        assertThat(calculation.overridden()).containsExactly("reorder_point", "order_up_to_level");
    }

    @Test
    void aPersonsQuantityLimitsHold() {
        assertThat(calculate(
                                SmallDataset.TEA_NORTH,
                                SafetyStockMethod.NONE,
                                PolicyType.MIN_MAX,
                                OrderSizing.DAYS_OF_COVER,
                                override(null, null, null, 72, null))
                        .policy()
                        .orderQuantityUnits())
                .isEqualTo(72);
        PolicyCalculation limited = calculate(
                SmallDataset.TEA_NORTH,
                SafetyStockMethod.NONE,
                PolicyType.MIN_MAX,
                OrderSizing.DAYS_OF_COVER,
                override(null, null, null, null, 36));
        assertThat(limited.policy().orderQuantityUnits()).isEqualTo(36);
        assertThat(limited.overridden()).containsExactly("max_quantity");
    }

    @Test
    void whatAPersonWantsKeptIsKeptThoughTheRulesWouldNot() {
        assertThat(calculate(
                                SmallDataset.TEA_NORTH,
                                SafetyStockMethod.NONE,
                                PolicyType.DO_NOT_STOCK,
                                OrderSizing.MINIMUM,
                                override(null, 10, 40, null, null))
                        .policy())
                .isEqualTo(new MinMax(0, 10, 40, 7));
    }

    @Test
    void minMaxWithLevelOfPointPlusQuantityIsTheOrderQuantityPolicy() {
        ReplenishmentPolicy minMax = calculate(
                        SmallDataset.TEA_NORTH,
                        SafetyStockMethod.GAMMA_CYCLE_SERVICE,
                        PolicyType.MIN_MAX,
                        OrderSizing.DAYS_OF_COVER)
                .policy();
        ReplenishmentPolicy orderQuantity = calculate(
                        SmallDataset.TEA_NORTH,
                        SafetyStockMethod.GAMMA_CYCLE_SERVICE,
                        PolicyType.REORDER_POINT_ORDER_QUANTITY,
                        OrderSizing.DAYS_OF_COVER)
                .policy();

        assertThat(minMax.reorderPointUnits()).isEqualTo(orderQuantity.reorderPointUnits());
        assertThat(minMax.orderUpToLevelUnits()).isEqualTo(orderQuantity.orderUpToLevelUnits());
        assertThat(minMax.orderQuantityUnits()).isEqualTo(orderQuantity.orderQuantityUnits());
    }

    @Test
    void theArithmeticIsToldBeforeAPersonChangesIt() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                SafetyStockMethod.DAYS_OF_COVER,
                PolicyType.PERIODIC_ORDER_UP_TO,
                OrderSizing.MINIMUM,
                override(null, null, 120, null, null));

        assertThat(calculation.policy().orderUpToLevelUnits()).isEqualTo(120);
        assertThat(calculation.steps())
                .containsSequence(
                        "Order-up-to level: demand 42.00 + safety stock 56.00 = 98 units, every 7 days.",
                        "Override by a person: order_up_to_level 120 instead of 98.");
    }

    @Test
    void nothingAboveAYearsDemandIsOrderedWhereHoldingCostsNothing() {
        OrderLattice any = new OrderLattice(24, 12, Integer.MAX_VALUE);

        assertThat(PolicyCalculator.upTo(730, any).mostUnits()).isEqualTo(720); // 60 · 12
        assertThat(PolicyCalculator.upTo(10, any).mostUnits()).isEqualTo(24);
    }
}

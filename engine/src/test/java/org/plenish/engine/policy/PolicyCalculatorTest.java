package org.plenish.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
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
            SkuLocation location, Consumer<UsualAnswers> changes, PolicyOverride... overrides) {
        return calculate(
                SmallDataset.of(overrides),
                SmallDataset.history(location, 14, 14),
                SmallDataset.forecast(location, 14, 5),
                changes);
    }

    private static PolicyCalculation calculate(
            Dataset dataset, DemandHistory history, Forecast forecast, Consumer<UsualAnswers> changes) {
        SortedMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
        histories.put(history.location(), history);
        SortedMap<SkuLocation, Forecast> forecasts = new TreeMap<>();
        forecasts.put(forecast.location(), forecast);
        List<SkuLocationProfile> profiles = ProfileBuilder.build(dataset, histories, forecasts);
        return new PolicyCalculator(dataset, profiles)
                .calculate(profiles.get(0), history, forecast, UsualAnswers.choice(history.location(), changes));
    }

    private static Consumer<UsualAnswers> answers(SafetyStockMethod method, PolicyType type, OrderSizing sizing) {
        return answers -> {
            answers.safetyStockMethod = method;
            answers.policyType = type;
            answers.orderSizing = sizing;
        };
    }

    private static Consumer<UsualAnswers> measure(SafetyStockMethod method, DemandDistribution distribution) {
        return answers -> {
            answers.safetyStockMethod = method;
            answers.demandDistribution = distribution;
        };
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
                answers(
                        SafetyStockMethod.CYCLE_SERVICE,
                        PolicyType.REORDER_POINT_ORDER_QUANTITY,
                        OrderSizing.DAYS_OF_COVER));

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
        PolicyCalculation calculation = calculate(SmallDataset.TEA_NORTH, answers -> {
            answers.serviceTarget = 0.5; // the median of a skewed distribution
            answers.demandDistribution = DemandDistribution.GAMMA;
        });

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
                answers(SafetyStockMethod.NONE, PolicyType.REORDER_POINT_ORDER_QUANTITY, OrderSizing.ECONOMIC));

        // EOQ √(2 · 41 · 730 / 0.5) = 346: 348 costs 1,460 + 86.0 + 87.0 = 1,633.0; 480 at 1.90 costs 1,387 + 62.4 +
        // 114 = 1,563.4
        assertThat(calculation.supply().lineOrderCost()).isEqualTo(41);
        assertThat(calculation.policy()).isEqualTo(new ReorderPointOrderQuantity(0, 42, 480, 7));
    }

    @Test
    void periodicPolicyOrdersUpToWhatCoversReviewAndLeadTime() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                answers(SafetyStockMethod.DAYS_OF_COVER, PolicyType.PERIODIC_ORDER_UP_TO, OrderSizing.MINIMUM));

        assertThat(calculation.policy()).isEqualTo(new PeriodicOrderUpTo(56, 98, 24, 7)); // 28 · 2; 42 + 56
    }

    @Test
    void whereNothingIsBoughtTheFastestLaneGivesTheLeadTime() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_SOUTH, answers(SafetyStockMethod.NONE, PolicyType.MIN_MAX, OrderSizing.DAYS_OF_COVER));

        assertThat(calculation.supply().fromWarehouse()).isEqualTo(SmallDataset.TEA_NORTH.warehouse());
        assertThat(calculation.protection().days()).isEqualTo(10); // 3 + 7
        assertThat(calculation.policy()).isEqualTo(new MinMax(0, 20, 80, 7)); // 10 · 2; + 30 · 2
    }

    @Test
    void nothingIsKeptWhereNothingIsStocked() {
        assertThat(calculate(
                                SmallDataset.TEA_NORTH,
                                answers(SafetyStockMethod.NONE, PolicyType.DO_NOT_STOCK, OrderSizing.MINIMUM))
                        .policy())
                .isEqualTo(new DoNotStock());
    }

    @Test
    void aPersonsSafetyStockMovesTheReorderPointAndIsTold() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                answers(SafetyStockMethod.CYCLE_SERVICE, PolicyType.MIN_MAX, OrderSizing.MINIMUM),
                override(30, null, null, null, null));

        assertThat(calculation.policy()).isEqualTo(new MinMax(30, 72, 96, 7)); // 42 + 30; + 24
        assertThat(calculation.overridden()).containsExactly("safety_stock");
        assertThat(calculation.steps()).contains("Override by a person: safety_stock 30 instead of 16.");
    }

    @Test
    void aPersonsLevelsHoldWhateverWasComputed() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                answers(SafetyStockMethod.CYCLE_SERVICE, PolicyType.PERIODIC_ORDER_UP_TO, OrderSizing.MINIMUM),
                override(null, 50, 200, null, null));

        assertThat(calculation.policy()).isEqualTo(new MinMax(16, 50, 200, 7));
        assertThat(calculation.overridden()).containsExactly("reorder_point", "order_up_to_level");
    }

    @Test
    void aPersonsQuantityLimitsHold() {
        assertThat(calculate(
                                SmallDataset.TEA_NORTH,
                                answers(SafetyStockMethod.NONE, PolicyType.MIN_MAX, OrderSizing.DAYS_OF_COVER),
                                override(null, null, null, 72, null))
                        .policy()
                        .orderQuantityUnits())
                .isEqualTo(72);
        PolicyCalculation limited = calculate(
                SmallDataset.TEA_NORTH,
                answers(SafetyStockMethod.NONE, PolicyType.MIN_MAX, OrderSizing.DAYS_OF_COVER),
                override(null, null, null, null, 36));
        assertThat(limited.policy().orderQuantityUnits()).isEqualTo(36);
        assertThat(limited.overridden()).containsExactly("max_quantity");
    }

    @Test
    void whatAPersonWantsKeptIsKeptThoughTheRulesWouldNot() {
        assertThat(calculate(
                                SmallDataset.TEA_NORTH,
                                answers(SafetyStockMethod.NONE, PolicyType.DO_NOT_STOCK, OrderSizing.MINIMUM),
                                override(null, 10, 40, null, null))
                        .policy())
                .isEqualTo(new MinMax(0, 10, 40, 7));
    }

    @Test
    void minMaxWithLevelOfPointPlusQuantityIsTheOrderQuantityPolicy() {
        ReplenishmentPolicy minMax = calculate(SmallDataset.TEA_NORTH, answers -> {
                    answers.demandDistribution = DemandDistribution.GAMMA;
                    answers.policyType = PolicyType.MIN_MAX;
                    answers.orderSizing = OrderSizing.DAYS_OF_COVER;
                })
                .policy();
        ReplenishmentPolicy orderQuantity = calculate(SmallDataset.TEA_NORTH, answers -> {
                    answers.demandDistribution = DemandDistribution.GAMMA;
                    answers.policyType = PolicyType.REORDER_POINT_ORDER_QUANTITY;
                    answers.orderSizing = OrderSizing.DAYS_OF_COVER;
                })
                .policy();

        assertThat(minMax.reorderPointUnits()).isEqualTo(orderQuantity.reorderPointUnits());
        assertThat(minMax.orderUpToLevelUnits()).isEqualTo(orderQuantity.orderUpToLevelUnits());
        assertThat(minMax.orderQuantityUnits()).isEqualTo(orderQuantity.orderQuantityUnits());
    }

    @Test
    void theArithmeticIsToldBeforeAPersonChangesIt() {
        PolicyCalculation calculation = calculate(
                SmallDataset.TEA_NORTH,
                answers(SafetyStockMethod.DAYS_OF_COVER, PolicyType.PERIODIC_ORDER_UP_TO, OrderSizing.MINIMUM),
                override(null, null, 120, null, null));

        assertThat(calculation.policy().orderUpToLevelUnits()).isEqualTo(120);
        assertThat(calculation.steps())
                .containsSequence(
                        "Order-up-to level: demand 42.00 + safety stock 56.00 = 98 units, every 7 days.",
                        "Override by a person: order_up_to_level 120 instead of 98.");
    }

    @Test
    void cycleServiceHoldsForEveryShapeOfDemand() {
        PolicyCalculation gamma =
                calculate(SmallDataset.TEA_NORTH, measure(SafetyStockMethod.CYCLE_SERVICE, DemandDistribution.GAMMA));
        assertThat(gamma.safetyStockUnits()).isCloseTo(16.822980, within(1e-5)); // shape 42² / 91: 58.822980 - 42
        assertThat(gamma.steps())
                .contains("Safety stock for service 0.9500, gamma demand: quantile 58.82 - mean 42.00 = 16.82 units.");

        PolicyCalculation poisson =
                calculate(SmallDataset.TEA_NORTH, measure(SafetyStockMethod.CYCLE_SERVICE, DemandDistribution.POISSON));
        assertThat(poisson.safetyStockUnits()).isCloseTo(11, within(1e-9)); // 53 - 42
        assertThat(poisson.steps())
                .contains(
                        "Safety stock for service 0.9500, Poisson demand: quantile 53.00 - mean 42.00 = 11.00 units.");

        PolicyCalculation negativeBinomial = calculate(
                SmallDataset.TEA_NORTH, measure(SafetyStockMethod.CYCLE_SERVICE, DemandDistribution.NEGATIVE_BINOMIAL));
        assertThat(negativeBinomial.safetyStockUnits()).isCloseTo(17, within(1e-9)); // 59 - 42
        assertThat(negativeBinomial.steps())
                .contains(
                        "Safety stock for service 0.9500, negative binomial demand: quantile 59.00 - mean 42.00 = 17.00"
                                + " units.");
    }

    @Test
    void fillRateAllowsAShareOfWhatACycleBrings() {
        PolicyCalculation calculation =
                calculate(SmallDataset.TEA_NORTH, measure(SafetyStockMethod.FILL_RATE, DemandDistribution.GAMMA));

        // gamma of mean 42 and σ √91 loses 1.2 beyond 50.128862
        assertThat(calculation.safetyStockUnits()).isCloseTo(8.128862, within(1e-5));
        assertThat(calculation.steps())
                .containsSubsequence(
                        "Order quantity: the least that may be ordered, 24.",
                        "Safety stock for fill rate 0.9500, gamma demand: a cycle that brings 24 may be short of (1 -"
                                + " 0.9500) · 24 = 1.20 units; at level 50.13 it is short of 1.20; level 50.13 - mean"
                                + " 42.00 = 8.13 units.");
        assertThat(calculation.policy().reorderPointUnits()).isEqualTo(51); // 50.13 up
    }

    @Test
    void aLargeOrderNeedsNoSafetyStockForItsFillRate() {
        PolicyCalculation calculation = calculate(SmallDataset.TEA_NORTH, answers -> {
            answers.safetyStockMethod = SafetyStockMethod.FILL_RATE;
            answers.orderSizing = OrderSizing.DAYS_OF_COVER;
            answers.orderCoverDays = 60;
        });

        assertThat(calculation.safetyStockUnits()).isZero(); // normal demand loses 9.539 · 0.39894 beyond its mean
        assertThat(calculation.steps())
                .contains(
                        "Safety stock for fill rate 0.9500, normal demand: a cycle that brings 120 may be short of (1 -"
                                + " 0.9500) · 120 = 6.00 units; at level 42.00 it is short of 3.81; level 42.00 - mean 42.00 ="
                                + " 0.00 units.");
    }

    @Test
    void aPeriodicReviewsCycleBringsWhatSellsBetweenReviews() {
        PolicyCalculation calculation = calculate(SmallDataset.TEA_NORTH, answers -> {
            answers.safetyStockMethod = SafetyStockMethod.FILL_RATE;
            answers.policyType = PolicyType.PERIODIC_ORDER_UP_TO;
            answers.orderSizing = OrderSizing.DAYS_OF_COVER;
            answers.orderCoverDays = 60; // 120 units, which no cycle brings
            answers.reviewDays = 28;
        });

        assertThat(calculation.steps())
                .anyMatch(step -> step.contains("a cycle that brings 60 may be short of")); // 28 · 2 = 56 in twelves
    }

    @Test
    void readyRateCountsTheTimeWithoutStock() {
        PolicyCalculation calculation =
                calculate(SmallDataset.TEA_NORTH, measure(SafetyStockMethod.READY_RATE, DemandDistribution.GAMMA));

        // gamma loses 1.2079 beyond 50.077485 and 0.0079 beyond 74.077485
        assertThat(calculation.safetyStockUnits()).isCloseTo(8.077485, within(1e-5));
        assertThat(calculation.steps())
                .contains(
                        "Safety stock for ready rate 0.9500, gamma demand: with level 50.08 and orders of 24 nothing is"
                                + " left (1.21 - 0.01) / 24 = 0.0500 of the time, at most 1 - 0.9500; level 50.08 - mean 42.00 ="
                                + " 8.08 units.");
    }

    @Test
    void aShortageIsWeighedAtTheOptimizersPriceWhereTheItemHasNone() {
        PolicyCalculation calculation =
                calculate(SmallDataset.TEA_NORTH, measure(SafetyStockMethod.SHORTAGE_COST, DemandDistribution.NORMAL));

        // a unit short: margin 1.50 · 7 / 14 at 0.95; holding 2.00 · 0.25; P(short) 0.5 · 24 / (730 · 0.75) = 0.021918
        assertThat(calculation.safetyStockUnits()).isCloseTo(19.228164, within(1e-5)); // 2.015659 · 9.539392
        assertThat(calculation.steps())
                .contains("Safety stock where a unit short costs 0.7500 (as the optimizer prices it, from the margin at"
                        + " service 0.9500), normal demand: a cycle may end short with probability holding 0.5000 a year"
                        + " · order 24 / (730.0 a year · 0.7500) = 0.0219; quantile 61.23 - mean 42.00 = 19.23 units.");
    }

    @Test
    void aShortageIsWeighedAtTheItemsOwnPriceWhereItHasOne() {
        PolicyCalculation calculation = calculate(
                SmallDataset.withShortageCost("0.50"),
                SmallDataset.history(SmallDataset.TEA_NORTH, 14, 14),
                SmallDataset.forecast(SmallDataset.TEA_NORTH, 14, 5),
                measure(SafetyStockMethod.SHORTAGE_COST, DemandDistribution.NORMAL));

        assertThat(calculation.safetyStockUnits())
                .isCloseTo(17.553444, within(1e-5)); // 12 / (730 · 0.50) = 0.032877: 1.840101 · 9.539392
        assertThat(calculation.steps())
                .anyMatch(step -> step.startsWith(
                        "Safety stock where a unit short costs 0.5000 (shortage_cost_per_unit of the item), normal"));
    }

    @Test
    void aShortageCheaperThanHoldingIsNotGuardedAgainst() {
        PolicyCalculation calculation = calculate(
                SmallDataset.withShortageCost("0.01"),
                SmallDataset.history(SmallDataset.TEA_NORTH, 14, 14),
                SmallDataset.forecast(SmallDataset.TEA_NORTH, 14, 5),
                measure(SafetyStockMethod.SHORTAGE_COST, DemandDistribution.NORMAL));

        assertThat(calculation.safetyStockUnits()).isZero(); // 12 / (730 · 0.01) = 1.6438
        assertThat(calculation.steps())
                .contains("Safety stock where a unit short costs 0.0100 (shortage_cost_per_unit of the item), normal"
                        + " demand: 0 units, as a cycle may end short with probability holding 0.5000 a year · order 24 /"
                        + " (730.0 a year · 0.0100) = 1.6438, which asks for no more than the mean 42.00.");
    }

    @Test
    void whereHoldingCostsNothingTheServiceTargetDecides() {
        PolicyCalculation calculation = calculate(
                SmallDataset.withHoldingCostRate(0),
                SmallDataset.history(SmallDataset.TEA_NORTH, 14, 14),
                SmallDataset.forecast(SmallDataset.TEA_NORTH, 14, 5),
                measure(SafetyStockMethod.SHORTAGE_COST, DemandDistribution.NORMAL));

        assertThat(calculation.safetyStockUnits()).isCloseTo(15.690906, within(1e-5)); // 1.644854 · 9.539392
        assertThat(calculation.steps())
                .containsSequence(
                        "Holding a unit costs nothing here, so shortages alone would ask for stock without end: the"
                                + " service target is used instead.",
                        "Safety stock for service 0.9500, normal: z 1.6449 · 9.54 = 15.69 units.");
    }

    @Test
    void pastIntervalsTellWhatDemandMayBe() {
        PolicyCalculation calculation = calculate(
                SmallDataset.of(),
                SmallDataset.history(SmallDataset.TEA_NORTH, 14, 14, 14, 14, 14, 14, 14, 14, 14, 30),
                SmallDataset.forecast(SmallDataset.TEA_NORTH, 14, 5),
                measure(SafetyStockMethod.CYCLE_SERVICE, DemandDistribution.EMPIRICAL));

        assertThat(calculation.safetyStockUnits()).isEqualTo(16); // 42 seven times and 58: 58 - 42
        assertThat(calculation.steps())
                .contains(
                        "Safety stock for service 0.9500, demand as in 8 past intervals of 21 days: quantile 58.00 - mean"
                                + " 42.00 = 16.00 units.");
    }

    @Test
    void tooFewPastIntervalsFallBackToGammaAndSaySo() {
        PolicyCalculation calculation = calculate(
                SmallDataset.of(),
                SmallDataset.history(SmallDataset.TEA_NORTH, 14, 14, 14, 14, 14, 14, 14, 14, 30),
                SmallDataset.forecast(SmallDataset.TEA_NORTH, 14, 5),
                measure(SafetyStockMethod.CYCLE_SERVICE, DemandDistribution.EMPIRICAL));

        assertThat(calculation.steps())
                .containsSequence(
                        "Demand is known over 7 past intervals of 21 days, fewer than 8: gamma demand is taken instead.",
                        "Safety stock for service 0.9500, gamma demand: quantile 58.82 - mean 42.00 = 16.82 units.");
    }

    @Test
    void pastIntervalsLeaveOutWhatIsNotKnownAndShareTheirLastBucket() {
        DemandHistory history = SmallDataset.history(SmallDataset.TEA_NORTH, 1, Double.NaN, 4, 8, 16);

        assertThat(SafetyStockSizing.pastUnits(history, 2)).containsExactly(12, 24); // 4 + 8, 8 + 16
        assertThat(SafetyStockSizing.pastUnits(history, 1.5)).containsExactly(8, 16); // 4 + 8 / 2, 8 + 16 / 2
        assertThat(SafetyStockSizing.pastUnits(history, 6)).isEmpty();
    }

    @Test
    void aSeasonAheadRaisesLevelsBeforeItComes() {
        Forecast forecast = SmallDataset.seasonal(SmallDataset.TEA_NORTH, 5, 14, 14, 14, 28);
        DemandHistory history = SmallDataset.history(SmallDataset.TEA_NORTH, 14, 14);

        PolicyCalculation built = calculate(SmallDataset.of(), history, forecast, answers -> {
            answers.safetyStockMethod = SafetyStockMethod.NONE;
            answers.seasonalBuildDays = 7;
        });
        assertThat(built.protection().meanUnits()).isCloseTo(56, within(1e-9)); // 14 + 14 + 28
        assertThat(built.policy()).isEqualTo(new MinMax(0, 56, 80, 7)); // + 24
        assertThat(built.steps())
                .containsSequence(
                        "Protection interval: lead time 14 + review 7 = 21 days; expected demand 42.00 units.",
                        "Season ahead: of the intervals of 21 days that start within 7 days, the one from 2026-11-30"
                                + " expects most, 56.00 units instead of 42.00.");

        PolicyCalculation early = calculate(SmallDataset.of(), history, forecast, answers -> {
            answers.safetyStockMethod = SafetyStockMethod.NONE;
            answers.seasonalBuildDays = 3;
        });
        assertThat(early.protection().meanUnits()).isCloseTo(48, within(1e-9)); // 42 + 3 / 7 of (28 - 14)
    }

    @Test
    void withoutASeasonAheadLevelsStayAndItIsSaid() {
        PolicyCalculation calculation = calculate(SmallDataset.TEA_NORTH, answers -> answers.seasonalBuildDays = 60);

        assertThat(calculation.protection().meanUnits()).isCloseTo(42, within(1e-9));
        assertThat(calculation.steps())
                .contains(
                        "Season ahead: no interval of 21 days that starts within 60 days expects more than 42.00 units.");
    }

    @Test
    void aLastTimeBuyCoversWhatSellsBeyondTheHorizon() {
        PolicyCalculation calculation = calculate(SmallDataset.TEA_NORTH, answers -> {
            answers.lifecycleStage = LifecycleStage.LAST_TIME_BUY;
            answers.lastTimeBuyDays = 128;
        });

        // 100 days beyond the 28 of the horizon · 2 = 200: 15.69 + 200 = 215.69; 42 + 215.69 = 257.69; + 24
        assertThat(calculation.policy()).isEqualTo(new MinMax(216, 258, 282, 7));
        assertThat(calculation.safetyStockUnits()).isCloseTo(15.690906, within(1e-5));
        assertThat(calculation.steps())
                .containsSubsequence(
                        "Last-time buy: of its 128 days 100 lie beyond the horizon; · 2.000 units a day = 200.00 units"
                                + " kept in addition: safety stock 15.69 + 200.00 = 215.69.",
                        "Reorder point: demand 42.00 + safety stock 215.69 = 258 units.");
    }

    @Test
    void aLastTimeBuyRaisesAPeriodicLevelToo() {
        PolicyCalculation calculation = calculate(SmallDataset.TEA_NORTH, answers -> {
            answers.safetyStockMethod = SafetyStockMethod.NONE;
            answers.policyType = PolicyType.PERIODIC_ORDER_UP_TO;
            answers.lastTimeBuyDays = 58;
        });

        assertThat(calculation.policy()).isEqualTo(new PeriodicOrderUpTo(60, 102, 24, 7)); // 30 · 2; 42 + 60
    }

    @Test
    void aLastTimeBuyWithinTheHorizonKeepsNothingMore() {
        PolicyCalculation calculation = calculate(SmallDataset.TEA_NORTH, answers -> answers.lastTimeBuyDays = 28);

        assertThat(calculation.policy()).isEqualTo(new MinMax(16, 58, 82, 7));
        assertThat(calculation.steps())
                .contains("Last-time buy: its 28 days lie within the horizon of 28, so nothing is kept in addition.");
    }

    @Test
    void nothingAboveAYearsDemandIsOrderedWhereHoldingCostsNothing() {
        OrderLattice any = new OrderLattice(24, 12, Integer.MAX_VALUE);

        assertThat(PolicyCalculator.upTo(730, any).mostUnits()).isEqualTo(720); // 60 · 12
        assertThat(PolicyCalculator.upTo(10, any).mostUnits()).isEqualTo(24);
    }
}

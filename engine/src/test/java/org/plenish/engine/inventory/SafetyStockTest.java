package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.NegativeBinomial;

class SafetyStockTest {

    private static double normal(LeadTimeDemand demand, double level) {
        return SafetyStock.cycleService(ProtectionDemand.normal(demand), demand.meanUnits(), level);
    }

    private static double gamma(LeadTimeDemand demand, double level) {
        return SafetyStock.cycleService(ProtectionDemand.gamma(demand), demand.meanUnits(), level);
    }

    private static double negativeBinomial(LeadTimeDemand demand, double level) {
        return SafetyStock.cycleService(ProtectionDemand.negativeBinomial(demand), demand.meanUnits(), level);
    }

    private static LeadTimeDemand demand(double meanUnits, double sdUnits) {
        return new LeadTimeDemand(14, meanUnits, sdUnits);
    }

    @Test
    void normalSafetyStockIsFactorTimesDeviation() {
        assertThat(normal(demand(100, 20), 0.95)).isCloseTo(32.897, within(1e-3)); // 1.644854 · 20
        assertThat(normal(demand(100, 20), 0.5)).isCloseTo(0, within(1e-12));
    }

    /** Snyder & Shen (2019), example 4.3: mean 50, sd 8, critical ratio 0.7 / 0.88; S* = 56.604. */
    @Test
    void normalSafetyStockIsTheNewsvendorsStockAboveTheMean() {
        assertThat(50 + normal(demand(50, 8), 0.7 / 0.88)).isCloseTo(56.60395592743389, within(1e-6));
    }

    /** Snyder & Shen (2019), example 4.3 with a lead time of 4: mean 250, sd 8·√5; S* = 264.767. */
    @Test
    void normalSafetyStockCoversLeadTimeAndReviewPeriod() {
        assertThat(250 + normal(demand(250, 8 * Math.sqrt(5)), 0.7 / 0.88)).isCloseTo(264.7668943741548, within(1e-6));
    }

    @Test
    void gammaSafetyStockOfExponentialDemandIsKnownInClosedForm() {
        assertThat(gamma(demand(100, 100), 0.95)).isCloseTo(199.573, within(1e-3)); // -100·ln 0.05 - 100
    }

    @Test
    void gammaAsksForMoreThanNormalWhereServiceIsHigh() {
        assertThat(gamma(demand(100, 80), 0.98)).isGreaterThan(normal(demand(100, 80), 0.98));
    }

    @Test
    void negativeBinomialSafetyStockReachesTheServiceLevelInWholeUnits() {
        LeadTimeDemand demand = demand(7.5, Math.sqrt(30)); // r = 2.5, p = 0.25

        assertThat(negativeBinomial(demand, 0.95)).isCloseTo(10.5, within(1e-9)); // 18 - 7.5
    }

    @Test
    void countsWithoutExtraVarianceAreTakenForPoisson() {
        assertThat(negativeBinomial(demand(18, 3), 270 / 470.0)).isEqualTo(1); // 19 - 18, problem 4.8a
    }

    @Test
    void rareDemandMayNeedNoSafetyStock() {
        assertThat(negativeBinomial(demand(0.01, 0.1), 0.9)).isZero(); // F(0) = 0.99
        assertThat(gamma(demand(1, 30), 0.6)).isZero(); // quantile below the mean
    }

    @Test
    void certainDemandNeedsNoSafetyStock() {
        assertThat(normal(demand(10, 0), 0.99)).isZero();
        assertThat(gamma(demand(10, 0), 0.99)).isZero();
        assertThat(negativeBinomial(demand(0, 5), 0.99)).isZero();
    }

    /** Exponential demand with mean 100 loses 100·exp(-s/100) beyond s: every criterion is known in closed form. */
    @Test
    void everyCriterionOfExponentialDemandIsKnownInClosedForm() {
        Distribution demand = ProtectionDemand.gamma(demand(100, 100));

        assertThat(SafetyStock.cycleService(demand, 100, 0.95)).isCloseTo(199.5732, within(1e-4)); // 100·ln 20 - 100
        assertThat(SafetyStock.fillRate(demand, 100, 50, 0.9)).isCloseTo(199.5732, within(1e-4)); // (1 - 0.9)·50 = 5
        double once = 100 * Math.log(20 * (1 - Math.exp(-0.5))) - 100; // 100·exp(-s/100)·(1 - exp(-0.5)) = 5
        assertThat(once).isCloseTo(106.30, within(5e-3));
        assertThat(SafetyStock.fillRateExact(demand, 100, 50, 0.9)).isCloseTo(once, within(1e-6));
        assertThat(SafetyStock.readyRate(demand, 100, 50, 0.9)).isCloseTo(once, within(1e-6));
        assertThat(SafetyStock.shortageCost(demand, 100, 50, 1_000, 2, 2)) // 2·50 / (1,000·2) = 0.05
                .isCloseTo(199.5732, within(1e-4));
    }

    private static final double[] LEVELS = {0.5, 0.7, 0.9, 0.95, 0.99, 0.999};

    /** Demand of 18 ± 5 in every family, past windows being 2,000 quantiles of the negative binomial. */
    private static List<Distribution> everyFamily() {
        LeadTimeDemand demand = demand(18, 5);
        Distribution counts = ProtectionDemand.negativeBinomial(demand);
        double[] windows = new double[2_000];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = counts.quantile((i + 0.5) / windows.length);
        }
        return List.of(
                ProtectionDemand.normal(demand),
                ProtectionDemand.gamma(demand),
                ProtectionDemand.poisson(demand),
                counts,
                ProtectionDemand.empirical(windows));
    }

    private static double units(Distribution demand, String criterion, double mean, double quantity, double level) {
        return switch (criterion) {
            case "cycle service" -> SafetyStock.cycleService(demand, mean, level);
            case "fill rate" -> SafetyStock.fillRate(demand, mean, quantity, level);
            case "exact fill rate" -> SafetyStock.fillRateExact(demand, mean, quantity, level);
            case "ready rate" -> SafetyStock.readyRate(demand, mean, quantity, level);
            default -> SafetyStock.shortageCost(demand, mean, quantity, 100, 1 - level, quantity / 100);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle service", "fill rate", "exact fill rate", "ready rate", "shortage cost"})
    void everyCriterionRisesWithTheLevelInEveryFamily(String criterion) {
        for (Distribution demand : everyFamily()) {
            double before = 0;
            for (double level : LEVELS) {
                double units = units(demand, criterion, 18, 10, level);
                assertThat(units).as("%s of %s at %s", criterion, demand, level).isGreaterThanOrEqualTo(before);
                before = units;
            }
            assertThat(before).as("%s of %s", criterion, demand).isBetween(5.0, 30.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle service", "fill rate", "exact fill rate", "ready rate", "shortage cost"})
    void everyCriterionLeadsToWholeLevelsWhereDemandIsWhole(String criterion) {
        for (Distribution demand : everyFamily()) {
            if (demand.spacing() > 0) {
                double level = 18.25 + units(demand, criterion, 18.25, 10, 0.98);
                assertThat(level).as("%s of %s", criterion, demand).isCloseTo(Math.rint(level), within(1e-9));
            }
        }
    }

    @Test
    void fillRateIsReachedWithTheLeastLevel() {
        for (Distribution demand : everyFamily()) {
            double step = demand.spacing() > 0 ? 1 : 1e-6;
            for (double fillRate : new double[] {0.9, 0.98}) {
                double level = 18 + SafetyStock.fillRate(demand, 18, 6, fillRate);
                assertThat(demand.loss(level)).isLessThanOrEqualTo((1 - fillRate) * 6 + 1e-12);
                assertThat(demand.loss(level - step)).isGreaterThan((1 - fillRate) * 6);
            }
        }
    }

    @Test
    void fillRateOfPoissonDemandIsTheTablesLevel() {
        Distribution demand = ProtectionDemand.poisson(demand(18, 1));

        // E[(X - 22)+] = 0.428, E[(X - 23)+] = 0.283, allowed 0.3
        assertThat(SafetyStock.fillRate(demand, 18, 6, 0.95)).isCloseTo(5, within(1e-9));
        // less E[(X - s - 6)+]: 0.404 at 22, 0.270 at 23
        assertThat(SafetyStock.fillRateExact(demand, 18, 6, 0.93)).isCloseTo(4, within(1e-9));
        assertThat(SafetyStock.fillRate(demand, 18, 6, 0.93)).isCloseTo(5, within(1e-9));
    }

    @Test
    void fillRatesAgreeWhereAnOrderCoversAllThatMayBeMissing() {
        for (Distribution demand : everyFamily()) {
            assertThat(SafetyStock.fillRateExact(demand, 18, 500, 0.999))
                    .isCloseTo(SafetyStock.fillRate(demand, 18, 500, 0.999), within(1e-6));
        }
    }

    @Test
    void exactFillRateNeverAsksForMoreThanTheTextbooksRule() {
        for (Distribution demand : everyFamily()) {
            for (double level : LEVELS) {
                assertThat(SafetyStock.fillRateExact(demand, 18, 4, level))
                        .isLessThanOrEqualTo(SafetyStock.fillRate(demand, 18, 4, level) + 1e-9);
            }
        }
    }

    /** 1 - Σ P(X > y) / Q for y from s to s + Q - 1, written out. */
    @Test
    void readyRateOfWholeUnitsIsTheShareOfPositionsThatCoverDemand() {
        Distribution demand = ProtectionDemand.negativeBinomial(demand(7.5, Math.sqrt(30)));
        int level = (int) Math.rint(7.5 + SafetyStock.readyRate(demand, 7.5, 6, 0.95));
        double[] readyRates = new double[2];
        for (int below = 0; below < 2; below++) {
            double missing = 0;
            for (int y = level - below; y < level - below + 6; y++) {
                missing += 1 - demand.cumulativeProbability(y);
            }
            readyRates[below] = 1 - missing / 6;
        }

        assertThat(readyRates[0]).isGreaterThanOrEqualTo(0.95);
        assertThat(readyRates[1]).isLessThan(0.95);
    }

    /** ∫ P(X > y) dy by trapezoids. */
    @Test
    void readyRateOfContinuousDemandIsTheShareOfTimeWithStock() {
        Distribution demand = ProtectionDemand.gamma(demand(100, 40));
        double level = 100 + SafetyStock.readyRate(demand, 100, 50, 0.97);
        int steps = 10_000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 0.5 : 1;
            sum += weight * (1 - demand.cumulativeProbability(level + 50.0 * i / steps));
        }

        assertThat(1 - sum / steps).isCloseTo(0.97, within(1e-7));
    }

    @Test
    void shortageCostIsCycleServiceAtItsRatio() {
        for (Distribution demand : everyFamily()) {
            // h·Q / (D·B) = 2 · 10 / (100 · 4) = 0.05
            assertThat(SafetyStock.shortageCost(demand, 18, 10, 100, 2, 4))
                    .isEqualTo(SafetyStock.cycleService(demand, 18, 0.95));
        }
    }

    @Test
    void shortagesThatCostLessThanHoldingNeedNoSafetyStock() {
        Distribution demand = ProtectionDemand.normal(demand(18, 5));

        assertThat(SafetyStock.shortageCost(demand, 18, 10, 100, 2, 0.2)).isZero(); // 20 / 20
        assertThat(SafetyStock.shortageCost(demand, 18, 10, 100, 2, 0.3)).isZero(); // 20 / 30: F⁻¹(1/3) < 18
        assertThat(SafetyStock.shortageCost(demand, 18, 10, 0, 2, 4)).isZero();
        assertThat(SafetyStock.shortageCost(demand, 18, 10, 100, 2, 0)).isZero();
        assertThat(SafetyStock.shortageCost(demand, 18, 10, 1e12, 1e-9, 1e9)).isBetween(30.0, 40.0); // 7σ
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle service", "fill rate", "exact fill rate", "ready rate", "shortage cost"})
    void gammaWithLittleSpreadIsNearlyNormal(String criterion) {
        LeadTimeDemand little = demand(100, 2);

        assertThat(units(ProtectionDemand.gamma(little), criterion, 100, 10, 0.97))
                .isCloseTo(units(ProtectionDemand.normal(little), criterion, 100, 10, 0.97), within(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cycle service", "fill rate", "exact fill rate", "ready rate", "shortage cost"})
    void pastWindowsOfPoissonDemandAskForWhatPoissonAsksFor(String criterion) {
        Distribution poisson = ProtectionDemand.poisson(demand(18, 1));
        Random random = new Random(3);
        double[] windows = new double[20_000];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = poisson.quantile(Math.max(1e-12, random.nextDouble()));
        }

        assertThat(units(ProtectionDemand.empirical(windows), criterion, 18, 10, 0.97))
                .isCloseTo(units(poisson, criterion, 18, 10, 0.97), within(1.0));
    }

    @Test
    void countsWithHardlyMoreVarianceThanTheMeanAskForWhatPoissonAsksFor() {
        Distribution poisson = ProtectionDemand.poisson(demand(18, 1));
        Distribution counts = ProtectionDemand.negativeBinomial(demand(18, Math.sqrt(18 * 1.002)));

        assertThat(counts).isInstanceOf(NegativeBinomial.class);
        for (String criterion : List.of("cycle service", "fill rate", "ready rate", "shortage cost")) {
            assertThat(units(counts, criterion, 18, 10, 0.97)).isEqualTo(units(poisson, criterion, 18, 10, 0.97));
        }
    }

    @Test
    void certainDemandNeedsNoSafetyStockByAnyCriterion() {
        for (LeadTimeDemand certain : List.of(demand(10.5, 0), demand(0, 0))) {
            for (Distribution demand : List.of(
                    ProtectionDemand.normal(certain),
                    ProtectionDemand.gamma(certain),
                    ProtectionDemand.poisson(certain),
                    ProtectionDemand.negativeBinomial(certain),
                    ProtectionDemand.empirical(new double[] {certain.meanUnits(), certain.meanUnits()}))) {
                for (String criterion :
                        List.of("cycle service", "fill rate", "exact fill rate", "ready rate", "shortage cost")) {
                    assertThat(units(demand, criterion, certain.meanUnits(), 10, 0.97))
                            .as("%s of %s", criterion, demand)
                            .isCloseTo(0, within(1e-9));
                }
            }
        }
    }

    @Test
    void aMeanAboveWhatPastWindowsSawNeedsNoSafetyStock() {
        Distribution seen = ProtectionDemand.empirical(new double[] {0, 0, 4});

        assertThat(SafetyStock.fillRate(seen, 9.3, 5, 0.99)).isZero();
        assertThat(SafetyStock.cycleService(seen, 9.3, 0.99)).isZero();
    }

    @Test
    void everyCriterionGivesANumberForTinyAndHugeDemand() {
        for (double mean = 1e-4; mean < 1e7; mean *= 100) {
            for (double variation = 1e-3; variation < 50; variation *= 5) {
                LeadTimeDemand lead = demand(mean, mean * variation);
                for (Distribution demand : List.of(
                        ProtectionDemand.normal(lead),
                        ProtectionDemand.gamma(lead),
                        ProtectionDemand.poisson(lead),
                        ProtectionDemand.negativeBinomial(lead))) {
                    for (double quantity : new double[] {1, 10 * mean + 1}) {
                        for (String criterion : List.of("cycle service", "fill rate", "ready rate", "shortage cost")) {
                            assertThat(units(demand, criterion, mean, quantity, 0.98))
                                    .as("%s of %s", criterion, demand)
                                    .isBetween(0.0, 1e12);
                        }
                    }
                }
            }
        }
    }

    @Test
    void criteriaOutsideTheirRangeAreRefused() {
        Distribution demand = ProtectionDemand.normal(demand(18, 5));

        assertThatThrownBy(() -> SafetyStock.cycleService(demand, 18, 1))
                .hasMessage("cycle service level: 1.0 must be above 0 and below 1.");
        assertThatThrownBy(() -> SafetyStock.fillRate(demand, 18, 10, 1))
                .hasMessage("fill rate: 1.0 must be above 0 and below 1.");
        assertThatThrownBy(() -> SafetyStock.fillRate(demand, 18, 0, 0.9))
                .hasMessage("order quantity (units): 0.0 must be a number above 0.");
        assertThatThrownBy(() -> SafetyStock.fillRateExact(demand, -1, 10, 0.9))
                .hasMessage("mean demand over the protection interval (units): -1.0 must be a number of 0 or more.");
        assertThatThrownBy(() -> SafetyStock.readyRate(demand, 18, 10, 0))
                .hasMessage("ready rate: 0.0 must be above 0 and below 1.");
        assertThatThrownBy(() -> SafetyStock.shortageCost(demand, 18, 10, 100, 0, 4))
                .hasMessage("holding cost of a unit for a year: 0.0 must be a number above 0.");
        assertThatThrownBy(() -> SafetyStock.shortageCost(demand, 18, 10, 100, 2, -1))
                .hasMessage("cost of a unit short: -1.0 must be a number of 0 or more.");
    }

    @Test
    void daysOfCoverAreDaysOfExpectedDemand() {
        assertThat(SafetyStock.daysOfCover(demand(42, 9), 28)).isCloseTo(84, within(1e-9)); // 42 / 14 · 28
    }

    @Test
    void spreadOfTheLeadTimeAddsToTheVariance() {
        LeadTimeDemand demand = LeadTimeDemand.withLeadTimeSpread(4, 400, 60, 1);

        assertThat(demand.sdUnits()).isCloseTo(116.619, within(1e-3)); // √(60² + (100 · 1)²)
        assertThat(demand.meanUnits()).isEqualTo(400);
    }

    @Test
    void anIntervalOfNoDaysHasNoSpread() {
        assertThat(LeadTimeDemand.withLeadTimeSpread(0, 0, 0, 3).sdUnits()).isZero();
    }

    @Test
    void everyMethodGivesANumberForTinyAndHugeDemand() {
        for (double mean = 1e-4; mean < 1e7; mean *= 10) {
            for (double variation = 1e-2; variation < 50; variation *= 3) {
                LeadTimeDemand demand = demand(mean, mean * variation);
                for (double level : new double[] {0.5, 0.8, 0.98, 0.9999}) {
                    assertThat(gamma(demand, level)).isBetween(0.0, 1e12);
                    assertThat(negativeBinomial(demand, level)).isBetween(0.0, 1e12);
                }
            }
        }
    }
}

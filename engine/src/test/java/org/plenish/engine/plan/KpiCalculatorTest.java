package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.UsualAnswers;

class KpiCalculatorTest {

    private static Kpis kpis(List<SkuLocationPlan> locations) {
        return KpiCalculator.of(WEEKS, locations, List.of(), List.of());
    }

    @Test
    void servesAllWhenNothingIsShort() {
        Kpis kpis = kpis(TeaPlan.locations());
        assertThat(kpis.expectedServiceLevel()).isEqualTo(1);
        assertThat(kpis.expectedFillRate()).isEqualTo(1);
    }

    @Test
    void fillRateCountsEachUnitOnceInTheBucketInWhichItIsShort() {
        SkuLocationPlan north = TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY);
        SkuLocationPlan unbought = new SkuLocationPlan(
                north.history(),
                north.forecast(),
                north.profile(),
                north.choice(),
                north.calculation(),
                north.withoutProposals(),
                north.withoutProposals());
        Kpis kpis = kpis(List.of(unbought));
        // backlog 0, 0, 7, 17: 7 of 13 short in week 2, 10 of 10 in week 3
        assertThat(kpis.expectedFillRate()).isCloseTo(1 - 17.0 / 43, within(1e-12));
        assertThat(kpis.expectedServiceLevel()).isEqualTo(0.5); // two weeks of four
    }

    @Test
    void valuesStockAtUnitCost() {
        Kpis kpis = kpis(TeaPlan.locations());
        assertThat(kpis.openingStockValue()).hasToString("152.00"); // (16 + 60) · 2.00
        assertThat(kpis.excessStockValue()).hasToString("120.00"); // the south, 60 · 2.00
        assertThat(kpis.deadStockValue()).hasToString("0.00");
        // north 24, 50, 37, 27 and south 36, 32, 28, 24: (138 + 120) · 2.00 / 4
        assertThat(kpis.averageStockValue()).hasToString("129.00");
    }

    @Test
    void addsUpWhatTheRulesWriteDown() {
        Kpis kpis = kpis(
                List.of(south(answers -> answers.provisionRate = 0.25), south(answers -> answers.provisionRate = 0.5)));
        assertThat(kpis.obsolescenceProvision()).hasToString("90.00"); // (0.25 + 0.50) · 60 · 2.00
        assertThat(kpis(TeaPlan.locations()).obsolescenceProvision()).hasToString("0.00");
    }

    @Test
    void ofExpiredStockOnlyWhatHasExpiredIsWrittenDown() {
        Kpis kpis = kpis(List.of(south(answers -> {
            answers.provisionRate = 1;
            answers.obsolescenceStatus = ObsolescenceStatus.EXPIRED;
        })));
        assertThat(kpis.obsolescenceProvision()).hasToString("14.00"); // of the 60 on hand 7 have expired, 7 · 2.00
    }

    @Test
    void ofExpiredStockTheExpiredPartIsDead() {
        SkuLocationPlan expired = south(answers -> answers.obsolescenceStatus = ObsolescenceStatus.EXPIRED);
        assertThat(kpis(List.of(expired)).deadStockValue()).hasToString("14.00"); // 7 of 60 · 2.00
        SkuLocationPlan dead = south(answers -> answers.obsolescenceStatus = ObsolescenceStatus.DEAD);
        assertThat(kpis(List.of(dead)).deadStockValue()).hasToString("120.00"); // 60 · 2.00
    }

    /** The south with other answers, 7 of its 60 units expired. */
    private static SkuLocationPlan south(Consumer<UsualAnswers> changes) {
        SkuLocationPlan south = TeaPlan.location(SOUTH, 0, ObsolescenceStatus.HEALTHY);
        return new SkuLocationPlan(
                south.history(),
                south.forecast(),
                TeaFixture.profile(SOUTH, 60, 7),
                UsualAnswers.choice(SOUTH, changes),
                south.calculation(),
                south.withoutProposals(),
                south.withProposals());
    }

    @Test
    void turnsAreCostOfSalesByAverageStock() {
        Kpis kpis = kpis(TeaPlan.locations());
        // (43 + 16) · 2.00 in 28 days: 118 / 28 · 365 / 129
        assertThat(kpis.turnsPerYear()).isCloseTo(11.9241, within(1e-4));
        assertThat(kpis.daysOfSupply()).isCloseTo(30.6102, within(1e-4)); // 129 / (118 / 28)
    }

    @Test
    void nothingLimitedHasNoUse() {
        assertThat(kpis(TeaPlan.locations()).cashUseShare()).isNaN();
    }
}

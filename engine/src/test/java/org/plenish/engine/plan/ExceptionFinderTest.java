package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.plan.LimitUse.Kind;
import org.plenish.engine.plan.PlanException.Severity;
import org.plenish.engine.policy.ObsolescenceStatus;

class ExceptionFinderTest {

    private static List<PlanException> find(List<SkuLocationPlan> locations, List<LimitUse> limits) {
        return new ExceptionFinder(TeaFixture.dataset(), WEEKS).find(locations, limits, List.of());
    }

    @Test
    void isSilentWhenAllIsWell() {
        assertThat(find(List.of(TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY)), List.of()))
                .isEmpty();
    }

    @Test
    void warnsOfAShortageThatThePlanCannotMendAndNamesTheOrderToHurry() {
        SkuLocationPlan north = TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY);
        SkuLocationPlan unbought = new SkuLocationPlan(
                north.history(),
                north.forecast(),
                north.profile(),
                north.choice(),
                north.calculation(),
                north.withoutProposals(),
                north.withoutProposals());

        assertThat(find(List.of(unbought), List.of())).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(PlanException.Kind.COMING_SHORTAGE);
            assertThat(exception.severity()).isEqualTo(Severity.WARNING);
            assertThat(exception.date()).isEqualTo(MONDAY.plusWeeks(2));
            assertThat(exception.quantityUnits()).isEqualTo(17);
            assertThat(exception.value()).hasToString("59.50"); // 17 · 3.50
            assertThat(exception.action()).isEqualTo("Ask NEAR to send order P-7 (12 units, due 2026-12-02) sooner.");
        });
    }

    @Test
    void valuesExcessAtCost() {
        assertThat(find(List.of(TeaPlan.location(SOUTH, 0, ObsolescenceStatus.EXCESS)), List.of()))
                .singleElement()
                .satisfies(exception -> {
                    assertThat(exception.kind()).isEqualTo(PlanException.Kind.EXCESS);
                    assertThat(exception.value()).hasToString("120.00"); // 60 · 2.00
                });
    }

    @Test
    void namesTheWarehouseThatIsTooFull() {
        LimitUse over = new LimitUse(Kind.SPACE, "NORTH", MONDAY, 0.5, 0.75, 0);
        assertThat(find(List.of(), List.of(over)))
                .singleElement()
                .satisfies(exception -> assertThat(exception.message())
                        .isEqualTo("NORTH is 0.3 m³ over its capacity of 0.5 m³ in the week of 2026-11-23."));
    }

    @Test
    void namesEveryOtherLimitThatIsNotKept() {
        List<PlanException> found = new ExceptionFinder(TeaFixture.dataset(), WEEKS)
                .find(List.of(), List.of(), List.of(new Violation("min_order_value", "NEAR, NORTH", 12.5)));
        assertThat(found).singleElement().satisfies(exception -> {
            assertThat(exception.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(exception.message()).isEqualTo("min_order_value is not kept: NEAR, NORTH, by 12.50.");
        });
    }
}

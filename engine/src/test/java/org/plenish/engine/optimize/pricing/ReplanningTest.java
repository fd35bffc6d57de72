package org.plenish.engine.optimize.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.Fixtures;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.TransferEntry;

class ReplanningTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static Replanning.Prices noPrices(ExactProblem problem) {
        return Replanning.Prices.of(problem, LimitPrices.zero(problem), 1);
    }

    @Test
    void aCappedPlanTakesNoMoreSpaceThanIsFree() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 3)), new int[][] {{4, 4, 0}}, 0, 0, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku, sku), 1, 3, false, 5, UNLIMITED));
        ItemPlan first = ItemPlan.empty(problem, 0).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 6)));
        ItemPlan second = ItemPlan.empty(problem, 1);
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {first, second});
        Replanning replanning = new Replanning(problem);

        // 5 m³ hold 10 units, of which the first takes 6; all 8 of the second would come at once.
        ItemPlan free = replanning.site(use, second, 0, noPrices(problem));
        ItemPlan capped = replanning.site(use, second, 0, noPrices(problem).capped(true));

        assertThat(free.site(0).peakCubicMillimetres(0)).isEqualTo(4_000_000_000L);
        assertThat(capped.site(0).peakCubicMillimetres(0)).isLessThanOrEqualTo(2_000_000_000L);
    }

    @Test
    void aCappedPlanSpendsNoMoreThanIsLeft() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 3)), new int[][] {{4, 4, 0}}, 0, 0, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku, sku), 1, 3, false, UNLIMITED, 10));
        ItemPlan first = ItemPlan.empty(problem, 0).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 6)));
        ItemPlan second = ItemPlan.empty(problem, 1);
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {first, second});

        ItemPlan capped =
                new Replanning(problem).site(use, second, 0, noPrices(problem).capped(true));
        use.replace(second, capped);

        // Of 20 until period 1 the first pays 18; 12 are left until period 2.
        assertThat(use.cashExcess()).isZero();
    }

    @Test
    void aCappedPlanTakesNoMoreOfAStorageClassThanIsFree() {
        Sku sku = Fixtures.ofClass(
                "chilled", Fixtures.sku(List.of(Fixtures.source(0, 1, 3)), new int[][] {{4, 4, 0}}, 0, 0, 0));
        ExactProblem problem = new ExactProblem(Fixtures.withClassZone(
                Fixtures.problem(List.of(sku, sku), 1, 3, false, UNLIMITED, UNLIMITED), "chilled", 5));
        ItemPlan first = ItemPlan.empty(problem, 0).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 6)));
        ItemPlan second = ItemPlan.empty(problem, 1);
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {first, second});

        // 5 m³ hold 10 units, of which the first takes 6.
        ItemPlan capped =
                new Replanning(problem).site(use, second, 0, noPrices(problem).capped(true));

        assertThat(capped.site(0).peakCubicMillimetres(0)).isLessThanOrEqualTo(2_000_000_000L);
    }

    @Test
    void theSupplierMinimumIsReachedAtThePriceOfWhatIsOrderedEvenWhereMoreCostsMore() {
        Source falling = Fixtures.source(0, 1, 3);
        Source rising = new Source(
                0,
                falling.deliversTo(),
                falling.leadTimePeriods(),
                falling.canOrder(),
                2,
                2,
                10,
                new int[] {0, 6},
                new double[] {3, 4});
        Sku sku = Fixtures.sku(List.of(rising), new int[][] {{4, 0, 0}}, 0, 0, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku), 1, 3, false, UNLIMITED, UNLIMITED));
        ItemPlan nothing = ItemPlan.empty(problem, 0);
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {nothing});
        ItemPlan planned = new Replanning(problem).site(use, nothing, 0, noPrices(problem));
        use.replace(nothing, planned);

        // 15 at least: 4 units at 3 are 12, 6 units at 4 are 24.
        assertThat(use.groupExcess()).isZero();
    }

    @Test
    void warehousesThatPlanTogetherMoveSurplusInsteadOfBuying() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 2, 4)), new int[][] {{0, 0, 0, 0}, {8, 2, 2, 2}}, 0, 6, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku), 2, 4, true, UNLIMITED, UNLIMITED));
        ItemPlan plan = ItemPlan.empty(problem, 0);
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {plan});

        // 8 of 14 are lacking: a line of 8 costs 10 and its header 20; 6 of the sender's cost 0.5 each and a truck.
        ItemPlan moved = new Replanning(problem)
                .receive(use, plan, 1, noPrices(problem), new LaneOffers.Price(0, 1, false, true));

        assertThat(moved.transfers()).isNotEmpty();
        assertThat(moved.transfers().stream().mapToInt(TransferEntry::units).sum())
                .isEqualTo(6);
        assertThat(moved.overdrawnUnits()).isZero();
    }
}

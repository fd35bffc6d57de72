package org.plenish.engine.optimize.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.Fixtures;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.TransferEntry;

class AssemblyTest {

    @Test
    void aGroupThatCashCannotPayGoesWholeWhereTheMinimumForbidsLess() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 2)), new int[][] {{2, 0}}, 0, 0, 0);
        ReplenishmentProblem given = Fixtures.problem(List.of(sku, sku, sku), 1, 2, false, Double.POSITIVE_INFINITY, 6);
        ExactProblem problem = new ExactProblem(new ReplenishmentProblem(
                2,
                given.warehouses(),
                List.of(new ProblemSupplier("S", 20, 23, 1)),
                List.of(),
                given.skus(),
                given.spaceM3(),
                given.cash(),
                true));
        ItemPlan[] plans = IntStream.range(0, 3)
                .mapToObj(i -> ItemPlan.empty(problem, i).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 2))))
                .toArray(ItemPlan[]::new);

        // Three lines of 8 make 24 of at least 23, with 12 to pay them. Without one, 4 are over and 7 missing: 11;
        // without two, nothing is over but 15 missing, so that line by line it goes no further.
        try (InParallel parallel = new InParallel(2)) {
            ItemPlan[] assembled = new Assembly(problem, LimitPrices.zero(problem), plans, parallel).run(() -> true);

            assertThat(SharedUse.of(problem, assembled).violations(assembled)).isEmpty();
        }
    }

    @Test
    void shipmentsIntoAFullWarehouseAreTakenBack() {
        Sku sku = Fixtures.sku(List.of(), new int[][] {{0, 0, 0}, {0, 0, 0}}, 0, 10, 0);
        ReplenishmentProblem given =
                Fixtures.problem(List.of(sku, sku), 2, 3, true, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        double[][] space = {Fixtures.filled(3, 20), Fixtures.filled(3, 11)}; // 10 m³ are there, 1 m³ is free
        ExactProblem problem = new ExactProblem(new ReplenishmentProblem(
                3, given.warehouses(), given.suppliers(), given.lanes(), given.skus(), space, given.cash(), true));
        ItemPlan[] plans = IntStream.range(0, 2)
                .mapToObj(i -> ItemPlan.empty(problem, i)
                        .withTransfers(problem, List.of(new TransferEntry(0, 0, 4), new TransferEntry(0, 1, 1))))
                .toArray(ItemPlan[]::new);

        try (InParallel parallel = new InParallel(1)) {
            ItemPlan[] assembled = new Assembly(problem, LimitPrices.zero(problem), plans, parallel).run(() -> true);

            assertThat(SharedUse.of(problem, assembled).violations(assembled)).isEmpty();
        }
    }
}

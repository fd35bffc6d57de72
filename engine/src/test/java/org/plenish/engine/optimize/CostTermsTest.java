package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

class CostTermsTest {

    private final Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 3)), new int[][] {{1, 1, 1}}, 5, 0, 0);
    private final Lane lane = new Lane(0, 1, 1, 0.3, 0.4, 2, 7);

    @Test
    void purchasePremium() {
        assertThat(CostTerms.purchasePremium(sku.sources().get(0), 3, 4)).isEqualTo(4); // (4 - 3) * 4
        assertThat(CostTerms.purchasePremium(sku.sources().get(0), 3, 6)).isZero(); // the break counts for all units
    }

    @Test
    void orderLine() {
        assertThat(CostTerms.orderLine(sku)).isEqualTo(10);
    }

    @Test
    void orderHeader() {
        assertThat(CostTerms.orderHeader(new ProblemSupplier("S", 20, 15, 1))).isEqualTo(20);
    }

    @Test
    void furtherContainers() {
        ProblemSupplier supplier = new ProblemSupplier("S", 20, 15, 1, 33, 30);
        assertThat(CostTerms.orderHeader(supplier)).isEqualTo(50); // with the first container
        assertThat(CostTerms.furtherContainers(supplier, 3)).isEqualTo(60); // 2 * 30
        assertThat(CostTerms.furtherContainers(supplier, 0)).isZero();
    }

    @Test
    void holding() {
        assertThat(CostTerms.holding(sku, 0, 7)).isCloseTo(0.7, within(1e-12)); // 7 * 0.1
        assertThat(CostTerms.holding(sku, 0, -7)).isZero();
    }

    @Test
    void backorder() {
        assertThat(CostTerms.backorder(sku, 0, -3)).isEqualTo(6); // 3 * 2
        assertThat(CostTerms.backorder(sku, 0, 3)).isZero();
    }

    @Test
    void belowSafetyStock() {
        assertThat(CostTerms.belowSafetyStock(sku, 0, 2)).isEqualTo(1.5); // (5 - 2) * 0.5
        assertThat(CostTerms.belowSafetyStock(sku, 0, -2)).isEqualTo(2.5); // backlog counts once: 5 * 0.5
        assertThat(CostTerms.belowSafetyStock(sku, 0, 9)).isZero();
    }

    @Test
    void terminalBacklog() {
        assertThat(CostTerms.terminalBacklog(sku, -3)).isEqualTo(15); // 3 * 5
    }

    @Test
    void obsolescence() {
        assertThat(CostTerms.obsolescence(sku, 0, 5)).isEqualTo(1); // 5 * 0.2
    }

    @Test
    void transferUnits() {
        assertThat(CostTerms.transferUnits(sku, lane, 10)).isCloseTo(5, within(1e-12)); // 10 * (0.3 + 0.4 * 0.5)
    }

    @Test
    void trucks() {
        assertThat(CostTerms.trucks(lane, 3)).isEqualTo(21); // 3 * 7
    }

    @Test
    void scrap() {
        assertThat(CostTerms.scrap(sku, 2)).isEqualTo(8); // 2 * 4
    }
}

package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.ProblemBuilder;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.plan.LimitUse.Kind;

class LimitUsesTest {

    private final List<LimitUse> uses =
            LimitUses.of(TeaPlan.mapped(), TeaPlan.result(), new PlannedFlows(TeaPlan.mapped(), TeaPlan.result()));

    @Test
    void listsOnlyWhatIsLimited() {
        assertThat(uses).hasSize(8); // space of NORTH and cash, four weeks each; SOUTH has no capacity
        assertThat(uses).extracting(LimitUse::warehouse).containsOnly("NORTH", "");
    }

    @Test
    void spaceIsMeasuredAtItsPeakBeforeDemandIsServed() {
        List<Double> used = uses.stream()
                .filter(use -> use.kind() == Kind.SPACE)
                .map(LimitUse::used)
                .toList();
        assertThat(used.get(0)).isCloseTo(0.068, within(1e-9)); // 0.002 · (14 + 20)
        assertThat(used.get(1)).isCloseTo(0.120, within(1e-9)); // 0.002 · (24 + 12 + 24)
    }

    @Test
    void aStorageClassIsListedWithItsPrice() {
        Mapped chilled = new ProblemBuilder(TeaFixture.chilled(0.08), TeaFixture.WEEKS).build(TeaFixture.stocks());
        OptimizationResult given = TeaPlan.result();
        OptimizationResult priced = new OptimizationResult(
                given.orders(),
                given.transfers(),
                given.scraps(),
                given.cost(),
                given.lowerBound(),
                given.assembledCost(),
                new double[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 2.5, 0, 0}},
                given.cashPrice(),
                given.violations(),
                given.scoreCalculations(),
                given.cutShort());

        assertThat(LimitUses.of(chilled, priced, new PlannedFlows(chilled, priced)))
                .filteredOn(use -> use.kind() == Kind.STORAGE_CLASS && use.price() > 0)
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.warehouse()).isEqualTo("NORTH");
                    assertThat(use.storageClass()).isEqualTo("chilled");
                    assertThat(use.limit()).isEqualTo(0.08);
                    assertThat(use.used()).isCloseTo(0.120, within(1e-9)); // 0.002 · (24 + 12 + 24)
                });
    }

    @Test
    void cashOfOrdersPaidAfterTheHorizonIsNotUsed() {
        Mapped paying = new ProblemBuilder(TeaFixture.countingPayments(), TeaFixture.WEEKS).build(TeaFixture.stocks());
        assertThat(LimitUses.of(paying, TeaPlan.result(), new PlannedFlows(paying, TeaPlan.result())))
                .filteredOn(use -> use.kind() == Kind.CASH)
                .extracting(LimitUse::used)
                .containsExactly(0.0, 0.0, 0.0, 0.0); // ordered today, paid in the fifth week
    }

    @Test
    void cashAddsUpOverTheWeeks() {
        List<LimitUse> cash =
                uses.stream().filter(use -> use.kind() == Kind.CASH).toList();
        assertThat(cash).extracting(LimitUse::limit).containsExactly(100.0, 150.0, 225.0, 300.0);
        assertThat(cash).extracting(LimitUse::used).containsOnly(48.0); // 24 · 2.00
        assertThat(cash.get(0).price()).isEqualTo(0.04);
    }
}

package org.plenish.engine.plan.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.NORTH;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.plan.TeaFixture;
import org.plenish.engine.plan.TeaPlan;
import org.plenish.engine.policy.ObsolescenceStatus;

class SupplierFiguresTest {

    @Test
    void tellsWhatOnlyOneSupplierHas() {
        SupplierFigures near = SupplierFigures.of(
                        TeaFixture.dataset(), TeaPlan.of(TeaPlan.locations(), List.of(), List.of()))
                .get(0);
        assertThat(near.soleItems()).isEqualTo(1);
        assertThat(near.locations()).isEqualTo(2);
        assertThat(near.annualValue()).isEqualTo(2080).isEqualTo(near.soleAnnualValue()); // 1,040 at each
        SupplierItem tea = near.items().get(0);
        assertThat(tea.rank()).isEqualTo(1);
        assertThat(tea.alternatives()).isZero();
        assertThat(tea.orderMultipleUnits()).isEqualTo(12);
    }

    @Test
    void aShorterAndASurerLeadTimeSaveSafetyStock() {
        LeadTimeStock stock = LeadTimeStock.of(TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY));
        assertThat(stock.safetyStockValue()).isEqualTo(10); // 5 · 2.00
        // 20 in 14 days are 1.4286 a day; a spread of 1 day is 1.4286 units of the 3: √(9 - 0.75 · 1.4286²) = 2.7331
        assertThat(stock.halfSpreadValue()).isCloseTo(1.645 * 2 * (3 - 2.73302), within(1e-3));
        // the forecast's error over 14 days is 3, over 13 days √(4 + 6/7 · 5) = 2.8785; all of σ is the forecast's
        assertThat(stock.dayLessValue()).isCloseTo(1.645 * 2 * (3 - 2.87849), within(1e-4));
    }
}

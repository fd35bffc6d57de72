package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
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
    void cashAddsUpOverTheWeeks() {
        List<LimitUse> cash =
                uses.stream().filter(use -> use.kind() == Kind.CASH).toList();
        assertThat(cash).extracting(LimitUse::limit).containsExactly(100.0, 150.0, 225.0, 300.0);
        assertThat(cash).extracting(LimitUse::used).containsOnly(48.0); // 24 · 2.00
        assertThat(cash.get(0).price()).isEqualTo(0.04);
    }
}

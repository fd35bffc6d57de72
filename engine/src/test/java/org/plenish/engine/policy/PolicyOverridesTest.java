package org.plenish.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.WarehouseId;

class PolicyOverridesTest {

    private static final LocalDate TODAY = SmallDataset.AS_OF;

    private static PolicyOverride level(
            double level, @Nullable WarehouseId warehouse, String reason, @Nullable LocalDate expiresOn) {
        return new PolicyOverride(
                SmallDataset.TEA_NORTH.item(),
                warehouse,
                null,
                null,
                null,
                null,
                null,
                level,
                false,
                reason,
                expiresOn);
    }

    @Test
    void holdsOnItsLastDayAndNotAfterIt() {
        PolicyOverride today = level(0.99, null, "contract", TODAY);
        assertThat(new PolicyOverrides(List.of(today), TODAY).find(SmallDataset.TEA_NORTH))
                .contains(today);

        PolicyOverrides tomorrow = new PolicyOverrides(List.of(today), TODAY.plusDays(1));
        assertThat(tomorrow.find(SmallDataset.TEA_NORTH)).isEmpty();
        assertThat(tomorrow.expired()).containsExactly(today);
    }

    @Test
    void whatHasExpiredLeavesAnEarlierRowInForce() {
        PolicyOverride lasting = level(0.9, null, "contract", null);
        PolicyOverride past = level(0.99, null, "campaign", TODAY.minusDays(1));

        assertThat(new PolicyOverrides(List.of(lasting, past), TODAY).find(SmallDataset.TEA_NORTH))
                .contains(lasting);
    }

    @Test
    void twoRowsInForceEndWithTheFirstOfThem() {
        PolicyOverride everywhere = level(0.9, null, "contract", TODAY.plusDays(30));
        PolicyOverride north = level(0.99, SmallDataset.TEA_NORTH.warehouse(), "", TODAY.plusDays(7));
        PolicyOverride lasting = level(0.99, SmallDataset.TEA_NORTH.warehouse(), "", null);

        assertThat(new PolicyOverrides(List.of(everywhere, north), TODAY).find(SmallDataset.TEA_NORTH))
                .contains(level(0.99, SmallDataset.TEA_NORTH.warehouse(), "contract", TODAY.plusDays(7)));
        assertThat(new PolicyOverrides(List.of(everywhere, lasting), TODAY).find(SmallDataset.TEA_NORTH))
                .contains(level(0.99, SmallDataset.TEA_NORTH.warehouse(), "contract", TODAY.plusDays(30)));
    }

    @Test
    void namesThoseInForceOfWhichNobodySaysWhy() {
        PolicyOverride unexplained = level(0.9, null, " ", null);
        PolicyOverride explained = level(0.9, SmallDataset.TEA_NORTH.warehouse(), "contract", null);
        PolicyOverride past = level(0.9, SmallDataset.TEA_SOUTH.warehouse(), "", TODAY.minusDays(1));

        assertThat(new PolicyOverrides(List.of(unexplained, explained, past), TODAY).withoutReason())
                .containsExactly(unexplained);
    }
}

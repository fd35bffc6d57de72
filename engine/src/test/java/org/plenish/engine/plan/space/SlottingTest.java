package org.plenish.engine.plan.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.space.Slotting.Candidate;

class SlottingTest {

    private static final WarehouseId NORTH = new WarehouseId("NORTH");

    private static Candidate candidate(String item, int picks, double stockM3) {
        return new Candidate(new ItemId(item), picks, 2L * picks, 0.01, stockM3);
    }

    @Test
    void whatTakesLittleRoomForItsPicksLiesNearest() {
        Slotting slotting = Slotting.rank(
                NORTH,
                List.of(
                        candidate("SLOW", 13, 0.1),
                        candidate("BULKY", 52, 0.2),
                        candidate("BUSY", 104, 0.05),
                        new Candidate(new ItemId("UNMEASURED"), 9, 9, 0, 0)),
                2);
        assertThat(slotting.nearest()).extracting(slot -> slot.item().value()).containsExactly("BUSY", "BULKY");
        assertThat(slotting.ranked()).isEqualTo(3);
        assertThat(slotting.withoutVolume()).isEqualTo(1);
        // 200 litres by 52 picks in 365 days, or 52 / 52.14 a week
        assertThat(slotting.nearest().get(1).cubePerOrderLitres()).isCloseTo(200 / (52 / (365 / 7.0)), within(1e-9));
        assertThat(slotting.nearest().get(0).picksShare()).isCloseTo(104 / 169.0, within(1e-12));
        assertThat(slotting.nearest().get(1).spaceShare()).isCloseTo(0.25 / 0.35, within(1e-12));
        // BUSY takes 0.05 of 0.35 m³, 14 %: it alone fits into the nearest fifth
        assertThat(slotting.nearestFifthPicksShare()).isCloseTo(104 / 169.0, within(1e-12));
        assertThat(slotting.nearest().get(0).movedM3()).isCloseTo(2.08, within(1e-12)); // 208 units of 10 litres
    }
}

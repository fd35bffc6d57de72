package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.SerialSystem.Stage;
import org.plenish.engine.math.Normal;

class SerialSystemTest {

    @Test
    void newsvendorLevelsAreAsPublished() {
        SerialSystem system = new SerialSystem(List.of(new Stage(3, 1), new Stage(2, 1), new Stage(2, 2)), 37.12);

        assertThat(system.newsvendorBaseStockUnits(time -> new Normal(5 * time, Math.sqrt(time))))
                .containsExactly(
                        new double[] {6.490880975286938, 12.027434723327854, 22.634032391786285}, within(1e-7));
    }

    @Test
    void oneStageIsANewsvendor() {
        assertThat(new SerialSystem(List.of(new Stage(0.18, 1)), 0.7)
                        .newsvendorBaseStockUnits(time -> new Normal(50 * time, 8 * Math.sqrt(time))))
                .containsExactly(
                        new double[] {new Newsvendor(0.18, 0.7).baseStockUnits(new Normal(50, 8))}, within(1e-9));
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new SerialSystem(List.of(), 1)).hasMessageContaining("must be 1 or more");
        assertThatThrownBy(() -> new SerialSystem(List.of(new Stage(1, 1)), -2))
                .hasMessageStartingWith("stockout cost");
        assertThatThrownBy(() -> new Stage(2, -20)).hasMessageStartingWith("lead time: -20.0");
    }
}

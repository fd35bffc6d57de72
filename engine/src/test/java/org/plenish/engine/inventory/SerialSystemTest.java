package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.SerialSystem.Grid;
import org.plenish.engine.inventory.SerialSystem.Stage;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

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

    /** Snyder & Shen (2019), example 6.1. */
    private static final SerialSystem EXAMPLE =
            new SerialSystem(List.of(new Stage(3, 1), new Stage(2, 1), new Stage(2, 2)), 37.12);

    private static Distribution steady(double time) {
        return new Normal(5 * time, Math.sqrt(time));
    }

    private static double[] levels(SerialSystem.Optimum optimum) {
        return optimum.echelonBaseStockUnits().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @Test
    void bestLevelsAreAsPublished() {
        SerialSystem.Optimum optimum = EXAMPLE.optimum(SerialSystemTest::steady, Grid.FINE);

        assertThat(levels(optimum)).containsExactly(new double[] {6.51, 12.01, 22.70}, within(0.05)); // grid of 0.05
        assertThat(optimum.cost()).isCloseTo(47.67, within(0.05));
    }

    @Test
    void bestLevelsCostTheirExpectedCostAndOthersMore() {
        SerialSystem.Optimum optimum = EXAMPLE.optimum(SerialSystemTest::steady, Grid.FINE);
        double[] best = levels(optimum);

        assertThat(EXAMPLE.expectedCost(best, SerialSystemTest::steady, Grid.FINE))
                .isCloseTo(optimum.cost(), within(1e-6));
        for (int j = 0; j < best.length; j++) {
            for (double change : new double[] {-0.5, 0.5}) {
                double[] other = best.clone();
                other[j] += change;
                assertThat(EXAMPLE.expectedCost(other, SerialSystemTest::steady, Grid.FINE))
                        .as("level %d changed by %s", j, change)
                        .isGreaterThan(optimum.cost());
            }
        }
    }

    @Test
    void newsvendorLevelsCostHardlyMoreThanTheBest() {
        double[] heuristic = EXAMPLE.newsvendorBaseStockUnits(SerialSystemTest::steady);

        assertThat(EXAMPLE.expectedCost(heuristic, SerialSystemTest::steady, Grid.FINE))
                .isBetween(
                        47.6,
                        1.01
                                * EXAMPLE.optimum(SerialSystemTest::steady, Grid.FINE)
                                        .cost());
    }

    @Test
    void oneStageCostsWhatANewsvendorCosts() {
        SerialSystem one = new SerialSystem(List.of(new Stage(1, 2)), 9);
        SerialSystem.Optimum optimum = one.optimum(time -> new Poisson(4 * time), Grid.FINE);
        Newsvendor newsvendor = new Newsvendor(1, 9);
        Poisson demand = new Poisson(8);

        assertThat(levels(optimum)).containsExactly(newsvendor.baseStockUnits(demand));
        // 0.003 % of demand are counted at the cut-off
        assertThat(optimum.cost()).isCloseTo(newsvendor.cost(demand, 12), within(2e-3));
        assertThat(one.expectedHoldingCost(new double[] {7}, time -> new Poisson(4 * time), Grid.FINE))
                .isCloseTo(demand.complementaryLoss(7), within(1e-3));
    }

    @Test
    void aStageWithoutLeadTimeOnlyAddsWhatItsStockCosts() {
        SerialSystem two = new SerialSystem(List.of(new Stage(1, 2), new Stage(0.5, 0)), 9);
        SerialSystem one = new SerialSystem(List.of(new Stage(1.5, 2)), 9);
        SerialSystem.Optimum ofTwo = two.optimum(time -> new Poisson(4 * time), Grid.FINE);
        SerialSystem.Optimum ofOne = one.optimum(time -> new Poisson(4 * time), Grid.FINE);

        assertThat(ofTwo.echelonBaseStockUnits().get(1))
                .isEqualTo(ofOne.echelonBaseStockUnits().get(0));
        assertThat(ofTwo.cost()).isCloseTo(ofOne.cost() + 0.5 * 8, within(1e-3)); // 8 units in transit at 0.5
    }

    @Test
    void costIsWhatIsHeldAndWhatCustomersWaitFor() {
        double[] levels = {4, 9, 10};
        double held = EXAMPLE.expectedHoldingCost(levels, SerialSystemTest::steady, Grid.FINE);
        double cost = EXAMPLE.expectedCost(levels, SerialSystemTest::steady, Grid.FINE);
        double atHalf =
                new SerialSystem(EXAMPLE.stages(), 37.12 / 2).expectedCost(levels, SerialSystemTest::steady, Grid.FINE);

        assertThat(atHalf).isCloseTo((held + cost) / 2, within(1e-6)); // linear in p
    }

    @Test
    void aStageWithMoreThanTheNextIsAsOneWithAsMuch() {
        assertThat(EXAMPLE.expectedCost(new double[] {12, 12, 12}, SerialSystemTest::steady, Grid.FINE))
                .isCloseTo(
                        EXAMPLE.expectedCost(new double[] {12, 14, 12}, SerialSystemTest::steady, Grid.FINE),
                        within(1e-9));
    }

    @Test
    void withoutLeadTimesNothingIsHeld() {
        SerialSystem atOnce = new SerialSystem(List.of(new Stage(1, 0), new Stage(1, 0)), 2);

        assertThat(atOnce.optimum(SerialSystemTest::steady, Grid.FINE))
                .isEqualTo(new SerialSystem.Optimum(List.of(0.0, 0.0), 0));
        assertThat(atOnce.expectedCost(new double[] {3, 5}, SerialSystemTest::steady, Grid.FINE))
                .isEqualTo(8); // 1 · 5 + 1 · 3
        assertThat(atOnce.expectedCost(new double[] {3, -2}, SerialSystemTest::steady, Grid.FINE))
                .isEqualTo(4); // 2 wait, at 2
    }

    @Test
    void levelsFarFromDemandCostTheirDistance() {
        SerialSystem one = new SerialSystem(List.of(new Stage(1, 2)), 9);

        assertThat(one.expectedCost(new double[] {1_000}, SerialSystemTest::steady, Grid.FINE))
                .isCloseTo(990, within(0.5)); // 1,000 - 10 held
        assertThat(one.expectedCost(new double[] {-1_000}, SerialSystemTest::steady, Grid.FINE))
                .isCloseTo(9_090, within(5.0)); // 1,010 wait at 9
    }

    @Test
    void levelsMustBeOneForEachStage() {
        assertThatThrownBy(() -> EXAMPLE.expectedCost(new double[] {1}, SerialSystemTest::steady, Grid.FINE))
                .hasMessage("echelon base stocks: 1 levels for 3 stages, there must be one each.");
        assertThatThrownBy(() -> EXAMPLE.expectedHoldingCost(
                        new double[] {1, 2, Double.NaN}, SerialSystemTest::steady, Grid.FINE))
                .hasMessageStartingWith("echelon base stock: NaN");
        assertThatThrownBy(() -> new Grid(0, 10, 0.1, 0.1, 0.1, 0.1)).hasMessageStartingWith("steps of inventory");
        assertThatThrownBy(() -> new Grid(10, 10, 0.1, 1, 0.1, 0.1)).hasMessageStartingWith("upper tail");
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new SerialSystem(List.of(), 1)).hasMessageContaining("must be 1 or more");
        assertThatThrownBy(() -> new SerialSystem(List.of(new Stage(1, 1)), -2))
                .hasMessageStartingWith("stockout cost");
        assertThatThrownBy(() -> new Stage(2, -20)).hasMessageStartingWith("lead time: -20.0");
    }
}

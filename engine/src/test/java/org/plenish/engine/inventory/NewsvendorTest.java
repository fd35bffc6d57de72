package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

class NewsvendorTest {

    /** Snyder & Shen (2019), example 4.3. */
    private static final Newsvendor PAPERS = new Newsvendor(0.18, 0.7);

    private static final Normal DEMAND = new Normal(50, 8);

    @Test
    void normalDemandIsAsPublished() {
        double units = PAPERS.baseStockUnits(DEMAND);

        assertThat(PAPERS.criticalRatio()).isCloseTo(0.7955, within(5e-5)); // 0.7 / 0.88
        assertThat(units).isCloseTo(56.60395592743389, within(1e-7));
        assertThat(PAPERS.cost(DEMAND, units)).isCloseTo(1.997605193176645, within(1e-9));
    }

    @Test
    void poissonDemandIsAsPublished() {
        Newsvendor newsvendor = new Newsvendor(200, 270);

        assertThat(newsvendor.baseStockUnits(new Poisson(18))).isEqualTo(19);
        assertThat(newsvendor.cost(new Poisson(18), 19)).isCloseTo(786.0884409351115, within(1e-9));
    }

    @Test
    void demandOfAnyShapeIsAsPublished() {
        Newsvendor newsvendor = new Newsvendor(500_000, 1_000_000);
        Lattice demand = Lattice.of(1, new double[] {0, 0.25, 0.05, 0.1, 0.2, 0.15, 0.1, 0.1, 0.05});

        assertThat(newsvendor.cost(demand, 3)).isCloseTo(1_725_000, within(1e-6)); // 0.5·0.55 + 1·1.45 millions
        assertThat(newsvendor.baseStockUnits(demand)).isEqualTo(5); // F(4) = 0.60 < 2/3 ≤ F(5) = 0.75
    }

    @Test
    void profitIsAsPublished() {
        Newsvendor.Season season = new Newsvendor.Season(7, 2.5, 1.5, 0, 0);
        Normal demand = new Normal(50, 10);

        assertThat(season.units(demand)).isCloseTo(59.084578685373856, within(1e-7));
        assertThat(season.profit(demand, season.units(demand))).isCloseTo(210.4768082523147, within(1e-8));
        assertThat(new Newsvendor.Season(7, 2.5, 1.5, 1, 5).profit(demand, 62))
                .isCloseTo(194.5482181675262, within(1e-9));
    }

    @Test
    void profitIsWhatItsPartsAddUpTo() {
        Newsvendor.Season season = new Newsvendor.Season(7, 2.5, 1.5, 1, 5);
        Poisson demand = new Poisson(50);
        double left = demand.complementaryLoss(48);
        double shortUnits = demand.loss(48);

        assertThat(season.profit(demand, 48))
                .isCloseTo(7 * (48 - left) - 2.5 * 48 + (1.5 - 1) * left - 5 * shortUnits, within(1e-9));
    }

    @Test
    void onePeriodOfSeveralIsAsPublished() {
        Newsvendor.Myopic period = new Newsvendor.Myopic(PAPERS, 0.3, 0.35, 0.98);

        assertThat(period.baseStockUnits(DEMAND)).isCloseTo(58.09891883213067, within(1e-7));
        assertThat(period.cost(DEMAND, period.baseStockUnits(DEMAND))).isCloseTo(16.682411764618777, within(1e-9));
    }

    @Test
    void levelsOfACostLieOnBothSidesOfTheBest() {
        Newsvendor.Myopic period = new Newsvendor.Myopic(PAPERS, 0.3, 0.35, 0.98);
        double best = period.baseStockUnits(DEMAND);

        assertThat(period.baseStockUnitsAtCost(DEMAND, 20, true)).isCloseTo(44.7177, within(1e-4));
        assertThat(period.baseStockUnitsAtCost(DEMAND, 20, false)).isCloseTo(86.4963, within(1e-4));
        assertThat(period.baseStockUnitsAtCost(DEMAND, period.cost(DEMAND, best), true))
                .isEqualTo(best);
        assertThatThrownBy(() -> period.baseStockUnitsAtCost(DEMAND, 16, true))
                .hasMessageStartingWith("cost of a period: 16.0 must be no less than its least, 16.68");
    }

    @Test
    void onePeriodWithoutPricesIsANewsvendor() {
        Newsvendor.Myopic period = new Newsvendor.Myopic(PAPERS, 0, 0, 1);

        assertThat(period.baseStockUnits(DEMAND)).isEqualTo(PAPERS.baseStockUnits(DEMAND));
        assertThat(period.cost(DEMAND, 55)).isEqualTo(PAPERS.cost(DEMAND, 55));
    }

    @Test
    void costsThatDecideNothingAreRefused() {
        assertThatThrownBy(() -> new Newsvendor(-2, 0.7)).hasMessage("holding cost: -2.0 must be a number above 0.");
        assertThatThrownBy(() -> new Newsvendor.Season(7, 2.5, 3, 0, 0)).hasMessageStartingWith("salvage value");
        assertThatThrownBy(() -> new Newsvendor.Season(2, 2.5, 1, 0, 0)).hasMessageStartingWith("purchase cost");
        assertThatThrownBy(() -> new Newsvendor.Myopic(PAPERS, 2, 0.2, 0.95).baseStockUnits(DEMAND))
                .hasMessageStartingWith("change of the purchase cost");
    }
}

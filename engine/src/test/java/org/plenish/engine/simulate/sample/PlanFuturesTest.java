package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.simulate.sample.Articles.alone;
import static org.plenish.engine.simulate.sample.Articles.arrival;
import static org.plenish.engine.simulate.sample.Articles.moving;
import static org.plenish.engine.simulate.sample.Articles.reorder;
import static org.plenish.engine.simulate.sample.Articles.settings;
import static org.plenish.engine.simulate.sample.Articles.site;
import static org.plenish.engine.simulate.sample.Articles.weeks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Poisson;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.simulate.BucketOutcome;
import org.plenish.engine.simulate.LedgerTotals;
import org.plenish.engine.simulate.ServiceTally;
import org.plenish.engine.simulate.ShortageMode;
import org.plenish.engine.simulate.StockLedger;
import org.plenish.engine.simulate.sample.ArticleModel.Move;
import org.plenish.engine.simulate.sample.ArticleModel.Site;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;

class PlanFuturesTest {

    private static final double ROOT_OF_SIX = Math.sqrt(6);

    @Test
    void stockIsKeptAsInTheLedger() {
        int weeks = 12;
        for (long seed = 0; seed < 50; seed++) {
            ArticleModel article =
                    alone(site("MAIN", weeks, 7, 6, 20), arrival(0, 30, 14, 7, 0), arrival(0, 25, 21, 21, 0));
            PlanUncertainty found = PlanFutures.of(
                    List.of(article), weeks(weeks), new SimulationSettings(seed, 1, 1, Conduct.AS_PLANNED));

            StockLedger ledger = new StockLedger(20, ShortageMode.BACKORDERED);
            ledger.order(30, 3);
            ledger.order(25, 6);
            ServiceTally tally = new ServiceTally();
            RandomStream demand = RandomStream.of(seed, "demand", "TEA", "MAIN").path(0);
            CountQuantiles quantiles = CountQuantiles.ofMoments(7, 6);
            double[] owes = new double[weeks];
            for (int t = 0; t < weeks; t++) {
                BucketOutcome outcome = ledger.step(quantiles.units(demand.normal(t)));
                tally.add(outcome);
                owes[t] = outcome.backorderedUnits() > 0 ? 1 : 0;
            }
            LedgerTotals expected = tally.totals();
            LocationRisk risk = found.locations().get(0);
            assertThat(risk.demandUnits()).isEqualTo((double) expected.demandUnits());
            assertThat(risk.shortUnits()).isEqualTo((double) expected.shortUnits());
            assertThat(risk.averageStockUnits()).isCloseTo(expected.averageClosingUnits(), within(1e-9));
            assertThat(risk.stockoutProbability()).isEqualTo(Series.of(owes));
            assertThat(found.serviceLevel().mean()).isEqualTo(expected.bucketService());
            assertThat(found.fillRate().mean()).isCloseTo(expected.fillRate(), within(1e-12));
            assertThat(found.cost().holding().mean()).isCloseTo(0.01 * expected.closingUnits(), within(1e-9));
        }
    }

    @Test
    void aPolicyThatGoesOnRunsOutAsOftenAsTheoryTells() {
        int paths = 20_000;
        Site site = site("MAIN", 8, 6, ROOT_OF_SIX, 0, 22, reorder(OrderRule.orderUpTo(22), 14, 0));
        PlanUncertainty found = PlanFutures.of(List.of(alone(site)), weeks(8), settings(paths));

        double exact = 1 - new Poisson(18).cumulativeProbability(22); // two weeks and the week itself
        Series probability = found.locations().get(0).stockoutProbability();
        for (int t = 2; t < 8; t++) {
            assertThat(probability.get(t)).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / paths)));
        }
        double aWeekLonger = 1 - new Poisson(24).cumulativeProbability(22);
        assertThat(probability.get(5)).isLessThan(aWeekLonger - 0.1); // a week more of lead time would be seen
    }

    @Test
    void stockWithoutOrdersRunsOutAsTheForecastSays() {
        int paths = 20_000;
        PlanUncertainty found = PlanFutures.of(List.of(alone(site("MAIN", 4, 5, 5, 25))), weeks(4), settings(paths));

        for (int t = 0; t < 4; t++) {
            double exact = 1 - negativeBinomial(5, 5, t + 1).cumulativeProbability(25);
            assertThat(found.locations().get(0).stockoutProbability().get(t))
                    .isCloseTo(exact, within(1e-9 + 4 * Math.sqrt(exact * (1 - exact) / paths)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.8, 0.2", "2, 2, 0.05", "40, 15, 0.1", "40, 15, 0.6", "0.05, 0.3, 0.05", "700, 250, 0.3"})
    void theSumOfBucketsSpreadsAsTheForecastSays(double mean, double sd, double correlation) {
        int weeks = 10;
        int paths = 40_000;
        PathTotals totals = new PathTotals(paths, weeks);
        new ArticleSimulation(
                        alone(site("MAIN", weeks, mean, sd, correlation, 0, null)),
                        new Calendar(weeks(weeks)),
                        new LeadTimes(),
                        5,
                        totals)
                .run();

        double drawnMean = 0;
        double squares = 0;
        for (double units : totals.demandUnits) {
            drawnMean += units / paths;
            squares += units * units / paths;
        }
        double variance = squares - drawnMean * drawnMean;
        double wanted = weeks * sd * sd * (1 + correlation * (weeks - 1));
        assertThat(drawnMean).isCloseTo(weeks * mean, within(5 * Math.sqrt(wanted / paths)));
        assertThat(Math.sqrt(variance / wanted)).isCloseTo(1, within(0.05));
    }

    @Test
    void demandIsNoLessThanWhatCustomersHaveOrdered() {
        Site quiet = site("MAIN", 2, 0, 0, 50);
        Site ordered = new Site(
                quiet.location(),
                quiet.meanUnits(),
                quiet.sdUnits(),
                0,
                new int[] {0, 60},
                50,
                2,
                0.01,
                0.5,
                3,
                0.2,
                null);
        PlanUncertainty found = PlanFutures.of(List.of(alone(ordered)), weeks(2), settings(10));

        assertThat(found.locations().get(0).stockoutProbability()).isEqualTo(Series.of(0, 1));
        assertThat(found.fillRate().mean()).isCloseTo(50 / 60.0, within(1e-12));
        assertThat(found.cost().shortage().mean())
                .isCloseTo(10 * (0.5 + 3), within(1e-9)); // owed at the end, then lost
    }

    @Test
    void aSupplierThatIsLateAtTimesMakesStockoutsLikelier() {
        double onTime = stockoutInLastWeek(0);
        double unreliable = stockoutInLastWeek(7);

        assertThat(onTime).isLessThan(0.05);
        assertThat(unreliable).isGreaterThan(onTime + 0.1); // a week late or more in 16 of 100
    }

    private static double stockoutInLastWeek(double leadTimeSdDays) {
        ArticleModel article = alone(site("MAIN", 4, 10, 3.2, 31), arrival(0, 30, 0, 21, leadTimeSdDays));
        return PlanFutures.of(List.of(article), weeks(4), settings(5_000))
                .locations()
                .get(0)
                .stockoutProbability()
                .get(3);
    }

    @Test
    void aTransferTakesWhatTheSenderHas() {
        ArticleModel article = moving(
                site("SOUTH", 3, 0, 0, 8), site("NORTH", 3, 0, 0, 0), new Move(0, 1, 5, 0, 1), new Move(0, 1, 5, 1, 2));
        PlanUncertainty found = PlanFutures.of(List.of(article), weeks(3), settings(3));

        assertThat(found.locations().get(0).averageStockUnits()).isCloseTo((3 + 0 + 0) / 3.0, within(1e-12));
        assertThat(found.locations().get(1).averageStockUnits()).isCloseTo((0 + 5 + 8) / 3.0, within(1e-12));
    }

    @Test
    void moneyIsCommittedInTheWeekOfTheOrder() {
        ArticleModel article = alone(site("MAIN", 3, 1, 1, 50), arrival(0, 30, 7, 7, 2), arrival(0, 12, -3, 10, 2));
        PlanUncertainty found = PlanFutures.of(List.of(article), weeks(3), settings(100));

        assertThat(found.cashByBucket()).extracting(Spread::mean).containsExactly(0.0, 45.0, 0.0);
        assertThat(found.cash().high()).isEqualTo(45);
        assertThat(found.cost().ordering().mean()).isEqualTo(4);
    }

    @Test
    void whatHappensElsewhereShiftsNoDraws() {
        ArticleModel tea = alone(site("MAIN", 6, 9, 5, 0.1, 25, reorder(OrderRule.minMax(15, 40), 7, 3)));
        ArticleModel other = moving(site("SOUTH", 6, 4, 4, 30), site("NORTH", 6, 8, 3, 0), new Move(0, 1, 20, 0, 0));
        ArticleModel less = moving(site("SOUTH", 6, 2, 2, 30), site("NORTH", 6, 8, 3, 0));

        LocationRisk alone = PlanFutures.of(List.of(tea), weeks(6), settings(300))
                .locations()
                .get(0);
        assertThat(PlanFutures.of(List.of(other, tea), weeks(6), settings(300))
                        .locations()
                        .get(2))
                .isEqualTo(alone);
        PlanUncertainty changed = PlanFutures.of(List.of(less, tea), weeks(6), settings(300));
        assertThat(changed.locations().get(2)).isEqualTo(alone);
        assertThat(changed.locations().get(1).demandUnits())
                .isEqualTo(PlanFutures.of(List.of(other), weeks(6), settings(300))
                        .locations()
                        .get(1)
                        .demandUnits());
    }

    @Test
    void aLongerHorizonShiftsNoDraws() {
        Series sooner = PlanFutures.of(List.of(alone(site("MAIN", 5, 9, 5, 0.3, 25, null))), weeks(5), settings(300))
                .locations()
                .get(0)
                .stockoutProbability();
        Series later = PlanFutures.of(List.of(alone(site("MAIN", 9, 9, 5, 0.3, 25, null))), weeks(9), settings(300))
                .locations()
                .get(0)
                .stockoutProbability();
        assertThat(later.stream().limit(5).toArray()).isEqualTo(sooner.toArray());
    }

    @Test
    void twoPlansThatMeetTheSameDemandAreToldApartByFewerPaths() {
        TimeBuckets weeks = weeks(8);
        double[] difference = new double[40];
        double[] alone = new double[40];
        for (int seed = 0; seed < difference.length; seed++) {
            SimulationSettings settings = new SimulationSettings(seed, 50, 1, Conduct.AS_PLANNED);
            double lean = PlanFutures.of(List.of(alone(site("MAIN", 8, 9, 6, 60))), weeks, settings)
                    .fillRate()
                    .mean();
            double rich = PlanFutures.of(List.of(alone(site("MAIN", 8, 9, 6, 64))), weeks, settings)
                    .fillRate()
                    .mean();
            difference[seed] = rich - lean;
            alone[seed] = lean;
        }
        assertThat(Estimate.of(difference).standardError())
                .isLessThan(Estimate.of(alone).standardError() / 4);
        assertThat(Arrays.stream(difference).min().orElseThrow()).isPositive();
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        List<ArticleModel> articles = IntStream.range(0, 40)
                .mapToObj(i -> alone(site(
                        "W" + i, 6, 1 + i, 2 + i / 2.0, 0.1, 3 * i, reorder(OrderRule.minMax(i, 3 * i + 2), 7, 3))))
                .toList();
        PlanUncertainty one = PlanFutures.of(articles, weeks(6), new SimulationSettings(5, 200, 1, Conduct.BY_POLICY));
        PlanUncertainty three =
                PlanFutures.of(articles, weeks(6), new SimulationSettings(5, 200, 3, Conduct.BY_POLICY));

        assertThat(three).usingRecursiveComparison().ignoringFields("settings").isEqualTo(one);
        assertThat(PlanFutures.of(articles, weeks(6), new SimulationSettings(6, 200, 1, Conduct.BY_POLICY))
                        .cost())
                .isNotEqualTo(one.cost());
    }

    private static NegativeBinomial negativeBinomial(double mean, double sd, int times) {
        NegativeBinomial one = NegativeBinomial.ofMoments(mean, sd);
        return new NegativeBinomial(times * one.r(), one.successProbability());
    }
}

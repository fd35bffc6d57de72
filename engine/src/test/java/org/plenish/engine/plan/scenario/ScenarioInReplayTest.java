package org.plenish.engine.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.io.ScenarioFile;
import org.plenish.engine.io.generate.DatasetGenerator;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.policy.UsualAnswers;
import org.plenish.engine.simulate.backtest.BacktestRun;
import org.plenish.engine.simulate.backtest.BacktestSettings;
import org.plenish.engine.simulate.backtest.Contender;
import org.plenish.engine.simulate.backtest.Figures;
import org.plenish.engine.simulate.backtest.Outcome;

/** What-ifs beside their base in a replay of the past. */
class ScenarioInReplayTest {

    private static final Dataset SHOP = DatasetGenerator.generate(new DatasetGenerator.Settings(10, 1, 40, 7))
            .dataset();

    private static final PolicyEngine RULES = profiles -> profiles.stream()
            .map(profile -> UsualAnswers.choice(profile.location(), answers -> {}))
            .toList();

    private static final String SUPPLIERS =
            SHOP.suppliers().keySet().stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));

    private static final List<Outcome> ALONE = run(List.of(base()));

    private static Contender.RuleBook base() {
        return new Contender.RuleBook("base", "As it is.", MethodRules.AUTOMATIC, RULES);
    }

    private static List<Outcome> run(List<Contender.RuleBook> books) {
        return new BacktestRun(SHOP, new BacktestSettings(null, 1, true, 13, 2))
                .run(books, List.of(), (share, detail) -> {})
                .outcomes();
    }

    /** The what-if's outcome; that of the base stays what it is alone. */
    private static Outcome beside(String change) {
        Scenario scenario =
                Objects.requireNonNull(ScenarioFile.of("what-if", "name: Tried\nchanges:\n  - " + change + "\n")
                        .readForReplay(SHOP)
                        .scenario());
        List<Outcome> outcomes = run(List.of(base(), scenario.inReplay("tried", SHOP, MethodRules.AUTOMATIC, RULES)));
        assertThat(outcomes.get(0)).isEqualTo(ALONE.get(0));
        assertThat(figures(outcomes.get(1)).demandUnits())
                .isEqualTo(figures(ALONE.get(0)).demandUnits());
        return outcomes.get(1);
    }

    private static Figures figures(Outcome outcome) {
        return outcome.total().figures();
    }

    @Test
    void aChangeThatChangesNothingComesOutAsTheBase() {
        assertThat(beside("{change: selling_price, factor: 1}").total())
                .isEqualTo(ALONE.get(0).total());
    }

    @Test
    void aBetterServiceTargetKeepsMoreStockAndIsPricedByTheTargetsOfTheBase() {
        Outcome better = beside("{change: service, target: 0.999}");

        assertThat(figures(better).stockValueDays())
                .isGreaterThan(figures(ALONE.get(0)).stockValueDays());
        // By its own target each lost unit would cost some fifty times as much: 0.999 / 0.001 by 0.95 / 0.05.
        assertThat(figures(better).cost().shortage() / figures(better).lostUnits())
                .isLessThan(2
                        * figures(ALONE.get(0)).cost().shortage()
                        / figures(ALONE.get(0)).lostUnits());
        assertThat(better.description()).isEqualTo("What if: Tried. Service target of all items is 99.9 %.");
    }

    @Test
    void largerMinimumsMakeFewerLinesAndMoreStock() {
        Outcome larger = beside("{change: purchase_terms, min_order_quantity_factor: 30}");

        assertThat(figures(larger).orderLines())
                .isLessThan(figures(ALONE.get(0)).orderLines());
        assertThat(figures(larger).cost().holding())
                .isGreaterThan(figures(ALONE.get(0)).cost().holding());
    }

    @Test
    void longerLeadTimesChangeWhatComesAndNotWhatIsThereAtFirst() {
        Outcome slower = beside("{change: lead_time, suppliers: " + SUPPLIERS + ", add_days: 28}");

        assertThat(slower.byBucket().get(0).openingUnits())
                .isEqualTo(ALONE.get(0).byBucket().get(0).openingUnits());
        assertThat(slower.total()).isNotEqualTo(ALONE.get(0).total());
        assertThat(figures(slower).stockValueDays())
                .isNotEqualTo(figures(ALONE.get(0)).stockValueDays());
    }

    @Test
    void dearerGoodsCostMoreToKeep() {
        Outcome dearer = beside("{change: purchase_terms, unit_cost_factor: 2}");

        assertThat(figures(dearer).costOfSales())
                .isGreaterThan(1.9 * figures(ALONE.get(0)).costOfSales());
        assertThat(figures(dearer).cost().holding())
                .isGreaterThan(figures(ALONE.get(0)).cost().holding());
    }
}

package org.plenish.engine.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.TeaFixture;
import org.plenish.engine.plan.scenario.ScenarioComparison.Planned;
import org.plenish.engine.plan.scenario.ScenarioRuns.Case;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.Judgement;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.WrittenRule;

/** The tea of {@link TeaFixture}, of which a customer has ordered 13 in the north. */
class ScenarioRunsTest {

    private static final RunSettings SETTINGS = new RunSettings(OptimizerSettings.ofMoves(100, 1, 1), 1);
    private static final WrittenRule IGNORED =
            new WrittenRule("EXC-1", "EXC-1 none", "exceptions.csv", 2, List.of(), "It does not matter.");
    private static final Period ALWAYS = new Period(null, null);

    private final PlanRules rules = new PlanRules(
            MethodRules.AUTOMATIC,
            profiles -> profiles.stream()
                    .map(profile -> TeaFixture.choice(profile.location(), ObsolescenceStatus.HEALTHY, false))
                    .toList(),
            situations -> situations.stream()
                    .map(situation -> new Judgement(null, null, new Conclusion("severity", "", IGNORED, List.of())))
                    .toList());

    private final List<String> told = new ArrayList<>();

    @Test
    void aChangeOfCashForecastsOnceAndGoesOnFromTheBase() {
        ScenarioComparison comparison = compare(scenario("less cash", new CashChange(ALWAYS, 0.1, null)));
        assertThat(told.stream().filter(line -> line.equals("FORECAST "))).hasSize(1);
        assertThat(told).contains("OPTIMIZE less cash, bounding what changed");
        assertThat(told).noneMatch(line -> line.startsWith("OPTIMIZE less cash, pricing"));
        ReplenishmentPlan less = comparison.scenarios().get(0).plan();
        assertThat(less.lowerBound()).isGreaterThanOrEqualTo(comparison.base().lowerBound());
        assertThat(less.cost().total()).isGreaterThanOrEqualTo(less.lowerBound());
    }

    @Test
    void otherPlacesArePlannedFromTheStart() {
        compare(scenario("merged", new WarehouseClosed(TeaFixture.SOUTH.warehouse(), TeaFixture.NORTH.warehouse())));
        assertThat(told).anyMatch(line -> line.startsWith("OPTIMIZE merged, pricing"));
    }

    @Test
    void allArePlannedAsFarAheadAsTheOneThatNeedsMost() {
        Set<SupplierId> near = Set.of(new SupplierId("NEAR"));
        ScenarioComparison comparison = compare(
                scenario("far", new LeadTimeChange(near, null, null, 1, 35, 1, null)),
                scenario("same", new SellingPriceChange(new Selection(Set.of(), Set.of(), Set.of()), 1)));
        assertThat(comparison.base().buckets().count()).isEqualTo(8); // 42 days of lead time + half of 4 weeks
        assertThat(comparison.scenarios())
                .allSatisfy(each -> assertThat(each.plan().buckets())
                        .isEqualTo(comparison.base().buckets()));
    }

    @Test
    void driversAndWhatTheyDoTogetherAddUp() {
        ScenarioComparison comparison = compare(scenario(
                "both",
                new DemandChange(new Selection(Set.of(), Set.of(), Set.of()), ALWAYS, List.of(2.0)),
                new CashChange(ALWAYS, 0.1, null)));
        Planned planned = comparison.scenarios().get(0);
        DriverEffects drivers = Objects.requireNonNull(planned.drivers());
        assertThat(drivers.effects())
                .extracting(DriverEffects.Effect::driver)
                .containsExactly(Driver.DEMAND, Driver.LIMITS);
        double cost = drivers.costTogether()
                + drivers.effects().stream()
                        .mapToDouble(DriverEffects.Effect::cost)
                        .sum();
        assertThat(cost)
                .isCloseTo(
                        planned.plan().cost().total() - comparison.base().cost().total(), within(1e-9));
    }

    @Test
    void aScenarioThatChangesNothingEndsAsTheBase() {
        ScenarioComparison comparison = compare(scenario("same", new CashChange(ALWAYS, 1.0, null)));
        assertThat(comparison.scenarios().get(0).movers()).isEmpty();
        assertThat(comparison.scenarios().get(0).plan().cost())
                .isEqualTo(comparison.base().cost());
    }

    @Test
    void whoAsksAgainGetsTheSameBaseAndTheSamePlans() {
        Case cash = new Case(scenario("less cash", new CashChange(ALWAYS, 0.1, null)), rules, SETTINGS);
        Case far = new Case(
                scenario("far", new LeadTimeChange(Set.of(new SupplierId("NEAR")), null, null, 1, 35, 1, null)),
                rules,
                SETTINGS);
        ScenarioRuns runs = new ScenarioRuns(TeaFixture.dataset(), rules, SETTINGS, this::tell);
        ScenarioComparison first = runs.compare(List.of(cash), true);
        runs.compare(List.of(far), true); // looks farther ahead, so it has a base of its own
        told.clear();
        ScenarioComparison again = runs.compare(List.of(cash), true);
        assertThat(again.base()).isSameAs(first.base());
        ReplenishmentPlan plan = again.scenarios().get(0).plan();
        assertThat(plan.cost()).isEqualTo(first.scenarios().get(0).plan().cost());
        assertThat(plan.purchaseOrders())
                .isEqualTo(first.scenarios().get(0).plan().purchaseOrders());
        assertThat(told).noneMatch(line -> line.startsWith("FORECAST") || line.startsWith("OPTIMIZE base"));
    }

    private static Scenario scenario(String name, Change... changes) {
        return new Scenario(name, "", List.of(changes), false);
    }

    private ScenarioComparison compare(Scenario... scenarios) {
        List<Case> cases = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            cases.add(new Case(scenario, rules, SETTINGS));
        }
        return new ScenarioRuns(TeaFixture.dataset(), rules, SETTINGS, this::tell).compare(cases, true);
    }

    private void tell(Stage stage, double share, String detail) {
        if (share == 0) {
            told.add(stage + " " + detail);
        }
    }
}

package org.plenish.engine.plan.scenario;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.PlanningHorizon;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.plan.ForecastEdits;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.simulate.backtest.Contender;

/**
 * A what-if: named changes, made in their order.
 *
 * @param description blank if not given
 * @param otherRules whether it is planned by a rule book of its own
 */
public record Scenario(String name, String description, List<Change> changes, boolean otherRules) {

    private static final String WHAT_IF = "What if";
    private static final String STANDING = "Changed by a person";

    public Scenario {
        changes = List.copyOf(changes);
    }

    /** What its changes are put down to, in the order of reports. */
    public Set<Driver> drivers() {
        Set<Driver> drivers = EnumSet.noneOf(Driver.class);
        changes.forEach(change -> drivers.add(change.driver()));
        if (otherRules) {
            drivers.add(Driver.RULES);
        }
        return drivers;
    }

    /** The same scenario with the changes of one driver only. */
    public Scenario only(Driver driver) {
        List<Change> own =
                changes.stream().filter(change -> change.driver() == driver).toList();
        return new Scenario(name + ": " + driver.words(), "", own, otherRules && driver == Driver.RULES);
    }

    /** The dataset with the changes that do not act on forecasts: what a plan of this scenario buys and where. */
    public Dataset dataset(Dataset base) {
        return draft(base, null, WHAT_IF).dataset();
    }

    /** How far ahead the changed dataset would have to be planned by itself. */
    TimeBuckets horizon(Dataset base) {
        return PlanningHorizon.of(dataset(base));
    }

    /**
     * Makes the changes: a pure function.
     *
     * @param forecasts of {@code base}
     */
    public ScenarioInput apply(Dataset base, DemandForecasts forecasts) {
        return apply(base, forecasts, WHAT_IF);
    }

    /** The same changes, made to stand: as people's edits of every forecast. */
    public ForecastEdits standing() {
        return changes.isEmpty()
                ? ForecastEdits.NONE
                : (dataset, computed) -> apply(dataset, computed, STANDING).forecasts();
    }

    private ScenarioInput apply(Dataset base, DemandForecasts forecasts, String by) {
        Draft draft = draft(base, forecasts, by);
        return new ScenarioInput(
                draft.dataset(), forecasts.with(draft.histories, draft.forecasts), draft.serviceTargets);
    }

    /**
     * As a rival of the base in a replay of the past: its terms, prices, lead times and service targets. Changes that mean
     * nothing there ({@link Change#noReplay}) must not be among them.
     *
     * @param rivalName short, of letters, digits and hyphens
     */
    public Contender.RuleBook inReplay(String rivalName, Dataset base, MethodRules methods, PolicyEngine ruleBook) {
        Draft draft = draft(base, null, WHAT_IF);
        String all = changes.stream().map(Change::sentence).collect(Collectors.joining(" "));
        return new Contender.RuleBook(
                rivalName,
                "What if: " + name + "." + (all.isEmpty() ? "" : " " + all),
                methods,
                ServiceTargets.over(ruleBook, draft.serviceTargets),
                draft.dataset());
    }

    private Draft draft(Dataset base, @Nullable DemandForecasts forecasts, String by) {
        Draft draft = new Draft(base, forecasts, by);
        changes.forEach(change -> change.applyTo(draft));
        return draft;
    }
}

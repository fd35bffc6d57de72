package org.plenish.web.run;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.PolicyEngine;

/**
 * A plan, the dataset it was made from, which knows the names, and the files of both dataset and rules.
 *
 * @param making what else is known of how it was made; null: nothing
 */
public record PlannedDataset(
        Dataset dataset,
        ReplenishmentPlan plan,
        PlanInputs inputs,
        @Nullable Making making) {

    /** A plan of which nothing else is known. */
    public PlannedDataset(Dataset dataset, ReplenishmentPlan plan, PlanInputs inputs) {
        this(dataset, plan, inputs, null);
    }

    /**
     * What is needed to tell people's part in a plan from the rules', and to ask the rules again.
     *
     * @param given the dataset as it was brought in, without what people have decided since
     * @param statistical forecasts before people's changes of them
     * @param policies as the rule book decides
     * @param exceptions likewise
     */
    public record Making(
            Dataset given,
            SortedMap<SkuLocation, Forecast> statistical,
            PolicyEngine policies,
            ExceptionRules exceptions) {}
}

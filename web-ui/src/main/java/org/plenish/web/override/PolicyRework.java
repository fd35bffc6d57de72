package org.plenish.web.override;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyCalculator;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.policy.PolicyOverrides;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.engine.policy.SkuLocationProfile.OverrideProfile;
import org.plenish.web.run.DatasetCopies;

/** Asks a plan's rules and formulas once more, with other overrides than it was made with. */
final class PolicyRework {

    private final Dataset dataset;
    private final PolicyEngine rules;
    private final PolicyCalculator formulas;
    private final PolicyOverrides overrides;

    /** @param profiles all of the plan: what is ordered together shares the cost of an order */
    PolicyRework(
            Dataset dataset, List<SkuLocationProfile> profiles, PolicyEngine rules, List<PolicyOverride> overrides) {
        this.dataset = DatasetCopies.withPolicyOverrides(dataset, overrides);
        this.rules = rules;
        this.formulas = new PolicyCalculator(this.dataset, profiles);
        this.overrides = new PolicyOverrides(overrides, dataset.settings().asOf());
    }

    /** What the rules choose for one SKU-location and what the formulas make of it. */
    record Reworked(SkuLocationPlan before, PolicyChoice choice, PolicyCalculation calculation) {}

    /** The dataset with those overrides. */
    Dataset dataset() {
        return dataset;
    }

    /** In the same order. */
    List<Reworked> of(List<SkuLocationPlan> locations) {
        List<SkuLocationProfile> profiles =
                locations.stream().map(each -> profile(each.profile())).toList();
        List<PolicyChoice> choices = rules.decide(profiles);
        List<Reworked> reworked = new ArrayList<>(locations.size());
        for (int i = 0; i < locations.size(); i++) {
            SkuLocationPlan before = locations.get(i);
            reworked.add(new Reworked(
                    before,
                    choices.get(i),
                    formulas.calculate(profiles.get(i), before.history(), before.forecast(), choices.get(i))));
        }
        return reworked;
    }

    /** The same facts, with what a person decided as it is now. */
    SkuLocationProfile profile(SkuLocationProfile planned) {
        OverrideProfile person = overrides
                .find(planned.location())
                .map(override -> new OverrideProfile(
                        override.stopBuy(),
                        override.serviceLevel() == null ? 0 : override.serviceLevel(),
                        override.reason(),
                        override.expiresOn()))
                .orElse(OverrideProfile.NONE);
        return new SkuLocationProfile(
                planned.location(),
                planned.item(),
                planned.warehouse(),
                planned.demand(),
                planned.stock(),
                planned.supply(),
                planned.successor(),
                person,
                planned.plan());
    }
}

package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.Judgement;
import org.plenish.engine.policy.SituationProfile;

/** Finds what a person should look at: of the plan's situations, those that the rules say matter. */
final class ExceptionFinder {

    private final SituationFinder situations;
    private final ExceptionRules rules;

    ExceptionFinder(Dataset dataset, TimeBuckets buckets, ExceptionRules rules) {
        this.situations = new SituationFinder(dataset, buckets);
        this.rules = rules;
    }

    /** Gravest first, then by value, then by place. */
    List<PlanException> find(
            List<SkuLocationPlan> locations,
            List<PurchaseOrder> purchaseOrders,
            List<LimitUse> limits,
            List<Violation> violations) {
        List<Situation> found = situations.find(locations, purchaseOrders, limits, violations);
        List<Judgement> judgements =
                rules.judge(found.stream().map(Situation::profile).toList());
        List<PlanException> exceptions = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (judgements.get(i).severity() != null) {
                exceptions.add(exception(found.get(i), judgements.get(i)));
            }
        }
        exceptions.sort(Comparator.comparing(PlanException::severity)
                .thenComparing(PlanException::value, Comparator.reverseOrder())
                .thenComparing(PlanException::kind)
                .thenComparing(exception -> String.valueOf(exception.item()))
                .thenComparing(exception -> String.valueOf(exception.warehouse()))
                .thenComparing(PlanException::date)
                .thenComparing(PlanException::message));
        return exceptions;
    }

    private static PlanException exception(Situation situation, Judgement judgement) {
        SituationProfile profile = situation.profile();
        return new PlanException(
                Objects.requireNonNull(judgement.severity()),
                profile.kind(),
                profile.item() == null ? null : profile.item().id(),
                profile.warehouse() == null ? null : profile.warehouse().id(),
                situation.date(),
                profile.extent().quantityUnits(),
                situation.value(),
                situation.message(),
                Objects.requireNonNull(judgement.action()),
                Advice.sentence(Objects.requireNonNull(judgement.action()), situation),
                judgement.conclusion());
    }
}

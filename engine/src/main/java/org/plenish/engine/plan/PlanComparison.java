package org.plenish.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.Conclusion;

/**
 * What becomes different between two plans of one dataset, such as by two rule books: in answers, units, money, service,
 * space and cash, and which rule moved what.
 *
 * @param currency ISO 4217 code
 * @param skuLocations how many were planned
 * @param reclassifications by question in the order of the rule book, the most frequent first
 * @param limits each limit in each bucket, in the plans' order
 */
public record PlanComparison(
        LocalDate planDate,
        String currency,
        int skuLocations,
        PlanTotals before,
        PlanTotals after,
        List<Reclassification> reclassifications,
        List<LimitChange> limits,
        List<Mover> movers) {

    /** The question that stands for the choice of a forecast method. */
    public static final String FORECAST_METHOD = "forecastMethod";

    /** Stands for the answer to a question that was not asked. */
    public static final String NOT_ASKED = "-";

    public PlanComparison {
        reclassifications = List.copyOf(reclassifications);
        limits = List.copyOf(limits);
        movers = List.copyOf(movers);
    }

    /** Some got another answer to a question. */
    public record Reclassification(String question, String from, String to, List<SkuLocation> locations) {

        public Reclassification {
            locations = List.copyOf(locations);
        }
    }

    /**
     * How much of one limit both plans use.
     *
     * @param warehouse blank for cash
     * @param storageClass for whose goods the space is; blank for cash and a warehouse's whole space
     * @param limit and both uses in m³ or currency units, cash added up from the plan's date
     */
    public record LimitChange(
            LimitUse.Kind kind,
            String warehouse,
            String storageClass,
            LocalDate periodStart,
            double limit,
            double usedBefore,
            double usedAfter) {}

    /**
     * A SKU-location of which stock or orders change.
     *
     * @param stockBefore average projected stock over the horizon, at unit cost
     * @param orderedBefore all purchases proposed, now and later
     * @param causes the answers that differ, in the order of the questions; empty if none does: then shared limits or
     *     the optimizer's search moved it
     */
    public record Mover(
            SkuLocation location,
            Money stockBefore,
            Money stockAfter,
            Money orderedBefore,
            Money orderedAfter,
            List<Cause> causes) {

        public Mover {
            causes = List.copyOf(causes);
        }

        /** How far it moves: the changes of average stock and of purchases, both taken as positive and added. */
        public Money moved() {
            return new Money(Math.abs(stockAfter.minus(stockBefore).minorUnits())
                    + Math.abs(orderedAfter.minus(orderedBefore).minorUnits()));
        }
    }

    /**
     * A question that is answered differently.
     *
     * @param before the rule that answered before; null if none was asked, or if it is the forecast's method
     */
    public record Cause(
            String question,
            String from,
            String to,
            @Nullable Conclusion before,
            @Nullable Conclusion after) {}

    /** @throws IllegalArgumentException if the plans are not of the same buckets and SKU-locations */
    public static PlanComparison of(ReplenishmentPlan before, ReplenishmentPlan after) {
        List<SkuLocation> locations =
                before.locations().stream().map(SkuLocationPlan::location).toList();
        if (!before.buckets().equals(after.buckets())
                || !locations.equals(after.locations().stream()
                        .map(SkuLocationPlan::location)
                        .toList())) {
            throw new IllegalArgumentException(
                    "The plans of " + before.dataset().name() + " and "
                            + after.dataset().name() + " must have the same buckets and SKU-locations to be compared.");
        }
        Map<List<String>, List<SkuLocation>> reclassified = new LinkedHashMap<>();
        for (int i = 0; i < locations.size(); i++) {
            SkuLocationPlan was = before.locations().get(i);
            SkuLocationPlan is = after.locations().get(i);
            SkuLocation location = was.location();
            for (Cause cause : causes(was, is)) {
                reclassified
                        .computeIfAbsent(List.of(cause.question(), cause.from(), cause.to()), none -> new ArrayList<>())
                        .add(location);
            }
        }
        return new PlanComparison(
                before.buckets().start(),
                before.dataset().currency(),
                locations.size(),
                PlanTotals.of(before),
                PlanTotals.of(after),
                reclassifications(questions(before, after), reclassified),
                limits(before, after),
                movers(before, after));
    }

    /**
     * The SKU-locations of which stock or orders differ between any two plans in one currency, the farthest first. One that
     * a plan does not have counts as nothing there, and has no causes.
     */
    public static List<Mover> movers(ReplenishmentPlan before, ReplenishmentPlan after) {
        Map<SkuLocation, SkuLocationPlan> was = byLocation(before);
        Map<SkuLocation, SkuLocationPlan> is = byLocation(after);
        Map<SkuLocation, Money> orderedBefore = ordered(before);
        Map<SkuLocation, Money> orderedAfter = ordered(after);
        Set<SkuLocation> locations = new LinkedHashSet<>(was.keySet());
        locations.addAll(is.keySet());
        List<Mover> movers = new ArrayList<>();
        for (SkuLocation location : locations) {
            SkuLocationPlan planBefore = was.get(location);
            SkuLocationPlan planAfter = is.get(location);
            Mover mover = new Mover(
                    location,
                    planBefore == null ? Money.ZERO : averageStock(planBefore),
                    planAfter == null ? Money.ZERO : averageStock(planAfter),
                    orderedBefore.getOrDefault(location, Money.ZERO),
                    orderedAfter.getOrDefault(location, Money.ZERO),
                    planBefore == null || planAfter == null ? List.of() : causes(planBefore, planAfter));
            if (mover.moved().compareTo(Money.ZERO) > 0) {
                movers.add(mover);
            }
        }
        movers.sort(Comparator.comparing(Mover::moved).reversed().thenComparing(Mover::location));
        return movers;
    }

    private static Map<SkuLocation, SkuLocationPlan> byLocation(ReplenishmentPlan plan) {
        Map<SkuLocation, SkuLocationPlan> plans = new LinkedHashMap<>();
        plan.locations().forEach(location -> plans.put(location.location(), location));
        return plans;
    }

    /** Those that move farthest, at most {@code count}. */
    public List<Mover> movers(int count) {
        return movers.subList(0, Math.min(count, movers.size()));
    }

    private static List<Cause> causes(SkuLocationPlan before, SkuLocationPlan after) {
        Map<String, Conclusion> was = byQuestion(before);
        Map<String, Conclusion> is = byQuestion(after);
        Set<String> questions = new LinkedHashSet<>(was.keySet());
        questions.addAll(is.keySet());
        List<Cause> causes = new ArrayList<>();
        String methodBefore = before.forecast().method();
        String methodAfter = after.forecast().method();
        if (!methodBefore.equals(methodAfter)) {
            causes.add(new Cause(FORECAST_METHOD, methodBefore, methodAfter, null, null));
        }
        for (String question : questions) {
            Conclusion from = was.get(question);
            Conclusion to = is.get(question);
            if (!answer(from).equals(answer(to))) {
                causes.add(new Cause(question, answer(from), answer(to), from, to));
            }
        }
        return causes;
    }

    private static String answer(@Nullable Conclusion conclusion) {
        return conclusion == null ? NOT_ASKED : conclusion.answer();
    }

    private static Map<String, Conclusion> byQuestion(SkuLocationPlan plan) {
        Map<String, Conclusion> conclusions = new LinkedHashMap<>();
        plan.choice().conclusions().forEach(conclusion -> conclusions.put(conclusion.question(), conclusion));
        return conclusions;
    }

    /** In the order in which the SKU-location with most answers has them. */
    private static List<String> questions(ReplenishmentPlan before, ReplenishmentPlan after) {
        Set<String> questions = new LinkedHashSet<>(List.of(FORECAST_METHOD));
        for (ReplenishmentPlan plan : List.of(before, after)) {
            plan.locations().stream()
                    .map(location -> byQuestion(location).keySet())
                    .max(Comparator.comparingInt(Set::size))
                    .ifPresent(questions::addAll);
        }
        return List.copyOf(questions);
    }

    private static List<Reclassification> reclassifications(
            List<String> questions, Map<List<String>, List<SkuLocation>> reclassified) {
        List<Reclassification> list = new ArrayList<>();
        reclassified.forEach((change, locations) ->
                list.add(new Reclassification(change.get(0), change.get(1), change.get(2), locations)));
        list.sort(Comparator.comparingInt((Reclassification each) -> place(questions, each.question()))
                .thenComparing(Reclassification::question)
                .thenComparing(each -> -each.locations().size())
                .thenComparing(Reclassification::from)
                .thenComparing(Reclassification::to));
        return list;
    }

    private static int place(List<String> questions, String question) {
        int place = questions.indexOf(question);
        return place < 0 ? questions.size() : place;
    }

    private static Money averageStock(SkuLocationPlan plan) {
        long units = 0;
        for (int closing : plan.withProposals().closingUnits()) {
            units += closing;
        }
        int count = plan.withProposals().closingUnits().length;
        return count == 0
                ? Money.ZERO
                : Money.of(plan.profile().item().unitCost().toDouble() * units / count);
    }

    private static Map<SkuLocation, Money> ordered(ReplenishmentPlan plan) {
        Map<SkuLocation, Money> ordered = new HashMap<>();
        for (PurchaseOrder order : plan.purchaseOrders()) {
            for (PurchaseOrder.Line line : order.lines()) {
                ordered.merge(new SkuLocation(line.item(), order.warehouse()), line.value(), Money::plus);
            }
        }
        return ordered;
    }

    private static List<LimitChange> limits(ReplenishmentPlan before, ReplenishmentPlan after) {
        record Key(LimitUse.Kind kind, String warehouse, String storageClass, LocalDate start) {
            static Key of(LimitUse use) {
                return new Key(use.kind(), use.warehouse(), use.storageClass(), use.periodStart());
            }
        }
        Map<Key, LimitUse> uses = new HashMap<>();
        after.limits().forEach(use -> uses.put(Key.of(use), use));
        return before.limits().stream()
                .map(use -> new LimitChange(
                        use.kind(),
                        use.warehouse(),
                        use.storageClass(),
                        use.periodStart(),
                        use.limit(),
                        use.used(),
                        Objects.requireNonNull(uses.get(Key.of(use)), "both plans have the same limits")
                                .used()))
                .toList();
    }
}

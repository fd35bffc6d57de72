package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.LeadTimeDemand;
import org.plenish.engine.inventory.PeriodicReviewReorderPoint;
import org.plenish.engine.inventory.ProtectionDemand;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.StockServiceCurve.Point;
import org.plenish.engine.policy.DemandDistribution;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyCalculator;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.ReplenishmentPolicy;

/**
 * Draws stock-to-service curves of a plan: for each target the policies are computed as a run would, and what they keep
 * and serve follows from the formulas of periodic review. Formulas and not simulation, because they are exact for the
 * demand that the policies are made for, never fall along the curve by chance, and a thousand articles take a second. A
 * (s,S) policy is taken as (s,nQ) with Q = S - s, demand as it was in past intervals as gamma.
 */
public final class StockServiceCurves {

    /** Targets of a curve; the steps are finer where stock rises faster. */
    private static final double[] TARGETS = {
        0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.875, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 0.999
    };

    private final Dataset dataset;
    private final PolicyCalculator calculator;
    private final int threads;

    /** What one SKU-location keeps and serves, each rate already times its demand. */
    private record Part(
            double target, double stockValue, double safetyStockValue, double filled, double covered, double demand) {

        static final Part NONE = new Part(0, 0, 0, 0, 0, 0);

        Part plus(Part other) {
            return new Part(
                    target + other.target,
                    stockValue + other.stockValue,
                    safetyStockValue + other.safetyStockValue,
                    filled + other.filled,
                    covered + other.covered,
                    demand + other.demand);
        }

        double meanTarget() {
            return demand == 0 ? Double.NaN : target / demand;
        }

        Point point(double serviceTarget) {
            return demand == 0
                    ? new Point(serviceTarget, stockValue, safetyStockValue, 1, 1)
                    : new Point(serviceTarget, stockValue, safetyStockValue, filled / demand, covered / demand);
        }
    }

    private StockServiceCurves(Dataset dataset, ReplenishmentPlan plan, int threads) {
        this.dataset = dataset;
        this.threads = threads;
        calculator = new PolicyCalculator(
                dataset, plan.locations().stream().map(SkuLocationPlan::profile).toList());
    }

    /**
     * The curve of an article, a category, a warehouse or, with all taken, the whole business.
     *
     * @param dataset what the plan was made from
     * @param taken which SKU-locations are looked at
     * @param threads to share the work between, 1 or more; the result does not depend on it
     */
    public static StockServiceCurve of(
            Dataset dataset, ReplenishmentPlan plan, Predicate<SkuLocationPlan> taken, int threads) {
        StockServiceCurves curves = new StockServiceCurves(dataset, plan, threads);
        return curve(curves.parts(stocked(plan, taken)));
    }

    /**
     * The curves of many groups at once: each SKU-location is computed once, to however many groups it belongs.
     *
     * @param groups of a SKU-location
     * @param threads as above
     * @return one for each group with a SKU-location that is stocked and expects demand, in the order in which the groups
     *     are met
     */
    public static <G> Map<G, StockServiceCurve> byGroup(
            Dataset dataset, ReplenishmentPlan plan, Function<SkuLocationPlan, List<G>> groups, int threads) {
        List<SkuLocationPlan> locations = stocked(plan, location -> true);
        List<Part[]> parts = new StockServiceCurves(dataset, plan, threads).parts(locations);
        Map<G, List<Part[]>> partsByGroup = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (G group : groups.apply(locations.get(i))) {
                partsByGroup.computeIfAbsent(group, first -> new ArrayList<>()).add(parts.get(i));
            }
        }
        Map<G, StockServiceCurve> curves = new LinkedHashMap<>();
        partsByGroup.forEach((group, ofGroup) -> curves.put(group, curve(ofGroup)));
        return curves;
    }

    private static List<SkuLocationPlan> stocked(ReplenishmentPlan plan, Predicate<SkuLocationPlan> taken) {
        return plan.locations().stream()
                .filter(taken)
                .filter(location -> location.choice().policyType() != PolicyType.DO_NOT_STOCK
                        && location.calculation().protection().meanUnits() > 0)
                .toList();
    }

    private static StockServiceCurve curve(List<Part[]> parts) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < TARGETS.length; i++) {
            points.add(sum(parts, i).point(TARGETS[i]));
        }
        Part current = sum(parts, TARGETS.length);
        return new StockServiceCurve(points, current.point(current.meanTarget()), parts.size());
    }

    private static Part sum(List<Part[]> parts, int target) {
        Part sum = Part.NONE;
        for (Part[] ofLocation : parts) {
            sum = sum.plus(ofLocation[target]);
        }
        return sum;
    }

    private List<Part[]> parts(List<SkuLocationPlan> locations) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> locations.parallelStream().map(this::parts).toList())
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The curve was interrupted; ask for it again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The curve failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** One for each target, and last that of the target which the rules chose. */
    private Part[] parts(SkuLocationPlan location) {
        return DoubleStream.concat(
                        DoubleStream.of(TARGETS),
                        DoubleStream.of(location.choice().serviceTarget()))
                .mapToObj(target -> part(location, target))
                .toArray(Part[]::new);
    }

    private Part part(SkuLocationPlan location, double target) {
        Forecast forecast = location.forecast();
        PolicyCalculation calculation = calculator.calculate(
                location.profile(),
                location.history(),
                forecast,
                location.choice().withServiceTarget(target));
        ReplenishmentPolicy policy = calculation.policy();
        LeadTimeDemand protection = calculation.protection();
        int leadTimeDays = calculation.supply().leadTimeDays();
        double reviewUnits = protection.unitsPerDay() * (protection.days() - leadTimeDays);
        LeadTimeDemand leadTime = LeadTimeDemand.withLeadTimeSpread(
                leadTimeDays,
                protection.unitsPerDay() * leadTimeDays,
                forecast.sdOver(leadTimeDays / forecast.buckets().size().days()),
                calculation.supply().leadTimeSdDays());
        @Nullable DemandDistribution family = location.choice().demandDistribution();
        Distribution protectionDemand = distribution(family, protection);
        PeriodicReviewReorderPoint stock =
                new PeriodicReviewReorderPoint(distribution(family, leadTime), protectionDemand, reviewUnits);
        double reorderPoint = policy.reorderPointUnits();
        double quantity = policy.orderUpToLevelUnits() - reorderPoint;
        double unitCost = dataset.item(location.location().item()).unitCost().toDouble();
        double demand = protection.unitsPerDay();
        return new Part(
                target * demand,
                stock.averageUnits(reorderPoint, quantity) * unitCost,
                policy.safetyStockUnits() * unitCost,
                stock.fillRate(reorderPoint, quantity) * demand,
                protectionDemand.cumulativeProbability(reorderPoint) * demand,
                demand);
    }

    private static Distribution distribution(@Nullable DemandDistribution family, LeadTimeDemand demand) {
        if (family == null) {
            return ProtectionDemand.gamma(demand);
        }
        return switch (family) {
            case NORMAL -> ProtectionDemand.normal(demand);
            case POISSON -> ProtectionDemand.poisson(demand);
            case NEGATIVE_BINOMIAL -> ProtectionDemand.negativeBinomial(demand);
            case GAMMA, EMPIRICAL -> ProtectionDemand.gamma(demand);
        };
    }
}

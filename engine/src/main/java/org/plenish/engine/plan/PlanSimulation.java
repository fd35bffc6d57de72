package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.PlannedStock;
import org.plenish.engine.optimize.ProblemBuilder;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyCalculator;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.ReplenishmentPolicy.DoNotStock;
import org.plenish.engine.policy.ReplenishmentPolicy.MinMax;
import org.plenish.engine.policy.ReplenishmentPolicy.PeriodicOrderUpTo;
import org.plenish.engine.policy.ReplenishmentPolicy.ReorderPointOrderQuantity;
import org.plenish.engine.simulate.sample.ArticleModel;
import org.plenish.engine.simulate.sample.ArticleModel.Arrival;
import org.plenish.engine.simulate.sample.ArticleModel.Reorder;
import org.plenish.engine.simulate.sample.ArticleModel.Site;
import org.plenish.engine.simulate.sample.ForecastErrors;
import org.plenish.engine.simulate.sample.OrderRule;
import org.plenish.engine.simulate.sample.PlanFutures;
import org.plenish.engine.simulate.sample.PlanUncertainty;
import org.plenish.engine.simulate.sample.RandomStream;
import org.plenish.engine.simulate.sample.SimulationSettings;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;

/**
 * What may happen to a plan. Demand is drawn in whole units from each forecast's own mean and deviation, with the
 * correlation of errors over time that its deviation over longer spans tells, and is never less than what customers have
 * ordered; lead times are drawn from the supplier's mean and deviation, one for all that is ordered together, that of an
 * open order given that it has not come yet. Transfers take their lane's time. Customers wait for what is missing. Costs
 * are counted by the optimizer's prices.
 */
public final class PlanSimulation {

    private final Dataset dataset;
    private final SimulationSettings settings;
    private final TimeBuckets buckets;
    private final Mapped mapped;
    private final Map<SkuLocation, SkuLocationPlan> locations = new TreeMap<>();
    private final Map<SkuLocation, int[]> firmUnits;
    private final SimulatedSupplies supplies;

    private PlanSimulation(
            Dataset dataset, ReplenishmentPlan plan, Predicate<Item> taken, SimulationSettings settings) {
        this.dataset = dataset;
        this.settings = settings;
        buckets = plan.buckets();
        plan.locations().stream()
                .filter(location -> taken.test(location.profile().item()))
                .forEach(location -> locations.put(location.location(), location));
        mapped = new ProblemBuilder(dataset, buckets)
                .build(locations.values().stream()
                        .map(location -> new PlannedStock(
                                location.location(), location.forecast(), location.choice(), location.policy()))
                        .toList());
        firmUnits = firmUnits();
        supplies = new SimulatedSupplies(dataset, plan, settings.seed());
    }

    /**
     * Samples the futures of a plan.
     *
     * @param dataset what the plan was made from
     * @param plan not changed
     * @return the same for the same arguments, whatever the number of threads; plans of different scenarios meet the same
     *     demand and delays where they are sampled with one seed
     */
    public static PlanUncertainty of(Dataset dataset, ReplenishmentPlan plan, SimulationSettings settings) {
        return of(dataset, plan, item -> true, settings);
    }

    /**
     * As {@link #of(Dataset, ReplenishmentPlan, SimulationSettings)}, of some articles alone: they meet what they meet in the
     * whole plan.
     *
     * @param taken such as one article, or those of a category
     */
    public static PlanUncertainty of(
            Dataset dataset, ReplenishmentPlan plan, Predicate<Item> taken, SimulationSettings settings) {
        List<ArticleModel> articles = new PlanSimulation(dataset, plan, taken, settings).articles();
        return PlanFutures.of(articles, plan.buckets(), settings);
    }

    private Map<SkuLocation, int[]> firmUnits() {
        Map<SkuLocation, int[]> units = new HashMap<>();
        for (OpenSalesOrder order : dataset.openSalesOrders()) {
            int bucket = Math.max(0, buckets.indexOf(order.dueDate()));
            if (bucket < buckets.count()) {
                units.computeIfAbsent(order.location(), key -> new int[buckets.count()])[bucket] +=
                        order.quantityUnits();
            }
        }
        return units;
    }

    private List<ArticleModel> articles() {
        List<ArticleModel> articles = new ArrayList<>();
        for (int sku = 0; sku < mapped.index().items().size(); sku++) {
            articles.add(article(sku));
        }
        return articles;
    }

    private ArticleModel article(int sku) {
        List<SkuLocation> at = new ArrayList<>();
        for (int w = 0; w < mapped.index().warehouses().size(); w++) {
            SkuLocation location = mapped.index().location(sku, w);
            if (locations.containsKey(location)) {
                at.add(location);
            }
        }
        List<Site> sites = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (SkuLocation location : at) {
            Site site = site(sku, location, at);
            sites.add(site);
            arrivals.addAll(supplies.arrivals(
                    at.indexOf(location),
                    location,
                    site.reorder() != null,
                    known(location).calculation().supply().lineOrderCost()));
        }
        ItemId item = mapped.index().items().get(sku).id();
        return new ArticleModel(sites, arrivals, supplies.moves(item, at, sites));
    }

    private Site site(int sku, SkuLocation location, List<SkuLocation> at) {
        SkuLocationPlan facts = known(location);
        Sku article = mapped.problem().skus().get(sku);
        int warehouse = mapped.index().warehouses().indexOf(location.warehouse());
        Forecast forecast = facts.forecast();
        boolean firmOnly = facts.choice().policyType() == PolicyType.DO_NOT_STOCK;
        Series none = Series.constant(buckets.count(), 0);
        return new Site(
                location,
                firmOnly ? none : forecast.meanUnits(),
                firmOnly ? none : forecast.sdUnits(),
                firmOnly ? 0 : ForecastErrors.correlation(forecast),
                firmUnits.getOrDefault(location, new int[buckets.count()]),
                article.initialUnits()[warehouse],
                facts.profile().item().unitCost().toDouble(),
                article.holding()[warehouse],
                article.backorder()[warehouse],
                article.terminalBacklog(),
                article.terminalObsolescence()[warehouse],
                settings.conduct() == Conduct.BY_POLICY ? reorder(facts, at) : null);
    }

    private @Nullable Reorder reorder(SkuLocationPlan facts, List<SkuLocation> at) {
        PolicyCalculation.Supply supply = facts.calculation().supply();
        OrderRule rule = rule(facts.policy());
        int reviewBuckets = (int) Math.max(
                1, Math.round(facts.policy().reviewDays() / buckets.size().days()));
        if (rule == null || facts.choice().stopBuy()) {
            return null;
        }
        if (supply.supplier() != null) {
            SupplyOption option =
                    supplies.findOption(supply.supplier(), facts.location()).orElse(null);
            return option == null
                    ? null
                    : new Reorder(
                            rule,
                            PolicyCalculator.lattice(option),
                            reviewBuckets,
                            supply.leadTimeDays(),
                            supply.leadTimeSdDays(),
                            supplies.shipment(supply.supplier(), facts.location()),
                            -1,
                            option.unitCostAt(facts.policy().orderQuantityUnits())
                                    .toDouble(),
                            supply.lineOrderCost());
        }
        int from = supply.fromWarehouse() == null
                ? -1
                : at.indexOf(new SkuLocation(facts.location().item(), supply.fromWarehouse()));
        return from < 0
                ? null
                : new Reorder(
                        rule,
                        OrderLattice.ANY,
                        reviewBuckets,
                        supply.leadTimeDays(),
                        0,
                        RandomStream.of(settings.seed(), "lane"),
                        from,
                        0,
                        0);
    }

    private static @Nullable OrderRule rule(ReplenishmentPolicy policy) {
        if (policy instanceof ReorderPointOrderQuantity fixed) {
            return OrderRule.reorderPoint(fixed.reorderPointUnits(), Math.max(1, fixed.orderQuantityUnits()));
        }
        if (policy instanceof MinMax minMax) {
            return OrderRule.minMax(minMax.reorderPointUnits(), minMax.orderUpToLevelUnits());
        }
        if (policy instanceof PeriodicOrderUpTo periodic) {
            return OrderRule.orderUpTo(periodic.orderUpToLevelUnits());
        }
        if (policy instanceof DoNotStock) {
            return null;
        }
        throw new IllegalStateException(policy + " is no policy that goes on.");
    }

    private SkuLocationPlan known(SkuLocation location) {
        SkuLocationPlan facts = locations.get(location);
        if (facts == null) {
            throw new IllegalStateException(location + " is not in the plan.");
        }
        return facts;
    }
}

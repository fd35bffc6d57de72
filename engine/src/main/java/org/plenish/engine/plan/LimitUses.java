package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;
import org.plenish.engine.plan.LimitUse.Kind;

/** How much of space and cash the plan uses, bucket by bucket; only what is limited is listed. */
final class LimitUses {

    private LimitUses() {}

    static List<LimitUse> of(Mapped mapped, OptimizationResult result, PlannedFlows flows) {
        List<LimitUse> uses = new ArrayList<>();
        addSpace(uses, mapped, result, flows);
        addCash(uses, mapped, result);
        return uses;
    }

    /** Space is measured at its peak: after what leaves has left and what comes has come, before demand is served. */
    private static void addSpace(List<LimitUse> uses, Mapped mapped, OptimizationResult result, PlannedFlows flows) {
        ReplenishmentProblem problem = mapped.problem();
        TimeBuckets buckets = mapped.index().buckets();
        for (int z = 0; z < problem.zones().size(); z++) {
            Zone zone = problem.zones().get(z);
            if (Double.isInfinite(zone.spaceM3()[0])) {
                continue;
            }
            double[] usedM3 = new double[problem.periods()];
            for (int i = 0; i < problem.skus().size(); i++) {
                Sku sku = problem.skus().get(i);
                if (zone.holds(sku)) {
                    InventoryProjection stock = flows.withProposals(i, zone.warehouse());
                    for (int t = 0; t < usedM3.length; t++) {
                        usedM3[t] += sku.volumeM3() * stock.peakUnits(t);
                    }
                }
            }
            for (int t = 0; t < usedM3.length; t++) {
                uses.add(new LimitUse(
                        zone.isWhole() ? Kind.SPACE : Kind.STORAGE_CLASS,
                        problem.warehouses().get(zone.warehouse()),
                        zone.storageClass(),
                        buckets.start(t),
                        zone.spaceM3()[t],
                        usedM3[t],
                        result.spacePrice()[z][t]));
            }
        }
    }

    private static void addCash(List<LimitUse> uses, Mapped mapped, OptimizationResult result) {
        ReplenishmentProblem problem = mapped.problem();
        if (Double.isInfinite(problem.cash()[0])) {
            return;
        }
        double[] spent = new double[problem.periods()];
        for (OrderLine line : result.orders()) {
            Source source = problem.skus().get(line.sku()).sources().get(line.source());
            int paid =
                    line.period() + problem.suppliers().get(source.supplier()).payOffsetPeriods();
            if (paid < spent.length) {
                spent[paid] += line.quantityUnits() * source.unitPriceAt(line.quantityUnits());
            }
        }
        double available = 0;
        double used = 0;
        for (int t = 0; t < spent.length; t++) {
            available = problem.cashCarriesForward() ? available + problem.cash()[t] : problem.cash()[t];
            used = problem.cashCarriesForward() ? used + spent[t] : spent[t];
            uses.add(new LimitUse(
                    Kind.CASH, "", mapped.index().buckets().start(t), available, used, result.cashPrice()[t]));
        }
    }
}

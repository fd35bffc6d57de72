package org.plenish.engine.plan;

import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.util.List;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.Optimizer;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.ProblemBuilder;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.policy.ObsolescenceStatus;

/** The tea of {@link TeaFixture} planned by hand: 24 ordered and 20 moved to the north today. */
public final class TeaPlan {

    private TeaPlan() {}

    static Mapped mapped() {
        return new ProblemBuilder(TeaFixture.dataset(), WEEKS).build(TeaFixture.stocks());
    }

    static OptimizationResult result() {
        return new OptimizationResult(
                List.of(new OrderLine(0, 0, 0, 0, 24)),
                List.of(new TransferLine(0, 0, 0, 20)),
                List.of(),
                new CostBreakdown(0, 1, 5, 2.5, 0, 0, 0.75, 1.04, 0, 0, 1.5),
                10,
                12,
                new double[][] {{0, 3.2, 0, 0}, {0, 0, 0, 0}},
                new double[] {0.04, 0, 0, 0},
                List.of(),
                7,
                false);
    }

    public static SkuLocationPlan location(SkuLocation location, int safetyStockUnits, ObsolescenceStatus status) {
        PlannedFlows flows = new PlannedFlows(mapped(), result());
        int warehouse = location.equals(NORTH) ? 0 : 1;
        InventoryProjection without = flows.withoutProposals(0, warehouse);
        return new SkuLocationPlan(
                TeaFixture.history(location),
                TeaFixture.forecast(location, 10, 10, 10, 10),
                TeaFixture.profile(location, location.equals(NORTH) ? 16 : 60),
                TeaFixture.choice(location, status, false),
                TeaFixture.calculation(location, safetyStockUnits),
                without,
                flows.withProposals(0, warehouse));
    }

    public static List<SkuLocationPlan> locations() {
        return List.of(location(NORTH, 5, ObsolescenceStatus.HEALTHY), location(SOUTH, 0, ObsolescenceStatus.EXCESS));
    }

    /** A run whose policies and optimizer are fixed, so that only the run itself is looked at. */
    public static ReplenishmentPlan plan() {
        return plan(TeaFixture.dataset());
    }

    static ReplenishmentPlan plan(Dataset dataset) {
        Optimizer optimizer = (problem, settings, progress) -> result();
        return new PlanningRun(
                        MethodRules.AUTOMATIC,
                        profiles -> profiles.stream()
                                .map(profile -> TeaFixture.choice(
                                        profile.location(),
                                        profile.location().equals(NORTH)
                                                ? ObsolescenceStatus.HEALTHY
                                                : ObsolescenceStatus.EXCESS,
                                        false))
                                .toList(),
                        new PlainExceptionRules(),
                        optimizer)
                .run(dataset, new RunSettings(OptimizerSettings.ofMoves(7, 1, 1), 1), RunListener.SILENT);
    }

    /** The plan of so many locations and orders, its key figures added up from them. */
    public static ReplenishmentPlan of(
            List<SkuLocationPlan> locations, List<PurchaseOrder> orders, List<TransferOrder> transfers) {
        ReplenishmentPlan plan = plan();
        return new ReplenishmentPlan(
                plan.dataset(),
                plan.buckets(),
                plan.seed(),
                locations,
                orders,
                transfers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                KpiCalculator.of(plan.buckets(), locations, orders, List.of()),
                plan.cost(),
                plan.lowerBound(),
                List.of(),
                plan.scoreCalculations(),
                false,
                plan.secondsByStage());
    }
}

package org.plenish.web.uncertainty;

import java.util.List;
import java.util.Map;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.plan.PlanSimulation;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.StockServiceCurve;
import org.plenish.engine.plan.StockServiceCurves;
import org.plenish.engine.simulate.sample.PlanUncertainty;
import org.plenish.engine.simulate.sample.SimulationSettings;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.UncertaintyProperties;

/**
 * What may happen to a plan.
 *
 * @param asPlanned every order of the plan is placed, come what may
 * @param byPolicy after the first bucket the policies go on
 * @param curves how much stock which service takes
 */
record Uncertainty(PlanUncertainty asPlanned, PlanUncertainty byPolicy, Map<CurveKey, StockServiceCurve> curves) {

    /** Works it out, which takes seconds for thousands of SKU-locations. */
    static Uncertainty of(PlannedDataset planned, UncertaintyProperties how) {
        Dataset dataset = planned.dataset();
        ReplenishmentPlan plan = planned.plan();
        SimulationSettings asPlanned = how.settings(Conduct.AS_PLANNED);
        return new Uncertainty(
                PlanSimulation.of(dataset, plan, asPlanned),
                PlanSimulation.of(dataset, plan, how.settings(Conduct.BY_POLICY)),
                StockServiceCurves.byGroup(
                        dataset, plan, location -> keys(location.profile().item()), asPlanned.threads()));
    }

    private static List<CurveKey> keys(Item item) {
        CurveKey own = CurveKey.item(item.id().value());
        return item.category().isBlank()
                ? List.of(CurveKey.ALL, own)
                : List.of(CurveKey.ALL, CurveKey.category(item.category()), own);
    }
}

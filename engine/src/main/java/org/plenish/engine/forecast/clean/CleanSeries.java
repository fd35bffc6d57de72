package org.plenish.engine.forecast.clean;

import java.util.List;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;

/**
 * What one SKU-location is forecast from.
 *
 * @param history its own sales and what was corrected in them
 * @param demandUnits its corrected demand, after that of its predecessors; oldest first, up to the plan's date; NaN is
 *     not known
 * @param predecessors articles whose demand was put before its own; empty if none
 * @param notices sentences for a planner about what was noticed in the history, but left in it
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one step to the next; a method may not write to it
public record CleanSeries(
        CorrectedHistory history, double[] demandUnits, List<ItemId> predecessors, List<String> notices) {

    public SkuLocation location() {
        return history.location();
    }
}

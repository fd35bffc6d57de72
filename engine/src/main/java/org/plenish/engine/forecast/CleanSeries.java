package org.plenish.engine.forecast;

import java.util.List;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;

/**
 * What one SKU-location is forecast from.
 *
 * @param demandUnits by bucket up to the plan's date, without promotions; NaN is not known
 * @param predecessors articles whose demand was put before its own; empty if none
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one step to the next inside the package
record CleanSeries(SkuLocation location, double[] demandUnits, List<ItemId> predecessors) {}

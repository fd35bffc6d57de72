package org.plenish.engine.optimize;

import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.ReplenishmentPolicy;

/** What is known of one SKU-location before quantities are decided. */
public record PlannedStock(SkuLocation location, Forecast forecast, PolicyChoice choice, ReplenishmentPolicy policy) {}

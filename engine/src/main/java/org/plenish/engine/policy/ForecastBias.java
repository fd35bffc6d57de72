package org.plenish.engine.policy;

/** To which side a forecast errs. */
public enum ForecastBias {
    TOO_HIGH,
    TOO_LOW
}

package org.plenish.engine.forecast.intermittent;

/** One way to read a distribution of coming demand from past demand. Without state: it is fitted anew to each history. */
public interface DemandModel {

    /** Short and stable, such as {@code empirical}. */
    String id();

    /**
     * @param demandUnits oldest first, of any length; NaN is not known and is skipped, never taken as zero; below zero
     *     counts as zero; not changed. Nothing known, or nothing sold: zero is certain
     */
    DemandDistribution fit(double[] demandUnits);
}

package org.plenish.engine.inventory;

/**
 * Demand over the protection interval: from one chance to order until what is ordered at the next one has come, which is
 * lead time plus review period.
 *
 * @param days length of the interval
 * @param meanUnits expected demand over it
 * @param sdUnits σ, standard deviation of its forecast error, spread of the lead time included
 */
public record LeadTimeDemand(double days, double meanUnits, double sdUnits) {

    /** @throws IllegalArgumentException if a value is negative or not finite */
    public LeadTimeDemand {
        requireFinite(days, "protection interval (days)");
        requireFinite(meanUnits, "mean demand over the protection interval (units)");
        requireFinite(sdUnits, "standard deviation over the protection interval (units)");
    }

    /**
     * Adds the lead time's own spread: {@code σ² = σ_D² + d²·σ_L²}, d the mean demand a day. Source: Silver, Pyke &
     * Thomas (2017), §6.10 (variable lead times); Snyder & Shen (2019), §4.3. Example: 100 a day over 4 days with
     * σ_D = 30·√4 = 60 and σ_L = 1 day gives σ = √(3,600 + 10,000) = 116.6.
     *
     * @param demandSdUnits σ_D, of demand's forecast error over an interval of fixed length
     * @param leadTimeSdDays σ_L
     */
    public static LeadTimeDemand withLeadTimeSpread(
            double days, double meanUnits, double demandSdUnits, double leadTimeSdDays) {
        double unitsPerDay = days > 0 ? meanUnits / days : 0;
        return new LeadTimeDemand(days, meanUnits, Math.hypot(demandSdUnits, unitsPerDay * leadTimeSdDays));
    }

    public double unitsPerDay() {
        return days > 0 ? meanUnits / days : 0;
    }

    private static void requireFinite(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " must be a number of 0 or more.");
        }
    }
}

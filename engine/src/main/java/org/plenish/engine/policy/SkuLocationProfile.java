package org.plenish.engine.policy;

import org.plenish.engine.model.Item;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Warehouse;

/**
 * All that a rule may know of one SKU-location. A rule reads {@code demand.averageDemandIntervalBuckets} and the
 * like; it never changes anything.
 */
public record SkuLocationProfile(
        SkuLocation location,
        Item item,
        Warehouse warehouse,
        DemandProfile demand,
        StockProfile stock,
        SupplyProfile supply,
        OverrideProfile override) {

    /** Stands for "never" and "for ever" in figures in days. */
    public static final int NEVER_DAYS = 100_000;

    /**
     * How it sells. A year is the 365 days before the plan's date, of which only buckets with known demand count;
     * where they are fewer, what sold is scaled up to a year (at most fourfold).
     *
     * @param annualUnits expected from history
     * @param annualValue {@code annualUnits} at unit cost (currency units)
     * @param cumulativeValueShare share of the whole dataset's annual value held by the SKU-locations that are worth
     *     more than this one: 0 for the most valuable; 1 where it has no demand
     * @param averageDemandIntervalBuckets ADI: buckets per bucket with demand; infinite without demand in the year
     * @param squaredCoefficientOfVariation CV² of the sizes of non-zero demands; 0 where fewer than two
     * @param daysSinceLastSale the last one before the plan's date; {@link #NEVER_DAYS} if there is none
     * @param daysOnSale since introduction or first sale
     * @param forecastUnitsPerDay over the horizon
     * @param forecastError mean absolute scaled error; NaN if not known
     * @param trackingSignal NaN if not known
     */
    public record DemandProfile(
            double annualUnits,
            double annualValue,
            double cumulativeValueShare,
            double averageDemandIntervalBuckets,
            double squaredCoefficientOfVariation,
            int daysSinceLastSale,
            int daysOnSale,
            double forecastUnitsPerDay,
            double forecastError,
            double trackingSignal) {}

    /**
     * What there is of it.
     *
     * @param onHandUnits 0 or more: a record below zero counts as zero
     * @param netUnits on hand less allocated and owed
     * @param coverDays days that {@code onHandUnits} last at the forecast's rate; 100,000 at most
     * @param onHandValue at unit cost (currency units)
     * @param expiringUnits that will expire before they are expected to sell
     * @param networkCoverDays as {@code coverDays}, over all warehouses together
     */
    public record StockProfile(
            int onHandUnits,
            int netUnits,
            int onOrderUnits,
            double coverDays,
            double onHandValue,
            int expiringUnits,
            double networkCoverDays) {}

    /**
     * How it is bought, by its preferred supply option.
     *
     * @param canBeBought false if no supply option delivers here; the rest on buying is then 0
     * @param supplierOrderDaysPerWeek weekdays on which the supplier takes orders, 1 to 7
     * @param minOrderQuantityCoverDays days that one minimum order lasts at the forecast's rate; 100,000 at most
     * @param canBeTransferredIn a lane leads to its warehouse
     * @param canBeTransferredOut a lane leads away from its warehouse
     */
    public record SupplyProfile(
            boolean canBeBought,
            int leadTimeDays,
            int supplierOrderDaysPerWeek,
            int minOrderQuantityUnits,
            double minOrderQuantityCoverDays,
            boolean canBeTransferredIn,
            boolean canBeTransferredOut) {}

    /**
     * What a person decided.
     *
     * @param serviceLevel 0 if not overridden
     */
    public record OverrideProfile(boolean stopBuy, double serviceLevel, String reason) {

        public static final OverrideProfile NONE = new OverrideProfile(false, 0, "");
    }
}

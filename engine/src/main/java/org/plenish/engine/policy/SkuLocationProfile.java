package org.plenish.engine.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
        SuccessorProfile successor,
        OverrideProfile override,
        PlanProfile plan) {

    /** Stands for "never" and "for ever" in figures in days. */
    public static final int NEVER_DAYS = 100_000;

    /**
     * How it sells. A year is the 365 days before the plan's date, of which only buckets with known demand count;
     * where they are fewer, what sold is scaled up to a year (at most fourfold).
     *
     * @param annualUnits expected from history (units a year, 0 or more)
     * @param annualValue {@code annualUnits} at unit cost (currency units, 0 or more)
     * @param cumulativeValueShare share of the whole dataset's annual value held by the SKU-locations that are worth
     *     more than this one: 0 for the most valuable; 1 where it has no demand
     * @param annualMargin {@code annualUnits} at unit price less unit cost (currency units; negative where it sells
     *     below cost); 0 where no price is given
     * @param cumulativeMarginShare share of the whole dataset's positive annual margins held by the SKU-locations that
     *     earn more than this one: 0 for the one that earns most; 1 where it earns nothing
     * @param averageDemandIntervalBuckets ADI: buckets per bucket with demand (1 or more); infinite without demand in
     *     the year
     * @param squaredCoefficientOfVariation CV² of the sizes of non-zero demands (0 or more); 0 where fewer than two
     * @param coefficientOfVariation standard deviation by mean of the year's demand per bucket, zeros included (0 or
     *     more); NaN without demand, or where fewer than two buckets are known
     * @param shareOfZeros share of the year's buckets in which nothing was demanded, 0 to 1; NaN where none is known
     * @param daysSinceLastSale the last one before the plan's date (0 or more); {@link #NEVER_DAYS} if there is none
     * @param daysOnSale since introduction or first sale (0 or more)
     * @param forecastUnitsPerDay over the horizon (0 or more)
     * @param seasonalPeakRatio largest forecast mean of a bucket by the mean of all over the horizon (1 or more); 1
     *     without season; NaN if nothing is forecast
     * @param daysUntilPeak from the plan's date to the start of the first bucket with that mean (0 or more); 0 if it is
     *     now, or if nothing is forecast
     * @param forecastError mean absolute scaled error (0 or more); NaN if not known
     * @param trackingSignal NaN if not known
     */
    public record DemandProfile(
            double annualUnits,
            double annualValue,
            double cumulativeValueShare,
            double annualMargin,
            double cumulativeMarginShare,
            double averageDemandIntervalBuckets,
            double squaredCoefficientOfVariation,
            double coefficientOfVariation,
            double shareOfZeros,
            int daysSinceLastSale,
            int daysOnSale,
            double forecastUnitsPerDay,
            double seasonalPeakRatio,
            int daysUntilPeak,
            double forecastError,
            double trackingSignal) {}

    /**
     * What there is of it.
     *
     * @param onHandUnits 0 or more: a record below zero counts as zero
     * @param netUnits on hand less expired, allocated and owed; negative: backlog
     * @param owedUnits backordered by customers (0 or more)
     * @param onOrderUnits open purchase orders and transfers to here (0 or more)
     * @param coverDays days that {@code onHandUnits} last at the forecast's rate; 100,000 at most
     * @param onHandValue at unit cost (currency units, 0 or more)
     * @param expiringUnits that will expire before they are expected to sell, on the plan's date or later (0 or more)
     * @param expiredUnits of lots that expired before the plan's date (0 or more)
     * @param networkCoverDays as {@code coverDays}, over all warehouses together
     */
    public record StockProfile(
            int onHandUnits,
            int netUnits,
            int owedUnits,
            int onOrderUnits,
            double coverDays,
            double onHandValue,
            int expiringUnits,
            int expiredUnits,
            double networkCoverDays) {}

    /**
     * How it is bought, by its preferred supply option.
     *
     * @param canBeBought false if no supply option delivers here on the plan's date; the rest on buying is then 0
     * @param leadTimeDays order to goods available (0 or more)
     * @param leadTimeSdDays standard deviation of it (0 or more)
     * @param supplierOrderDaysPerWeek weekdays on which the supplier takes orders, 1 to 7
     * @param minOrderQuantityUnits the least that can be ordered (1 or more)
     * @param minOrderQuantityCoverDays days that one minimum order lasts at the forecast's rate; 100,000 at most
     * @param supplierMinOrderValue least value of one purchase order (currency units); 0 if there is none
     * @param jointOrderCycleDays days between orders at which all that its supplier delivers to its warehouse, ordered
     *     together, costs least to order and to hold; 0 where an order costs nothing; 100,000 at most
     * @param daysUntilLastOrder from the plan's date to the last day on which any supply option that delivers here
     *     takes an order (0 or more); {@link #NEVER_DAYS} if one has no end
     * @param canBeTransferredIn a lane leads to its warehouse
     * @param canBeTransferredOut a lane leads away from its warehouse
     */
    public record SupplyProfile(
            boolean canBeBought,
            int leadTimeDays,
            double leadTimeSdDays,
            int supplierOrderDaysPerWeek,
            int minOrderQuantityUnits,
            double minOrderQuantityCoverDays,
            double supplierMinOrderValue,
            double jointOrderCycleDays,
            int daysUntilLastOrder,
            boolean canBeTransferredIn,
            boolean canBeTransferredOut) {}

    /**
     * The article that {@code item.replacedBy} names, at the same warehouse.
     *
     * @param exists one is named
     * @param canBeBought a supply option delivers it here on the plan's date
     * @param onHandUnits 0 or more: a record below zero counts as zero
     * @param onOrderUnits open purchase orders and transfers to here (0 or more)
     */
    public record SuccessorProfile(boolean exists, boolean canBeBought, int onHandUnits, int onOrderUnits) {

        public static final SuccessorProfile NONE = new SuccessorProfile(false, false, 0, 0);
    }

    /**
     * What a person decided, as far as it is in force on the plan's date.
     *
     * @param serviceLevel 0 if not overridden; else 0.5 to below 1
     * @param reason blank if none is given
     * @param expiresOn last day on which it holds, null if it has no end
     */
    public record OverrideProfile(
            boolean stopBuy,
            double serviceLevel,
            String reason,
            @Nullable LocalDate expiresOn) {

        public static final OverrideProfile NONE = new OverrideProfile(false, 0, "", null);
    }

    /**
     * The plan itself.
     *
     * @param date its date
     * @param month of the date, 1 to 12
     */
    public record PlanProfile(LocalDate date, int month) {

        public static PlanProfile of(LocalDate date) {
            return new PlanProfile(date, date.getMonthValue());
        }
    }
}

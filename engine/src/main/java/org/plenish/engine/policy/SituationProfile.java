package org.plenish.engine.policy;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.policy.SkuLocationProfile.DemandProfile;
import org.plenish.engine.policy.SkuLocationProfile.StockProfile;
import org.plenish.engine.policy.SkuLocationProfile.SupplyProfile;

/**
 * All that an exception rule may know of one situation that a plan was found in. Whether it matters, and what is to be
 * done, is the rules' business. What is null is not known or does not apply: it is accepted by empty conditions only.
 *
 * @param kind what happens
 * @param extent when, and how much of it
 * @param remedies what could help
 * @param limit of which limit it is a matter; null if of none
 * @param item null if it is a matter of no single article
 * @param warehouse null if it is a matter of all warehouses
 * @param demand how the article sells there; null, like all that follows, if it is a matter of no single SKU-location
 * @param stock what there is of it
 * @param supply how it is bought: {@code canBeBought}, {@code leadTimeDays}, {@code canBeTransferredIn} and others
 * @param abcClass as the rule book concluded
 * @param demandClass as the rule book concluded
 * @param obsolescenceStatus as the rule book concluded
 * @param lifecycleAction as the rule book concluded
 * @param stopBuy as the rule book concluded
 */
public record SituationProfile(
        SituationKind kind,
        Extent extent,
        Remedies remedies,
        @Nullable LimitProfile limit,
        @Nullable Item item,
        @Nullable Warehouse warehouse,
        @Nullable DemandProfile demand,
        @Nullable StockProfile stock,
        @Nullable SupplyProfile supply,
        @Nullable AbcClass abcClass,
        @Nullable DemandClass demandClass,
        @Nullable ObsolescenceStatus obsolescenceStatus,
        @Nullable LifecycleAction lifecycleAction,
        @Nullable Boolean stopBuy) {

    /** Of one SKU-location. */
    public static SituationProfile of(
            SituationKind kind, Extent extent, Remedies remedies, SkuLocationProfile profile, PolicyChoice choice) {
        return new SituationProfile(
                kind,
                extent,
                remedies,
                null,
                profile.item(),
                profile.warehouse(),
                profile.demand(),
                profile.stock(),
                profile.supply(),
                choice.abcClass(),
                choice.demandClass(),
                choice.obsolescenceStatus(),
                choice.lifecycleAction(),
                choice.stopBuy());
    }

    /** Of no single SKU-location. */
    public static SituationProfile of(
            SituationKind kind,
            Extent extent,
            @Nullable LimitProfile limit,
            @Nullable Item item,
            @Nullable Warehouse warehouse) {
        return new SituationProfile(
                kind, extent, Remedies.NONE, limit, item, warehouse, null, null, null, null, null, null, null, null);
    }

    /**
     * How much of it, and when.
     *
     * @param daysUntil from the plan's date to when it happens (days); 0 in the plan's first bucket; below 0: it has
     *     happened
     * @param daysLate since it was due or happened (days), 0 or more
     * @param lastsDays for how long, as far as the plan sees (days): of a shortage, until stock is there again; 0 where it
     *     is no span
     * @param quantityUnits concerned, 0 or more; of a shortage, the most that is short at a time
     * @param value at stake (currency units), 0 or more: sales value of what is short, cost of what lies too long, what is
     *     missing to a minimum, what is over a budget
     * @param shareOfStock {@code quantityUnits} by what is on hand, 0 or more; NaN where nothing is, and of no SKU-location
     * @param shareOfAnnualDemand {@code quantityUnits} by the demand of a year, 0 or more; NaN where there is none
     * @param forecastBias to which side the forecast errs; null where the situation is of another kind
     */
    public record Extent(
            int daysUntil,
            int daysLate,
            int lastsDays,
            int quantityUnits,
            double value,
            double shareOfStock,
            double shareOfAnnualDemand,
            @Nullable ForecastBias forecastBias) {}

    /**
     * What could help against a shortage; {@link #NONE} in situations of other kinds.
     *
     * @param daysToSpare days until it happens, less the lead time (days): below 0, what is ordered today comes too late;
     *     null where it cannot be bought
     * @param hasLaterReceipt a purchase order is open that is due after it happens
     * @param spareUnitsElsewhere what a warehouse with a lane to here holds above its safety stock all through the
     *     horizon (units), the most of any one; 0 if none does
     * @param spareShare {@code spareUnitsElsewhere} by the units that are short, 0 or more: from 1 on it would mend all
     * @param hasSubstitute another article replaces it
     */
    public record Remedies(
            @Nullable Integer daysToSpare,
            boolean hasLaterReceipt,
            int spareUnitsElsewhere,
            double spareShare,
            boolean hasSubstitute) {

        public static final Remedies NONE = new Remedies(null, false, 0, 0, false);
    }

    /**
     * A limit that is not kept.
     *
     * @param overShare by how much, as a share of the limit: 0.1 is a tenth over it, or a tenth below a minimum; infinite
     *     where the limit is 0, NaN where it is not known
     * @param ofStorageClass the space set aside for one storage class
     */
    public record LimitProfile(double overShare, boolean ofStorageClass) {}
}

package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.ReplenishmentPolicy.DoNotStock;
import org.plenish.engine.simulate.BucketOutcome;
import org.plenish.engine.simulate.LedgerTotals;
import org.plenish.engine.simulate.ServiceTally;
import org.plenish.engine.simulate.ShortageMode;
import org.plenish.engine.simulate.StockLedger;

/** One SKU-location under one contender, day by day: what is due comes, its position is looked at, customers buy or go elsewhere. */
final class LocationReplay {

    private final SkuLocation location;
    private final SupplierId supplier;
    private final TimeBuckets replayed;
    private final int firstDay;
    private final int[] demandByDay;
    private final StockLedger ledger;
    private final ServiceTally tally = new ServiceTally();
    private final StockFlows flows;
    private final List<PlacedOrder> orders = new ArrayList<>();

    /**
     * @param terms those of the opening
     * @param demandByDay from the replay's first day
     */
    LocationReplay(SkuLocation location, TimeBuckets replayed, Opening opening, SupplyTerms terms, int[] demandByDay) {
        this.location = location;
        this.supplier = terms.supplier().id();
        this.replayed = replayed;
        this.demandByDay = demandByDay;
        firstDay = daysBetween(replayed.start(), opening.startDay());
        ledger = new StockLedger(opening.onHandUnits(), ShortageMode.LOST);
        opening.dueUnits().forEach((day, units) -> ledger.order(units, daysBetween(opening.startDay(), day)));
        flows = new StockFlows(replayed.count());
    }

    private static int daysBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }

    /** By what is ordered in a bucket. */
    record Standing(ReplenishmentPolicy policy, SupplyTerms terms) {}

    /**
     * The days of a bucket, in the order of the buckets, from the one it opens in.
     *
     * @param standing null: nothing is ordered
     */
    void replay(int bucket, @Nullable Standing standing, ReviewCalendar calendar, LeadTimes leadTimes) {
        LocalDate day = replayed.start(bucket);
        for (int i = 0; i < replayed.days(bucket); i++, day = day.plusDays(1)) {
            if (standing != null) {
                order(day, standing, calendar, leadTimes);
            }
            BucketOutcome outcome = ledger.step(demandByDay[firstDay + ledger.nextBucket()]);
            tally.add(outcome);
            flows.add(bucket, outcome);
        }
    }

    private void order(LocalDate day, Standing standing, ReviewCalendar calendar, LeadTimes leadTimes) {
        ReplenishmentPolicy policy = standing.policy();
        SupplyTerms terms = standing.terms();
        boolean due = !(policy instanceof DoNotStock)
                && calendar.isReview(day, policy.reviewDays(), terms.supplier().orderWeekdays());
        if (!due) {
            return;
        }
        int units = OrderRule.units(policy, ledger.positionUnits(), terms.lattice());
        if (units > 0) {
            int days = leadTimes.days(terms, location.warehouse(), day);
            ledger.order(units, ledger.nextBucket() + days);
            orders.add(new PlacedOrder(day, units, terms));
        }
    }

    SkuLocation location() {
        return location;
    }

    /** Of whom it was bought when the replay began. */
    SupplierId supplier() {
        return supplier;
    }

    int onHandUnits() {
        return Math.toIntExact(ledger.onHandUnits());
    }

    int onOrderUnits() {
        return Math.toIntExact(ledger.onOrderUnits());
    }

    StockFlows flows() {
        return flows;
    }

    List<PlacedOrder> orders() {
        return orders;
    }

    LedgerTotals totals() {
        return tally.totals();
    }

    /** A line that was ordered. */
    record PlacedOrder(LocalDate day, int units, SupplyTerms terms) {}
}

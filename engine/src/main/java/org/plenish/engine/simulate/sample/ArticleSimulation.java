package org.plenish.engine.simulate.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Series;
import org.plenish.engine.simulate.sample.ArticleModel.Arrival;
import org.plenish.engine.simulate.sample.ArticleModel.Move;
import org.plenish.engine.simulate.sample.ArticleModel.Reorder;

/**
 * The futures of one article. A bucket goes by as in the optimizer's problem: transfers leave, of what there was; what is
 * due comes; demand takes what is left once those who wait are served; costs are counted at the end. A policy looks at
 * the position before all that. Stock behaves as in {@code StockLedger}; it is kept in plain arrays here because millions
 * of buckets go by in a second.
 */
final class ArticleSimulation {

    /** Where a path's shared number lies: before the first bucket's, so that a longer horizon does not move it. */
    private static final int COMMON_PLACE = -1;

    private final Calendar calendar;
    private final LeadTimes leadTimes;
    private final List<SiteRun> sites = new ArrayList<>();
    private final List<ArrivalRun> arrivals = new ArrayList<>();
    private final List<Move> moves;
    private final PathTotals totals;

    /** @param seed of the demand streams */
    ArticleSimulation(ArticleModel model, Calendar calendar, LeadTimes leadTimes, long seed, PathTotals totals) {
        this.calendar = calendar;
        this.leadTimes = leadTimes;
        this.totals = totals;
        model.sites().forEach(site -> sites.add(new SiteRun(site, seed)));
        model.arrivals().forEach(arrival -> arrivals.add(new ArrivalRun(arrival)));
        moves = model.moves().stream()
                .sorted(Comparator.comparingInt(Move::bucket))
                .toList();
    }

    /** Adds every path to the totals. */
    List<LocationRisk> run() {
        for (int path = 0; path < totals.paths; path++) {
            run(path);
        }
        return sites.stream().map(site -> site.risk(totals.paths)).toList();
    }

    private void run(int path) {
        for (SiteRun site : sites) {
            site.start(path);
        }
        for (ArrivalRun arrival : arrivals) {
            arrival.place(path);
        }
        int nextMove = 0;
        for (int t = 0; t < calendar.buckets(); t++) {
            for (SiteRun site : sites) {
                site.review(t, path);
            }
            while (nextMove < moves.size() && moves.get(nextMove).bucket() == t) {
                Move move = moves.get(nextMove++);
                ship(sites.get(move.from()), sites.get(move.to()), move.units(), move.arrivalBucket());
            }
            for (SiteRun site : sites) {
                site.step(t, path);
            }
        }
        for (SiteRun site : sites) {
            site.end(path);
        }
    }

    /** As much as the sender has. */
    private static void ship(SiteRun from, SiteRun to, int wantedUnits, int arrivalBucket) {
        int units = (int) Math.max(0, Math.min(wantedUnits, from.netUnits));
        from.netUnits -= units;
        to.expect(units, arrivalBucket);
    }

    private void commit(int path, int bucket, double value, double orderCost) {
        totals.cashCommitted[bucket * totals.paths + path] += value;
        totals.orderingCost[path] += orderCost;
    }

    private final class ArrivalRun {

        private final Arrival arrival;
        private final SiteRun site;
        private final LeadTimeDays leadTime;

        ArrivalRun(Arrival arrival) {
            this.arrival = arrival;
            site = sites.get(arrival.site());
            leadTime = leadTimes.of(arrival.meanLeadTimeDays(), arrival.leadTimeSdDays());
        }

        void place(int path) {
            double uniform = RandomStream.uniformAt(
                    RandomStream.pathKey(arrival.shipment().key(), path), arrival.shipmentPlace());
            int day = arrival.orderDay() + leadTime.days(uniform, -arrival.orderDay());
            site.expect(arrival.units(), calendar.bucketOf(day));
            if (arrival.orderBucket() >= 0) {
                commit(path, arrival.orderBucket(), arrival.value(), arrival.orderCost());
            }
        }
    }

    /** One SKU-location: what it draws from, its stock on the current path, and what was counted on all. */
    private final class SiteRun {

        private final ArticleModel.Site site;
        private final long demandKey;
        private final CountQuantiles[] demand;
        private final double commonWeight;
        private final double ownWeight;
        private final @Nullable Reorder reorder;
        private final LeadTimeDays reorderLeadTime;
        private final long[] dueUnits;
        private final int[] stockouts;

        private long pathKey;
        private double common;
        private long netUnits;
        private long onOrderUnits;
        private long owedUnits;
        private long heldUnits;
        private long askedUnits;
        private long missingUnits;
        private int bucketsAsked;
        private int bucketsServed;
        private boolean anyStockout;

        private int pathsWithStockout;
        private long askedOnAllPaths;
        private long missingOnAllPaths;
        private long heldOnAllPaths;

        SiteRun(ArticleModel.Site site, long seed) {
            this.site = site;
            demandKey = RandomStream.of(
                            seed,
                            "demand",
                            site.location().item().value(),
                            site.location().warehouse().value())
                    .key();
            demand = DemandTables.of(site.meanUnits(), site.sdUnits());
            double correlation = DemandTables.normalCorrelation(site);
            commonWeight = Math.sqrt(correlation);
            ownWeight = Math.sqrt(1 - correlation);
            reorder = site.reorder();
            reorderLeadTime = reorder == null
                    ? leadTimes.of(0, 0)
                    : leadTimes.of(reorder.leadTimeDays(), reorder.leadTimeSdDays());
            dueUnits = new long[calendar.buckets()];
            stockouts = new int[calendar.buckets()];
        }

        void start(int path) {
            Arrays.fill(dueUnits, 0);
            netUnits = site.initialUnits();
            onOrderUnits = 0;
            owedUnits = 0;
            heldUnits = 0;
            askedUnits = 0;
            missingUnits = 0;
            bucketsAsked = 0;
            bucketsServed = 0;
            anyStockout = false;
            pathKey = RandomStream.pathKey(demandKey, path);
            common = commonWeight == 0 ? 0 : commonWeight * RandomStream.normalAt(pathKey, COMMON_PLACE);
        }

        void expect(int units, int bucket) {
            onOrderUnits += units;
            if (bucket < dueUnits.length) {
                dueUnits[bucket] += units;
            }
        }

        /** The first bucket's orders are the plan's own. */
        void review(int t, int path) {
            if (reorder == null || t == 0 || t % reorder.reviewBuckets() != 0) {
                return;
            }
            int units = reorder.quantities().roundUp((double) reorder.rule().units(netUnits + onOrderUnits));
            if (units == 0) {
                return;
            }
            int orderDay = calendar.firstDay(t);
            double uniform = RandomStream.uniformAt(
                    RandomStream.pathKey(reorder.shipment().key(), path), calendar.epochDay(t));
            int arrivalBucket = calendar.bucketOf(orderDay + reorderLeadTime.days(uniform, 0));
            if (reorder.fromSite() >= 0) {
                ship(sites.get(reorder.fromSite()), this, units, arrivalBucket);
            } else {
                expect(units, arrivalBucket);
                commit(path, t, units * reorder.unitPrice(), reorder.orderCost());
            }
        }

        void step(int t, int path) {
            long due = dueUnits[t];
            onOrderUnits -= due;
            long available = netUnits + due;
            double z = common + ownWeight * RandomStream.normalAt(pathKey, t);
            int asked = Math.max(demand[t].units(z), site.firmUnits()[t]);
            netUnits = available - asked;
            long closing = Math.max(0, netUnits);
            long owed = closing - netUnits;
            if (asked > 0) {
                long missing = Math.min(asked, owed);
                bucketsAsked++;
                bucketsServed += missing == 0 ? 1 : 0;
                askedUnits += asked;
                missingUnits += missing;
            }
            if (owed > 0) {
                stockouts[t]++;
                anyStockout = true;
                owedUnits += owed;
            }
            heldUnits += closing;
            totals.stockValue[t * totals.paths + path] += closing * site.unitValue();
        }

        void end(int path) {
            totals.bucketsWithDemand[path] += bucketsAsked;
            totals.bucketsServed[path] += bucketsServed;
            totals.demandUnits[path] += askedUnits;
            totals.shortUnits[path] += missingUnits;
            totals.holdingCost[path] += heldUnits * site.holdingCost();
            totals.shortageCost[path] += owedUnits * site.shortageCost() + Math.max(0, -netUnits) * site.lostSaleCost();
            totals.obsolescenceCost[path] += Math.max(0, netUnits) * site.obsolescenceCost();
            askedOnAllPaths += askedUnits;
            missingOnAllPaths += missingUnits;
            heldOnAllPaths += heldUnits;
            pathsWithStockout += anyStockout ? 1 : 0;
        }

        LocationRisk risk(int paths) {
            double[] probability = new double[stockouts.length];
            for (int t = 0; t < probability.length; t++) {
                probability[t] = (double) stockouts[t] / paths;
            }
            return new LocationRisk(
                    site.location(),
                    Series.of(probability),
                    (double) pathsWithStockout / paths,
                    (double) askedOnAllPaths / paths,
                    (double) missingOnAllPaths / paths,
                    (double) heldOnAllPaths / paths / stockouts.length,
                    paths);
        }
    }
}

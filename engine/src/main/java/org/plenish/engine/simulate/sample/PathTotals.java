package org.plenish.engine.simulate.sample;

/** What each path came to, over the articles added so far. Plain arrays: the inner loop writes here. */
final class PathTotals {

    final int paths;
    final int buckets;

    final double[] bucketsWithDemand;
    final double[] bucketsServed;
    final double[] demandUnits;
    final double[] shortUnits;
    final double[] holdingCost;
    final double[] shortageCost;
    final double[] obsolescenceCost;
    final double[] orderingCost;

    /** At {@code bucket * paths + path}. */
    final double[] stockValue;

    /** At {@code bucket * paths + path}. */
    final double[] cashCommitted;

    PathTotals(int paths, int buckets) {
        this.paths = paths;
        this.buckets = buckets;
        bucketsWithDemand = new double[paths];
        bucketsServed = new double[paths];
        demandUnits = new double[paths];
        shortUnits = new double[paths];
        holdingCost = new double[paths];
        shortageCost = new double[paths];
        obsolescenceCost = new double[paths];
        orderingCost = new double[paths];
        stockValue = new double[buckets * paths];
        cashCommitted = new double[buckets * paths];
    }

    void add(PathTotals other) {
        add(bucketsWithDemand, other.bucketsWithDemand);
        add(bucketsServed, other.bucketsServed);
        add(demandUnits, other.demandUnits);
        add(shortUnits, other.shortUnits);
        add(holdingCost, other.holdingCost);
        add(shortageCost, other.shortageCost);
        add(obsolescenceCost, other.obsolescenceCost);
        add(orderingCost, other.orderingCost);
        add(stockValue, other.stockValue);
        add(cashCommitted, other.cashCommitted);
    }

    private static void add(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }
}

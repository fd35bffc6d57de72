package org.plenish.engine.forecast.clean;

import java.util.Locale;
import org.plenish.engine.model.DemandHistory;

/**
 * From recorded sales to demand: returns are netted, sales lost without stock put back.
 *
 * <p>The sales of a bucket in which stock was missing for some days are a sample of its demand, cut short by the stock.
 * With a rate of demand that does not change within the bucket, demand is sales by the share of days in stock; the bucket
 * without stock says nothing. Sources: Nahmias (1994), Demand estimation in lost sales inventory systems, Naval Research
 * Logistics 41(6), 739-757; Agrawal &amp; Smith (1996), Estimating negative binomial demand for retail inventory management
 * with unobservable lost sales, Naval Research Logistics 43(6), 839-861.
 */
final class RecordedSales {

    private RecordedSales() {}

    /**
     * Moves what is negative back to earlier sales, the latest first, as those are what came back; what is then left was
     * sold before the history and is dropped.
     */
    static double[] netOfReturns(double[] soldUnits) {
        double[] demand = soldUnits.clone();
        int firstWithSales = 0; // everything before it is used up
        for (int i = 0; i < demand.length; i++) {
            for (int earlier = i - 1; demand[i] < 0 && earlier >= firstWithSales; earlier--) {
                double taken = Math.min(demand[earlier], -demand[i]);
                demand[earlier] -= taken;
                demand[i] += taken;
            }
            if (demand[i] < 0) {
                demand[i] = 0;
                firstWithSales = i;
            }
        }
        return demand;
    }

    /** Makes both corrections of {@code history}, by what its demand says; the parts that {@code corrects} turns off stay out. */
    static void correct(HistoryInWork work, CorrectionSwitch corrects) {
        DemandHistory history = work.history();
        double[] sold = work.units().clone();
        double[] net = netOfReturns(sold);
        if (corrects.corrects(history.location(), CorrectionKind.RETURN)) {
            for (int i = 0; i < net.length; i++) {
                if (net[i] != sold[i]) {
                    work.correct(
                            i,
                            CorrectionKind.RETURN,
                            net[i],
                            sold[i] < 0
                                    ? "More came back than was sold: returns count where the goods were sold."
                                    : "Some of what was sold came back later.");
                }
            }
        }
        for (int i = 0; i < net.length; i++) {
            double inStock = history.inStockShare().get(i);
            double demand = history.demandUnits().get(i);
            CorrectionKind kind = inStock < 1 ? CorrectionKind.OUT_OF_STOCK : CorrectionKind.PART_OF_BUCKET;
            if (Double.compare(demand, net[i]) != 0 && corrects.corrects(history.location(), kind)) {
                double before = work.units()[i];
                double after = Double.isNaN(demand) ? demand : net[i] == 0 ? before : before * (demand / net[i]);
                work.correct(i, kind, before == net[i] ? demand : after, reason(kind, inStock, demand));
            }
        }
    }

    private static String reason(CorrectionKind kind, double inStockShare, double demandUnits) {
        if (kind == CorrectionKind.PART_OF_BUCKET) {
            return Double.isNaN(demandUnits)
                    ? "Its history starts late in this bucket: demand is not known."
                    : "Its history starts within this bucket: sales are scaled up to the whole of it.";
        }
        String share = String.format(Locale.ROOT, "In stock on %.0f %% of its days", 100 * inStockShare);
        return Double.isNaN(demandUnits)
                ? share + " and nothing sold: demand is not known."
                : share + ": lost sales are put back.";
    }
}

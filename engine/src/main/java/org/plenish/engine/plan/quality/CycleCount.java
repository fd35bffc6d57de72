package org.plenish.engine.plan.quality;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.math.Normal;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.plan.SkuLocationPlan;

/**
 * Ranks stock records by what their inaccuracy would cost, for cycle counting. The error of a record is a random walk:
 * each movement is booked wrongly with probability ε, so after n movements of q units each
 *
 * <pre>σ = q · √(ε · n)</pre>
 *
 * A record that is too high hides a shortage, which safety stock SS absorbs in part; one that is too low buys what is
 * there already. With the margin m of a unit, its cost v and the holding cost rate h, a year's expected cost is
 *
 * <pre>cost = m · σ · G(SS/σ) + h · v · σ/√(2π) + v · |contradiction|</pre>
 *
 * where G is the standard normal loss function and the contradiction is what the data itself disagrees by: a record below
 * zero, or one that its own history does not lead to. Source: Iglehart and Morey (1972), Inventory systems with imperfect
 * asset information, Management Science 18(8), for the random walk; Silver, Pyke and Thomas (2017), Inventory and
 * Production Management, §5.7, for G; Piasecki (2003), Inventory Accuracy, for counting by consequence instead of by class.
 */
public final class CycleCount {

    /** Share ε of movements that are booked wrongly; DeHoratius and Raman (2008) found most records of shops wrong. */
    public static final double WRONG_MOVEMENT_SHARE = 0.02;

    /** Of the cost, where no selling price is known. */
    private static final double MARGIN_WITHOUT_PRICE = 0.3;

    private CycleCount() {}

    /**
     * The most worthwhile.
     *
     * @param most how many at most
     * @return most cost first, none that costs nothing
     */
    public static List<CountProposal> of(Dataset dataset, List<SkuLocationPlan> locations, int most) {
        return locations.stream()
                .map(location -> proposal(dataset, location))
                .filter(proposal -> proposal.cost().minorUnits() > 0)
                .sorted(Comparator.comparing(CountProposal::cost, Comparator.reverseOrder())
                        .thenComparing(CountProposal::location))
                .limit(most)
                .toList();
    }

    private static CountProposal proposal(Dataset dataset, SkuLocationPlan plan) {
        StockPosition position = dataset.stock().get(plan.location());
        StockRecord record = new StockRecord(
                dataset.sales().getOrDefault(plan.location(), DailySales.NONE),
                dataset.stockHistory().getOrDefault(plan.location(), DailyStock.NONE),
                dataset.settings().asOf());
        int onHand = position == null ? 0 : position.onHandUnits();
        long contradiction = onHand < 0 ? -(long) onHand : position == null ? 0 : record.contradiction(onHand);
        int movements = record.movements();
        double sd = errorSd(movements, movements == 0 ? 0 : (double) record.unitsMoved() / movements);
        Item item = plan.profile().item();
        return new CountProposal(
                plan.location(),
                onHand,
                movements,
                sd,
                contradiction,
                Money.of(shortageCost(margin(item), sd, plan.policy().safetyStockUnits())),
                Money.of(holdingCost(
                        plan.profile().warehouse().holdingCostRatePerYear(),
                        item.unitCost().toDouble(),
                        sd)),
                item.unitCost().times(contradiction));
    }

    /** {@code σ = q · √(ε · n)}: 100 movements of 2 units, ε = 0.02: 2 · √2 = 2.83 units. */
    static double errorSd(int movements, double unitsAMovement) {
        return unitsAMovement * Math.sqrt(WRONG_MOVEMENT_SHARE * movements);
    }

    /** {@code m · σ · G(SS/σ)}; 0 where the record cannot be wrong. */
    static double shortageCost(double margin, double errorSd, double safetyStockUnits) {
        return errorSd > 0 ? margin * errorSd * Normal.standardLoss(safetyStockUnits / errorSd) : 0;
    }

    /** {@code h · v · σ/√(2π)}: half of the errors are too few, by σ/√(2π) on average over all. */
    static double holdingCost(double rate, double unitCost, double errorSd) {
        return rate * unitCost * errorSd / Math.sqrt(2 * Math.PI);
    }

    private static double margin(Item item) {
        @Nullable UnitPrice price = item.unitPrice();
        double cost = item.unitCost().toDouble();
        return price == null ? MARGIN_WITHOUT_PRICE * cost : Math.max(0, price.toDouble() - cost);
    }
}

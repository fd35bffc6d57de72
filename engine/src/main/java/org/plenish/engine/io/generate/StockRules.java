package org.plenish.engine.io.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;

/**
 * What lies in stock and is on order where only sales are known. Stock is a cover of recent demand, longer where supply
 * takes longer, spread as in a house where several people order; some of it is dead, some lies in the wrong warehouse.
 */
final class StockRules {

    static final double DEAD_SHARE = 0.5;
    static final double UNBALANCED_SHARE = 0.15;
    static final double SLOW_SHARE = 0.03;
    static final double LATE_SHARE = 0.07;

    /** The tight warehouse runs on less: it has outgrown its space. */
    static final double TIGHT_COVER_FACTOR = 0.7;

    private static final double COVER_SIGMA = 0.45;
    private static final int WEEKS_BETWEEN_ORDERS = 4;

    private final long seed;
    private final LocalDate asOf;
    private final double pace;

    /** @param pace sales of the whole house in the last weeks by those of the half-year: buyers follow the season */
    StockRules(long seed, LocalDate asOf, double pace) {
        this.seed = seed;
        this.asOf = asOf;
        this.pace = pace;
    }

    /**
     * @param summary of the article, all warehouses
     * @param leadTimeDays of the preferred supply option
     * @param tight whether the warehouse has outgrown its space
     */
    StockPosition position(SkuLocation location, Item item, SalesSummary summary, int leadTimeDays, boolean tight) {
        KeyedRandom random = KeyedRandom.of(
                seed, "stock", location.item().value(), location.warehouse().value());
        double weeklyUnits = NetworkRules.require(summary.weeklyUnits(), location);
        double units;
        if (weeklyUnits > 0) {
            double coverWeeks = coverWeeks(leadTimeDays) * random.logNormal(1, COVER_SIGMA);
            if (random.chance(SLOW_SHARE)) {
                coverWeeks = random.uniform(30, 80); // bought for a demand that did not come
            }
            coverWeeks *= imbalance(location, summary) * (tight ? TIGHT_COVER_FACTOR : 1);
            units = weeklyUnits * pace * coverWeeks;
        } else {
            int sold = NetworkRules.require(summary.soldUnits(), location);
            units = random.chance(DEAD_SHARE) ? sold * random.uniform(0.1, 0.6) : 0;
        }
        int onHand = (int) StrictMath.round(units);
        int allocated = onHand > 20 && random.chance(0.03) ? random.between(1, onHand / 10) : 0;
        int backordered = onHand == 0 && weeklyUnits > 1 && random.chance(0.3) ? random.between(1, 5) : 0;
        return new StockPosition(location, onHand, allocated, backordered, lots(location, item, onHand, random));
    }

    private static double coverWeeks(int leadTimeDays) {
        return 5.5 + 0.3 * leadTimeDays / 7.0;
    }

    /** Of some articles one warehouse holds far too much and another next to nothing. */
    private double imbalance(SkuLocation location, SalesSummary summary) {
        KeyedRandom random = KeyedRandom.of(seed, "imbalance", location.item().value());
        List<SkuLocation> selling = summary.weeklyUnits().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (selling.size() < 2 || !random.chance(UNBALANCED_SHARE)) {
            return 1;
        }
        int rich = random.between(0, selling.size() - 1);
        int poor = (rich + random.between(1, selling.size() - 1)) % selling.size();
        if (location.equals(selling.get(rich))) {
            return random.uniform(2.0, 3.5);
        }
        return location.equals(selling.get(poor)) ? random.uniform(0, 0.3) : 1;
    }

    /** Two lots of what expires: an older one that is a third of the stock, and a fresh one. */
    private List<Lot> lots(SkuLocation location, Item item, int onHand, KeyedRandom random) {
        Integer shelfLifeDays = item.shelfLifeDays();
        if (shelfLifeDays == null || onHand == 0) {
            return List.of();
        }
        int older = onHand / 3;
        String prefix = "L" + location.warehouse().value().charAt(0);
        int number = random.between(10_000, 99_999);
        LocalDate freshExpiry = asOf.plusDays((int) (shelfLifeDays * random.uniform(0.6, 0.95)));
        LocalDate olderExpiry = asOf.plusDays((int) (shelfLifeDays * random.uniform(0.08, 0.4)));
        List<Lot> lots = new ArrayList<>();
        if (older > 0) {
            lots.add(new Lot(prefix + number, older, olderExpiry));
        }
        lots.add(new Lot(prefix + (number + 1), onHand - older, freshExpiry));
        return lots;
    }

    /**
     * What is under way from the preferred supplier: it is ordered from every {@value #WEEKS_BETWEEN_ORDERS} weeks for
     * each warehouse, and so many orders are open as fit into its lead time. A line is a whole number of order
     * multiples and carries about what the weeks between two orders sell.
     */
    List<OpenPurchaseOrder> openOrders(
            SkuLocation location, SupplyOption option, Supplier supplier, double weeklyUnits) {
        List<OpenPurchaseOrder> orders = new ArrayList<>();
        int intervalDays = 7 * WEEKS_BETWEEN_ORDERS;
        for (int slot = 0; slot * intervalDays < option.leadTimeDays(); slot++) {
            OpenPurchaseOrder order = openOrder(location, option, supplier, weeklyUnits, slot);
            if (order != null) {
                orders.add(order);
            }
        }
        return orders;
    }

    private @Nullable OpenPurchaseOrder openOrder(
            SkuLocation location, SupplyOption option, Supplier supplier, double weeklyUnits, int slot) {
        String warehouse = location.warehouse().value();
        String slotName = Integer.toString(slot);
        KeyedRandom header = KeyedRandom.of(seed, "open order", supplier.name(), warehouse, slotName);
        int intervalDays = Math.min(7 * WEEKS_BETWEEN_ORDERS, option.leadTimeDays());
        int dueInDays = slot * intervalDays + header.between(1, Math.max(1, intervalDays - 1));
        LocalDate due = slot == 0 && header.chance(LATE_SHARE * 2)
                ? asOf.minusDays(header.between(1, 9)) // promised for then, and still not here
                : asOf.plusDays(dueInDays);
        LocalDate orderDate = due.minusDays(option.leadTimeDays());
        if (!orderDate.isBefore(asOf)) {
            return null;
        }
        KeyedRandom random = KeyedRandom.of(seed, "open line", location.item().value(), warehouse, slotName);
        double wantedUnits = weeklyUnits * pace * WEEKS_BETWEEN_ORDERS * random.uniform(0.8, 1.2) * intervalDays / 28.0;
        int multiple = option.orderMultipleUnits();
        int cartons = (int) StrictMath.ceil(wantedUnits / multiple);
        int units = Math.max(option.minOrderQuantityUnits(), cartons * multiple);
        if (!random.chance(wantedUnits / units)) {
            return null; // the least order lasts longer than the interval: it is not in every order
        }
        String number =
                String.format(Locale.ROOT, "%s-%s-%d", supplier.id(), warehouse, orderDate.toEpochDay() % 100_000);
        return new OpenPurchaseOrder(number, supplier.id(), location, units, due, orderDate, option.unitCostAt(units));
    }
}

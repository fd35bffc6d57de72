package org.plenish.engine.plan.quality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * Looks for what cannot be right in a dataset, or hardly can, with what each would cost a plan that believes it. The
 * bounds are wide on purpose: what is listed should be worth a look.
 */
public final class DataQuality {

    private static final double YEARS_OF_ABSURD_COVER = 5;
    private static final int DAYS_UNTIL_STALE = 180;
    private static final int DAYS_UNTIL_NEVER_SOLD = 180;
    private static final int DAYS_OF_RECENT_SALES = 90;
    private static final int LEAST_LEAD_TIME_ERROR_DAYS = 7;

    private final Dataset dataset;
    private final LocalDate asOf;
    private final List<Finding> found = new ArrayList<>();

    private DataQuality(Dataset dataset) {
        this.dataset = dataset;
        this.asOf = dataset.settings().asOf();
    }

    /**
     * Looks at all SKU-locations of a plan.
     *
     * @param locations of a plan of the dataset
     * @return most money first
     */
    public static List<Finding> of(Dataset dataset, List<SkuLocationProfile> locations) {
        DataQuality quality = new DataQuality(dataset);
        Map<SkuLocation, SkuLocationProfile> profiles = new HashMap<>();
        locations.forEach(location -> profiles.put(location.location(), location));
        profiles.values().forEach(quality::look);
        quality.lookAtOrders(profiles);
        quality.found.sort(Finding.WORST_FIRST);
        return List.copyOf(quality.found);
    }

    private void look(SkuLocationProfile profile) {
        StockPosition position = dataset.stock().get(profile.location());
        DailySales sales = dataset.sales().getOrDefault(profile.location(), DailySales.NONE);
        DailyStock notes = dataset.stockHistory().getOrDefault(profile.location(), DailyStock.NONE);
        lookAtStock(profile, position, new StockRecord(sales, notes, asOf));
        lookAtPrices(profile);
        lookAtSupply(profile);
        lookAtDates(profile, sales, notes);
    }

    private void lookAtStock(SkuLocationProfile profile, @Nullable StockPosition position, StockRecord record) {
        Item item = profile.item();
        int onHand = position == null ? 0 : position.onHandUnits();
        if (onHand < 0) {
            add(
                    FindingKind.NEGATIVE_STOCK,
                    profile,
                    item.unitCost().times(-(long) onHand),
                    text("The record says %d units.", onHand),
                    "Count it, and book the receipt or the return that is missing. The plan takes it as 0.");
        }
        if (position == null && profile.demand().daysSinceLastSale() <= DAYS_OF_RECENT_SALES) {
            add(
                    FindingKind.SOLD_NOT_STOCKED,
                    profile,
                    Money.of(profile.demand().annualValue()),
                    text(
                            "Sold %d days ago, but the stock list has no row for it.",
                            profile.demand().daysSinceLastSale()),
                    "Add its row to stock.csv. The plan takes it as 0 and may buy what is there already.");
        }
        StockRecord.Jump jump = record.largestJump();
        if (jump != null) {
            add(
                    FindingKind.STOCK_JUMP,
                    profile,
                    jump.to(),
                    item.unitCost().times(jump.missing()),
                    text(
                            "From %s to %s noted stock fell from %d to %d units, but %d were sold: %d left unexplained.",
                            jump.from(), jump.to(), jump.before(), jump.after(), jump.sold(), jump.missing()),
                    "Look for a transfer, a scrapping or a theft of these days. Sales that are not on record make the forecast too low.");
        }
        long contradiction = position == null ? 0 : record.contradiction(onHand);
        if (contradiction > 0) {
            add(
                    FindingKind.STOCK_CONTRADICTS_HISTORY,
                    profile,
                    item.unitCost().times(contradiction),
                    text(
                            "The list says %d units, %d fewer than the last note and the sales since leave.",
                            onHand, contradiction),
                    "Count it. If the list is wrong, the plan buys what is there already.");
        }
        if (onHand > 0) {
            lookAtStanding(profile, onHand, record);
        }
    }

    private void lookAtStanding(SkuLocationProfile profile, int onHand, StockRecord record) {
        Money value = profile.item().unitCost().times(onHand);
        double coverDays = profile.stock().coverDays();
        boolean sold = record.hasSales();
        long untouched = record.daysUntouched();
        if (!sold && profile.demand().daysOnSale() > DAYS_UNTIL_NEVER_SOLD) {
            add(
                    FindingKind.NEVER_SOLD,
                    profile,
                    value,
                    text("%d units on hand of an item that has no sale on record here.", onHand),
                    "Check that it is there and that its sales are booked to this item and warehouse.");
        } else if (sold && profile.demand().forecastUnitsPerDay() > 0 && coverDays > 365 * YEARS_OF_ABSURD_COVER) {
            add(
                    FindingKind.ABSURD_COVER,
                    profile,
                    value,
                    text("%d units last %.0f years at the rate at which it sells.", onHand, coverDays / 365),
                    "Check the count and the unit of measure: cases may have been booked as pieces.");
        } else if (untouched > DAYS_UNTIL_STALE) {
            add(
                    FindingKind.STALE_RECORD,
                    profile,
                    asOf.minusDays(untouched),
                    value,
                    text(
                            "%d units on hand, untouched for %d days: neither sold nor noted otherwise.",
                            onHand, untouched),
                    "Count it: a record that nothing touches is never put right.");
        }
    }

    private void lookAtPrices(SkuLocationProfile profile) {
        Item item = profile.item();
        double annualUnits = profile.demand().annualUnits();
        UnitPrice price = item.unitPrice();
        boolean matters = annualUnits > 0 || profile.stock().onHandUnits() > 0;
        if (matters && item.unitCost().amount().signum() == 0) {
            add(
                    FindingKind.NO_COST,
                    profile,
                    price == null ? Money.ZERO : Money.of(annualUnits * price.toDouble()),
                    text("A unit costs 0; %.0f sell in a year.", annualUnits),
                    "Give its unit_cost in items.csv: without it the stock is worth nothing and holding it costs nothing.");
        } else if (annualUnits > 0 && price != null && price.compareTo(item.unitCost()) < 0) {
            add(
                    FindingKind.PRICE_BELOW_COST,
                    profile,
                    Money.of(annualUnits * (item.unitCost().toDouble() - price.toDouble())),
                    text("Sells at %s and costs %s.", price, item.unitCost()),
                    "Check both in items.csv: maybe one is for a piece and the other for a case.");
        }
        if (annualUnits > 0 && price == null) {
            add(
                    FindingKind.NO_PRICE,
                    profile,
                    Money.of(profile.demand().annualValue()),
                    text("No selling price, and %.0f units sell in a year.", annualUnits),
                    "Give its unit_price in items.csv: without it a shortage is priced at cost, which is too little.");
        }
        if (matters && item.unitVolumeM3() == 0 && profile.warehouse().capacityM3() != null) {
            add(
                    FindingKind.NO_VOLUME,
                    profile,
                    Money.of(profile.stock().onHandValue()),
                    text(
                            "Takes no room in a warehouse of %.0f m³.",
                            profile.warehouse().capacityM3()),
                    "Give its unit_volume_m3 in items.csv: without it the plan overfills the warehouse.");
        }
    }

    private void lookAtSupply(SkuLocationProfile profile) {
        double annualValue = profile.demand().annualValue();
        SkuLocationProfile.SupplyProfile supply = profile.supply();
        if (annualValue > 0 && !supply.canBeBought() && !supply.canBeTransferredIn()) {
            add(
                    FindingKind.NO_SUPPLY,
                    profile,
                    Money.of(annualValue),
                    "It sells, but no supplier and no lane delivers it here.",
                    "Add a supply option, or discontinue the item.");
        }
        if (annualValue > 0 && supply.canBeBought() && supply.leadTimeDays() == 0) {
            add(
                    FindingKind.NO_LEAD_TIME,
                    profile,
                    Money.of(annualValue),
                    "Its lead time is 0 days.",
                    "Give the lead time of its supplier: without it the plan orders on the day on which the goods are missing.");
        }
    }

    private void lookAtDates(SkuLocationProfile profile, DailySales sales, DailyStock notes) {
        int last = sales.days() - 1;
        int[] noted = notes.epochDays();
        if (last >= 0 && sales.day(last).isAfter(asOf)) {
            add(
                    FindingKind.FUTURE_DATE,
                    profile,
                    sales.day(last),
                    Money.of(profile.demand().annualValue()),
                    text("A sale is dated %s, after the plan's date %s.", sales.day(last), asOf),
                    "Correct the date in sales.csv, or the plan's date.");
        } else if (noted.length > 0 && noted[noted.length - 1] > asOf.toEpochDay()) {
            LocalDate day = LocalDate.ofEpochDay(noted[noted.length - 1]);
            add(
                    FindingKind.FUTURE_DATE,
                    profile,
                    day,
                    Money.of(profile.stock().onHandValue()),
                    text("Stock is noted for %s, after the plan's date %s.", day, asOf),
                    "Correct the date in stock_history.csv, or the plan's date.");
        }
    }

    /** An order's promise tells its lead time; of each SKU-location the first that contradicts is enough. */
    private void lookAtOrders(Map<SkuLocation, SkuLocationProfile> profiles) {
        Set<SkuLocation> contradicted = new HashSet<>();
        for (OpenPurchaseOrder order : dataset.openPurchaseOrders()) {
            SkuLocationProfile profile = profiles.get(order.location());
            LocalDate ordered = order.orderDate();
            if (profile == null || ordered == null) {
                continue;
            }
            Money value = profile.item().unitCost().times(order.quantityUnits());
            if (ordered.isAfter(asOf)) {
                add(
                        FindingKind.FUTURE_DATE,
                        profile,
                        ordered,
                        value,
                        text("Order %s is dated %s, after the plan's date %s.", order.order(), ordered, asOf),
                        "Correct its order_date.");
                continue;
            }
            long promised = ChronoUnit.DAYS.between(ordered, order.dueDate());
            int leadTime = profile.supply().leadTimeDays();
            boolean contradicts = Math.abs(promised - leadTime) > Math.max(LEAST_LEAD_TIME_ERROR_DAYS, leadTime / 2);
            if (profile.supply().canBeBought() && contradicts && contradicted.add(order.location())) {
                add(
                        FindingKind.LEAD_TIME_CONTRADICTED,
                        profile,
                        order.dueDate(),
                        value,
                        text(
                                "Order %s of %s is due %d days after it was placed; the lead time says %d days.",
                                order.order(), order.supplier(), promised, leadTime),
                        "Ask the supplier which holds, and correct the lead time or the order's due date.");
            }
        }
    }

    private void add(FindingKind kind, SkuLocationProfile profile, Money value, String sentence, String advice) {
        add(kind, profile, null, value, sentence, advice);
    }

    private void add(
            FindingKind kind,
            SkuLocationProfile profile,
            @Nullable LocalDate date,
            Money value,
            String sentence,
            String advice) {
        found.add(new Finding(kind, profile.location(), date, value, sentence, advice));
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.WarehouseId;

/**
 * An article is taken into the range that sells like another one. It is bought on that one's terms and has no history and
 * no stock. One that is in the range already, as where the change stands, keeps what it has and only takes the forecast.
 *
 * @param factor of the other's forecast, above 0
 * @param from first day on which it sells
 * @param warehouses where; empty: wherever the other is planned
 */
record NewItem(ItemId item, ItemId like, double factor, LocalDate from, Set<WarehouseId> warehouses) implements Change {

    static final ChangeKind KIND = new ChangeKind("new_item", NewItem::read);
    private static final double LEAST_FACTOR = 0.01;

    NewItem {
        warehouses = Set.copyOf(warehouses);
    }

    private static NewItem read(ChangeFields fields) {
        return new NewItem(
                fields.newItem("item"),
                fields.item("like"),
                fields.number("factor", LEAST_FACTOR, DemandChange.LARGEST_FACTOR),
                fields.date("from"),
                fields.warehouses("warehouses"));
    }

    @Override
    public Driver driver() {
        return Driver.DEMAND;
    }

    @Override
    public String sentence() {
        String where = warehouses.isEmpty() ? "" : " at " + Selection.names(warehouses);
        return "New item " + item + where + " from " + from + ", expected to sell like " + like + " × "
                + Words.number(factor) + ".";
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.RANGE;
    }

    @Override
    public void applyTo(Draft draft) {
        Item other = draft.item(like);
        if (!draft.items.containsKey(item)) {
            takeIn(draft, other);
        }
        List<Forecast> forecasts = draft.forecasts.values().stream()
                .filter(forecast -> forecast.location().item().equals(like))
                .filter(forecast -> warehouses.isEmpty()
                        || warehouses.contains(forecast.location().warehouse()))
                .toList();
        Period sold = new Period(from, null);
        for (Forecast forecast : forecasts) {
            SkuLocation location = new SkuLocation(item, forecast.location().warehouse());
            String sentence = draft.said(this);
            Forecast scaled = Forecasts.scaled(forecast, (buckets, i) -> factor * sold.shareOf(buckets, i), sentence);
            draft.forecasts.put(location, Forecasts.at(location, scaled, sentence));
            TimeBuckets none = TimeBuckets.endingAt(
                    forecast.buckets().start(), forecast.buckets().size(), 0);
            draft.histories.putIfAbsent(
                    location, new DemandHistory(location, none, Series.of(), Series.of(), Series.of()));
        }
    }

    private void takeIn(Draft draft, Item other) {
        draft.items.put(item, like(other));
        List<SupplyOption> options = new ArrayList<>();
        for (SupplyOption option : draft.supplyOptions) {
            if (option.item().equals(like)) {
                options.add(Terms.ofItem(option, item));
            }
        }
        draft.supplyOptions.addAll(options);
    }

    private Item like(Item other) {
        return new Item(
                item,
                item.value(),
                other.category(),
                other.unitCost(),
                other.unitPrice(),
                other.unitVolumeM3(),
                other.unitWeightKg(),
                other.shelfLifeDays(),
                Lifecycle.NEW,
                null,
                other.storageClass(),
                other.unitOfMeasure(),
                from,
                other.shortageCostPerUnit(),
                like,
                other.criticality());
    }
}

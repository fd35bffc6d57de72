package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/**
 * A warehouse is opened beside another one: it takes over a share of its demand and is supplied by the same lanes and
 * suppliers. It starts empty; its stock and room are not taken from the other's. Its articles are judged by that share of
 * the other's history.
 *
 * @param share of the demand of {@code like}, above 0 to 1
 * @param capacityM3 of the new one; null: not limited
 */
record WarehouseOpened(
        WarehouseId warehouse,
        WarehouseId like,
        double share,
        @Nullable Double capacityM3) implements Change {

    static final ChangeKind KIND = new ChangeKind("warehouse_opened", WarehouseOpened::read);
    private static final double LEAST_SHARE = 0.001;
    private static final double LARGEST_CAPACITY_M3 = 1e9;

    private static WarehouseOpened read(ChangeFields fields) {
        return new WarehouseOpened(
                fields.newWarehouse("warehouse"),
                fields.warehouse("like"),
                fields.number("share", LEAST_SHARE, 1),
                fields.numberIfGiven("capacity_m3", 0, LARGEST_CAPACITY_M3));
    }

    @Override
    public Driver driver() {
        return Driver.NETWORK;
    }

    @Override
    public String sentence() {
        return "Warehouse " + warehouse + " is opened and takes " + Words.number(100 * share) + " % of the demand of "
                + like + ", on the same lanes"
                + (capacityM3 == null ? "." : ", with " + Words.number(capacityM3) + " m³.");
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.WAREHOUSES;
    }

    @Override
    public void applyTo(Draft draft) {
        Warehouse other = draft.warehouse(like);
        Map<String, Double> classes = new HashMap<>(other.storageClassCapacityM3());
        classes.replaceAll((name, room) -> room * share);
        draft.warehouses.put(
                warehouse,
                new Warehouse(
                        warehouse,
                        warehouse.value(),
                        capacityM3,
                        other.holdingCostRatePerYear(),
                        classes,
                        other.parent()));
        List<TransferLane> lanes = new ArrayList<>();
        for (TransferLane lane : draft.lanes) {
            if (lane.from().equals(like)) {
                lanes.add(WarehouseClosed.between(lane, warehouse, lane.to()));
            } else if (lane.to().equals(like)) {
                lanes.add(WarehouseClosed.between(lane, lane.from(), warehouse));
            }
        }
        draft.lanes.addAll(lanes);
        List<SupplyOption> options = draft.supplyOptions.stream()
                .filter(option -> like.equals(option.warehouse()))
                .map(option -> Terms.to(option, warehouse))
                .toList();
        draft.supplyOptions.addAll(options);
        takeDemand(draft);
    }

    private void takeDemand(Draft draft) {
        String sentence = draft.said(this);
        for (Forecast forecast : List.copyOf(draft.forecasts.values())) {
            if (forecast.location().warehouse().equals(like)) {
                SkuLocation here = new SkuLocation(forecast.location().item(), warehouse);
                Forecast taken = Forecasts.scaled(forecast, (buckets, i) -> share, sentence);
                draft.forecasts.put(here, Forecasts.at(here, taken, sentence));
                DemandHistory history = draft.histories.get(forecast.location());
                if (history != null) {
                    draft.histories.put(here, shareOf(history, here));
                }
            }
        }
        Selection of = new Selection(Set.of(), Set.of(), Set.of(like));
        draft.scaleForecasts(of, (buckets, i) -> 1 - share, sentence);
    }

    private DemandHistory shareOf(DemandHistory history, SkuLocation here) {
        return new DemandHistory(
                here,
                history.buckets(),
                times(history.soldUnits()),
                history.inStockShare(),
                times(history.demandUnits()));
    }

    private Series times(Series units) {
        return Series.of(units.stream().map(each -> each * share).toArray());
    }
}

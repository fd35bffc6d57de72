package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.WarehouseId;

/** Changes of forecasts that are not read from a file: they mean what the same change of a scenario file means. */
public final class Standing {

    private Standing() {}

    /** @param factor 0 or more, as of {@code change: demand} with {@code factor} */
    public static Change times(Selection selection, LocalDate from, @Nullable LocalDate to, double factor) {
        return new DemandChange(selection, new Period(from, to), List.of(factor));
    }

    /** @param units a bucket, 0 or more, as of {@code change: demand} with {@code units} */
    public static Change units(Selection selection, LocalDate from, @Nullable LocalDate to, double units) {
        return new DemandUnits(selection, new Period(from, to), units, false);
    }

    /** @param units a bucket, as of {@code change: demand} with {@code add_units} */
    public static Change plus(Selection selection, LocalDate from, @Nullable LocalDate to, double units) {
        return new DemandUnits(selection, new Period(from, to), units, true);
    }

    /** @param upliftFactor 1 or more, as of {@code change: promotion} */
    public static Change promotion(Selection selection, LocalDate from, LocalDate to, double upliftFactor) {
        return new PromotionChange(selection, from, to, upliftFactor, 0);
    }

    /**
     * As of {@code change: new_item}; an item that is in the range already only takes the forecast.
     *
     * @param factor of the other's forecast, above 0
     * @param warehouses empty: wherever the other is planned
     */
    public static Change like(ItemId item, ItemId other, double factor, LocalDate from, Set<WarehouseId> warehouses) {
        return new NewItem(item, other, factor, from, warehouses);
    }

    /** All of them, made one after the other. */
    public static Scenario of(List<Change> changes) {
        return new Scenario("standing changes", "", changes, false);
    }
}

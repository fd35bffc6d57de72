package org.plenish.web.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.scenario.Change;
import org.plenish.engine.plan.scenario.Scenario;
import org.plenish.engine.plan.scenario.Standing;
import org.plenish.web.run.DatasetCopies;
import org.plenish.web.run.Decisions;
import org.plenish.web.run.ForecastDecisions;
import org.springframework.stereotype.Component;

/**
 * The standing changes as a run takes them. What names an item, category or warehouse that the dataset lacks is left out,
 * and so is what lies before the plan's date. New items come into the dataset; of a promotion the days that have passed
 * are noted there, so that history is forecast from without them.
 */
@Component
class StandingForecasts implements Decisions, ForecastDecisions {

    private static final double WHOLE_PERCENT = 100;

    private final ForecastStore store;

    StandingForecasts(ForecastStore store) {
        this.store = store;
    }

    @Override
    public Dataset addTo(Dataset dataset) {
        LocalDate asOf = dataset.settings().asOf();
        List<Change> newItems = new ArrayList<>();
        List<Promotion> promotions = new ArrayList<>(dataset.promotions());
        for (StandingChange change : store.standing()) {
            if (change.kind() == ForecastKind.LIKE && canBeLike(change, dataset)) {
                newItems.add(like(change));
            } else if (change.kind() == ForecastKind.PROMOTION
                    && change.fromDay().isBefore(asOf)) {
                promotions.addAll(passed(change, dataset));
            }
        }
        Dataset withItems = newItems.isEmpty() ? dataset : Standing.of(newItems).dataset(dataset);
        return promotions.size() == dataset.promotions().size()
                ? withItems
                : DatasetCopies.withPromotions(withItems, promotions);
    }

    @Override
    public Scenario standing(Dataset dataset) {
        LocalDate asOf = dataset.settings().asOf();
        List<Change> changes = new ArrayList<>();
        for (StandingChange change : store.standing()) {
            if (change.kind() == ForecastKind.LIKE) {
                if (canBeLike(change, dataset)) {
                    changes.add(like(change));
                }
            } else if (change.isAheadOf(asOf) && change.level().isIn(dataset)) {
                changes.add(change(change));
            }
        }
        return Standing.of(changes);
    }

    private static boolean canBeLike(StandingChange change, Dataset dataset) {
        return change.isAheadOf(dataset.settings().asOf())
                && dataset.items().containsKey(new ItemId(change.likeItem()))
                && (change.warehouse().isEmpty()
                        || dataset.warehouses().containsKey(new WarehouseId(change.warehouse())));
    }

    private static Change like(StandingChange change) {
        return Standing.like(
                new ItemId(change.item()),
                new ItemId(change.likeItem()),
                change.amount() / WHOLE_PERCENT,
                change.fromDay(),
                change.warehouse().isEmpty() ? Set.of() : Set.of(new WarehouseId(change.warehouse())));
    }

    private static Change change(StandingChange change) {
        Level level = change.level();
        return switch (change.kind()) {
            case SET -> Standing.units(level.selection(), change.fromDay(), change.toDay(), change.amount());
            case ADD -> Standing.plus(level.selection(), change.fromDay(), change.toDay(), change.amount());
            case PERCENT ->
                Standing.times(
                        level.selection(), change.fromDay(), change.toDay(), 1 + change.amount() / WHOLE_PERCENT);
            case PROMOTION ->
                Standing.promotion(
                        level.selection(),
                        change.fromDay(),
                        Objects.requireNonNull(change.toDay(), "a promotion has a last day"),
                        1 + change.amount() / WHOLE_PERCENT);
            case LIKE -> like(change);
        };
    }

    /** Its days before the plan's date, for each article that it is of. */
    private static List<Promotion> passed(StandingChange change, Dataset dataset) {
        LocalDate dayBefore = dataset.settings().asOf().minusDays(1);
        LocalDate end = change.toDay() == null || change.toDay().isAfter(dayBefore) ? dayBefore : change.toDay();
        WarehouseId warehouse = change.warehouse().isEmpty() ? null : new WarehouseId(change.warehouse());
        if (!change.level().isIn(dataset)) {
            return List.of();
        }
        return dataset.items().values().stream()
                .filter(item -> isOf(change, item))
                .map(item ->
                        new Promotion(item.id(), warehouse, change.fromDay(), end, 1 + change.amount() / WHOLE_PERCENT))
                .toList();
    }

    private static boolean isOf(StandingChange change, Item item) {
        return change.level().isItem()
                ? item.id().value().equals(change.item())
                : item.category().equals(change.category());
    }
}

package org.plenish.web.forecast;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.scenario.Selection;
import org.plenish.web.shared.PageAddress;

/**
 * Which SKU-locations are looked at or changed together. Blank: not restricted by it.
 *
 * @param item goes before the category, which is then blank
 */
public record Level(String item, String category, String warehouse) {

    public Level {
        category = item.isBlank() ? category : "";
    }

    static Level of(@Nullable String item, @Nullable String category, @Nullable String warehouse) {
        return new Level(text(item), text(category), text(warehouse));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    public boolean hasItem() {
        return !item.isEmpty();
    }

    public boolean isAll() {
        return item.isEmpty() && category.isEmpty() && warehouse.isEmpty();
    }

    /** Key of the text that names it. */
    public String key() {
        String what = hasItem() ? "item" : category.isEmpty() ? "all" : "category";
        return "forecast.level." + what + (warehouse.isEmpty() ? "" : ".warehouse");
    }

    public String address() {
        return address("/forecast");
    }

    String address(String path) {
        return PageAddress.of(path)
                .with("item", item)
                .with("category", category)
                .with("warehouse", warehouse)
                .toString();
    }

    Selection selection() {
        return new Selection(
                hasItem() ? Set.of(new ItemId(item)) : Set.of(),
                category.isEmpty() ? Set.of() : Set.of(category),
                warehouse.isEmpty() ? Set.of() : Set.of(new WarehouseId(warehouse)));
    }

    /** Whether the dataset has what it names. */
    boolean isIn(Dataset dataset) {
        return (!hasItem() || dataset.items().containsKey(new ItemId(item)))
                && (warehouse.isEmpty() || dataset.warehouses().containsKey(new WarehouseId(warehouse)))
                && (category.isEmpty()
                        || dataset.items().values().stream()
                                .anyMatch(each -> each.category().equals(category)));
    }

    /**
     * Whether the two may have SKU-locations in common.
     *
     * @param categoryOf category of an item, blank if it is not known
     */
    boolean overlaps(Level other, UnaryOperator<String> categoryOf) {
        if (!warehouse.isEmpty() && !other.warehouse.isEmpty() && !warehouse.equals(other.warehouse)) {
            return false;
        }
        if (hasItem() && other.hasItem()) {
            return item.equals(other.item);
        }
        String own = hasItem() ? categoryOf.apply(item) : category;
        String others = other.hasItem() ? categoryOf.apply(other.item) : other.category;
        return own.isEmpty() || others.isEmpty() || own.equals(others);
    }

    /** Whether all that {@code other} holds is held by this one, as far as names tell. */
    boolean covers(Level other, String categoryOfItem) {
        boolean what = hasItem()
                ? item.equals(other.item)
                : category.isEmpty() || category.equals(other.hasItem() ? categoryOfItem : other.category);
        return what && (warehouse.isEmpty() || warehouse.equals(other.warehouse));
    }
}

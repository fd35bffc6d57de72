package org.plenish.web.forecast;

import java.util.Set;
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

    public boolean isItem() {
        return !item.isEmpty();
    }

    public boolean isAll() {
        return item.isEmpty() && category.isEmpty() && warehouse.isEmpty();
    }

    /** Key of the text that names it. */
    public String key() {
        String what = isItem() ? "item" : category.isEmpty() ? "all" : "category";
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
                isItem() ? Set.of(new ItemId(item)) : Set.of(),
                category.isEmpty() ? Set.of() : Set.of(category),
                warehouse.isEmpty() ? Set.of() : Set.of(new WarehouseId(warehouse)));
    }

    /** Whether the dataset has what it names. */
    boolean isIn(Dataset dataset) {
        return (!isItem() || dataset.items().containsKey(new ItemId(item)))
                && (warehouse.isEmpty() || dataset.warehouses().containsKey(new WarehouseId(warehouse)))
                && (category.isEmpty()
                        || dataset.items().values().stream()
                                .anyMatch(each -> each.category().equals(category)));
    }

    /** Whether the two may have SKU-locations in common, as far as names tell. */
    boolean overlaps(Level other, String categoryOfItem) {
        String own = isItem() && other.isItem() ? "" : isItem() ? categoryOfItem : category;
        String others = isItem() && other.isItem() ? "" : other.isItem() ? categoryOfItem : other.category;
        return (!isItem() || !other.isItem() || item.equals(other.item))
                && (own.isEmpty() || others.isEmpty() || own.equals(others))
                && (warehouse.isEmpty() || other.warehouse.isEmpty() || warehouse.equals(other.warehouse));
    }

    /** Whether all that {@code other} holds is held by this one, as far as names tell. */
    boolean covers(Level other, String categoryOfItem) {
        boolean what = isItem()
                ? item.equals(other.item)
                : category.isEmpty() || category.equals(other.isItem() ? categoryOfItem : other.category);
        return what && (warehouse.isEmpty() || warehouse.equals(other.warehouse));
    }
}

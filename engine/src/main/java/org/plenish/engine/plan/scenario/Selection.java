package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.WarehouseId;

/**
 * For which articles and warehouses a change holds. What is empty is not asked: all are meant.
 *
 * @param items beside those of {@code categories}
 */
public record Selection(Set<ItemId> items, Set<String> categories, Set<WarehouseId> warehouses) {

    public Selection {
        items = Set.copyOf(items);
        categories = Set.copyOf(categories);
        warehouses = Set.copyOf(warehouses);
    }

    static Selection read(ChangeFields fields) {
        return new Selection(fields.items("items"), fields.categories("categories"), fields.warehouses("warehouses"));
    }

    static Selection ofItems(ChangeFields fields) {
        return new Selection(fields.items("items"), fields.categories("categories"), Set.of());
    }

    boolean holds(Item item) {
        return (items.isEmpty() && categories.isEmpty())
                || items.contains(item.id())
                || categories.contains(item.category());
    }

    public boolean holds(Item item, WarehouseId warehouse) {
        return holds(item) && (warehouses.isEmpty() || warehouses.contains(warehouse));
    }

    /** Such as {@code Toys at HAM}. */
    public String words() {
        List<String> chosen = new ArrayList<>();
        if (!items.isEmpty()) {
            chosen.add(names(items));
        }
        if (!categories.isEmpty()) {
            chosen.add(names(categories));
        }
        String articles = chosen.isEmpty() ? "all items" : String.join(" and ", chosen);
        return warehouses.isEmpty() ? articles : articles + " at " + names(warehouses);
    }

    /** In alphabetical order. */
    static String names(Collection<?> keys) {
        return keys.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}

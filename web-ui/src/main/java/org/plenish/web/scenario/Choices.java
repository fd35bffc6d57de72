package org.plenish.web.scenario;

import java.util.Collection;
import java.util.List;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;

/** What a change may name. */
public record Choices(List<String> categories, List<String> warehouses, List<String> suppliers) {

    static final Choices NONE = new Choices(List.of(), List.of(), List.of());

    public Choices {
        categories = List.copyOf(categories);
        warehouses = List.copyOf(warehouses);
        suppliers = List.copyOf(suppliers);
    }

    static Choices of(Dataset dataset) {
        return new Choices(
                dataset.items().values().stream()
                        .map(Item::category)
                        .filter(category -> !category.isBlank())
                        .distinct()
                        .sorted()
                        .toList(),
                names(dataset.warehouses().keySet()),
                names(dataset.suppliers().keySet()));
    }

    private static List<String> names(Collection<?> keys) {
        return keys.stream().map(Object::toString).sorted().toList();
    }

    public List<String> of(FormField.Input input) {
        return switch (input) {
            case CATEGORIES -> categories;
            case WAREHOUSES, WAREHOUSE -> warehouses;
            case SUPPLIERS -> suppliers;
            case CLASSES -> List.of("A", "B", "C");
            case ITEMS, ITEM, NEW_NAME, NUMBER, NUMBERS, DATE, FLAG -> List.of();
        };
    }
}

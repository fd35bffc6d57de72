package org.plenish.web.item.list;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One SKU-location of the list.
 *
 * @param sortValue of the column that the list is sorted by, as the database writes it
 * @param supplierName of its supplier, or of the warehouse that it comes from; blank: it has none
 * @param severity of its gravest exception; blank: it has none
 * @param overridden columns of {@code policy_overrides.csv} by which a person has set values
 * @param values of the columns asked for, as the database gives them
 */
public record ItemRow(
        String item,
        String warehouse,
        String description,
        String sortValue,
        String supplierName,
        String severity,
        Set<String> overridden,
        Map<ItemColumn, Object> values) {

    public ItemRow {
        overridden = Set.copyOf(overridden);
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    ItemKey key() {
        return new ItemKey(sortValue, item, warehouse);
    }

    Object value(ItemColumn column) {
        Object value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException(column + " must be among " + List.copyOf(values.keySet()) + ".");
        }
        return value;
    }

    boolean isOverridden(ItemColumn column) {
        String field = column.override();
        return field != null && overridden.contains(field);
    }
}

package org.plenish.web.item.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column in the form that chooses columns.
 *
 * @param shown whether the list shows it
 * @param earlier address of the list with it one place further left; null: it is the first, or not shown
 * @param later the same for the right
 */
public record ColumnChoice(
        ItemColumn column,
        boolean shown,
        @Nullable String earlier,
        @Nullable String later) {

    /** Those shown first, in their order, then the others. */
    static List<ColumnChoice> of(ItemFilter filter, List<ItemColumn> shown) {
        List<ColumnChoice> choices = new ArrayList<>();
        for (int place = 0; place < shown.size(); place++) {
            choices.add(new ColumnChoice(
                    shown.get(place),
                    true,
                    place == 0 ? null : swapped(filter, shown, place, place - 1),
                    place == shown.size() - 1 ? null : swapped(filter, shown, place, place + 1)));
        }
        ItemColumn.choices().stream()
                .filter(column -> !shown.contains(column))
                .forEach(column -> choices.add(new ColumnChoice(column, false, null, null)));
        return choices;
    }

    private static String swapped(ItemFilter filter, List<ItemColumn> shown, int one, int other) {
        List<ItemColumn> order = new ArrayList<>(shown);
        Collections.swap(order, one, other);
        return filter.columnsAddress(order);
    }
}

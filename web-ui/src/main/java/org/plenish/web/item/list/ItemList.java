package org.plenish.web.item.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list.
 *
 * @param total rows of all pages, or {@link #MOST_COUNTED} and one more where there are more than are counted
 * @param first number of the page's first row, from 1
 * @param before key of the page's first row, by which the page before is found; null: it is the first
 * @param after key of its last row, by which the next one is found; null: it is the last
 */
public record ItemList(
        List<ItemRow> rows,
        int total,
        boolean counted,
        int first,
        @Nullable String before,
        @Nullable String after) {

    static final int ROWS_A_PAGE = 100;

    /** Counting more takes longer than anybody waits for a number that says no more than "many". */
    static final int MOST_COUNTED = 5_000;

    public ItemList {
        rows = List.copyOf(rows);
    }

    public int last() {
        return first + rows.size() - 1;
    }

    /** Number of the next page's first row. */
    public int nextFirst() {
        return first + rows.size();
    }

    public int previousFirst() {
        return Math.max(1, first - ROWS_A_PAGE);
    }
}

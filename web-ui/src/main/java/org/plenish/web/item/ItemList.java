package org.plenish.web.item;

import java.util.List;

/** One page of the list. */
public record ItemList(List<ItemRow> rows, int total, int page) {

    static final int ROWS_A_PAGE = 100;

    public ItemList {
        rows = List.copyOf(rows);
    }

    public int pages() {
        return Math.max(1, (total + ROWS_A_PAGE - 1) / ROWS_A_PAGE);
    }

    public int first() {
        return total == 0 ? 0 : (page - 1) * ROWS_A_PAGE + 1;
    }

    public int last() {
        return (page - 1) * ROWS_A_PAGE + rows.size();
    }

    public int previous() {
        return page - 1;
    }

    public int next() {
        return page + 1;
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }
}

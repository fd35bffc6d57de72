package org.plenish.web.override;

import java.util.List;

/** One page of the list. */
public record OverrideList(List<OverrideRow> rows, int total, int page) {

    static final int ROWS_A_PAGE = 50;

    public OverrideList {
        rows = List.copyOf(rows);
    }

    static int pages(int total) {
        return Math.max(1, (total + ROWS_A_PAGE - 1) / ROWS_A_PAGE);
    }

    public int pages() {
        return pages(total);
    }

    public int first() {
        return total == 0 ? 0 : (page - 1) * ROWS_A_PAGE + 1;
    }

    public int last() {
        return (page - 1) * ROWS_A_PAGE + rows.size();
    }
}

package org.plenish.web.audit;

import java.util.List;

/** Some of the entries that fit a filter, latest first. */
public record AuditPage(List<AuditRow> rows, boolean hasNewer, boolean hasOlder) {

    static final int ROWS_A_PAGE = 100;

    public AuditPage {
        rows = List.copyOf(rows);
    }

    public long highest() {
        return rows.get(0).entry().number();
    }

    public long lowest() {
        return rows.get(rows.size() - 1).entry().number();
    }
}

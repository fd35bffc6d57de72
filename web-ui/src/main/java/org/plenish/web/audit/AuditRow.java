package org.plenish.web.audit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** An entry as the pages show it. */
public record AuditRow(StoredEntry entry, List<Change> changes) {

    private static final int SHOWN_IN_LISTS = 3;
    static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    static AuditRow of(StoredEntry entry) {
        return new AuditRow(entry, Change.between(entry.before(), entry.after()));
    }

    /** UTC, to the second. */
    public String time() {
        return SECONDS.format(entry.at());
    }

    public String roles() {
        return entry.roles().replace(",", ", ");
    }

    public boolean isOfOrder() {
        return entry.subjectKind().equals(AuditQueries.ORDER);
    }

    public boolean isApproval() {
        return isOfOrder() && entry.action().equals("approve");
    }

    public List<Change> firstChanges() {
        return changes.subList(0, Math.min(SHOWN_IN_LISTS, changes.size()));
    }

    public int furtherChanges() {
        return changes.size() - firstChanges().size();
    }
}
